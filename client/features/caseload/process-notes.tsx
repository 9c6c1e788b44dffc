import { LONGEST_NOTE, notedTalks, notesText } from '@turnward/shared/documents/notes.ts';
import { Lock } from 'lucide-react';
import { Link } from 'wouter';
import type { DocumentState } from '../../documents/document-state.ts';
import { useDocument } from '../../documents/replica.ts';
import { useBoundText } from '../../documents/use-bound-text.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Card } from '../../ui/card.tsx';
import { SavedNote } from '../../ui/saved-note.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import styles from './couple.module.css';

type ProcessNotesProps = {
  spaceId: string;
  memberId: string;
  /** Talks whose progress notes can be reached elsewhere on the page; the way to all others is listed here. */
  except: readonly string[];
};

/** A facilitator's process notes on one couple: theirs alone, no part of the record (NO2). */
export function ProcessNotes({ spaceId, memberId, except }: ProcessNotesProps) {
  const t = useText();
  const document = useDocument(`notes/${spaceId}/${memberId}`);
  return (
    <Card labelledBy="notes">
      <h2 id="notes" className={styles.private}>
        <Lock size={20} aria-hidden="true" /> {t('couple.notes')}
      </h2>
      <p className={styles.muted}>{t('couple.notes.lead')}</p>
      {document?.phase === 'ready' && <Notes document={document} />}
      {document?.phase === 'refused' && <p>{t('couple.notes.closed')}</p>}
      {document?.phase === 'ready' && <Noted document={document} spaceId={spaceId} except={except} />}
    </Card>
  );
}

function Notes({ document }: { document: DocumentState }) {
  const t = useText();
  const bound = useBoundText(notesText(document.doc));
  return (
    <>
      <BoundBox
        ref={bound.ref}
        label={t('couple.notes.label')}
        words={bound.value}
        max={LONGEST_NOTE}
        most={LONGEST_NOTE}
        voice="ui"
        readOnly={document.access === 'read'}
      />
      {bound.value !== '' && <SavedNote saved={document.saved} />}
    </>
  );
}

type NotedProps = Omit<ProcessNotesProps, 'memberId'> & { document: DocumentState };

function Noted({ document, spaceId, except }: NotedProps) {
  const t = useText();
  const times = useTimes();
  const talks = notedTalks(document.doc).filter(({ conversationId }) => !except.includes(conversationId));
  if (talks.length === 0) return null;
  return (
    <>
      <h3>{t('couple.notes.progress')}</h3>
      <ul className={styles.talks}>
        {talks.map(({ conversationId, at }) => (
          <li key={conversationId}>
            <Link href={`/caseload/${spaceId}/note/${conversationId}`}>{times.date(at)}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
