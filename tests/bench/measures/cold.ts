import { setTimeout as wait } from 'node:timers/promises';
import * as Y from 'yjs';
import { KINDS, type Kind, type Trio } from '../documents/seed-documents.ts';
import type { TurnwardDocuments } from '../documents/turnward-documents.ts';
import type { YLine } from '../documents/y-line.ts';
import { median } from '../load/quantiles.ts';
import { type Patience, quiet } from './patience.ts';

/** Server CPU in ms from the upgrade to the answer that brings the whole document, and a moment more; one sample for each. */
export type Cold = { keystrokes: number } & Record<Kind, number[]>;

/** Trios that are opened after each restart before the count begins, so that code is compiled and files are mapped. */
const WARM_UP = 2;
/** Between two documents, and between an answer and the look at the clock, in ms. */
const AT_REST = 50;
const COUNTED = 10;

/**
 * Opens documents on a server that has just started: some typed key by key, some with the same text stored as one state, by
 * turns. What comes must be what was written, to the last key.
 */
export async function cold(
  turnward: TurnwardDocuments,
  trios: readonly Trio[],
  of: { keystrokes: number; written: Uint8Array; restarts: number },
  patience: Patience,
): Promise<Cold> {
  const { keystrokes, written, restarts } = of;
  const taken: Cold = { keystrokes, cut: [], rested: [], state: [] };
  for (let restart = 0; restart < restarts; restart++) {
    const server = await turnward.start();
    await quiet(patience);
    const open = async (document: number): Promise<number> => {
      // What the last one left behind is not this one's.
      await wait(AT_REST);
      const before = server.cpuMs();
      const line = await turnward.open(document, 0);
      // The kernel counts a thread's time when it comes off its core.
      await wait(COUNTED);
      const spent = server.cpuMs() - before;
      sameText(line, written);
      line.close();
      return spent;
    };
    for (const [i, trio] of trios.entries()) {
      for (let turn = 0; turn < KINDS.length; turn++) {
        const kind = KINDS[(turn + i + restart) % KINDS.length] ?? 'state';
        const spent = await open(trio[kind]);
        if (i >= WARM_UP) taken[kind].push(spent);
      }
    }
    await server.stop();
  }
  return taken;
}

/** Every keystroke is there, and none was invented. */
function sameText({ state }: YLine, written: Uint8Array): void {
  const [came, expected] = [state, written].map((update) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    return Y.encodeStateAsUpdate(doc);
  });
  if (!came || !expected || !Buffer.from(came).equals(expected)) {
    throw new Error('A document that was opened after a restart is not the one that was written.');
  }
}

/** What a history costs, as a multiple of none. */
export const coldRatio = (cold: Cold | undefined, kind: Kind): number | undefined =>
  cold && cold.state.length > 0 ? median(cold[kind]) / median(cold.state) : undefined;
