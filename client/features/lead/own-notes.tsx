import { documentName } from '@turnward/shared/documents/names.ts';
import { LONGEST_NOTE, notesText } from '@turnward/shared/documents/notes.ts';
import { Lock } from 'lucide-react';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import type { DocumentState } from '../../documents/document-state.ts';
import { useDocument } from '../../documents/replica.ts';
import { useBoundText } from '../../documents/use-bound-text.ts';
import { useText } from '../../i18n/text.ts';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { SavedNote } from '../../ui/saved-note.tsx';
import { BoundBox } from '../../ui/text-box.tsx';
import styles from './partner-card.module.css';

/** NO2. The facilitator’s own process notes on this couple: theirs alone, and no part of the couple’s record. */
export function OwnNotes({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const { memberId, state } = room;
  const document = useDocument(documentName({ kind: 'notes', spaceId: state.spaceId, memberId }));
  return (
    <section className={styles.card} aria-labelledby={id} data-testid="own-notes">
      <h2 id={id} className={styles.name}>
        <span className={styles.summary}>
          <Lock size={18} aria-hidden="true" />
          {t('lead.notes')}
        </span>
      </h2>
      {document?.phase === 'ready' ? (
        <Box document={document} />
      ) : document?.phase === 'refused' ? (
        <RefusalNotice refusal={document.refusal === 'signedOut' ? 'signed-out' : 'unavailable'} />
      ) : (
        <p className={styles.note}>{t('lead.notes.coming')}</p>
      )}
    </section>
  );
}

function Box({ document }: { document: DocumentState }) {
  const t = useText();
  const bound = useBoundText(notesText(document.doc));
  return (
    <>
      <BoundBox
        ref={bound.ref}
        label={t('lead.notes.box')}
        hint={t('lead.notes.hint')}
        words={bound.value}
        max={LONGEST_NOTE}
        most={LONGEST_NOTE}
        rows={4}
        voice="ui"
        readOnly={document.access === 'read'}
      />
      <SavedNote saved={document.saved} />
    </>
  );
}
