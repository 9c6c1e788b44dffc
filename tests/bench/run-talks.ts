import { contenderOf, type Field, leave, openField } from './field.ts';
import { chance } from './load/chance.ts';
import { idle } from './measures/idle.ts';
import { long } from './measures/long.ts';
import { type Patience, patiently } from './measures/patience.ts';
import { rejoin } from './measures/rejoin.ts';
import { steady } from './measures/steady.ts';
import { stored } from './measures/stored.ts';
import { LIMIT_MS, sustained } from './measures/sustained.ts';
import { type Measure, type Options, wants } from './options.ts';
import type { Peer } from './peers/peer.ts';
import { turnward } from './peers/turnward.ts';
import { bareSocketIo, rawWs } from './peers/yardsticks.ts';
import type { Results } from './report/results.ts';
import { type Sizes, WHOLE_TALK } from './sizes.ts';

/** The measures of talks: commands, beside raw `ws` and bare Socket.IO. Writes into `results` as it goes. */
export async function runTalks(
  options: Options,
  sizes: Sizes,
  results: Results,
  patience: Patience,
  say: (sentence: string) => void,
): Promise<void> {
  const { seconds, profile } = options;
  const wanted = (...names: Measure[]) => wants(options, names);
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
  try {
    if (wanted('idle')) {
      for (const peer of peers) {
        say(`${peer.name}: ${sizes.idle} idle rooms.`);
        results.peers[peer.name].idle = await idle(peer, sizes.idle);
      }
    }
    if (wanted('steady', 'sustained', 'rejoin')) await underLoad();
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
  } finally {
    await ours.remove();
  }

  async function underLoad(): Promise<void> {
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
    const contenders = fields.map((field) => patiently(contenderOf(field), patience));
    say('Warming up.');
    for (const { window } of contenders) await window({ rate: 2000, seconds: seconds / 2, chance: chance(7) });
    if (wanted('steady')) {
      say('500 commands a second.');
      const taken = await steady(contenders, { windows: sizes.steady, seconds });
      for (const [i, { peer }] of fields.entries()) results.peers[peer.name].steady = taken[i] ?? [];
    }
    if (wanted('sustained')) {
      say('As many as each sustains.');
      const taken = await sustained(contenders, {
        windows: sizes.search,
        seconds,
        holds: ({ ack, delivery }) => ack.p99 < LIMIT_MS && delivery.p99 < LIMIT_MS,
      });
      for (const [i, { peer }] of fields.entries()) {
        results.peers[peer.name].sustained = taken[i] ?? { best: undefined, windows: [] };
      }
    }
    for (const { rooms, server } of fields) {
      leave(rooms);
      await server.stop();
    }
  }
}
