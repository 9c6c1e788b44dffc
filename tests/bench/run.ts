/**
 * `npm run bench`: Turnward as it is started by anybody, beside yardsticks that promise less, under the same load in the same
 * run: commands beside raw `ws` and bare Socket.IO, documents beside a raw relay, `@y/websocket-server` and Hocuspocus. Ratios
 * count; absolute figures belong to one machine on one day.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine, moveToLoadCore, pinned } from './machine.ts';
import { DOCUMENT_MEASURES, type Options, readOptions, TALK_MEASURES, wants } from './options.ts';
import { printResults } from './report/print.ts';
import { faultsOf, noResults } from './report/results.ts';
import { targetsOf, verdictOf } from './report/targets.ts';
import { runCaseload } from './run-caseload.ts';
import { runDocuments } from './run-documents.ts';
import { runEnds } from './run-ends.ts';
import { runTalks } from './run-talks.ts';
import { sizesOf } from './sizes.ts';

const OUT = join(import.meta.dirname, 'out');

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
const sizes = sizesOf(options.quick);
const began = performance.now();
const say = (sentence: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${sentence}`);

moveToLoadCore();
say(
  pinned
    ? 'The server has one core, the load another.'
    : 'No second core or no taskset: server and load share, so the figures are only a hint.',
);

const results = noResults();
const patience = { left: options.patience * 1000 };
/** What broke a measure off. What was measured until then is still told. */
let broken: Error | undefined;
try {
  if (wants(options, TALK_MEASURES)) await runTalks(options, sizes, results, patience, say);
  if (wants(options, DOCUMENT_MEASURES)) await runDocuments(options, sizes, results, patience, say);
  if (wants(options, ['caseload'])) await runCaseload(options, results, say);
  if (wants(options, ['ends'])) await runEnds(options, sizes, results, say);
} catch (error) {
  broken = error instanceof Error ? error : new Error(String(error));
}

const faults = faultsOf(results);
printResults(results, faults);
if (broken) console.log(`\nTHE RUN WAS BROKEN OFF: ${broken.message}`);
mkdirSync(OUT, { recursive: true });
const file = join(OUT, 'bench.json');
const targets = targetsOf(results).map((target) => ({ ...target, verdict: verdictOf(target) }));
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), machine: describeMachine(), options, targets, faults, broken: broken?.message, results }, null, 2)}\n`,
);
say(`All of it is in tests/bench/out/bench.json.`);
process.exit(faults.length === 0 && !broken ? 0 : 1);
