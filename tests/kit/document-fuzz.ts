import { setImmediate as turn } from 'node:timers/promises';
import { addCard, cardsOf, cardText, moveCard, setAside } from '@turnward/shared/documents/deck.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { expect } from 'vitest';
import { accepted, type Couple, open } from './couple.ts';
import { DocumentDevice, expectSame } from './document-device.ts';
import { type Person, until } from './person.ts';
import { seeded } from './seeded.ts';
import type { TestServer } from './server.ts';

const GUIDE = 'reach-and-respond';
const guideCards = guideById(GUIDE)?.cards?.map(({ id }) => id) ?? [];

export type FuzzParts = { server: TestServer; couple: Couple; phone: Person };

/**
 * DO5. Three devices of two people edit one deck by chance: typing, deleting, adding, moving and putting aside cards, with lines
 * that drop, devices that go offline, and a server that starts again. In the end all hold the same, and so does the store.
 * The same seed makes the same choices; a failure names it.
 */
export async function fuzzDeck({ server, couple, phone }: FuzzParts, seed: number, operations: number): Promise<void> {
  const conversationId = await open(couple, GUIDE);
  const name = `deck/${conversationId}`;
  const devices = [couple.a, phone, couple.b].map((person) => new DocumentDevice(person, name));
  try {
    const chance = seeded(seed);
    const restartAt = chance.below(2 * operations);
    for (let at = 0; at < operations; at++) {
      if (at === restartAt) await server.restart();
      await operate(chance, chance.pick(devices), at);
      if (chance.below(3) === 0) await turn();
    }
    for (const { provider } of devices) provider.connect();
    for (const device of devices) await device.saved();
    await until(() => expectSame(...devices));
    const late = await new DocumentDevice(couple.b, name).synced();
    devices.push(late);
    expectSame(...devices);
    const decks = devices.map(({ doc }) => cardsOf(doc, guideCards));
    for (const deck of decks) expect(deck).toEqual(decks[0]);
  } catch (error) {
    throw new Error(`seed ${seed}, ${operations} operations: ${(error as Error).message}`, { cause: error });
  } finally {
    for (const device of devices) device.close();
  }
  for (const person of [couple.a, couple.b]) {
    if (!person.connected) await person.reconnect({ to: 'space', id: couple.spaceId });
  }
  accepted(await couple.a.do(conversationId, { type: 'Stop' }));
  // Nobody types so fast; what may be written in ten seconds begins anew.
  server.advance(10_000);
}

async function operate(chance: ReturnType<typeof seeded>, device: DocumentDevice, at: number): Promise<void> {
  const { doc, provider } = device;
  const { cardId } = chance.pick(cardsOf(doc, guideCards));
  const text = cardText(doc, cardId);
  const what = chance.below(100);
  if (what < 45) text.insert(chance.below(text.length + 1), chance.pick(['a', 'words ', 'ü', '👩‍👩‍👧', '\n']));
  else if (what < 62) remove(text, chance.below(text.length + 1), 1 + chance.below(4));
  else if (what < 70) addCard(doc, guideCards, `own-${at}`, `card ${at}`);
  else if (what < 78) moveCard(doc, guideCards, cardId, chance.below(8));
  else if (what < 84) setAside(doc, cardId, chance.below(2) === 0);
  else if (what < 90) device.drop();
  else if (what < 95) provider.disconnect();
  else provider.connect();
}

function remove(text: ReturnType<typeof cardText>, from: number, length: number): void {
  const removed = Math.min(length, text.length - from);
  if (removed > 0) text.delete(from, removed);
}
