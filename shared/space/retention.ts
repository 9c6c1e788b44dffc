import { refuse } from '../kernel/decider.ts';
import { type Of, record, type SpaceDraft, type SpaceOutcome } from './outcome.ts';
import type { ListedConversation, SpaceState } from './state.ts';

const DAY = 24 * 3_600_000;
/** ER4. Days that a kept talk stays where nobody has said otherwise, and what may be said. */
export const DEFAULT_RETENTION = 90;
export const SHORTEST_RETENTION = 7;
export const LONGEST_RETENTION = 365;
/** ER5. How long before its end a talk is announced, in ms. */
const ANNOUNCED_BEFORE = 7 * DAY;

/** What this partner wishes, in days. */
export const wishOf = ({ retention }: Pick<SpaceState, 'retention'>, memberId: string): number =>
  retention[memberId] ?? DEFAULT_RETENTION;

/** ER4. The shorter of both wishes, in days; that of a partner who has left stands. A practice partner has none. */
export function retentionOf(space: SpaceState): number {
  const partners = [...space.members, ...space.left].filter(({ role, practice }) => role === 'partner' && !practice);
  return Math.min(...partners.map(({ memberId }) => wishOf(space, memberId)), LONGEST_RETENTION);
}

/** When a kept talk ends, in ms; null where it was not kept, is open, or has ended so already. */
export function expiresAt(space: SpaceState, talk: ListedConversation): number | null {
  const due = dueAt(space, talk);
  return due === null ? null : Math.max(due, talk.announced ?? 0);
}

/** ER5. Kept talks that end within a week of now, the first to end first. */
export const endingSoon = (space: SpaceState, now: number): { talk: ListedConversation; endsAt: number }[] =>
  space.conversations
    .flatMap((talk) => {
      const endsAt = expiresAt(space, talk);
      return endsAt !== null && endsAt - now <= ANNOUNCED_BEFORE ? [{ talk, endsAt }] : [];
    })
    .toSorted((one, other) => one.endsAt - other.endsAt);

export function setRetention(space: SpaceState, { days, by }: Of<'SetRetention'>): SpaceOutcome {
  if (!(days >= SHORTEST_RETENTION && days <= LONGEST_RETENTION)) return refuse('no-such-time');
  return days === wishOf(space, by) ? [] : [record({ type: 'RetentionSet', days, by })];
}

/** ER5, ER8. What is due now: talks to announce a week ahead, talks to end, or all of it. */
export function keepHouse(space: SpaceState, now: number): SpaceDraft[] {
  if (space.deleted) return [];
  if (space.deletions.some(({ at }) => now >= at)) return [record({ type: 'SpaceDeleted', by: null })];
  return space.conversations.flatMap((talk) => {
    const { conversationId, announced } = talk;
    const due = dueAt(space, talk);
    if (due === null || now < due - ANNOUNCED_BEFORE) return [];
    // Nothing ends that was not announced a week before, however long the server was off or whatever was shortened since.
    if (announced === null || announced < due) {
      const expiresAt = Math.max(due, now + ANNOUNCED_BEFORE);
      return [record({ type: 'ExpiryAnnounced', conversationId, expiresAt })];
    }
    return now >= announced ? [record({ type: 'ConversationExpired', conversationId })] : [];
  });
}

/** When its time is over, in ms, announced or not; null as above. */
export const dueAt = (space: SpaceState, { closed, expired }: ListedConversation): number | null =>
  closed?.kept && expired === null ? closed.at + retentionOf(space) * DAY : null;
