import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aFoundedSpace, aGuest, confirmed, proposed } from '../kit/facilitated.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const NOT_FOUND = { ok: false, refusal: 'not-found' };
const TOKEN = 'A'.repeat(43);

/** All that can be asked of a space over the line, well-formed, about this person. */
const requestsAbout = (memberId: string): SpaceRequest[] => [
  { type: 'RevokeInvite', inviteId: 'i1' },
  { type: 'AdmitEntry', requestId: 'r1' },
  { type: 'DeclineEntry', requestId: 'r1' },
  { type: 'OpenConversation', guideId: 'heard', first: 'a' },
  { type: 'ConfirmGuest', memberId },
  { type: 'DeclineGuest', memberId },
  { type: 'FreezeMember', memberId },
  { type: 'SetMeeting', at: Date.now() + 3_600_000 },
  { type: 'SetHomework', guideId: 'heard' },
];

describe('guests and strangers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ TRUST_PROXY: '1', LOG_LEVEL: 'silent' });
  });
  afterAll(() => server.close());

  let addresses = 0;
  /** Knocks from an address of its own. */
  const knock = (person: Person, path: string, body: unknown) =>
    person.door('POST', path, body, { 'x-forwarded-for': `10.1.${addresses >> 8}.${addresses++ & 255}` });

  it.each([
    ['a space with a policy that is none', '/api/spaces', { secrets: 'all-secrets' }],
    ['a space with an empty policy', '/api/spaces', { secrets: null }],
    ['a space that names its founder', '/api/spaces', { founder: 'me' }],
    ['a space for a seat', '/api/spaces', { seat: 'a' }],
    ['an entry that states a role', '/api/join', { role: 'facilitator' }],
    ['an entry that states a seat', '/api/join', { seat: 'a' }],
    ['an entry that states a member', '/api/join', { memberId: 'me' }],
    ['an entry with a policy that is a list', '/api/join', { secrets: ['no-secrets'] }],
    ['an entry that practises', '/api/join', { practice: 'en' }],
  ])('WR1 a door refuses %s as malformed', async (_what, path, extra) => {
    const plain = { spaceName: 'Room', memberName: 'Eve', practice: false, language: 'en' };
    const body = path === '/api/spaces' ? plain : { token: TOKEN, name: 'Eve' };
    const answer = await knock(new Person(server.origin), path, { ...body, ...extra });
    expect([answer.status, answer.text]).toEqual([400, '{"refusal":"malformed"}']);
  });

  it.each([
    ['a guest by code', { via: 'code', role: 'facilitator' }],
    ['a partner by role', { via: 'link', role: 'partner' }],
    ['a guest with a seat', { via: 'link', role: 'observer', seat: 'a' }],
    ['a third seat', { via: 'link', seat: 'c' }],
    ['both roles', { via: 'link', role: ['facilitator', 'observer'] }],
    ['a time of its own', { via: 'link', role: 'observer', expiresAt: 9e15 }],
    ['a maker', { via: 'link', role: 'observer', by: 'robin' }],
  ])('WR1 an invitation with %s is refused as malformed', async (_what, body) => {
    const { facilitator, spaceId } = await aFoundedSpace(server);
    const answer = await knock(facilitator, `/api/spaces/${spaceId}/invites`, body);
    expect([answer.status, answer.text]).toEqual([400, '{"refusal":"malformed"}']);
  });

  it('ME1 PR6 whoever waits, was declined or is frozen gets one answer to all they ask, that of a stranger', async () => {
    const couple = await aCouple(server);
    const people = { waiting: new Person(server.origin), declined: new Person(server.origin) };
    await proposed(couple, 'observer', people.waiting);
    const gone = await proposed(couple, 'observer', people.declined);
    accepted(await couple.a.ask(couple.spaceId, { type: 'DeclineGuest', memberId: gone }));
    const { person: frozen, memberId } = await aGuest(couple, 'facilitator');
    accepted(await couple.a.ask(couple.spaceId, { type: 'FreezeMember', memberId }));
    const stranger = (await aCouple(server)).a;
    const talk = await couple.a.ask(couple.spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' });
    const { created = '' } = accepted(talk);
    for (const person of [people.waiting, people.declined, frozen, stranger]) {
      await person.reconnect();
      const before = person.heard.length;
      for (const request of requestsAbout(memberId)) {
        expect(await person.ask(couple.spaceId, request)).toEqual(NOT_FOUND);
      }
      expect(await person.follow('space', couple.spaceId)).toEqual(NOT_FOUND);
      expect(await person.follow('conversation', created)).toEqual(NOT_FOUND);
      expect(await person.follow('headers', created)).toEqual(NOT_FOUND);
      const invite = { via: 'link', role: 'observer' };
      const door = await knock(person, `/api/spaces/${couple.spaceId}/invites`, invite);
      const nowhere = await knock(person, '/api/spaces/nowhere/invites', invite);
      expect([door.status, door.text]).toEqual([nowhere.status, nowhere.text]);
      expect(door.status).toBe(404);
      await couple.b.ask(couple.spaceId, { type: 'SetMeeting', at: Date.now() + 86_400_000 + addresses++ });
      await person.caughtUp();
      expect(person.heard.slice(before)).toEqual([]);
    }
  });

  it('ME8 what a partner said to the other as a talk was put off reaches no guest, live or caught up', async () => {
    const couple = await aFacilitatedCouple(server);
    const { person: observer } = await aGuest(couple, 'observer');
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    const when = 'Tonight at eight?';
    const turnId = () => couple.a.stateOf(conversationId).turn?.turnId ?? '';
    await playTo(server, couple, conversationId, 'ready');
    await until(() => expect(turnId()).not.toBe(''));
    const answer = { choice: 'not-now', text: { when } };
    accepted(await couple.a.do(conversationId, { type: 'Contribute', turnId: turnId(), answer }));
    const late = await new Person(server.origin, couple.facilitator.cookie).connect();
    await late.follow('space', couple.spaceId);
    const closing = (person: Person) => person.seen.find(({ event }) => event.type === 'ConversationClosed');
    for (const guest of [couple.facilitator, observer, late]) {
      await until(() => expect(closing(guest)?.event).toMatchObject({ conversationId, reason: 'put-off' }));
      expect(closing(guest)).not.toHaveProperty('words');
      expect(JSON.stringify(guest.heard)).not.toContain(when);
    }
    for (const partner of [couple.a, couple.b]) {
      await until(() => expect(closing(partner)?.words).toEqual({ text: { when } }));
    }
    late.disconnect();
  });

  it('ME5 an observer changes nothing of a space', async () => {
    const couple = await aFacilitatedCouple(server);
    const { person } = await aGuest(couple, 'observer');
    const head = async () => {
      const followed = await couple.a.follow('space', couple.spaceId);
      return followed.ok && followed.heads;
    };
    const before = await head();
    for (const request of [
      ...requestsAbout(couple.facilitatorId),
      { type: 'EndMembership', memberId: couple.facilitatorId } as const,
    ]) {
      expect(await person.ask(couple.spaceId, request)).toEqual({ ok: false, refusal: 'not-yours-to-change' });
    }
    for (const body of [{ via: 'link' }, { via: 'code' }, { via: 'link', role: 'observer' }]) {
      const invite = await knock(person, `/api/spaces/${couple.spaceId}/invites`, body);
      expect([invite.status, invite.body.refusal]).toEqual([409, 'not-yours-to-change']);
    }
    expect(await head()).toEqual(before);
  });

  it('ME3 a facilitator decides about no guest, not about themselves either, and sends nobody away', async () => {
    const couple = await aFacilitatedCouple(server);
    const waiting = new Person(server.origin);
    const memberId = await proposed(couple, 'observer', waiting);
    const partner = (await couple.a.door('GET', '/api/me')).body.member.memberId;
    for (const request of [
      { type: 'ConfirmGuest', memberId },
      { type: 'ConfirmGuest', memberId: couple.facilitatorId },
      { type: 'DeclineGuest', memberId },
      { type: 'FreezeMember', memberId: couple.facilitatorId },
      { type: 'EndMembership', memberId },
      { type: 'EndMembership', memberId: partner },
    ] as const) {
      expect(await couple.facilitator.ask(couple.spaceId, request)).toEqual({
        ok: false,
        refusal: 'not-yours-to-change',
      });
    }
    await aGuest(couple, 'facilitator');
    const invite = await knock(couple.facilitator, `/api/spaces/${couple.spaceId}/invites`, {
      via: 'link',
      role: 'facilitator',
    });
    expect([invite.status, invite.body.refusal]).toEqual([409, 'room-is-full']);
  });

  it('ME4 a partner who opens a facilitator’s link of their own space is refused, and the link stays good', async () => {
    const couple = await aCouple(server);
    const invite = await knock(couple.a, `/api/spaces/${couple.spaceId}/invites`, { via: 'link', role: 'facilitator' });
    const join = { token: secretIn(invite.body.url), name: 'Ada', secrets: 'no-secrets' };
    for (const partner of [couple.a, couple.b]) {
      const refused = await knock(partner, '/api/join', join);
      expect([refused.status, refused.body.refusal]).toEqual([409, 'already-a-member']);
    }
    const ada = new Person(server.origin);
    expect((await knock(ada, '/api/join', join)).status).toBe(200);
  });

  it('ME4 whoever opened a space sits in no seat of it, by no link of their own', async () => {
    const { spaceId, facilitator } = await aFoundedSpace(server);
    for (const seat of ['a', 'b']) {
      const invite = await knock(facilitator, `/api/spaces/${spaceId}/invites`, { via: 'link', seat });
      const taken = await knock(facilitator, '/api/join', { token: secretIn(invite.body.url), name: 'Ada' });
      expect([taken.status, taken.body.refusal]).toEqual([409, 'already-a-member']);
    }
    for (const body of [{ via: 'code' }, { via: 'code', seat: 'a' }, { via: 'link', role: 'observer' }]) {
      const invite = await knock(facilitator, `/api/spaces/${spaceId}/invites`, body);
      expect([invite.status, invite.body.refusal]).toEqual([409, 'not-yours-to-change']);
    }
  });

  it('SP2 a guest’s link brings one in of thirty that try at once, and looks used to all others', async () => {
    const couple = await aCouple(server);
    const invite = await knock(couple.a, `/api/spaces/${couple.spaceId}/invites`, { via: 'link', role: 'observer' });
    const token = secretIn(invite.body.url);
    const people = Array.from({ length: 30 }, () => new Person(server.origin));
    const answers = await Promise.all(people.map((each) => knock(each, '/api/join', { token, name: 'Ulli' })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(people.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
    await until(() => expect(couple.b.seen.filter(({ event }) => event.type === 'GuestProposed')).toHaveLength(1));
    expect((await knock(new Person(server.origin), '/api/join/look', { token })).status).toBe(404);
  });

  it('ME2 the link of a facilitator who was frozen opens no door, and no membership of others is touched', async () => {
    const couple = await aFacilitatedCouple(server);
    const { facilitator, facilitatorId: memberId, spaceId } = couple;
    const invite = await knock(facilitator, `/api/spaces/${spaceId}/invites`, { via: 'link', role: 'observer' });
    const token = secretIn(invite.body.url);
    accepted(await couple.b.ask(spaceId, { type: 'FreezeMember', memberId }));
    const ulli = new Person(server.origin);
    for (const path of ['/api/join/look', '/api/join']) {
      const refused = await knock(ulli, path, path === '/api/join' ? { token, name: 'Ulli' } : { token });
      expect([refused.status, refused.body.refusal]).toEqual([409, 'invite-revoked']);
    }
    await confirmed(couple, memberId);
    expect((await knock(ulli, '/api/join', { token, name: 'Ulli' })).body.standing).toBe('waiting');
  });
});
