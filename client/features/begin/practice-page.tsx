import { useState } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** A space with a scripted partner: asks a first name and nothing else. */
export function PracticePage() {
  const t = useText();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const door = useDoor(doors.makeSpace, ({ spaceId }) => navigate(`/space/${spaceId}`, { replace: true }));
  useTitle(t('practice.title'));
  return (
    <Frame>
      <Page title={t('practice.title')} lead={t('practice.lead')}>
        <Form
          problems={[!name.trim() && t('name.missing')]}
          onSubmit={() => door.ask({ spaceName: t('practice.room'), memberName: name, practice: true, language })}
        >
          {([problem]) => (
            <>
              <NameInput
                label={t('name.label')}
                problem={problem}
                value={name}
                onText={setName}
                autoComplete="given-name"
              />
              <RefusalNotice refusal={door.refusal} />
              <div>
                <Button type="submit" kind="primary" aria-disabled={door.asking}>
                  {t('practice.submit')}
                </Button>
              </div>
            </>
          )}
        </Form>
      </Page>
    </Frame>
  );
}
