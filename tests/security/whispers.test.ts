import type { OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { sectionsOf } from '@turnward/shared/transcript/sections.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../contracts/data-folder.ts';
import { accepted, begin, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, type FacilitatedCouple } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { canary, holds } from './documents-canary.ts';

/** What is said beside a talk, each to be found again wherever it went. */
const WORDS = {
  whispered: canary('what a whispers'),
  answered: canary('what is whispered to a'),
  location: canary('where a is'),
  contact: canary('whom to call for a'),
};
const ALL = Object.values(WORDS);
const heldBy = (person: Person) => ALL.filter((words) => holds(Buffer.from(JSON.stringify(person.heard)), words));

describe('words beside a talk', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let observer: Person;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
    couple = await aFacilitatedCouple(server);
    observer = (await aGuest(couple, 'observer')).person;
    conversationId = await open(couple, 'heard');
    for (const guest of [couple.facilitator, observer]) await guest.follow('conversation', conversationId);
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
    const { a, facilitator } = couple;
    const { location, contact } = WORDS;
    const checkIn = { type: 'CheckIn', alone: true, location, phone: '', contact, pauseWord: '' } as const;
    accepted(await a.do(conversationId, checkIn));
    accepted(await a.do(conversationId, { type: 'Whisper', text: WORDS.whispered }));
    accepted(await facilitator.do(conversationId, { type: 'Whisper', to: 'a', text: WORDS.answered }));
    for (const person of [couple.b, observer]) await person.caughtUp();
  }, 60_000);
  afterAll(() => server.close());

  it('WH1 WH2 come to the one partner and the facilitators, on no line of anybody else', async () => {
    await until(() => {
      for (const person of [couple.a, couple.facilitator]) expect(heldBy(person)).toEqual(ALL);
    });
    for (const person of [couple.b, observer]) {
      expect(heldBy(person)).toEqual([]);
      expect(JSON.stringify(person.heard)).not.toContain('aside/');
    }
  });

  it('WH1 are answered to nobody else who asks for them, whatever they name', async () => {
    for (const person of [couple.b, observer]) {
      const asked = new Person(server.origin, person.cookie);
      await asked.connect();
      const after = { [`aside/a:${conversationId}`]: 0, [`talk:${conversationId}`]: 0 };
      const { socket } = asked;
      const reply = await socket.emitWithAck('follow', { to: 'conversation', id: conversationId, after });
      expect(reply.ok && Object.keys(reply.heads).filter((stream) => stream.startsWith('aside/a'))).toEqual([]);
      await asked.caughtUp();
      expect(heldBy(asked)).toEqual([]);
      asked.disconnect();
    }
  });

  it('KE1 WH1 lie readable in no file', () => {
    const files = filesBelow(server.dataDir);
    expect(files.some(({ bytes }) => bytes.includes(conversationId))).toBe(true);
    for (const words of ALL) expect(files.filter(({ bytes }) => holds(bytes, words))).toEqual([]);
  });

  it('WH4 are gone for everybody once the talk has ended, also where it is kept, and stay gone', {
    timeout: 60_000,
  }, async () => {
    await playTo(server, couple, conversationId, 'end');
    expect(couple.a.stateOf(conversationId).ended?.kept).toBe(true);
    await server.restart();
    for (const [who, person] of [['a', couple.a] as const, ['b', couple.b] as const]) {
      const device = new Person(server.origin, person.cookie);
      await device.connect();
      expect(await device.follow('conversation', conversationId)).toMatchObject({ ok: true });
      await until(() => expect(device.stateOf(conversationId).phase).toBe('ended'));
      await device.caughtUp();
      expect(heldBy(device)).toEqual([]);
      const beside = device
        .eventsOf(conversationId)
        .filter(({ stream }) => stream === `aside/${who}:${conversationId}`);
      const words = beside.map(({ event, words: left }) => [event.type, left]);
      expect(words).toEqual(
        who === 'b'
          ? []
          : [
              ['CheckedIn', null],
              ['Whispered', null],
              ['Whispered', null],
              ['AsideCleared', undefined],
            ],
      );
      device.disconnect();
    }
  });

  it('WH1 are in no transcript, not even of the one who whispered', () => {
    const read = couple.a.eventsOf(conversationId);
    const of = <Event>(kind: string) => read.filter(({ stream }) => stream.startsWith(kind)) as Recorded<Event>[];
    const source = { guide: heard, seat: 'a', first: 'a', talk: of<TalkEvent>('talk:'), own: of<OwnEvent>('own/a:') };
    const transcript = JSON.stringify(sectionsOf(source as Parameters<typeof sectionsOf>[0]));
    expect(transcript).toContain('Some words.');
    for (const words of ALL) expect(holds(Buffer.from(transcript), words)).toBe(false);
  });
});
