import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { GuestEntry } from './guest-entry.tsx';
import { guestsHere } from './guests-view.ts';
import { InviteGuest } from './invite-guest.tsx';
import styles from './space.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

/** Who accompanies this couple now, how either partner stops that alone, and how somebody is invited. */
export function Guests({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const seat = space.me?.role === 'partner' ? space.me.seat : undefined;
  const entries = guestsHere(space.state, seat);
  const shown = entries.map(({ guest, confirmedByMe }) => `${guest.memberId} ${guest.standing} ${confirmedByMe}`);
  const { heading, acted } = useKeptFocus(shown.join());
  return (
    <Card labelledBy="guests">
      <h2 id="guests" ref={heading} tabIndex={-1}>
        {t('guests.title')}
      </h2>
      {entries.length === 0 && <p className={styles.muted}>{t('guests.none')}</p>}
      {entries.length > 0 && (
        <ul className={styles.guestEntries}>
          {entries.map((entry) => (
            <GuestEntry key={entry.guest.memberId} {...entry} space={space} acted={acted} />
          ))}
        </ul>
      )}
      <Disclosure summary={t('guests.invite')}>
        <InviteGuest spaceId={spaceId} space={space} />
      </Disclosure>
    </Card>
  );
}
