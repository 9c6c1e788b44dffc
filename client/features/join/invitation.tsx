import type { InviteLook } from '@turnward/shared/wire/doors.ts';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import { NotNow } from '../../ui/not-now.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { AnotherTime } from './another-time.tsx';

type Invited = Extract<InviteLook, { kind: 'invite' }>;

/** Screen 2: who invites, to what, what will be saved; joining is a choice that can wait (R4). */
export function Invitation({ token, invite }: { token: string; invite: Invited }) {
  const [later, setLater] = useState(false);
  return later ? (
    <AnotherTime until={invite.expiresAt} />
  ) : (
    <Invited token={token} invite={invite} onLater={() => setLater(true)} />
  );
}

function Invited({ token, invite, onLater }: { token: string; invite: Invited; onLater: () => void }) {
  const t = useText();
  const times = useTimes();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const door = useDoor(doors.join, ({ spaceId }) => navigate(`/space/${spaceId}`, { replace: true }));
  const inviter = { name: invite.inviterName };
  return (
    <Page title={t('join.title', inviter)} lead={t('join.lead', { room: invite.spaceName })}>
      <p>{t('join.until', { moment: times.moment(invite.expiresAt) })}</p>
      <Section title={t('join.know')}>
        <Facts
          facts={[
            [t('join.saved.title'), t('join.saved')],
            [t('join.readers.title'), t('join.readers', inviter)],
            [t('join.howLong.title'), t('join.howLong')],
          ]}
        />
        <p>{t('join.free')}</p>
        <p>{t('start.isNot')}</p>
        <NotNow />
      </Section>
      <Form problems={[!name.trim() && t('name.missing')]} onSubmit={() => door.ask({ token, name })}>
        {([problem]) => (
          <>
            <NameInput
              label={t('name.label')}
              hint={t('name.hint')}
              problem={problem}
              value={name}
              onText={setName}
              autoComplete="given-name"
            />
            <RefusalNotice refusal={door.refusal} />
            <Actions>
              <Button type="submit" kind="primary" aria-disabled={door.asking}>
                {t('join.submit')}
              </Button>
              <Button kind="quiet" onClick={onLater}>
                {t('join.notNow')}
              </Button>
            </Actions>
          </>
        )}
      </Form>
    </Page>
  );
}
