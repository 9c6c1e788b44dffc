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
import { NotNow } from '../../ui/not-now.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** Names a space and oneself. */
export function BeginPage() {
  const t = useText();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [spaceName, setSpaceName] = useState('');
  const [memberName, setMemberName] = useState('');
  const door = useDoor(doors.makeSpace, ({ spaceId }) => navigate(`/space/${spaceId}`, { replace: true }));
  useTitle(t('begin.title'));
  return (
    <Frame>
      <Page title={t('begin.title')} lead={t('begin.lead')}>
        <NotNow />
        <Form
          problems={[!spaceName.trim() && t('name.missing'), !memberName.trim() && t('name.missing')]}
          onSubmit={() => door.ask({ spaceName, memberName, practice: false, language })}
        >
          {([spaceProblem, memberProblem]) => (
            <>
              <NameInput
                label={t('begin.room')}
                hint={t('begin.room.hint')}
                problem={spaceProblem}
                value={spaceName}
                onText={setSpaceName}
                autoComplete="off"
              />
              <NameInput
                label={t('name.label')}
                hint={t('name.hint')}
                problem={memberProblem}
                value={memberName}
                onText={setMemberName}
                autoComplete="given-name"
              />
              <RefusalNotice refusal={door.refusal} />
              <div>
                <Button type="submit" kind="primary" aria-disabled={door.asking}>
                  {t('begin.submit')}
                </Button>
              </div>
            </>
          )}
        </Form>
      </Page>
    </Frame>
  );
}
