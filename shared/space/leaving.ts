import { refuse } from '../kernel/decider.ts';
import { consented } from './consents.ts';
import { type Of, record, type SpaceOutcome } from './outcome.ts';
import type { SpaceState } from './state.ts';

/** ER8. What one partner alone leaves the other, to take out their own words or to answer. In ms. */
const DELETION_NOTICE = 14 * 24 * 3_600_000;

/** ER6. Alone and at once. Where nobody is left who could read it, the space is deleted in the same record. */
export function leaveSpace({ members }: SpaceState, { by, erase }: Of<'LeaveSpace'>): SpaceOutcome {
  const left = record({ type: 'PartnerLeft', memberId: by });
  const others = members.some(({ role, memberId, practice }) => role === 'partner' && memberId !== by && !practice);
  if (!others) return [left, record({ type: 'SpaceDeleted', by: null })];
  return erase ? [left, record({ type: 'WordsErased', by })] : [left];
}

/** ER7. Also for whoever has left; once all of theirs is gone, nothing is left to do. */
export function eraseWords({ left, erased }: SpaceState, { by }: Of<'EraseWords'>): SpaceOutcome {
  const gone = left.some(({ memberId, at }) => memberId === by && (erased[by] ?? 0) >= at);
  return gone ? [] : [record({ type: 'WordsErased', by })];
}

export function announceDeletion({ deletions }: SpaceState, { by }: Of<'AnnounceDeletion'>, now: number): SpaceOutcome {
  if (deletions.some((each) => each.by === by)) return [];
  return [record({ type: 'DeletionAnnounced', by, at: now + DELETION_NOTICE })];
}

/** Each takes back their own announcement, and nobody else’s. */
export const cancelDeletion = ({ deletions }: SpaceState, { by }: Of<'CancelDeletion'>): SpaceOutcome =>
  deletions.some((each) => each.by === by) ? [record({ type: 'DeletionCancelled', by })] : [];

/** ER8. At once, where both consent. */
export function deleteSpace(space: SpaceState, { by }: Of<'DeleteSpace'>, now: number): SpaceOutcome {
  if (!consented(space, 'delete-space', now)) return refuse('needs-consent');
  return [record({ type: 'SpaceDeleted', by })];
}
