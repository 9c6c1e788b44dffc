import '../../i18n/en-words.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { expiresAt } from '@turnward/shared/space/retention.ts';
import { type ReactNode, useState } from 'react';
import { useConversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { type Space, useSpace } from '../../space/replica.ts';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { useTitle } from '../../ui/use-title.ts';
import { isHard } from './hard-talk.ts';
import { NotToRead } from './not-to-read.tsx';
import { OpenWhenReady } from './open-when-ready.tsx';
import { ReadTogether } from './read-together.tsx';
import { TimeWasOver } from './time-was-over.tsx';
import { Transcript } from './transcript-view.tsx';

export type TranscriptPageProps = { spaceId: string; conversationId: string };

/** Screen 15: a kept talk, read again. R20: before a hard one comes a warning, and nothing is fetched until it is opened. */
export function TranscriptPage({ spaceId, conversationId }: TranscriptPageProps) {
  const t = useText();
  const space = useSpace(spaceId);
  useTitle();
  return (
    <Frame connection={lineWords(space.connection, t)}>
      {space.phase === 'ready' ? (
        <Kept space={space} conversationId={conversationId} />
      ) : (
        <NotToRead refusal={space.refusal} />
      )}
    </Frame>
  );
}

function Kept({ space, conversationId }: { space: Space; conversationId: string }): ReactNode {
  const [opened, setOpened] = useState(false);
  const listed = space.state.conversations.find((each) => each.conversationId === conversationId);
  const guide = guideById(listed?.guideId ?? '');
  if (!listed?.closed?.kept || !guide) return <NotToRead refusal="not-found" />;
  const { openedAt, expired } = listed;
  if (expired !== null) return <TimeWasOver at={expired} spaceId={space.state.spaceId} />;
  const endsAt = expiresAt(space.state, listed);
  if (opened || !isHard(guide)) return <Opened conversationId={conversationId} space={space} endsAt={endsAt} />;
  const open = () => setOpened(true);
  return <OpenWhenReady guide={guide} openedAt={openedAt} spaceId={space.state.spaceId} onOpen={open} />;
}

type OpenedProps = { conversationId: string; space: Space; endsAt: number | null };

function Opened({ conversationId, space, endsAt }: OpenedProps) {
  const conversation = useConversation(conversationId);
  if (conversation.phase === 'ready') return <Transcript conversation={conversation} endsAt={endsAt} />;
  if (conversation.refusal === 'needs-consent') return <ReadTogether space={space} />;
  return <NotToRead refusal={conversation.refusal} />;
}
