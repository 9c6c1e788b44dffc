import type { CommandReply, Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { EyeOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { AddNote } from './add-note.tsx';
import styles from './transcript.module.css';

export type OwnWordsProps = {
  seq: number;
  folded: boolean;
  gone: boolean;
  /** Whether this is a note itself: nothing is added to a note. */
  note: boolean;
  partner: string;
  send: (command: SentCommand) => Promise<CommandReply>;
};

/** ER1 to ER3. What an author does with their own words of a kept talk, later. */
export function OwnWords({ seq, folded, gone, note, partner, send }: OwnWordsProps) {
  const t = useText();
  const [sure, setSure] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = async (command: SentCommand): Promise<boolean> => {
    setRefusal(null);
    const reply = await send(command);
    setRefusal(reply.ok ? null : reply.refusal);
    return reply.ok;
  };
  const close = () => setSure(false);
  const takeBack = async () => {
    if (await ask({ type: 'WithdrawWords', seq })) close();
  };
  if (gone && note) return null;
  return (
    <div className={styles.tools}>
      <Disclosure summary={t(note ? 'own.menu.note' : 'own.menu')}>
        <div className={styles.ownWords}>
          {!gone && (
            <Actions>
              <Button
                icon={<EyeOff size={20} aria-hidden="true" />}
                onClick={() => ask({ type: 'FoldWords', seq, folded: !folded })}
              >
                {t(folded ? 'own.unfold' : 'own.fold')}
              </Button>
              <Button kind="danger" icon={<Trash2 size={20} aria-hidden="true" />} onClick={() => setSure(true)}>
                {t('own.take')}
              </Button>
            </Actions>
          )}
          {!note && <AddNote onAdd={(text) => ask({ type: 'AddNote', about: seq, text })} />}
          {!sure && <RefusalNotice refusal={refusal} />}
        </div>
      </Disclosure>
      <Dialog open={sure} onClose={close} title={t('own.take.sure')}>
        <p>{t('own.take.means')}</p>
        <p>{t('own.take.stays', { name: partner })}</p>
        <RefusalNotice refusal={refusal} />
        <Actions>
          <Button kind="danger" icon={<Trash2 size={20} aria-hidden="true" />} onClick={takeBack}>
            {t('own.take.do')}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('own.take.not')}
          </Button>
        </Actions>
      </Dialog>
    </div>
  );
}
