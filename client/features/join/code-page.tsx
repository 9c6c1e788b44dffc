import { useState } from 'react';
import { Redirect } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { refreshWaiting, useWaiting } from './waiting-store.ts';

/** In by spoken code: ask, wait, be let in by name. The code alone brings nobody in (SP3). */
export function CodePage() {
  const t = useText();
  const waiting = useWaiting();
  const [again, setAgain] = useState(false);
  useTitle(t('code.title'));
  if (waiting.state === 'admitted' && !again) return <Redirect to={`/space/${waiting.spaceId}`} replace />;
  return (
    <Frame>
      {waiting.state === 'waiting' ? (
        <Page key="waiting" title={t('code.waiting.title')} lead={t('code.waiting.lead')}>
          <Notice live>{t('code.waiting.still')}</Notice>
        </Page>
      ) : waiting.state === 'declined' && !again ? (
        <Page key="declined" title={t('code.declined.title')} lead={t('code.declined.lead')}>
          <Actions>
            <Button onClick={() => setAgain(true)}>{t('code.again')}</Button>
          </Actions>
        </Page>
      ) : (
        <AskToComeIn onAsked={() => setAgain(false)} />
      )}
    </Frame>
  );
}

function AskToComeIn({ onAsked }: { onAsked: () => void }) {
  const t = useText();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const door = useDoor(doors.joinByCode, async () => {
    await refreshWaiting();
    onAsked();
  });
  return (
    <Page key="ask" title={t('code.title')} lead={t('code.lead')}>
      <Form
        problems={[!code.trim() && t('code.missing'), !name.trim() && t('name.missing')]}
        onSubmit={() => door.ask({ code, name })}
      >
        {([codeProblem, nameProblem]) => (
          <>
            <TextInput
              label={t('code.label')}
              hint={t('code.hint')}
              problem={codeProblem}
              value={code}
              onText={setCode}
              maxLength={32}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              data-code
            />
            <NameInput
              label={t('name.label')}
              hint={t('name.hint')}
              problem={nameProblem}
              value={name}
              onText={setName}
              autoComplete="given-name"
            />
            <RefusalNotice refusal={door.refusal} />
            <div>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('code.submit')}
              </Button>
            </div>
          </>
        )}
      </Form>
      <p>{t('start.isNot')}</p>
    </Page>
  );
}
