import { LONGEST_NOTE, NOTE_PARTS, type NotePart, notePart } from '@turnward/shared/documents/notes.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { ArrowLeft } from 'lucide-react';
import type { DocumentState } from '../../documents/document-state.ts';
import { useBoundText } from '../../documents/use-bound-text.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { SavedNote } from '../../ui/saved-note.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import type { NoteDraft } from './note-draft.ts';
import { SaveNote } from './save-note.tsx';
import { useBegun } from './use-begun.ts';

export type NoteSheetProps = {
  spaceId: string;
  conversationId: string;
  document: DocumentState;
  /** Undefined before the talk has ended, and where its headers are not open to the author any more. */
  draft: NoteDraft | undefined;
  talk: ListedConversation | undefined;
};

/** Data, assessment and plan: three boxes that are the author's alone (NO2). */
export function NoteSheet({ spaceId, conversationId, document, draft, talk }: NoteSheetProps) {
  const t = useText();
  const g = useGuideText();
  const times = useTimes();
  useBegun(document, draft);
  const about = talk && {
    guide: g(talk.guideId, 'title', guideById(talk.guideId)?.title ?? ''),
    date: times.date(talk.openedAt),
  };
  return (
    <Page title={t('note.title')} lead={about && t('note.about', about)}>
      <Actions>
        <ButtonLink kind="quiet" href={`/caseload/${spaceId}`} icon={<ArrowLeft size={20} aria-hidden="true" />}>
          {t('note.back')}
        </ButtonLink>
      </Actions>
      <p>{t('note.lead')}</p>
      {talk && talk.closed === null && (
        <Notice>
          <p>{t('note.tooEarly')}</p>
        </Notice>
      )}
      {NOTE_PARTS.map((part) => (
        <PartBox key={part} document={document} part={part} />
      ))}
      <SavedNote saved={document.saved} />
      <SaveNote document={document} conversationId={conversationId} />
    </Page>
  );
}

function PartBox({ document, part }: { document: DocumentState; part: NotePart }) {
  const t = useText();
  const bound = useBoundText(notePart(document.doc, part));
  return (
    <BoundBox
      ref={bound.ref}
      label={t(`note.part.${part}`)}
      hint={t(`note.part.${part}.hint`)}
      words={bound.value}
      max={LONGEST_NOTE}
      most={LONGEST_NOTE}
      voice="ui"
      readOnly={document.access === 'read'}
    />
  );
}
