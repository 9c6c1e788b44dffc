import '../../i18n/en-guests.ts';
import type { SecretsPolicy } from '@turnward/shared/space/events.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useLanguage } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { refreshMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Form } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { SecretsChoice } from '../../ui/secrets-choice.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** For whoever accompanies couples: opens a space that is the couple's (ME7), and says what else there is. */
export function TherapistPage() {
  const t = useText();
  useTitle(t('therapist.title'));
  return (
    <Frame>
      <Page title={t('therapist.title')} lead={t('therapist.lead')}>
        <OpenRoom />
        <Section title={t('therapist.invited.title')}>
          <p>{t('therapist.invited')}</p>
        </Section>
        <Section title={t('therapist.else')}>
          <p>{t('therapist.rehearse.about')}</p>
          <Actions>
            <ButtonLink href="/rehearse">{t('therapist.rehearse')}</ButtonLink>
            <ButtonLink kind="quiet" href="/caseload">
              {t('therapist.caseload')}
            </ButtonLink>
          </Actions>
          <p>{t('start.isNot')}</p>
        </Section>
      </Page>
    </Frame>
  );
}

function OpenRoom() {
  const t = useText();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const [spaceName, setSpaceName] = useState('');
  const [memberName, setMemberName] = useState('');
  const [secrets, setSecrets] = useState<SecretsPolicy>();
  const door = useDoor(doors.makeSpace, async ({ spaceId }) => {
    await refreshMe();
    navigate(`/therapist/${spaceId}`, { replace: true });
  });
  return (
    <Form
      problems={[
        !spaceName.trim() && t('name.missing'),
        !memberName.trim() && t('name.missing'),
        !secrets && t('secrets.missing'),
      ]}
      onSubmit={() => secrets && door.ask({ spaceName, memberName, practice: false, language, secrets })}
    >
      {([spaceProblem, memberProblem, secretsProblem]) => (
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
            label={t('therapist.name')}
            hint={t('therapist.name.hint')}
            problem={memberProblem}
            value={memberName}
            onText={setMemberName}
            autoComplete="name"
          />
          <SecretsChoice value={secrets} onValue={setSecrets} problem={secretsProblem} />
          <RefusalNotice refusal={door.refusal} />
          <div>
            <Button type="submit" kind="primary" aria-disabled={door.asking}>
              {t('therapist.submit')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
