/**
 * `npm run bench`: Turnward as it is started by anybody, beside two yardsticks that promise nothing (raw `ws`, bare
 * Socket.IO), under the same load in the same run. Ratios count; absolute figures belong to one machine on one day.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Field, leave, openField } from './field.ts';
import { chance } from './load/chance.ts';
import { openLoop } from './load/open-loop.ts';
import { describeMachine, moveToLoadCore, pinned } from './machine.ts';
import { idle } from './measures/idle.ts';
import { long } from './measures/long.ts';
import { rejoin } from './measures/rejoin.ts';
import { steady } from './measures/steady.ts';
import { stored } from './measures/stored.ts';
import { sustained } from './measures/sustained.ts';
import { type Measure, type Options, readOptions } from './options.ts';
import type { Peer } from './peers/peer.ts';
import { turnward } from './peers/turnward.ts';
import { bareSocketIo, rawWs } from './peers/yardsticks.ts';
import { printResults } from './report/print.ts';
import { faultsOf, type Results } from './report/results.ts';
import { targetsOf, verdictOf } from './report/targets.ts';

/** Contributions of a talk that has run its course: about what is said in one evening. */
const WHOLE_TALK = 40;
const OUT = join(import.meta.dirname, 'out');

/** How much of everything. Rooms are numbered: those under load and at rest first, then long talks, short ones, stored ones. */
const sizesOf = (quick: boolean) =>
  quick
    ? {
        load: 200,
        idle: 100,
        long: 2,
        longEvents: 2000,
        short: 20,
        stored: 12,
        steady: 1,
        search: 3,
        windows: 1,
      }
    : {
        load: 300,
        idle: 1000,
        long: 4,
        longEvents: 10_000,
        short: 40,
        stored: 45,
        steady: 3,
        search: 10,
        windows: 3,
      };

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
const { measures, seconds, profile } = options;
const sizes = sizesOf(options.quick);
const wanted = (...names: Measure[]) => names.some((name) => measures.includes(name));
const began = performance.now();
const say = (sentence: string) =>
  console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${sentence}`);

moveToLoadCore();
say(
  pinned
    ? 'The server has one core, the load another.'
    : 'No second core or no taskset: server and load share, so the figures are only a hint.',
);

const many = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);
const shared = Math.max(sizes.load, sizes.idle);
const longRooms = many(sizes.long, shared);
const shortRooms = many(sizes.short, shared + sizes.long);
const storedRooms = many(sizes.stored, shared + sizes.long + sizes.short);
const lengths = [
  ...many(shared, 0).map(() => WHOLE_TALK),
  ...longRooms.map(() => (wanted('long') ? sizes.longEvents : 0)),
  ...shortRooms.map(() => 0),
  ...storedRooms.map(() => (wanted('stored') ? 290 : 0)),
];
say(
  `Seeding ${lengths.length} rooms through the deciders and the store, while no server runs (the doors limit an address).`,
);
const ours = await turnward(lengths, profile);
const peers: Peer[] = [ours, await bareSocketIo(), await rawWs()];
const results: Results = { peers: { Turnward: {}, 'bare Socket.IO': {}, 'raw ws': {} } };

/** What broke a measure off. What was measured until then is still told. */
let broken: Error | undefined;

try {
  if (wanted('idle')) {
    for (const peer of peers) {
      say(`${peer.name}: ${sizes.idle} idle rooms.`);
      results.peers[peer.name].idle = await idle(peer, sizes.idle);
    }
  }

  if (wanted('steady', 'sustained', 'rejoin')) {
    const fields: Field[] = [];
    for (const peer of peers) {
      say(`${peer.name}: ${sizes.load} rooms of three sockets come in.`);
      fields.push(await openField(peer, sizes.load));
    }
    if (wanted('rejoin')) {
      for (const field of fields) {
        say(`${field.peer.name}: ${sizes.load * 3} sockets rejoin after SIGKILL.`);
        results.peers[field.peer.name].rejoin = await rejoin(field);
      }
    }
    say('Warming up.');
    for (const { server, rooms } of fields)
      await openLoop({ server, rooms, rate: 2000, seconds: seconds / 2, chance: chance(7) });
    if (wanted('steady')) {
      say('500 commands a second.');
      const taken = await steady(fields, { windows: sizes.steady, seconds });
      for (const [i, { peer }] of fields.entries()) results.peers[peer.name].steady = taken[i] ?? [];
    }
    if (wanted('sustained')) {
      say('As many as each sustains.');
      const taken = await sustained(fields, { windows: sizes.search, seconds });
      for (const [i, { peer }] of fields.entries()) {
        results.peers[peer.name].sustained = taken[i] ?? { best: undefined, windows: [] };
      }
    }
    for (const { rooms, server } of fields) {
      leave(rooms);
      await server.stop();
    }
  }

  if (wanted('long')) {
    say(`A command after ${sizes.longEvents} events, and after few.`);
    results.long = await long(ours, {
      events: sizes.longEvents,
      short: shortRooms,
      long: longRooms,
      windows: sizes.windows,
      seconds,
    });
  }
  if (wanted('stored')) {
    say('Stored talks of 300 events are opened.');
    results.stored = await stored(ours, storedRooms);
  }
} catch (error) {
  broken = error instanceof Error ? error : new Error(String(error));
}
await ours.remove();

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
