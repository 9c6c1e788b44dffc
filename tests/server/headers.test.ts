import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { streamName } from '@turnward/shared/kernel/stream.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, agreed, begin, type Couple, open, plainAnswer, playTo, stepNow } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const NOT_FOUND = { ok: false, refusal: 'not-found' };
/** In every word that anybody says here. */
const CANARY = 'canary';

describe('following headers alone', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
  });

  const follows = async (person: Person, conversationId: string) => (await person.follow('headers', conversationId)).ok;
  /** A talk that was begun and stopped. */
  const ended = async (): Promise<string> => {
    const conversationId = await open(couple, 'five-part-check-in');
    await begin(couple, conversationId);
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    return conversationId;
  };

  it('CA1 brings no word of anybody, live or caught up, and of numbers those that were agreed to (WH3)', async () => {
    const { a, b, facilitator } = couple;
    const early = await new Person(server.origin, facilitator.cookie).connect();
    const conversationId = await openLed(couple, 'heard');
    expect(await follows(early, conversationId)).toBe(true);
    const say = async (person: Person, command: ConversationCommand) => {
      accepted(await person.do(conversationId, command));
      await agreed(couple, conversationId);
    };
    const turnId = () => a.stateOf(conversationId).turn?.turnId ?? '';
    const text = { text: `${CANARY} in a box` };
    await say(a, { type: 'Whisper', text: `${CANARY} whispered` });
    await say(facilitator, { type: 'Whisper', to: 'b', text: `${CANARY} whispered back` });
    const about = { location: CANARY, phone: CANARY, contact: CANARY, pauseWord: CANARY };
    await say(b, { type: 'CheckIn', alone: true, ...about });
    await say(a, { type: 'ShareRatings', on: true });
    await beginLed(couple, conversationId);
    await playTo(server, couple, conversationId, 'intend');
    for (const person of [a, b]) await say(person, { type: 'Contribute', turnId: turnId(), answer: { text } });
    await until(() => expect(a.stateOf(conversationId).turn?.stepId).toBe('share'));
    await say(facilitator, { type: 'ReturnFloor', turnId: turnId() });
    await say(a, { type: 'Contribute', turnId: turnId(), answer: { text } });
    await say(facilitator, { type: 'SkipStep', turnId: turnId(), reason: `${CANARY} as a reason` });

    const late = await new Person(server.origin, facilitator.cookie).connect();
    expect(await follows(late, conversationId)).toBe(true);
    await early.caughtUp();
    const heads = (person: Person) => new Map(person.headers.map(({ stream, seq }) => [stream, seq]));
    const seen = new Map(facilitator.eventsOf(conversationId).map(({ stream, seq }) => [stream, seq]));
    for (const device of [early, late]) {
      expect(heads(device)).toEqual(seen);
      expect(device.seen).toEqual([]);
      expect(JSON.stringify(device.heard)).not.toContain(CANARY);
      const worded = device.headers.filter(({ words }) => words !== undefined);
      expect(worded.map(({ event, words }) => [event.type, words])).toEqual([
        ['RatingShown', { scales: { stirred: 3 } }],
      ]);
    }
    expect(JSON.stringify(facilitator.heard)).toContain(`${CANARY} whispered`);
    for (const device of [early, late]) device.disconnect();
  });

  it('CA1 does not spoil what the same device follows whole, nor the other way round', async () => {
    const { facilitator } = couple;
    const conversationId = await openLed(couple, 'heard');
    expect(await follows(facilitator, conversationId)).toBe(true);
    accepted(await facilitator.do(conversationId, { type: 'Admit', seat: 'a' }));
    facilitator.socket.emit('unfollow', { to: 'headers', id: conversationId });
    accepted(await facilitator.do(conversationId, { type: 'Admit', seat: 'b' }));
    await facilitator.caughtUp();
    const types = (events: Person['seen']) =>
      events.filter(({ stream }) => stream.startsWith('talk:')).map(({ event }) => event.type);
    expect(types(facilitator.headers)).toEqual(['ConversationOpened', 'Admitted']);
    expect(types(facilitator.seen)).toEqual(['ConversationOpened', 'Admitted', 'Admitted']);
  });

  it('CA3 is for a facilitator of that space and nobody else', async () => {
    const conversationId = await open(couple, 'heard');
    const { person: observer } = await aGuest(couple, 'observer');
    const others = await aCouple(server);
    const { person: theirs } = await aGuest(others, 'facilitator');
    for (const person of [couple.a, couple.b, observer, others.a, theirs]) {
      expect(await person.follow('headers', conversationId)).toEqual(NOT_FOUND);
      expect(person.headers).toEqual([]);
    }
    expect(await couple.facilitator.follow('headers', couple.spaceId)).toEqual(NOT_FOUND);
    const reply = await couple.facilitator.follow('headers', conversationId);
    const kinds = ['talk', 'aside/a', 'aside/b'] as const;
    expect(reply.ok && Object.keys(reply.heads)).toEqual(kinds.map((kind) => streamName(kind, conversationId)));
  });

  it('CA3 leaves closed what had ended before they came; what ends while they are there stays open to them', async () => {
    const before = await ended();
    server.advance(1_000);
    const { person: late } = await aGuest(couple, 'facilitator');
    expect([await follows(couple.facilitator, before), await follows(late, before)]).toEqual([true, false]);
    const meanwhile = await ended();
    expect(await follows(late, meanwhile)).toBe(true);
  });

  it('ME8 gives a guest the words of a talk while it is on, and none of one that is over', async () => {
    const conversationId = await open(couple, 'five-part-check-in');
    await begin(couple, conversationId);
    const guests = [couple.facilitator, (await aGuest(couple, 'observer')).person];
    for (const guest of guests) expect(await guest.follow('conversation', conversationId)).toMatchObject({ ok: true });
    await playTo(server, couple, conversationId, 'end');
    for (const guest of guests) {
      await until(() => expect(guest.stateOf(conversationId).phase).toBe('ended'));
      expect(JSON.stringify(guest.heard)).toContain('Some words.');
      const again = await new Person(server.origin, guest.cookie).connect();
      expect(await again.follow('conversation', conversationId)).toEqual(NOT_FOUND);
      expect(again.heard).toEqual([]);
      expect(await guest.do(conversationId, { type: 'Pause' })).toMatchObject({ ok: false });
      again.disconnect();
    }
    for (const partner of [couple.a, couple.b]) {
      expect(await partner.follow('conversation', conversationId)).toMatchObject({ ok: true });
    }
  });
});

