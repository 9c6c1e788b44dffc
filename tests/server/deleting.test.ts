import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { MyData } from '@turnward/shared/wire/my-data.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCouple, accepted, begin, open, playTo } from '../kit/couple.ts';
import { writeStory } from '../kit/couple-documents.ts';
import { DocumentLine } from '../kit/document-line.ts';
import { aGuest } from '../kit/facilitated.ts';
import { AT_EASE, answerFit } from '../kit/fit.ts';
import { aKeptTalk, freshDevice, readAfresh, saidBy } from '../kit/kept-talk.ts';
import { type Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const DAY = 24 * 3_600_000;
const nothing = { ok: false, refusal: 'not-found' };

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('leaving, erasing, deleting', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ SESSION_DAYS: '400' });
  });
  afterAll(() => server.close());

  const roomsOf = async (person: Person) => (await person.door('GET', '/api/me')).body.member;

  it('ER6 R8 whoever leaves reads nothing more, their open talk is not kept, and the other reads what both kept', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const { person: ada } = await aGuest(kept, 'facilitator');
    const talk = await open(kept, 'heard');
    await begin(kept, talk);
    await playTo(server, kept, talk, 'hear.check');
    accepted(await a.ask(spaceId, { type: 'LeaveSpace', erase: false }));

    await until(() => expect([a.unfollowed, ada.unfollowed]).toEqual([[spaceId], [spaceId]]));
    for (const [to, id] of [
      ['space', spaceId],
      ['conversation', conversationId],
      ['conversation', talk],
    ] as const) {
      expect([await a.follow(to, id), await ada.follow(to, id)]).toEqual([nothing, nothing]);
    }
    expect(await a.do(conversationId, { type: 'AddNote', about: 3, text: 'Still here.' })).toEqual(nothing);
    expect(await roomsOf(a)).toMatchObject({ spaces: [], left: [{ spaceId, wordsStay: true, deletion: null }] });
    await until(() => expect(b.stateOf(talk).ended).toMatchObject({ reason: 'stopped', kept: false }));
    expect((await readAfresh(b, talk)).filter(({ words }) => words)).toEqual([]);
    expect(saidBy(await readAfresh(b, conversationId), 'a').every(({ words }) => words)).toBe(true);
    expect(await b.ask(spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' })).toEqual({
      ok: false,
      refusal: 'space-closed',
    });
    const invited = await b.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', seat: 'a' });
    expect(invited.body.refusal).toBe('space-closed');
  });

  it('ER7 R18 erasing takes all that one said, also once they have left; what the other said stays', async () => {
    const { a, b, spaceId, conversationId } = await aKeptTalk(server);
    const before = await readAfresh(b, conversationId);
    accepted(await a.ask(spaceId, { type: 'LeaveSpace', erase: false }));
    accepted(await a.ask(spaceId, { type: 'EraseWords' }));
    await until(() => expect(b.eventsOf(conversationId).some(({ event }) => event.type === 'SaidErased')).toBe(true));
    const after = await readAfresh(b, conversationId);
    expect(saidBy(before, 'a').every(({ words }) => words)).toBe(true);
    expect(saidBy(after, 'a').map(({ words }) => words)).toEqual(saidBy(before, 'a').map(() => null));
    expect(saidBy(after, 'b')).toEqual(saidBy(before, 'b'));
    const own = (events: typeof after) => events.filter(({ stream }) => stream.startsWith('own/b'));
    expect(own(after)).toEqual(own(before));
  });

  it('ER7 erasing while a talk is open takes what was said in it, and the talk goes on', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId } = kept;
    const talk = await open(kept, 'heard');
    await begin(kept, talk);
    await playTo(server, kept, talk, 'hear.check');
    accepted(await a.ask(spaceId, { type: 'EraseWords' }));
    const said = await readAfresh(b, talk);
    expect(saidBy(said, 'a').every(({ words }) => words === null)).toBe(true);
    expect(saidBy(said, 'b').some(({ words }) => words)).toBe(true);
    await playTo(server, kept, talk, 'end');
  });

  it('ER7 FI3 answers that were erased open nothing any more', async () => {
    const { a, b, spaceId } = await aCouple(server);
    for (const person of [a, b]) await answerFit(person, spaceId, AT_EASE);
    const standing = async (who: Person) => (await who.door('GET', `/api/spaces/${spaceId}/fit`)).body;
    expect(await standing(b)).toEqual({ answered: true, deepTalks: 'open' });
    server.advance(1000);
    accepted(await a.ask(spaceId, { type: 'EraseWords' }));
    expect(await standing(a)).toEqual({ answered: false, deepTalks: 'needs-a-facilitator' });
    expect(await standing(b)).toEqual({ answered: true, deepTalks: 'needs-a-facilitator' });
    server.advance(1000);
    await answerFit(a, spaceId, AT_EASE);
    expect(await standing(a)).toEqual({ answered: true, deepTalks: 'open' });
  });

  it('ER7 erasing takes what both are writing together, and nobody agrees to it any more', async () => {
    const couple = await aCouple(server);
    const { a, b, spaceId } = couple;
    const talk = await open(couple, 'reach-and-respond');
    await begin(couple, talk);
    await playTo(server, couple, talk, 'story');
    const { turnId = '' } = a.stateOf(talk).turn ?? {};
    const version = await writeStory(a, talk, turnId, 'What we were that winter.');
    accepted(await a.do(talk, { type: 'ApproveVersion', turnId, version }));
    accepted(await a.ask(spaceId, { type: 'EraseWords' }));
    const line = await DocumentLine.enter(b, `story/${talk}`);
    const doc = await line.content();
    expect([...doc.share.keys()].map((name) => doc.getText(name).toString()).join('')).toBe('');
    line.leave();
    expect(await b.do(talk, { type: 'ApproveVersion', turnId, version })).toMatchObject({ ok: false });
    expect(JSON.stringify(await readAfresh(b, talk))).not.toContain('that winter');
  });

  it('MY1 ER6 whoever has left takes with them still what was theirs, and no more', async () => {
    const { a, spaceId } = await aKeptTalk(server);
    const said = async (who: Person) => {
      const answer = await who.door('GET', '/api/my-data.json');
      return (JSON.parse(answer.text) as MyData).rooms.flatMap(({ talks }) => talks.flatMap(({ events }) => events));
    };
    const before = (await said(a)).filter(({ words }) => words);
    expect(before.length).toBeGreaterThan(0);
    accepted(await a.ask(spaceId, { type: 'LeaveSpace', erase: false }));
    expect((await said(a)).filter(({ words }) => words)).toEqual(before);
  });

  it('ER8 a space goes at once where both consent: nobody has a place there, and nothing is found', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const { person: ada } = await aGuest(kept, 'observer');
    for (const seat of SEATS) {
      expect(await kept[seat].ask(spaceId, { type: 'DeleteSpace' })).toEqual({ ok: false, refusal: 'needs-consent' });
      accepted(await kept[seat].ask(spaceId, { type: 'GiveConsent', what: 'delete-space', version: 1 }));
    }
    accepted(await b.ask(spaceId, { type: 'DeleteSpace' }));
    await until(() => {
      for (const person of [a, b, ada]) expect(person.unfollowed).toEqual([spaceId]);
    });
    await server.restart();
    for (const person of [a, b, ada]) {
      await person.reconnect();
      expect(await roomsOf(person)).toMatchObject({ spaces: [], guestIn: [] });
      expect(await person.follow('space', spaceId)).toEqual(nothing);
      expect(await person.follow('conversation', conversationId)).toEqual(nothing);
      expect(await person.ask(spaceId, { type: 'EraseWords' })).toEqual(nothing);
    }
  });

  it('ER8 one alone gives fourteen days of notice, and may take it back until then', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    accepted(await a.ask(spaceId, { type: 'AnnounceDeletion' }));
    await until(() => expect(b.seen.some(({ event }) => event.type === 'DeletionAnnounced')).toBe(true));
    accepted(await b.ask(spaceId, { type: 'CancelDeletion' }));
    server.advance(13 * DAY);
    accepted(await a.ask(spaceId, { type: 'CancelDeletion' }));
    server.advance(30 * DAY);
    expect((await readAfresh(b, conversationId)).some(({ words }) => words)).toBe(true);
    accepted(await a.ask(spaceId, { type: 'AnnounceDeletion' }));
    server.advance(14 * DAY);
    await until(() => expect([a.unfollowed, b.unfollowed]).toEqual([[spaceId], [spaceId]]));
    const device = await freshDevice(b);
    expect(await device.follow('conversation', conversationId)).toEqual(nothing);
    device.disconnect();
  });
});
