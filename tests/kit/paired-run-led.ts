import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Stage } from './paired-run-stage.ts';

/** FA5. Whoever facilitates leads, and lets both in. */
export async function lead(stage: Stage): Promise<void> {
  await stage.ask('facilitator', { type: 'TakeLead' });
  for (const seat of SEATS) await stage.ask('facilitator', { type: 'Admit', seat });
}

/** What whoever leads does before a turn, for all to see: opens a floor that the guide holds, and at times something more. */
export async function leadOn(stage: Stage): Promise<void> {
  const { draw, state, guide } = stage;
  const { turn, hold, interrupted, keeping } = state;
  const step = turn && stepById(guide, turn.stepId);
  if (!turn || !step) return;
  const { turnId } = turn;
  if (hold) await stage.ask('facilitator', { type: 'ReturnFloor', turnId });
  if (interrupted || keeping || step.kind === 'keep' || draw.below(3) > 0) return;
  await draw.one(ACTS)(stage, turnId, draw.one(SEATS));
}

const ACTS: readonly ((stage: Stage, turnId: string, seat: Seat) => Promise<void>)[] = [
  (stage, turnId) => stage.ask('facilitator', { type: 'GiveTime', turnId, minutes: 5 }),
  (stage) => stage.ask('facilitator', { type: 'SetSlowMode', on: !stage.state.slow }),
  (stage, turnId) => stage.ask('facilitator', { type: 'InsertStep', turnId, what: 'settle' }),
  (stage, turnId, to) => stage.ask('facilitator', { type: 'InsertStep', turnId, what: 'tell', to }),
  (stage, turnId, to) => stage.ask('facilitator', { type: 'HandFloor', turnId, to }),
  async (stage, turnId) => {
    await stage.ask('facilitator', { type: 'HoldFloor', turnId });
    await stage.ask('facilitator', { type: 'ReturnFloor', turnId });
  },
  async (stage, _, seat) => {
    await stage.ask('facilitator', { type: 'SendBack', seat });
    await stage.ask('facilitator', { type: 'Admit', seat });
  },
];
