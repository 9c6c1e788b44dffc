import { holdersOf } from '@turnward/shared/conversation/floor.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import { END, type Guide, type Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';

/**
 * CL7. What the present step asks of one partner.
 *
 * | part       |                                                                          |
 * |------------|--------------------------------------------------------------------------|
 * | `write`    | my answer is wanted                                                      |
 * | `listen`   | the other holds the floor                                                |
 * | `done`     | I have answered; it goes on once both have, and who has not is not said  |
 * | `proposed` | my joint words wait for the other                                        |
 * | `approve`  | the other's joint words wait for me                                      |
 * | `left`     | I would leave the joint step open                                        |
 */
export type Part = 'write' | 'listen' | 'done' | 'proposed' | 'approve' | 'left';

export function partOf(state: ConversationState, step: Step, seat: Seat): Part {
  const { turn, proposal, done, answered } = state;
  if (!turn?.holders.includes(seat)) return 'listen';
  if (step.actor === 'both') {
    if (proposal) return proposal.seat === seat ? 'proposed' : 'approve';
    return done.includes(seat) ? 'left' : 'write';
  }
  const privately = step.visibility !== 'pair' && answered[seat]?.turnId === turn.turnId;
  const openly = step.actor === 'each' && done.includes(seat);
  return privately || openly ? 'done' : 'write';
}

/** Longer than any guide: a script that leads in circles ends the search. */
const FAR = 40;

/** The next step that will ask something of this partner, on the usual way. */
export function nextForMe(guide: Guide, step: Step, seat: Seat, first: Seat): Step | undefined {
  let at: Step | undefined = step;
  for (let hop = 0; hop < FAR && at; hop++) {
    at = at.next === END ? undefined : stepById(guide, at.next);
    // Whether there will be another card to offer is not known yet.
    if (at && !at.ifCardsLeft && holdersOf(at, first).includes(seat)) return at;
  }
  return undefined;
}
