import { LONGEST_NOTE } from '@turnward/shared/conversation/kept.ts';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextBox } from '../../ui/text-box.tsx';

/** ER3. A dated note to one's own words. What was written stays in the box until it was taken. */
export function AddNote({ onAdd }: { onAdd: (text: string) => Promise<boolean> }) {
  const t = useText();
  const [text, setText] = useState('');
  const add = async () => {
    if (await onAdd(text)) setText('');
  };
  return (
    <>
      <TextBox
        label={t('own.note')}
        hint={t('own.note.hint')}
        value={text}
        onText={setText}
        max={LONGEST_NOTE}
        rows={2}
      />
      <div>
        <Button onClick={add} aria-disabled={text.trim() === '' || text.length > LONGEST_NOTE}>
          {t('own.note.add')}
        </Button>
      </div>
    </>
  );
}
