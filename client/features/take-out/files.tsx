import { consented, mayTakeOut } from '@turnward/shared/space/consents.ts';
import type { CopyForm } from '@turnward/shared/wire/talks-copy.ts';
import { Download, FileText, NotebookText } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useNow } from '../../ui/use-now.ts';
import type { TakeOutPart } from './who-agrees.tsx';

const FORMS = [
  { form: 'html', end: 'html', icon: FileText },
  { form: 'markdown', end: 'md', icon: NotebookText },
  { form: 'json', end: 'json', icon: Download },
] as const satisfies { form: CopyForm; end: string; icon: typeof FileText }[];

/** CO5. The three forms, once both agree; until then what it waits for. */
export function Files({ space, two: { me, other, otherName: name }, about }: TakeOutPart) {
  const t = useText();
  const language = useLanguage();
  const now = useNow();
  const [made, setMade] = useState(false);
  const door = useDoor(doors.takeOut, ({ file, form }) => {
    saveFile(file, `${t('takeout.name')}.${FORMS.find((each) => each.form === form)?.end}`);
    setMade(true);
  });
  const { state } = space;
  const save = (form: CopyForm) => {
    setMade(false);
    door.ask(state.spaceId, { form, language, ...(about !== undefined && { about }) });
  };
  const may = mayTakeOut(state, me.seat, now, about ?? null);
  const both = consented(state, 'full-export', now, about ?? null);
  const left = state.left.some(({ memberId }) => memberId === other?.memberId);
  return (
    <Section title={t('takeout.file')}>
      {may && (
        <Actions>
          {FORMS.map(({ form, icon: Icon }, at) => (
            <Button
              key={form}
              kind={at === 0 ? 'primary' : 'secondary'}
              aria-disabled={door.asking}
              onClick={() => save(form)}
              icon={<Icon size={20} aria-hidden="true" />}
            >
              {t(`takeout.${form}`)}
            </Button>
          ))}
        </Actions>
      )}
      {!may && (
        <Notice>
          <p>{left ? t('takeout.left', { name }) : both ? t('takeout.together', { name }) : t('takeout.waits')}</p>
        </Notice>
      )}
      {left && (
        <div>
          <ButtonLink href="/my-data">{t('takeout.mydata')}</ButtonLink>
        </div>
      )}
      <RefusalNotice refusal={door.refusal} />
      <p role="status">{made && t('takeout.saved', { name })}</p>
    </Section>
  );
}
