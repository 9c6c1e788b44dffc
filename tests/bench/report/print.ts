import { FIGURES } from './figures.ts';
import { type Fault, median, type Results, windowsOf } from './results.ts';
import { targetsOf, verdictOf } from './targets.ts';

const BARE = 'bare Socket.IO';
/** Cores that other programs may keep busy before the report warns of it. */
const QUIET = 0.15;
/** Lateness of the load that says more about the load than about the server. */
const LATE_MS = 25;
const PEERS = ['Turnward', BARE, 'raw ws'] as const;

export function printResults(results: Results, faults: readonly Fault[]): void {
  const { peers, long, stored } = results;
  console.log(`\n${''.padEnd(42)}${PEERS.map((name) => name.padStart(15)).join('')}   x bare   x raw ws`);
  for (const { name, digits, of } of FIGURES) {
    const values = PEERS.map((peer) => of(peers[peer]));
    if (values.every((value) => value === undefined)) continue;
    const [ours, bare, raw] = values;
    const shown = values.map((value) => figure(value, digits).padStart(15)).join('');
    console.log(`${name.padEnd(42)}${shown}${ratio(ours, bare).padStart(9)}${ratio(ours, raw).padStart(11)}`);
  }
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
  printLimits(results);
  const others = median(windowsOf(results).map(({ window }) => window.othersBusy));
  if (others > QUIET) {
    console.log(
      `Other programs kept ${others.toFixed(1)} cores busy meanwhile: read these figures as a hint, and run again in a quiet hour.`,
    );
  }

  console.log(others > QUIET ? '\nTargets (no verdict: the machine was not quiet)' : '\nTargets');
  for (const target of targetsOf(results)) {
    const seen = target.seen === undefined ? '' : `${target.seen.toFixed(2)} ${target.unit}`;
    console.log(`  ${target.name.padEnd(34)}${seen.padEnd(22)}${verdictOf(target)}`);
  }

  if (faults.length === 0)
    console.log('\nNothing was missing, doubled, refused or delivered to a wrong room in any window.');
  else console.log('\nTHE RUN FAILED: not every command was acked once and delivered once.');
  for (const { where, rate, faults: counts, trouble } of faults) {
    console.log(`  ${where} at ${rate}/s: ${JSON.stringify(counts)} ${trouble}`);
  }
}

/** Where the load generator was late itself above the best rate, that rate is a lower bound: say so. */
function printLimits({ peers }: Results): void {
  for (const name of PEERS) {
    const { best, windows } = peers[name].sustained ?? {};
    if (!best || !windows) continue;
    const lateAbove = windows.some(({ rate, late }) => rate > best.rate && late.p99 > LATE_MS);
    const bound = lateAbove ? '; above it the load itself came late, so this is a lower bound' : '';
    const busy = `its core ${(best.serverBusy * 100).toFixed(0)} % busy`;
    console.log(
      `${name} at ${best.rate.toLocaleString('en')}/s: ${busy}, load ${best.late.p99.toFixed(1)} ms late (p99)${bound}.`,
    );
  }
}

const figure = (value: number | undefined, digits: number): string =>
  value === undefined
    ? '-'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const ratio = (ours: number | undefined, theirs: number | undefined): string =>
  ours === undefined || !theirs ? '-' : (ours / theirs).toFixed(2);
