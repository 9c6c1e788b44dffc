import { DOCUMENT_PEERS } from '../documents/document-peer.ts';
import { median } from '../load/quantiles.ts';
import type { Caseload } from '../measures/caseload.ts';
import { QUIET } from '../measures/patience.ts';
import type { Sustained } from '../measures/sustained.ts';
import { DOCUMENT_FIGURES } from './document-figures.ts';
import { printDocumentNotes } from './document-notes.ts';
import { printEnds } from './end-figures.ts';
import { FIGURES } from './figures.ts';
import { type Fault, type Results, windowsOf } from './results.ts';
import { printTable } from './table.ts';
import { targetsOf, verdictOf } from './targets.ts';

/** Lateness of the load that says more about the load than about the server. */
const LATE_MS = 25;
const PEERS = ['Turnward', 'bare Socket.IO', 'raw ws'] as const;

export function printResults(results: Results, faults: readonly Fault[]): void {
  const { peers, documents, long, stored, caseload, ends } = results;
  printTable(FIGURES, peers, { 'bare Socket.IO': 'x bare', 'raw ws': 'x raw ws' });
  printTable(DOCUMENT_FIGURES, documents, {
    '@y/websocket-server': 'x y-ws',
    Hocuspocus: 'x Hocus',
    'raw relay': 'x relay',
  });
  if (long) {
    const cpu = (of: 'short' | 'long') =>
      median(long[of].map(({ serverCpuSecondsPer10k }) => serverCpuSecondsPer10k)) * 100;
    console.log(
      `\nA lone command costs ${cpu('short').toFixed(0)} us of server CPU in a short talk, ${cpu('long').toFixed(0)} us in one of ${long.events.toLocaleString('en')} events.`,
    );
  }
  if (stored) {
    const { talks, events, firstMs, serverCpuMsPerTalk } = stored;
    const each = `${serverCpuMsPerTalk.toFixed(1)} ms of server CPU each, the very first ${firstMs.toFixed(1)} ms`;
    console.log(`Stored talks of ${events.toFixed(0)} events opened (${talks}): ${each}.`);
  }
  if (caseload) {
    const of = ({ p50, p99, max, changes }: Caseload['spread']) =>
      `p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, at most ${max.toFixed(1)} ms (${changes} changes)`;
    console.log(`\nFrom a press to its header in the caseload of ${caseload.couples} live talks:`);
    console.log(`  each in its own time: ${of(caseload.spread)}\n  all at the same moment: ${of(caseload.atOnce)}`);
  }
  if (ends) printEnds(ends);
  printDocumentNotes(results);
  for (const name of PEERS) printLimit(name, peers[name].sustained);
  for (const name of DOCUMENT_PEERS) printLimit(`${name}, documents,`, documents[name].sustained);
  const others = median([
    ...windowsOf(results).map(({ window }) => window.othersBusy),
    ...(ends ? [ends.othersBusy] : []),
  ]);
  if (others > QUIET) {
    console.log(
      `Other programs kept ${others.toFixed(1)} cores busy meanwhile: read these figures as a hint, and run again in a quiet hour.`,
    );
  }

  console.log(others > QUIET ? '\nTargets (no verdict: the machine was not quiet)' : '\nTargets');
  for (const target of targetsOf(results)) {
    const seen = target.seen === undefined ? '' : `${target.seen.toFixed(2)} ${target.unit}`;
    console.log(`  ${target.name.padEnd(42)}${seen.padEnd(28)}${verdictOf(target)}`);
  }

  if (faults.length === 0)
    console.log('\nNothing was missing, doubled, refused or delivered to a wrong room in any window.');
  else console.log('\nTHE RUN FAILED: not everything sent was acked once and delivered once.');
  for (const { where, rate, faults: counts, trouble } of faults) {
    console.log(`  ${where} at ${rate}/s: ${JSON.stringify(counts)} ${trouble}`);
  }
}

/** Where the load generator was late itself above the best rate, that rate is a lower bound: say so. */
function printLimit(name: string, { best, windows }: Partial<Sustained> = {}): void {
  if (!best || !windows) return;
  const lateAbove = windows.some(({ rate, late }) => rate > best.rate && late.p99 > LATE_MS);
  const bound = lateAbove ? '; above it the load itself came late, so this is a lower bound' : '';
  const busy = `its core ${(best.serverBusy * 100).toFixed(0)} % busy`;
  console.log(
    `${name} at ${best.rate.toLocaleString('en')}/s: ${busy}, load ${best.late.p99.toFixed(1)} ms late (p99)${bound}.`,
  );
}
