import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { Language } from '@turnward/shared/space/events.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { RunCommand } from '../conversation/run-command.ts';
import type { Logger } from '../log.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import { nextMove } from './next-move.ts';
import { PRACTICE_NAME } from './words.ts';

/** Unhurried, yet nobody waits long for a script. In ms. */
const PACE = 1_500;
const INVITE_LIVES = 60_000;

export type PracticePartner = {
  /** Comes in by an invitation, as any partner does. */
  takeSeat(spaceId: string, inviter: string, language: Language): Promise<void>;
  /** Looks at the conversation and, where it is its turn, plans one move. A newer look replaces an older plan. */
  wake(conversationId: string): Promise<void>;
  rest(): void;
};

/** A real member that sends the same commands as anybody; the engine doesn't know it from a person. */
export function openPracticePartner(parts: {
  conversations: Conversations;
  spaces: Spaces;
  run: RunCommand;
  runSpace: RunSpaceCommand;
  log: Logger;
  now: () => number;
}): PracticePartner {
  const { conversations, spaces, run, runSpace, log, now } = parts;
  const plans = new Map<string, NodeJS.Timeout>();

  const failed = (error: unknown) => log.error({ error }, 'The practice partner stumbled.');

  const wake = async (conversationId: string): Promise<void> => {
    const { state } = await conversations.load(conversationId);
    const { state: space } = await spaces.load(state.spaceId);
    const partner = space.members.find(({ practice }) => practice);
    const guide = guideById(state.guideId);
    clearTimeout(plans.get(conversationId));
    plans.delete(conversationId);
    if (!partner?.practice || !guide) return;
    const move = nextMove(guide, state, partner.seat, partner.practice);
    if (!move) return;
    const { memberId } = partner;
    const act = () => {
      plans.delete(conversationId);
      run({ memberId, conversationId, commandId: newId(), command: move.command }).catch(failed);
    };
    plans.set(conversationId, setTimeout(act, Math.max(PACE, move.notBefore - now())));
  };

  return {
    wake: (conversationId) => wake(conversationId).catch(failed),
    async takeSeat(spaceId, inviter, language) {
      const inviteId = newId();
      const memberId = newId();
      const expiresAt = now() + INVITE_LIVES;
      const invite = { type: 'MakeInvite', inviteId, by: inviter, via: 'link', expiresAt } as const;
      await runSpace({ spaceId, author: inviter, commandId: newId(), command: invite });
      const memberName = PRACTICE_NAME[language];
      const accept = { type: 'AcceptInvite', inviteId, memberId, memberName, practice: language } as const;
      await runSpace({ spaceId, author: memberId, commandId: newId(), command: accept });
    },
    rest() {
      for (const plan of plans.values()) clearTimeout(plan);
      plans.clear();
    },
  };
}
