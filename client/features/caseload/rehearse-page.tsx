import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { useState } from 'react';
import '../../i18n/en-helpers.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Page } from '../../ui/page.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { OpenRehearsal } from './open-rehearsal.tsx';

/** Leading a guide with two scripted partners, before the first real meeting. */
export function RehearsePage() {
  const t = useText();
  const g = useGuideText();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [guideId, setGuideId] = useState(GUIDES[0]?.id ?? '');
  const [spaceId, setSpaceId] = useState<string | null>(null);
  const door = useDoor(doors.makeSpace, (made) => setSpaceId(made.spaceId));
  useTitle(t('rehearse.title'));
  if (spaceId) return <OpenRehearsal spaceId={spaceId} guideId={guideId} />;
  const begin = () =>
    door.ask({
      spaceName: t('rehearse.room'),
      memberName: name,
      practice: true,
      language,
      secrets: 'no-secrets',
    });
  return (
    <Frame>
      <Page title={t('rehearse.title')} lead={t('rehearse.lead')}>
        <Form problems={[!name.trim() && t('name.missing')]} onSubmit={begin}>
          {([problem]) => (
            <>
              <NameInput
                label={t('name.label')}
                problem={problem}
                value={name}
                onText={setName}
                autoComplete="given-name"
              />
              <RadioCards
                label={t('couple.talk.guide')}
                value={guideId}
                onValue={setGuideId}
                options={GUIDES.map(({ id, title, minutes }) => ({
                  value: id,
                  label: g(id, 'title', title),
                  note: t('guide.minutes', { minutes }),
                }))}
              />
              <RefusalNotice refusal={door.refusal} />
              <div>
                <Button type="submit" kind="primary" aria-disabled={door.asking}>
                  {t('rehearse.begin')}
                </Button>
              </div>
            </>
          )}
        </Form>
      </Page>
    </Frame>
  );
}
