import { coldRatio } from '../measures/cold.ts';
import { documentRatio, KEYSTROKES, PROPAGATION_P99 } from './document-figures.ts';
import { slowestEnd } from './end-figures.ts';
import { CPU, DELIVERY_P50, DELIVERY_P99, type Figure, longRatio, MEMORY, RATE, STORM } from './figures.ts';
import type { Results } from './results.ts';

/** A promise about a figure: what was seen, and the target and the stretch it is held against. */
export type Target = {
  name: string;
  unit: string;
  seen: number | undefined;
  target: number;
  stretch: number;
  atLeast?: true;
};

/** What Turnward holds. */
export const targetsOf = (results: Results): Target[] => [
  ...talkTargets(results),
  ...documentTargets(results),
  {
    name: 'slowest change of 20 talks, to its header',
    unit: 'ms',
    seen: results.caseload && Math.max(results.caseload.spread.max, results.caseload.atOnce.max),
    target: 1000,
    stretch: 100,
  },
  {
    name: 'slowest end of a session or a place, p99',
    unit: 'ms',
    seen: results.ends && slowestEnd(results.ends),
    target: 250,
    stretch: 50,
  },
];

/** Each beside bare Socket.IO in the same run where that applies. */
function talkTargets(results: Results): Target[] {
  const besideBare = ({ of }: Figure): number | undefined => {
    const [ours, bare] = [of(results.peers.Turnward), of(results.peers['bare Socket.IO'])];
    return ours !== undefined && bare ? ours / bare : undefined;
  };
  const unit = 'x bare';
  return [
    { name: 'commands/s sustained', unit, seen: besideBare(RATE), target: 0.35, stretch: 0.5, atLeast: true },
    { name: 'CPU per 10,000 commands', unit, seen: besideBare(CPU), target: 3, stretch: 1.8 },
    { name: 'delivery p50 at 500/s', unit, seen: besideBare(DELIVERY_P50), target: 5, stretch: 3.5 },
    // 4 ms where bare Socket.IO takes 1.4.
    { name: 'delivery p99 at 500/s', unit, seen: besideBare(DELIVERY_P99), target: 2.9, stretch: 2.9 },
    { name: 'memory of idle rooms', unit, seen: besideBare(MEMORY), target: 1.5, stretch: 1.15 },
    { name: 'rejoin after SIGKILL, caught up', unit, seen: besideBare(STORM), target: 2, stretch: 1.3 },
    { name: 'command after 10,000 events', unit: 'x after 10', seen: longRatio(results), target: 1.1, stretch: 1 },
    {
      name: 'stored talk of 300 events opened',
      unit: 'ms server CPU',
      seen: results.stored?.serverCpuMsPerTalk,
      target: 15,
      stretch: 5,
    },
  ];
}

/** Beside `@y/websocket-server`, which promises neither rights nor durability, in the same run. */
function documentTargets(results: Results): Target[] {
  const unit = 'x @y/websocket-server';
  return [
    {
      name: 'keystrokes/s sustained',
      unit,
      seen: documentRatio(results, KEYSTROKES),
      target: 1,
      stretch: 1.5,
      atLeast: true,
    },
    { name: 'keystroke delivery p99', unit, seen: documentRatio(results, PROPAGATION_P99), target: 1, stretch: 0.5 },
    ...[10_000, 100_000].flatMap((keystrokes) =>
      (['rested', 'cut'] as const).map((kind) => ({
        name: `opened after ${keystrokes / 1000}k keys${kind === 'cut' ? ', killed meanwhile' : ''}`,
        unit: 'x one state',
        seen: coldRatio(
          results.cold?.find((cold) => cold.keystrokes === keystrokes),
          kind,
        ),
        target: 1.3,
        stretch: 1,
      })),
    ),
  ];
}

export function verdictOf({ seen, target, stretch, unit, atLeast }: Target): string {
  if (seen === undefined) return 'no figure in this run';
  const holds = (bound: number) => (atLeast ? seen >= bound : seen <= bound);
  if (holds(stretch)) return stretch === target ? 'met' : 'met, stretch too';
  const wanted = (bound: number) => `${atLeast ? 'at least' : 'at most'} ${bound} ${unit}`;
  return holds(target) ? `met (stretch: ${wanted(stretch)})` : `NOT MET: ${wanted(target)} was the target`;
}
