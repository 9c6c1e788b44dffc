import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { openConversation } from '@turnward/shared/space/state.ts';
import { lingering } from '../line/listeners.ts';
import type { Space, SpaceStore } from '../space/space-store.ts';
import type { Headers, HeadersStore } from './headers-store.ts';

/** A couple as the caseload shows it: the space, and the talk that is open there, in headers alone (CA1). */
export type CaseloadRow = {
  spaceId: string;
  space: Space;
  talk: (Headers & { conversationId: string; guide: Guide | undefined; step: Step | undefined }) | null;
};

type Parts = {
  space: (spaceId: string) => Pick<SpaceStore, 'subscribe' | 'snapshot'>;
  headers: (conversationId: string) => Pick<HeadersStore, 'subscribe' | 'snapshot'>;
};

/** Follows several couples at once: each space, and where a talk is open there, what happens in it. */
export function openCaseloadStore(spaceIds: readonly string[], { space, headers }: Parts) {
  const talks = new Map<string, { conversationId: string; leave: () => void }>();
  let rows: readonly CaseloadRow[] = [];

  const draw = () => {
    rows = spaceIds.map((spaceId) => {
      const at = space(spaceId).snapshot();
      const conversationId = talks.get(spaceId)?.conversationId;
      return { spaceId, space: at, talk: conversationId === undefined ? null : talkOf(conversationId) };
    });
  };

  const talkOf = (conversationId: string): CaseloadRow['talk'] => {
    const heads = headers(conversationId).snapshot();
    const { guideId, turn } = heads.state;
    const guide = guideById(guideId);
    return { ...heads, conversationId, guide, step: guide && turn ? stepById(guide, turn.stepId) : undefined };
  };

  /** Follows the talk that is open in a space now, and leaves the one that was. */
  const followTalk = (spaceId: string) => {
    const known = talks.get(spaceId);
    const conversationId = openConversation(space(spaceId).snapshot().state)?.conversationId;
    if (known?.conversationId === conversationId) return;
    known?.leave();
    talks.delete(spaceId);
    if (conversationId === undefined) return;
    talks.set(spaceId, { conversationId, leave: headers(conversationId).subscribe(changed) });
  };

  const changed = () => {
    for (const spaceId of spaceIds) followTalk(spaceId);
    draw();
    readers.tell();
  };

  const readers = lingering(() => {
    const leave = spaceIds.map((spaceId) => space(spaceId).subscribe(changed));
    changed();
    return () => {
      for (const each of leave) each();
      for (const talk of talks.values()) talk.leave();
      talks.clear();
      draw();
    };
  });

  draw();
  return { subscribe: readers.subscribe, snapshot: () => rows };
}
