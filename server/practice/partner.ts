import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { Language } from '@turnward/shared/space/events.ts';
import { type PartnerMember, partnerIn, type SpaceState } from '@turnward/shared/space/state.ts';
import type { Conversations } from '../conversation/conversations.ts';
import type { RunCommand, Written } from '../conversation/run-command.ts';
import type { Logger } from '../log.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import { type Move, nextMove, wantsToMark } from './next-move.ts';
import { PRACTICE_COUPLE, PRACTICE_NAME } from './words.ts';

/** Unhurried, yet nobody waits long for a script. In ms. */
const PACE = 1_500;
const INVITE_LIVES = 60_000;

export type PracticePartner = {
  /**
   * Comes in by an invitation, as any partner does. Where a facilitator founded the space both seats are taken, and both confirm
   * them: a rehearsal.
   */
  takeSeats(spaceId: string, inviter: string, language: Language): Promise<void>;
  /** Looks at the conversation and, where it is its turn, plans one move for each. A newer look replaces an older plan. */
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
    const guide = guideById(state.guideId);
    if (!guide) return;
    const scripted = SEATS.flatMap((seat) => practising(space, seat) ?? []);
    for (const { memberId, seat, practice } of scripted) {
      const { deck } = wantsToMark(state, seat) ? await written(state, { type: 'FinishMarking', done: true }) : {};
      const rehearsal = scripted.length === SEATS.length;
      const move = nextMove(guide, state, { seat, language: practice, rehearsal }, deck);
      plan(`${conversationId}/${seat}`, move, async (command) => {
        await run({ memberId, conversationId, commandId: newId(), command });
      });
    }
  };

  const plan = (name: string, move: Move | undefined, send: (command: ConversationCommand) => Promise<void>): void => {
    clearTimeout(plans.get(name));
    plans.delete(name);
    if (!move) return;
    const act = async () => {
      plans.delete(name);
      for (const command of move.commands) await send(command);
    };
    plans.set(
      name,
      setTimeout(() => act().catch(failed), Math.max(PACE, move.notBefore - now())),
    );
  };

  const ask = (spaceId: string, author: string, command: SpaceCommand) =>
    runSpace({ spaceId, author, commandId: newId(), command });

  /** The member id of the practice partner who came in. */
  const takeSeat = async (spaceId: string, inviter: string, seat: Seat, name: string, practice: Language) => {
    const inviteId = newId();
    const memberId = newId();
    const expiresAt = now() + INVITE_LIVES;
    const as = { role: 'partner', seat } as const;
    await ask(spaceId, inviter, { type: 'MakeInvite', inviteId, by: inviter, via: 'link', expiresAt, as });
    await ask(spaceId, memberId, { type: 'AcceptInvite', inviteId, memberId, memberName: name, practice });
    return memberId;
  };

  return {
    wake: (conversationId) => wake(conversationId).catch(failed),
    async takeSeats(spaceId, inviter, language) {
      const { state } = await spaces.load(spaceId);
      if (state.founder !== inviter) {
        await takeSeat(spaceId, inviter, 'b', PRACTICE_NAME[language], language);
        return;
      }
      const couple: string[] = [];
      for (const seat of SEATS) {
        couple.push(await takeSeat(spaceId, inviter, seat, PRACTICE_COUPLE[language][seat], language));
      }
      for (const by of couple) await ask(spaceId, by, { type: 'ConfirmGuest', memberId: inviter, by });
    },
    rest() {
      for (const plan of plans.values()) clearTimeout(plan);
      plans.clear();
    },
  };
}

type Practising = PartnerMember & { practice: Language };

function practising(space: SpaceState, seat: Seat): Practising | undefined {
  const partner = partnerIn(space, seat);
  return partner?.practice ? { ...partner, practice: partner.practice } : undefined;
}
