import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted } from '../kit/couple.ts';
import { aFacilitatedCouple, aFoundedSpace, aGuest, confirmed, openLed, proposed } from '../kit/facilitated.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const DAY = 24 * 3_600_000;

describe('guests, by the doors', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const roomsOf = async (person: Person) => (await person.door('GET', '/api/me')).body.member;

  it('ME1 a facilitator comes by a partner’s link, waits, and belongs once both have confirmed', async () => {
    const couple = await aCouple(server);
    const { spaceId, a } = couple;
    const url = (await a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', role: 'facilitator' })).body.url;
    const token = secretIn(url);
    const ada = new Person(server.origin);
    expect((await ada.door('POST', '/api/join/look', { token })).body).toMatchObject({
      kind: 'invite',
      role: 'facilitator',
      spaceName: 'Our room',
      inviterName: 'Robin',
    });
    const silent = await ada.door('POST', '/api/join', { token, name: 'Ada' });
    expect([silent.status, silent.body.refusal, ada.cookie]).toEqual([409, 'secrets-missing', '']);
    const joined = await ada.door('POST', '/api/join', { token, name: 'Ada', secrets: 'limited-secrets' });
    expect(joined.body).toEqual({ spaceId, standing: 'waiting' });
    const { memberId, ...rooms } = await roomsOf(ada);
    const room = { spaceId, spaceName: 'Our room', role: 'facilitator', practice: false, founder: false, invites: [] };
    expect(rooms).toEqual({ spaces: [], guestIn: [{ ...room, standing: 'waiting' }] });

    await ada.connect();
    const knock = () => ada.follow('space', spaceId);
    expect(await knock()).toEqual({ ok: false, refusal: 'not-found' });
    accepted(await a.ask(spaceId, { type: 'ConfirmGuest', memberId }));
    expect(await knock()).toEqual({ ok: false, refusal: 'not-found' });
    accepted(await couple.b.ask(spaceId, { type: 'ConfirmGuest', memberId }));
    expect(await knock()).toMatchObject({ ok: true });
    expect((await roomsOf(ada)).guestIn).toEqual([{ ...room, standing: 'active' }]);
    const named = await until(() => {
      const joined = couple.b.seen.find(({ event }) => event.type === 'MemberJoined' && event.memberId === memberId);
      if (!joined) throw new Error('nobody joined');
      return joined;
    });
    expect(named).toMatchObject({ event: { role: 'facilitator' }, words: { text: { name: 'Ada' } } });
  });

  it('ME1 both at once: one membership', async () => {
    const couple = await aCouple(server);
    const ada = new Person(server.origin);
    const memberId = await proposed(couple, 'facilitator', ada);
    const replies = await Promise.all(
      SEATS.map((seat) => couple[seat].ask(couple.spaceId, { type: 'ConfirmGuest', memberId })),
    );
    expect(replies).toMatchObject([{ ok: true }, { ok: true }]);
    await until(() => {
      const joined = couple.a.seen.filter(({ event }) => event.type === 'MemberJoined' && event.memberId === memberId);
      expect(joined).toHaveLength(1);
    });
  });

  it('ME1 declined by one they stay outside, and may be invited anew', async () => {
    const couple = await aCouple(server);
    const ada = new Person(server.origin);
    const memberId = await proposed(couple, 'facilitator', ada);
    accepted(await couple.a.ask(couple.spaceId, { type: 'ConfirmGuest', memberId }));
    accepted(await couple.b.ask(couple.spaceId, { type: 'DeclineGuest', memberId }));
    expect((await roomsOf(ada)).guestIn).toMatchObject([{ standing: 'declined' }]);
    expect(await couple.a.ask(couple.spaceId, { type: 'ConfirmGuest', memberId })).toEqual({
      ok: false,
      refusal: 'guest-settled',
    });
    expect(await proposed(couple, 'facilitator', ada)).toBe(memberId);
    await confirmed(couple, memberId);
    expect((await roomsOf(ada)).guestIn).toMatchObject([{ standing: 'active' }]);
  });

  it('ME1 a partner of one space is a guest of another, as the same person', async () => {
    const own = await aCouple(server);
    const other = await aCouple(server);
    const { memberId } = await aGuest(other, 'observer', own.b);
    expect(await roomsOf(own.b)).toMatchObject({
      memberId,
      spaces: [own.spaceId],
      guestIn: [{ spaceId: other.spaceId, role: 'observer', standing: 'active' }],
    });
  });

  it('ME3 frozen by one they are out, and in again once both confirm anew', async () => {
    const { facilitator, facilitatorId: memberId, spaceId, ...couple } = await aFacilitatedCouple(server);
    accepted(await couple.b.ask(spaceId, { type: 'FreezeMember', memberId }));
    expect((await roomsOf(facilitator)).guestIn).toMatchObject([{ standing: 'frozen' }]);
    await facilitator.reconnect();
    expect(await facilitator.follow('space', spaceId)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await facilitator.ask(spaceId, { type: 'SetMeeting', at: null })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
    await confirmed({ spaceId, ...couple }, memberId);
    expect(await facilitator.follow('space', spaceId)).toMatchObject({ ok: true });
  });

  it('ME3 a guest who waits takes it back, and one who belongs goes', async () => {
    const couple = await aCouple(server);
    const ada = await new Person(server.origin);
    const memberId = await proposed(couple, 'observer', ada);
    await ada.connect();
    accepted(await ada.ask(couple.spaceId, { type: 'EndMembership', memberId }));
    expect(await couple.a.ask(couple.spaceId, { type: 'ConfirmGuest', memberId })).toMatchObject({
      refusal: 'guest-settled',
    });
    const { person, memberId: other } = await aGuest(couple, 'facilitator');
    accepted(await person.ask(couple.spaceId, { type: 'EndMembership', memberId: other }));
    expect((await roomsOf(person)).guestIn).toMatchObject([{ standing: 'ended' }]);
  });

  it('ME7 a facilitator opens a space, both partners come by their links, and all is theirs alone until both confirm', async () => {
    const { spaceId, facilitator, facilitatorId } = await aFoundedSpace(server);
    const invite = (seat: 'a' | 'b') =>
      facilitator.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', seat });
    const links = { a: (await invite('a')).body, b: (await invite('b')).body };
    const invitesNow = async () => (await roomsOf(facilitator)).guestIn[0]?.invites;
    expect(await invitesNow()).toMatchObject([
      { inviteId: links.a.inviteId, seat: 'a', status: 'open' },
      { inviteId: links.b.inviteId, seat: 'b', status: 'open' },
    ]);
    const partners = { a: new Person(server.origin), b: new Person(server.origin) };
    for (const seat of SEATS) {
      const token = secretIn(links[seat].url);
      const look = await partners[seat].door('POST', '/api/join/look', { token });
      expect(look.body).toMatchObject({ role: 'partner', spaceName: 'A quiet room', inviterName: 'Ada' });
      const joined = await partners[seat].door('POST', '/api/join', { token, name: seat === 'a' ? 'Robin' : 'Kim' });
      expect(joined.body).toEqual({ spaceId, standing: 'joined' });
      await partners[seat].connect();
      await partners[seat].follow('space', spaceId);
    }
    expect(await invitesNow()).toMatchObject([{ status: 'used' }, { status: 'used' }]);
    expect(partners.a.seen.find(({ event }) => event.type === 'GuestProposed')).toMatchObject({
      event: { memberId: facilitatorId, secrets: 'limited-secrets' },
      words: { text: { name: 'Ada' } },
    });
    await facilitator.connect();
    expect(await facilitator.follow('space', spaceId)).toEqual({ ok: false, refusal: 'not-found' });
    const couple = { spaceId, ...partners };
    await confirmed(couple, facilitatorId);
    expect(await facilitator.follow('space', spaceId)).toMatchObject({ ok: true });
    const id = await openLed({ ...couple, facilitator, facilitatorId }, 'heard');
    await until(() => expect(partners.a.stateOf(id).lead?.memberId).toBe(facilitatorId));
  });

  it('ME7 a link of whoever opened it is revoked and made anew, and expires', async () => {
    const { spaceId, facilitator } = await aFoundedSpace(server);
    const invite = () => facilitator.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', seat: 'b' });
    const first = (await invite()).body;
    await facilitator.connect();
    accepted(await facilitator.ask(spaceId, { type: 'RevokeInvite', inviteId: first.inviteId }));
    const look = await new Person(server.origin).door('POST', '/api/join/look', { token: secretIn(first.url) });
    expect([look.status, look.body.refusal]).toEqual([409, 'invite-revoked']);
    await invite();
    server.advance(DAY);
    const [room] = (await roomsOf(facilitator)).guestIn;
    expect(room?.invites.map(({ status }) => status)).toEqual(['revoked', 'expired']);
  });

  it('ME7 declined by the partner who came first, they are told so, and their other link is over', async () => {
    const { spaceId, facilitator, facilitatorId } = await aFoundedSpace(server);
    const tokens: string[] = [];
    for (const seat of SEATS) {
      const made = await facilitator.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', seat });
      tokens.push(secretIn(made.body.url));
    }
    const robin = new Person(server.origin);
    await robin.door('POST', '/api/join', { token: tokens[0], name: 'Robin' });
    await robin.connect();
    accepted(await robin.ask(spaceId, { type: 'DeclineGuest', memberId: facilitatorId }));
    expect((await roomsOf(facilitator)).guestIn).toMatchObject([{ standing: 'declined', founder: true, invites: [] }]);
    const late = await new Person(server.origin).door('POST', '/api/join', { token: tokens[1], name: 'Kim' });
    expect([late.status, late.body.refusal]).toEqual([409, 'invite-revoked']);
    const invite = await robin.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' });
    const kim = await new Person(server.origin).door('POST', '/api/join', {
      token: secretIn(invite.body.url),
      name: 'Kim',
    });
    expect(kim.body).toEqual({ spaceId, standing: 'joined' });
  });

  it('ME10 the next meeting and a talk until then are set over the line, and reach all', async () => {
    const couple = await aFacilitatedCouple(server);
    const { spaceId, facilitator } = couple;
    const at = Date.now() + 40 * DAY;
    accepted(await facilitator.ask(spaceId, { type: 'SetMeeting', at }));
    accepted(await facilitator.ask(spaceId, { type: 'SetHomework', guideId: 'heard' }));
    for (const person of [couple.a, couple.b, facilitator]) {
      await until(() => {
        const events = person.seen.map(({ event }) => event);
        expect(events).toContainEqual({ type: 'MeetingSet', at, by: couple.facilitatorId });
        expect(events).toContainEqual({ type: 'HomeworkSet', guideId: 'heard', by: couple.facilitatorId });
      });
    }
    const ask = (request: Parameters<Person['ask']>[1]) => couple.a.ask(spaceId, request);
    expect(await ask({ type: 'SetMeeting', at: 1 })).toEqual({ ok: false, refusal: 'no-such-time' });
    expect(await ask({ type: 'SetHomework', guideId: 'heard' })).toEqual({ ok: false, refusal: 'not-yours-to-change' });
    accepted(await ask({ type: 'SetHomework', guideId: null }));
    accepted(await ask({ type: 'SetMeeting', at: null }));
  });

  it('ME1 all of it is there after a restart', async () => {
    const couple = await aFacilitatedCouple(server);
    const waiting = new Person(server.origin);
    const memberId = await proposed(couple, 'observer', waiting);
    accepted(await couple.a.ask(couple.spaceId, { type: 'ConfirmGuest', memberId }));
    await server.restart();
    expect((await roomsOf(couple.facilitator)).guestIn).toMatchObject([{ standing: 'active' }]);
    expect((await roomsOf(waiting)).guestIn).toMatchObject([{ standing: 'waiting' }]);
    await couple.b.reconnect({ to: 'space', id: couple.spaceId });
    accepted(await couple.b.ask(couple.spaceId, { type: 'ConfirmGuest', memberId }));
    expect((await roomsOf(waiting)).guestIn).toMatchObject([{ standing: 'active' }]);
  });
});
