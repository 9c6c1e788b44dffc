import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import type { Room } from '../conversation/room.ts';

/** Where on the guide's way a talk stands: its present step, or the one that goes on once a step put in between is done. */
export function stepOnTheWay({ state, guide, step }: Pick<Room, 'state' | 'guide' | 'step'>): Step | undefined {
  return state.interrupted ? stepById(guide, state.interrupted.turn.stepId) : step;
}
