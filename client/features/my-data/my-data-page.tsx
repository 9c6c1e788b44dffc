import '../../i18n/en-my-data.ts';
import { Download, FileText } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useTitle } from '../../ui/use-title.ts';
import { LeftRoom } from './left-room.tsx';
import styles from './my-data.module.css';

const IN = ['mydata.in.said', 'mydata.in.private', 'mydata.in.notes', 'mydata.in.did'] as const;
const OUT = ['mydata.out.others', 'mydata.out.together', 'mydata.out.gone'] as const;

/** MY1. What is in the file, what is not, and the two ways to have it. */
export function MyDataPage() {
  const t = useText();
  const language = useLanguage();
  const left = useMe()?.member?.left ?? [];
  const [made, setMade] = useState(false);
  const door = useDoor(doors.myData, ({ file, as }) => {
    saveFile(file, `${t('mydata.name')}.${as}`);
    setMade(true);
  });
  const save = (as: 'html' | 'json') => {
    setMade(false);
    door.ask(as, language);
  };
  useTitle(t('mydata.title'));
  return (
    <Frame>
      <Page title={t('mydata.title')} lead={t('mydata.lead')}>
        <Section title={t('mydata.in')}>
          <ul className={styles.list}>
            {IN.map((id) => (
              <li key={id}>{t(id)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('mydata.out')}>
          <ul className={styles.list}>
            {OUT.map((id) => (
              <li key={id}>{t(id)}</li>
            ))}
          </ul>
        </Section>
        <Notice>
          <p>{t('mydata.care')}</p>
        </Notice>
        <RefusalNotice refusal={door.refusal} />
        <Actions>
          <Button
            kind="primary"
            aria-disabled={door.asking}
            onClick={() => save('html')}
            icon={<FileText size={20} aria-hidden="true" />}
          >
            {t('mydata.page')}
          </Button>
          <Button
            aria-disabled={door.asking}
            onClick={() => save('json')}
            icon={<Download size={20} aria-hidden="true" />}
          >
            {t('mydata.json')}
          </Button>
        </Actions>
        <p role="status">{made && t('mydata.saved')}</p>
        {left.map((room) => (
          <LeftRoom key={room.spaceId} room={room} />
        ))}
      </Page>
    </Frame>
  );
}
