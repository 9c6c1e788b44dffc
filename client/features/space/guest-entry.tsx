import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { Guest } from '@turnward/shared/space/state.ts';
import { Snowflake } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Person } from '../../ui/mark.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { GuestFacts } from './guest-facts.tsx';
import styles from './space.module.css';

export type GuestEntryProps = {
  guest: Guest;
  space: Space;
  /** Whether I have confirmed a frozen guest anew. */
  confirmedByMe: boolean;
  acted: () => void;
};

/** One who accompanies this couple, or whose place is frozen: what they see, and either partner's way to stop it alone (ME3). */
export function GuestEntry({ guest, space, confirmedByMe, acted }: GuestEntryProps) {
  const t = useText();
  const { ask, refusal } = useSend(space.send);
  const [ending, setEnding] = useState(false);
  const { memberId, role, standing } = guest;
  const name = space.names[memberId] ?? t('request.unnamed');
  const does = (type: Extract<SpaceRequest, { memberId: string }>['type']) => () => {
    acted();
    setEnding(false);
    void ask({ type, memberId });
  };
  const frozen = standing === 'frozen';
  return (
    <li className={styles.guestEntry} data-guest={standing} data-testid={`guest-${role}`}>
      <Person of={role} name={name} note={t(`space.role.${role}`)} />
      {frozen && <p role="status">{t(confirmedByMe ? 'guest.ask.confirmed' : 'guest.frozen', { name })}</p>}
      <Disclosure summary={t('guest.what', { name })}>
        <GuestFacts guest={guest} name={name} />
      </Disclosure>
      <RefusalNotice refusal={refusal} />
      {role === 'observer' ? (
        <Actions>
          <Button onClick={does('EndMembership')}>{t('guest.remove', { name })}</Button>
        </Actions>
      ) : ending ? (
        <>
          <p>{t('guest.end.sure', { name })}</p>
          <Actions>
            <Button onClick={does('EndMembership')}>{t('guest.end.yes', { name })}</Button>
            <Button kind="quiet" onClick={() => setEnding(false)}>
              {t('guest.end.no')}
            </Button>
          </Actions>
        </>
      ) : (
        <Actions>
          {frozen && !confirmedByMe && <Button onClick={does('ConfirmGuest')}>{t('guest.anew', { name })}</Button>}
          {!frozen && (
            <Button icon={<Snowflake size={20} aria-hidden="true" />} onClick={does('FreezeMember')}>
              {t('guest.freeze', { name })}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setEnding(true)}>
            {t('guest.end', { name })}
          </Button>
        </Actions>
      )}
    </li>
  );
}
