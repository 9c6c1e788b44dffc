import { setImmediate as turn } from 'node:timers/promises';
import { addCard, cardsOf, cardText, moveCard, setAside } from '@turnward/shared/documents/deck.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { accepted, type Couple, open } from './couple.ts';
import { DocumentDevice, expectSame } from './document-device.ts';
import { type Person, until } from './person.ts';
import { seeded } from './seeded.ts';
import type { TestServer } from './server.ts';

const GUIDE = 'reach-and-respond';
const guideCards = guideById(GUIDE)?.cards?.map(({ id }) => id) ?? [];

export type FuzzParts = { server: TestServer; couple: Couple; phone: Person };

/** How often what is to be withstood really came about. */
export type FuzzCounts = { live: number; offline: number; drops: number; restarts: number; restartsUnsaved: number };

/** So many turns of the event loop one edit is waited for at most. */
const TURNS = 5_000;

/**
 * DO5. Three devices of two people edit one deck by chance: typing, deleting, adding, moving and putting aside cards, with lines
 * that drop, devices that go offline, and a server that starts again while they go on. In the end all hold the same, and so does
 * the store. The same seed makes the same choices; a failure names it.
 */
export async function fuzzDeck(
  { server, couple, phone }: FuzzParts,
  seed: number,
  operations: number,
): Promise<FuzzCounts> {
  const conversationId = await open(couple, GUIDE);
  const name = `deck/${conversationId}`;
  const devices = [couple.a, phone, couple.b].map((person) => new DocumentDevice(person, name));
  const counts = { live: 0, offline: 0, drops: 0, restarts: 0, restartsUnsaved: 0 };
  let restarting: Promise<void> | undefined;
  try {
    for (const device of devices) await device.synced();
    const chance = seeded(seed);
    const restartAt = chance.below(2 * operations);
    for (let at = 0; at < operations; at++) {
      if (at === restartAt) {
        counts.restarts += 1;
        if (devices.some((device) => !device.isSaved)) counts.restartsUnsaved += 1;
        restarting = server.restart();
      }
      const device = chance.pick(devices);
      operate(chance, device, at, counts);
      // Now and then what was written is there with somebody else before the next goes on.
      if (chance.below(3) > 0) await heardBy(device, chance.pick(devices));
      else await turn();
    }
    await restarting;
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
    await restarting;
    for (const device of devices) device.close();
  }
  for (const person of [couple.a, couple.b]) {
    if (!person.connected) await person.reconnect({ to: 'space', id: couple.spaceId });
  }
  accepted(await couple.a.do(conversationId, { type: 'Stop' }));
  return counts;
}

function operate(chance: ReturnType<typeof seeded>, device: DocumentDevice, at: number, counts: FuzzCounts): void {
  const { doc, provider } = device;
  const { cardId } = chance.pick(cardsOf(doc, guideCards));
  const text = cardText(doc, cardId);
  const what = chance.below(100);
  if (what < 84) counts[provider.synced ? 'live' : 'offline'] += 1;
  if (what < 45) text.insert(chance.below(text.length + 1), chance.pick(['a', 'words ', 'ü', '👩‍👩‍👧', '\n']));
  else if (what < 62) remove(text, chance.below(text.length + 1), 1 + chance.below(4));
  else if (what < 70) addCard(doc, guideCards, `own-${at}`, `card ${at}`);
  else if (what < 78) moveCard(doc, guideCards, cardId, chance.below(8));
  else if (what < 84) setAside(doc, cardId, chance.below(2) === 0);
  else if (what < 87) {
    if (provider.wsconnected) counts.drops += 1;
    device.drop();
  } else if (what < 90) provider.disconnect();
  else provider.connect();
}

/** Waits while both are in step with the server and one lacks what the other wrote. */
async function heardBy(writer: DocumentDevice, reader: DocumentDevice): Promise<void> {
  const { clientID, store } = writer.doc;
  const lacks = () => Y.getState(reader.doc.store, clientID) < Y.getState(store, clientID);
  const inStep = () => writer.provider.synced && reader.provider.synced;
  for (let turns = 0; turns < TURNS && inStep() && lacks(); turns++) await turn();
}

function remove(text: ReturnType<typeof cardText>, from: number, length: number): void {
  const removed = Math.min(length, text.length - from);
  if (removed > 0) text.delete(from, removed);
}
