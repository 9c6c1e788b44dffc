import type { Kind } from '../documents/seed-documents.ts';
import { median } from '../load/quantiles.ts';
import { coldRatio } from '../measures/cold.ts';
import type { Results } from './results.ts';

/** What the table of documents can't show: how long until durable, and documents opened from the disk. */
export function printDocumentNotes({ documents, cold = [] }: Results): void {
  const { steady = [], sustained } = documents.Turnward;
  if (steady.length > 0) {
    const of = (share: 'p50' | 'p99') => median(steady.map(({ ack }) => ack[share])).toFixed(1);
    const most = sustained?.best ? `, at its highest rate ${sustained.best.ack.p99.toFixed(1)} ms (p99)` : '';
    console.log(
      `\nTurnward says saved ${of('p50')} ms (p50), ${of('p99')} ms (p99) after the keystroke at 500/s${most}.`,
    );
    console.log('The others check no rights and keep nothing: they have no moment at which words are safe.');
  }
  for (const taken of cold) {
    const each = (kind: Kind) =>
      `${median(taken[kind]).toFixed(2)} ms (${Math.min(...taken[kind]).toFixed(2)} to ${Math.max(...taken[kind]).toFixed(2)})`;
    const times = (kind: Kind) => `${coldRatio(taken, kind)?.toFixed(2)} times as much`;
    console.log(
      `A document of ${taken.keystrokes.toLocaleString('en')} keystrokes opened after a restart, server CPU:`,
    );
    console.log(`  the same text as one state  ${each('state')}`);
    console.log(`  at rest before the restart  ${each('rested')}, ${times('rested')}`);
    console.log(`  killed while it was typed   ${each('cut')}, ${times('cut')}`);
  }
  if (cold.length > 0) {
    console.log('There is nothing to compare this with: after a restart the other servers have no documents.');
  }
}
