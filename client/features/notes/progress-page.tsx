import '../../i18n/en-words.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { useHeaders } from '../../conversation/caseload.ts';
import { useDocument } from '../../documents/replica.ts';
import '../../i18n/en-helpers.ts';
import { useText } from '../../i18n/text.ts';
import { useGuestRooms } from '../../space/guest-rooms.ts';
import { useSpace } from '../../space/replica.ts';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { draftOf, type NoteDraft } from './note-draft.ts';
import { useSentences } from './note-sentences.ts';
import { NoteSheet } from './note-sheet.tsx';
import { useRemembered } from './use-remembered.ts';

type ProgressPageProps = { spaceId: string; conversationId: string };

/** A facilitator's progress note on one talk, drafted from what happened and never from what was said (NO1). */
export function ProgressPage(props: ProgressPageProps) {
  const t = useText();
  const known = useGuestRooms();
  useTitle();
  if (known.phase === 'ready') {
    const { memberId } = known;
    const room = known.rooms.find(({ spaceId, role }) => spaceId === props.spaceId && role === 'facilitator');
    if (room?.standing === 'active') return <WithTalk {...props} memberId={memberId} />;
    return <Frame>{room ? <Note {...props} memberId={memberId} /> : <NotMine />}</Frame>;
  }
  return (
    <Frame>
      {known.phase === 'connecting' && <Page title={t('waiting.title')} />}
      {known.phase === 'unreachable' && <Page title={t('note.title')} lead={t('refusal.unavailable')} />}
      {known.phase === 'nobody' && <NotMine />}
    </Frame>
  );
}

function NotMine() {
  const t = useText();
  return <Page title={t('kept.missing')} lead={t('refusal.not-found')} />;
}

type OwnProps = ProgressPageProps & { memberId: string };

/** While the couple is open to its author: with the headers of the talk, which the draft is made from. */
function WithTalk({ spaceId, conversationId, memberId }: OwnProps) {
  const t = useText();
  const space = useSpace(spaceId);
  const headers = useHeaders(conversationId);
  const { guideId } = headers.state;
  const sentences = useSentences(guideId);
  const talk = space.state.conversations.find((each) => each.conversationId === conversationId);
  const guide = guideById(guideId);
  const known = space.phase === 'ready' && headers.phase === 'ready';
  const draft = known && guide ? draftOf({ guide, headers, space, sentences }) : undefined;
  useRemembered({ spaceId, memberId, conversationId, openedAt: talk?.openedAt });
  return (
    <Frame connection={lineWords(space.connection, t)}>
      <Note spaceId={spaceId} conversationId={conversationId} memberId={memberId} draft={draft} talk={talk} />
    </Frame>
  );
}

type NoteProps = OwnProps & { draft?: NoteDraft | undefined; talk?: ListedConversation | undefined };

function Note({ memberId, draft, talk, ...place }: NoteProps) {
  const t = useText();
  const document = useDocument(`progress/${place.conversationId}/${memberId}`);
  if (document?.phase === 'refused') return <NotMine />;
  if (document?.phase !== 'ready') return <Page title={t('waiting.title')} />;
  return <NoteSheet {...place} document={document} draft={draft} talk={talk} />;
}
