import type { Mutant } from './mutant.ts';

const CLOSED = ['tests/shared/closed.test.ts'];
const PARK = ['tests/shared/park.test.ts'];

/** R11 and R13: slow by default, taking back before it is opened, parking what is new. */
export const PARKS: readonly Mutant[] = [
  {
    row: 30,
    without: 'a slow guide is slow from its beginning (R13)',
    file: 'shared/conversation/decide.ts',
    find: 'guide.slow ? { slow: true as const } : {}',
    put: '{}',
    tests: CLOSED,
  },
  {
    row: 30,
    without: 'what was opened is not taken back (R13)',
    file: 'shared/conversation/evolve-closed.ts',
    find: 'lastClosed: state.lastClosed?.seq === seq ? null : state.lastClosed,',
    put: '',
    tests: CLOSED,
  },
  {
    row: 30,
    without: 'words that were taken back are destroyed in that record (R13)',
    file: 'shared/conversation/destroyed.ts',
    find: "if (event.type === 'WordsTakenBack') add('talk', [event.seq]);",
    put: '',
    tests: CLOSED,
  },
  {
    row: 26,
    without: 'what was parked stays with whoever parked it (R11)',
    file: 'shared/conversation/park.ts',
    find: "[own({ type: 'ParkNoted', seat, turnId }, { text: { note: noted } })]",
    put: "[talk({ type: 'NewsParked', seat, turnId, stepId: turn.stepId }, { text: { note: noted } })]",
    tests: PARK,
  },
];
