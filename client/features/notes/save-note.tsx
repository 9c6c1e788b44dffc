import { LONGEST_NOTE, LONGEST_SHEET, partsOf } from '@turnward/shared/documents/notes.ts';
import { noteMarkdown } from '@turnward/shared/notes/note-export.ts';
import { Download, FileText } from 'lucide-react';
import type { DocumentState } from '../../documents/document-state.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';

/** NO3. The note as a file, apart from the couple's record; both say what it is and what it is not. */
export function SaveNote({ document, conversationId }: { document: DocumentState; conversationId: string }) {
  const t = useText();
  const language = useLanguage();
  const pdf = useDoor(doors.notePdf, (file) => saveFile(file, `${t('note.file')}.pdf`));
  // The server makes it from what has reached it.
  const isSaved = document.saved === 'saved';
  const markdown = () => {
    const text = noteMarkdown(partsOf(document.doc), language);
    saveFile(new Blob([text], { type: 'text/markdown;charset=utf-8' }), `${t('note.file')}.md`);
  };
  return (
    <Section title={t('note.save')}>
      <p>{t('note.save.lead')}</p>
      {pdf.refusal === 'too-long' ? (
        <Notice tone="attention" live>
          <p data-refusal="too-long">{t('note.save.tooLong', { box: LONGEST_NOTE, all: LONGEST_SHEET })}</p>
        </Notice>
      ) : (
        <RefusalNotice refusal={pdf.refusal} />
      )}
      <Actions>
        <Button
          onClick={() => isSaved && pdf.ask(conversationId, language)}
          aria-disabled={pdf.asking || !isSaved}
          icon={<FileText size={20} aria-hidden="true" />}
        >
          {t('note.save.pdf')}
        </Button>
        <Button onClick={markdown} icon={<Download size={20} aria-hidden="true" />}>
          {t('note.save.markdown')}
        </Button>
      </Actions>
    </Section>
  );
}
