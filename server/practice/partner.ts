import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { Language } from '@turnward/shared/space/events.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { RunCommand, Written } from '../conversation/run-command.ts';
import type { Logger } from '../log.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import { nextMove, wantsToMark } from './next-move.ts';
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
  written: Written;
  log: Logger;
  now: () => number;
}): PracticePartner {
  const { conversations, spaces, run, runSpace, written, log, now } = parts;
  const plans = new Map<string, NodeJS.Timeout>();

  const failed = (error: unknown) => log.error({ error }, 'The practice partner stumbled.');

  const wake = async (conversationId: string): Promise<void> => {
    const { state } = await conversations.load(conversationId);
    const { state: space } = await spaces.load(state.spaceId);
    const partner = space.members.find(({ practice }) => practice);
    const guide = guideById(state.guideId);
    if (!partner?.practice || !guide) return;
    const { memberId, seat, practice } = partner;
    const { deck } = wantsToMark(state, seat) ? await written(state, { type: 'FinishMarking', done: true }) : {};
    const move = nextMove(guide, state, seat, practice, deck);
    clearTimeout(plans.get(conversationId));
    plans.delete(conversationId);
    if (!move) return;
    const act = async () => {
      plans.delete(conversationId);
      for (const command of move.commands) await run({ memberId, conversationId, commandId: newId(), command });
    };
    plans.set(
      conversationId,
      setTimeout(() => act().catch(failed), Math.max(PACE, move.notBefore - now())),
    );
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