describe('a facilitator of twenty couples', () => {
  const COUPLES = 20;
  let server: TestServer;
  let couples: (Couple & { conversationId: string })[];
  let facilitator: Person;
  beforeAll(async () => {
    server = await startServer();
    facilitator = new Person(server.origin);
    couples = [];
    for (let at = 0; at < COUPLES; at++) {
      const couple = await aCouple(server);
      await aGuest(couple, 'facilitator', facilitator);
      const conversationId = await open(couple, 'five-part-check-in');
      await begin(couple, conversationId);
      await playTo(server, couple, conversationId, 'share');
      couples.push({ ...couple, conversationId });
    }
  }, 60_000);
  afterAll(() => server.close());

  /** As a page does that has just opened: all at once. */
  const openCaseload = async (): Promise<Person> => {
    const device = await new Person(server.origin, facilitator.cookie).connect();
    const asked = couples.flatMap(({ spaceId, conversationId }) => [
      device.follow('space', spaceId),
      device.follow('headers', conversationId),
    ]);
    for (const reply of await Promise.all(asked)) expect(reply).toMatchObject({ ok: true });
    return device;
  };

  it('CA2 gets every change of all twenty live talks, once and in order', async () => {
    const device = await openCaseload();
    await Promise.all(
      couples.map(async ({ a, b, conversationId }) => {
        accepted(await a.do(conversationId, plainAnswer(stepNow(a.stateOf(conversationId)), 't2', CANARY)));
        accepted(await b.do(conversationId, { type: 'Pause' }));
      }),
    );
    for (const { a, conversationId } of couples) {
      const talk = streamName('talk', conversationId);
      const bare = (events: Person['seen']) =>
        events.filter(({ stream }) => stream === talk).map(({ seq, at, event }) => ({ seq, at, event }));
      await a.caughtUp();
      await until(() => expect(bare(device.headers)).toEqual(bare(a.seen)));
      expect(bare(device.headers).at(-1)?.event.type).toBe('Paused');
    }
    expect(JSON.stringify(device.heard)).not.toContain(CANARY);
    device.disconnect();
  });

  it('WR8 comes back to all of them several times at once; a partner’s follow costs what it did', async () => {
    for (let time = 0; time < 3; time++) (await openCaseload()).disconnect();
    const [first] = couples;
    if (!first) throw new Error('nobody is there');
    let fits = 0;
    while ((await first.b.follow('space', first.spaceId)).ok) fits += 1;
    expect(fits).toBeLessThanOrEqual(60);
  });
});
