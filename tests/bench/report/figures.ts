import type { Window } from '../load/open-loop.ts';
import { median } from '../load/quantiles.ts';
import type { PeerResults, Results } from './results.ts';

/** One line of the report: what it is, its unit's digits, and how to read it from a peer's results. */
export type Figure = { name: string; digits: number; of(results: PeerResults): number | undefined };

const middle = (windows: readonly Window[] | undefined, of: (window: Window) => number): number | undefined =>
  windows && windows.length > 0 ? median(windows.map(of)) : undefined;

export const RATE: Figure = {
  name: 'commands/s sustained, p99 under 50 ms',
  digits: 0,
  of: ({ sustained }) => sustained && (sustained.best?.rate ?? 0),
};
export const CPU: Figure = {
  name: 'CPU s per 10,000 commands at that rate',
  digits: 2,
  of: ({ sustained }) => sustained?.best?.serverCpuSecondsPer10k,
};
export const DELIVERY_P50: Figure = {
  name: 'delivery p50 at 500/s, ms',
  digits: 2,
  of: ({ steady }) => middle(steady, ({ delivery }) => delivery.p50),
};
export const DELIVERY_P99: Figure = {
  name: 'delivery p99 at 500/s, ms',
  digits: 2,
  of: ({ steady }) => middle(steady, ({ delivery }) => delivery.p99),
};
export const MEMORY: Figure = { name: 'MB per 1,000 idle rooms', digits: 0, of: ({ idle }) => idle?.mbPer1000Rooms };
export const STORM: Figure = {
  name: 'sockets rejoin after SIGKILL, ms',
  digits: 0,
  of: ({ rejoin }) => rejoin?.stormMs,
};

export const FIGURES: readonly Figure[] = [
  RATE,
  CPU,
  DELIVERY_P50,
  DELIVERY_P99,
  { name: 'ack p50 at 500/s, ms', digits: 2, of: ({ steady }) => middle(steady, ({ ack }) => ack.p50) },
  { name: 'ack p99 at 500/s, ms', digits: 2, of: ({ steady }) => middle(steady, ({ ack }) => ack.p99) },
  {
    name: 'CPU s per 10,000 commands at 500/s',
    digits: 2,
    of: ({ steady }) => middle(steady, ({ serverCpuSecondsPer10k }) => serverCpuSecondsPer10k),
  },
  MEMORY,
  STORM,
  { name: 'server CPU ms per 1,000 that rejoin', digits: 0, of: ({ rejoin }) => rejoin?.serverCpuMsPer1000 },
  { name: 'start of the program, ms', digits: 0, of: ({ rejoin }) => rejoin?.startMs },
];

/** CPU of a command in a long talk, as a multiple of one in a short talk. */
export function longRatio({ long }: Results): number | undefined {
  const cpu = (windows: readonly Window[] | undefined) => middle(windows, (window) => window.serverCpuSecondsPer10k);
  const [short, lengthy] = [cpu(long?.short), cpu(long?.long)];
  return short && lengthy ? lengthy / short : undefined;
}
