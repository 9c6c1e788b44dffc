import { closeDocuments, contenderOf, type DocumentField, openDocuments } from './documents/document-field.ts';
import { type DocumentPeer, documentYardsticks } from './documents/document-peer.ts';
import { KINDS, seedDocuments, triosFrom } from './documents/seed-documents.ts';
import { turnwardDocuments } from './documents/turnward-documents.ts';
import { Typing } from './documents/typing.ts';
import { chance } from './load/chance.ts';
import { cold } from './measures/cold.ts';
import { idleDocuments } from './measures/idle-documents.ts';
import { type Patience, patiently } from './measures/patience.ts';
import { steady } from './measures/steady.ts';
import { LIMIT_MS, sustained } from './measures/sustained.ts';
import { type Options, wants } from './options.ts';
import type { Results } from './report/results.ts';
import type { Sizes } from './sizes.ts';

/** Keystrokes in a document at rest: a few cards. */
const SHORT_DECK = 500;

/** The measures of documents, beside servers that guard and keep nothing. Writes into `results` as it goes. */
export async function runDocuments(
  options: Options,
  sizes: Sizes,
  results: Results,
  patience: Patience,
  say: (sentence: string) => void,
): Promise<void> {
  const { seconds, profile } = options;
  const typing = new Typing();
  // Under load, at rest, opened cold: each has its own.
  const firstIdle = sizes.decks;
  const firstCold = firstIdle + sizes.idleDecks;
  const trios = triosFrom(firstCold, sizes.cold);
  const count = firstCold + trios.flat().length * KINDS.length;
  say(`Seeding ${count} rooms that gather, each with a deck.`);
  const ours = await turnwardDocuments(count, profile);
  try {
    const peers: DocumentPeer[] = [ours, ...(await documentYardsticks())];
    if (wants(options, ['documents'])) await underLoad(peers);
    if (wants(options, ['cold'])) {
      results.cold = [];
      for (const [i, { keystrokes }] of sizes.cold.entries()) {
        say(`Documents of ${keystrokes.toLocaleString('en')} keystrokes are typed, and stored as one state.`);
        const history = typing.history(keystrokes);
        await seedDocuments(ours, trios[i] ?? [], history);
        say('They are opened after a restart.');
        const written = history.whole.update;
        const of = { keystrokes, written, restarts: sizes.restarts };
        results.cold.push(await cold(ours, trios[i] ?? [], of, patience));
      }
    }
    if (wants(options, ['idle-documents'])) {
      say(`${sizes.idleDecks} idle documents each.`);
      // The relay keeps no documents.
      const keepers = peers.filter(({ name }) => name !== 'raw relay');
      const text = typing.history(SHORT_DECK).whole.update;
      const idle = await idleDocuments(keepers, {
        first: firstIdle,
        documents: sizes.idleDecks,
        text,
        evict: sizes.evict,
      });
      for (const [i, taken] of idle.entries()) {
        const peer = keepers[i];
        if (peer) results.documents[peer.name].idle = taken;
      }
    }
  } finally {
    await ours.remove();
  }

  async function underLoad(peers: readonly DocumentPeer[]): Promise<void> {
    const fields: DocumentField[] = [];
    for (const peer of peers) {
      say(`${peer.name}: ${sizes.decks} documents are opened on three devices each.`);
      fields.push(await openDocuments(peer, sizes.decks));
    }
    const contenders = fields.map((field) => patiently(contenderOf(field, typing), patience));
    say('Warming up.');
    for (const { window } of contenders) await window({ rate: 2000, seconds: seconds / 2, chance: chance(7) });
    say('500 keystrokes a second.');
    for (const [i, taken] of (await steady(contenders, { windows: sizes.steady, seconds })).entries()) {
      const field = fields[i];
      if (field) results.documents[field.peer.name].steady = taken;
    }
    say('As many as each sustains.');
    const holds = ({ delivery }: { delivery: { p99: number } }) => delivery.p99 < LIMIT_MS;
    for (const [i, taken] of (await sustained(contenders, { windows: sizes.deckSearch, seconds, holds })).entries()) {
      const field = fields[i];
      if (field) results.documents[field.peer.name].sustained = taken;
    }
    for (const field of fields) await closeDocuments(field);
  }
}
