import type { Window } from '../load/open-loop.ts';
import { type Faults, faultless } from '../load/tally.ts';
import type { Idle } from '../measures/idle.ts';
import type { Long } from '../measures/long.ts';
import type { Rejoin } from '../measures/rejoin.ts';
import type { Stored } from '../measures/stored.ts';
import type { Sustained } from '../measures/sustained.ts';
import type { Peer } from '../peers/peer.ts';

export type PeerResults = { idle?: Idle; steady?: Window[]; sustained?: Sustained; rejoin?: Rejoin };

/** All figures of a run, as measured; absent where a measure was left out. */
export type Results = { peers: Record<Peer['name'], PeerResults>; long?: Long; stored?: Stored };

export type Fault = { where: string; rate: number; faults: Faults; trouble: string };

/** Every window of load in the run, and whose it was. */
export function windowsOf({ peers, long }: Results): { where: string; window: Window }[] {
  const ofPeers = Object.entries(peers).flatMap(([name, { steady = [], sustained }]) =>
    [...steady, ...(sustained?.windows ?? [])].map((window) => ({ where: name, window })),
  );
  const ofTalks = [...(long?.short ?? []), ...(long?.long ?? [])].map((window) => ({ where: 'long talks', window }));
  return [...ofPeers, ...ofTalks];
}

/** Every window in which something was missing, doubled, refused or sent to the wrong room. */
export const faultsOf = (results: Results): Fault[] =>
  windowsOf(results)
    .filter(({ window }) => !faultless(window.faults))
    .map(({ where, window: { rate, faults, trouble } }) => ({ where, rate, faults, trouble }));

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
