import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace, type SpaceState } from '@turnward/shared/space/state.ts';

export type Lived = { state: SpaceState; log: Recorded<SpaceEvent>[] };

const NOW = 1_000_000;
const DAY = 24 * 60 * 60_000;

/** The space and its log after these commands, decided by the rules themselves; `at` counts up from 1. */
export function lived(...commands: SpaceCommand[]): Lived {
  let state = initialSpace;
  const log: Recorded<SpaceEvent>[] = [];
  for (const command of commands) {
    const outcome = decideSpace(state, command, NOW);
    if (isRefused(outcome)) throw new Error(`${command.type} was refused: ${outcome.refused}`);
    for (const { event, words } of outcome) {
      const seq = log.length + 1;
      const own = words && !('copyOf' in words) ? { words: words as Words } : {};
      const recorded = { stream: 'space:s' as const, seq, at: seq, event: event as SpaceEvent, ...own };
      log.push(recorded);
      state = evolveSpace(state, recorded);
    }
  }
  return { state, log };
}

const invite = { via: 'link', expiresAt: NOW + DAY } as const;

/** Ada and Ben, members of one space. */
export const couple: SpaceCommand[] = [
  { type: 'CreateSpace', spaceId: 's', memberId: 'ada', spaceName: 'Kitchen', memberName: 'Ada', practice: false },
  { type: 'MakeInvite', inviteId: 'i-ben', by: 'ada', as: { role: 'partner', seat: 'b' }, ...invite },
  { type: 'AcceptInvite', inviteId: 'i-ben', memberId: 'ben', memberName: 'Ben' },
];

/** Eva asks to accompany them: Ada invited her. */
export const evaAsks: SpaceCommand[] = [
  { type: 'MakeInvite', inviteId: 'i-eva', by: 'ada', as: { role: 'facilitator' }, ...invite },
  {
    type: 'ProposeGuest',
    inviteId: 'i-eva',
    memberId: 'eva',
    role: 'facilitator',
    memberName: 'Eva',
    secrets: 'no-secrets',
  },
];

export const confirms = (by: string, memberId = 'eva'): SpaceCommand => ({ type: 'ConfirmGuest', memberId, by });
export const bothConfirm: SpaceCommand[] = [confirms('ada'), confirms('ben')];
