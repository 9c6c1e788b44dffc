import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, playTo } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import {
  aFacilitatedCouple,
  aGuest,
  beginLed,
  confirmed,
  type FacilitatedCouple,
  openLed,
} from '../kit/facilitated.ts';
import { type Heard, Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const ROUNDS = 20;

describe('a guest whose place is taken in the middle of a talk', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
    conversationId = await openLed(couple, 'heard');
    await beginLed(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
  });

  const freeze = async () =>
    accepted(await couple.a.ask(couple.spaceId, { type: 'FreezeMember', memberId: couple.facilitatorId }));
  const isOfTheirs = ({ name, message }: Heard): boolean => {
    if (name === 'farewell') return false;
    const text = JSON.stringify(message);
    return text.includes(couple.spaceId) || text.includes(conversationId);
  };

  it('ME2 reads and does nothing from that moment on, on every device, while their other couples go on', async () => {
    const { a, b, facilitator, spaceId } = couple;
    const others = await aCouple(server);
    await aGuest(others, 'facilitator', facilitator);
    const phone = await facilitator.otherDevice();
    await phone.connect();
    expect(await phone.follow('headers', conversationId)).toMatchObject({ ok: true });

    await freeze();
    for (const device of [facilitator, phone]) {
      await until(() => expect(device.unfollowed).toEqual([spaceId]));
      expect(device.connected).toBe(true);
    }
    const before = [facilitator.heard.length, phone.heard.length];
    accepted(await b.do(conversationId, { type: 'Pause' }));
    accepted(await a.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    a.report({ conversationId, away: true });
    accepted(await others.a.ask(others.spaceId, { type: 'SetMeeting', at: Date.now() + 86_400_000 }));
    await until(() => expect(facilitator.heard.at(-1)?.name).toBe('events'));
    const after = facilitator.heard.slice(before[0]);
    expect(after.filter(isOfTheirs)).toEqual([]);
    expect(after.some(({ message }) => JSON.stringify(message).includes('MeetingSet'))).toBe(true);
    await phone.caughtUp();
    expect(phone.heard).toHaveLength(before[1] ?? 0);

    const nothing = { ok: false, refusal: 'not-found' };
    expect(await facilitator.do(conversationId, { type: 'MoveOn', turnId: 't4' })).toEqual(nothing);
    expect(await facilitator.ask(spaceId, { type: 'SetMeeting', at: null })).toEqual(nothing);
    for (const to of ['conversation', 'headers'] as const)
      expect(await facilitator.follow(to, conversationId)).toEqual(nothing);
    expect(await facilitator.follow('space', spaceId)).toEqual(nothing);
    for (const person of [facilitator, phone, others.a, others.b]) person.disconnect();
  });

  it('ME2 ME3 is told at once, whatever of the space their device follows, by one partner alone', async () => {
    const { person: observer, memberId } = await aGuest(couple, 'observer');
    const reader = await new Person(server.origin, observer.cookie).connect();
    expect(await reader.follow('conversation', conversationId)).toMatchObject({ ok: true });
    accepted(await couple.b.ask(couple.spaceId, { type: 'EndMembership', memberId }));
    for (const device of [observer, reader]) await until(() => expect(device.unfollowed).toEqual([couple.spaceId]));
    reader.disconnect();
  });

  it('ME2 loses the documents of the couple at once, and keeps their own notes (NO2)', async () => {
    const { facilitator, facilitatorId, spaceId } = couple;
    const deck = await new DocumentDevice(facilitator, `deck/${conversationId}`).synced();
    const notes = [`notes/${spaceId}/${facilitatorId}`, `progress/${conversationId}/${facilitatorId}`];
    const own = await Promise.all(notes.map((name) => new DocumentDevice(facilitator, name).synced()));
    await freeze();
    await until(() => expect(deck.closes).toEqual([DOCUMENT_CLOSE.notFound]));
    for (const device of own) {
      device.text('t').insert(0, 'Mine.');
      await device.saved();
    }
    const later = new DocumentDevice(facilitator, `deck/${conversationId}`);
    await until(() => expect(later.closes).toEqual([DOCUMENT_CLOSE.notFound]));
    for (const device of [deck, later, ...own]) device.close();
  });

  it(`ME2 gets no byte after being sent away, ${ROUNDS} times in a burst, also while catching up`, {
    timeout: 60_000,
  }, async () => {
    const { a, b, facilitatorId, spaceId } = couple;
    accepted(await a.do(conversationId, { type: 'Pause' }));
    for (let round = 0; round < ROUNDS; round++) {
      const device = await new Person(server.origin, couple.facilitator.cookie).connect();
      expect(await device.follow('space', spaceId)).toMatchObject({ ok: true });
      const burst = Array.from({ length: 6 }, () =>
        a.do(conversationId, { type: 'SizePause', pauseId: 'p1', size: 'quiet' }),
      );
      const follows = (['conversation', 'headers'] as const).map((to) => device.follow(to, conversationId));
      for (let gap = round % 5; gap > 0; gap--) await new Promise(setImmediate);
      accepted(await b.ask(spaceId, { type: 'FreezeMember', memberId: facilitatorId }));
      for (const reply of await Promise.all(burst)) accepted(reply);
      await Promise.all(follows);
      await device.caughtUp();
      const sentAway = device.heard.findIndex(({ name }) => name === 'unfollowed');
      expect(sentAway).toBeGreaterThanOrEqual(0);
      expect(device.heard.slice(sentAway + 1)).toEqual([]);
      device.disconnect();
      await confirmed(couple, facilitatorId);
    }
  });
});
