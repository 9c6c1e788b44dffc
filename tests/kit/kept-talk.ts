import type { ConversationEvent } from '@turnward/shared/conversation/events.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { expect } from 'vitest';
import { aCouple, begin, type Couple, open, playTo } from './couple.ts';
import type { Person } from './person.ts';
import type { TestServer } from './server.ts';

export type Kept = Couple & { conversationId: string };

/** A couple with one talk that both kept. Both still follow it. */
export async function aKeptTalk(server: TestServer): Promise<Kept> {
  const couple = await aCouple(server);
  return { ...couple, conversationId: await keepAnother(server, couple) };
}

export async function keepAnother(server: TestServer, couple: Couple): Promise<string> {
  const conversationId = await open(couple, 'heard');
  await begin(couple, conversationId);
  await playTo(server, couple, conversationId, 'end');
  expect(couple.a.stateOf(conversationId).ended).toMatchObject({ kept: true });
  return conversationId;
}

/** The same person on a device that has read nothing yet. */
export async function freshDevice(person: Person): Promise<Person> {
  return (await person.otherDevice()).connect();
}

/** What a device that has read nothing yet is given of this talk. */
export async function readAfresh(person: Person, conversationId: string): Promise<Recorded<ConversationEvent>[]> {
  const device = await freshDevice(person);
  expect(await device.follow('conversation', conversationId)).toMatchObject({ ok: true });
  const events = device.eventsOf(conversationId);
  device.disconnect();
  return events;
}

/** What this partner said or showed, where both read it. */
export const saidBy = (events: readonly Recorded<ConversationEvent>[], seat: Seat): Recorded<ConversationEvent>[] =>
  events.filter(
    ({ stream, event, words }) =>
      stream.startsWith('talk:') &&
      (event.type === 'Contributed' || event.type === 'Revealed') &&
      event.seat === seat &&
      words !== undefined,
  );
