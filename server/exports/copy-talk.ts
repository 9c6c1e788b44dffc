import type { OwnEvent, TalkEvent } from '@turnward/shared/conversation/events.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type Seat, streamName } from '@turnward/shared/kernel/stream.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { type Section, sectionsOf } from '@turnward/shared/transcript/sections.ts';
import type { CopiedTalk, CopyLanguage } from '@turnward/shared/wire/talks-copy.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type CopyNames, copiedLines } from './copied-lines.ts';
import { copyTimes } from './copy-times.ts';

/** Events of one page: between two pages others get their turn. */
const PAGE = 200;
/** CO7. What is private to somebody is not even read. */
const NOTHING_PRIVATE: readonly Recorded<OwnEvent>[] = [];

/** `head`: the last seq that was read. */
export type PutDown = { talk: CopiedTalk; head: number };

/** One kept talk, in the order in which both read it. */
export async function copyTalk(
  { conversationId, guideId, openedAt }: ListedConversation,
  events: EventStore,
  names: CopyNames,
  language: CopyLanguage,
): Promise<PutDown> {
  const talk = await wholeTalk(events, conversationId);
  const guide = guideById(guideId);
  const opened = talk.find(({ event }) => event.type === 'ConversationOpened')?.event;
  const first: Seat = opened?.type === 'ConversationOpened' ? opened.first : 'a';
  const sections = guide ? sectionsOf({ guide, seat: first, first, talk, own: NOTHING_PRIVATE }) : [];
  const told = (section: Section) =>
    guide ? copiedLines(section.lines, { guide, names, language, times: copyTimes(language) }) : [];
  const head = talk.at(-1)?.seq ?? 0;
  return {
    head,
    talk: {
      conversationId,
      guideId,
      title: guide?.title ?? guideId,
      openedAt,
      sections: sections.flatMap((section) => {
        const lines = told(section);
        const title = guide?.outline.find(({ id }) => id === section.outline)?.title ?? section.outline;
        const { sharer } = section;
        const side = sharer ? names.of[sharer] : null;
        return lines.length > 0 ? [{ title, side, lines }] : [];
      }),
    },
  };
}

async function wholeTalk(events: EventStore, conversationId: string): Promise<Recorded<TalkEvent>[]> {
  const talk: Recorded<TalkEvent>[] = [];
  for (;;) {
    const page = await events.read(streamName('talk', conversationId), talk.at(-1)?.seq ?? 0, PAGE);
    talk.push(...(page as Recorded<TalkEvent>[]));
    if (page.length < PAGE) return talk;
  }
}
