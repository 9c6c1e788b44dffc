import '../../i18n/en-guests.ts';
import type { GuestRole } from '@turnward/shared/kernel/stream.ts';
import type { SecretsPolicy } from '@turnward/shared/space/events.ts';
import type { InviteLook, Joined } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import { refreshMe } from '../../space/me.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { SecretsChoice } from '../../ui/secrets-choice.tsx';
import { AnotherTime } from './another-time.tsx';

type Invited = Extract<InviteLook, { kind: 'invite' }>;
type GuestInvitationProps = { token: string; invite: Invited; role: GuestRole };

/** Screen 2 for somebody who is asked to accompany a couple: what they will see and do, and what not (ME1). */
export function GuestInvitation({ token, invite, role }: GuestInvitationProps) {
  const t = useText();
  const times = useTimes();
  const [later, setLater] = useState(false);
  if (later) return <AnotherTime until={invite.expiresAt} />;
  return (
    <Page
      title={t('join.title', { name: invite.inviterName })}
      lead={t(`join.guest.lead.${role}`, { room: invite.spaceName })}
    >
      <p>{t('join.until', { moment: times.moment(invite.expiresAt) })}</p>
      <Section title={t('join.know')}>
        <Facts
          facts={[
            [t('join.guest.sees.title'), t('join.guest.sees')],
            [t('join.guest.does.title'), t(`join.guest.does.${role}`)],
            [t('join.guest.never.title'), t(`join.guest.never.${role}`)],
            [t('join.guest.begins.title'), t(`join.guest.begins.${role}`)],
          ]}
        />
        <p>{t('start.isNot')}</p>
      </Section>
      <AskBoth token={token} role={role} onLater={() => setLater(true)} />
    </Page>
  );
}

function AskBoth({ token, role, onLater }: { token: string; role: GuestRole; onLater: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [secrets, setSecrets] = useState<SecretsPolicy>();
  const door = useDoor(doors.join, async ({ spaceId }: Joined) => {
    await refreshMe();
    navigate(`/guest/${spaceId}`, { replace: true });
  });
  const leads = role === 'facilitator';
  const ask = () => door.ask({ token, name, ...(leads && secrets && { secrets }) });
  return (
    <Form
      problems={[!name.trim() && t('name.missing'), leads && !secrets && t('secrets.missing')]}
      onSubmit={() => void ask()}
    >
      {([nameProblem, secretsProblem]) => (
        <>
          <NameInput
            label={t('therapist.name')}
            hint={t('therapist.name.hint')}
            problem={nameProblem}
            value={name}
            onText={setName}
            autoComplete="name"
          />
          {leads && <SecretsChoice value={secrets} onValue={setSecrets} problem={secretsProblem} />}
          {door.refusal === 'already-a-member' ? (
            <Notice tone="attention" live>
              <p data-refusal={door.refusal}>{t('join.guest.isMember')}</p>
            </Notice>
          ) : (
            <RefusalNotice refusal={door.refusal} />
          )}
          <Actions>
            <Button type="submit" kind="primary" aria-disabled={door.asking}>
              {t('join.guest.submit')}
            </Button>
            <Button kind="quiet" onClick={onLater}>
              {t('join.notNow')}
            </Button>
          </Actions>
        </>
      )}
    </Form>
  );
}
