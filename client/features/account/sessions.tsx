import type { Account, SessionLine } from '@turnward/shared/wire/account-doors.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import styles from './account.module.css';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';
import { inOrder } from './account-view.ts';
import { SignOut } from './sign-out.tsx';

/** SE7. One’s own sessions, under labels that the server made; each can be ended, and all others at once. */
export function Sessions({ account, sessions }: { account: Account; sessions: readonly SessionLine[] }) {
  const t = useText();
  const others = useDoor(accountDoors.endOthers, (list) => {
    announce(t('sessions.ended.others'));
    accountStore.signedInOn(list);
  });
  const guests = sessions.some(({ here, kind }) => !here && kind === 'device');
  return (
    <Card labelledBy="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {sessions.length > 1 && <p>{t('sessions.about')}</p>}
      {account.session === 'account' && guests && <p>{t('sessions.factorsChanged')}</p>}
      <ul className={styles.list}>
        {inOrder(sessions).map((session) => (
          <Line key={session.id} session={session} />
        ))}
      </ul>
      <RefusalNotice refusal={others.refusal} />
      {sessions.length > 1 && (
        <div>
          <Button onClick={() => others.ask()} aria-disabled={others.asking}>
            {t('sessions.endOthers')}
          </Button>
        </div>
      )}
      <div className={styles.part}>
        <SignOut account={account} />
      </div>
    </Card>
  );
}

function Line({ session: { id, device, kind, createdAt, seenAt, here } }: { session: SessionLine }) {
  const t = useText();
  const times = useTimes();
  const door = useDoor(accountDoors.endSession, (list) => {
    announce(t('sessions.ended'));
    accountStore.signedInOn(list);
  });
  const notes = [
    here && t('sessions.here'),
    t('sessions.began', { moment: times.moment(createdAt) }),
    !here && t('sessions.seen', { moment: times.moment(seenAt) }),
    kind === 'device' && t('sessions.guest'),
  ];
  return (
    <li data-testid="session" data-here={here}>
      <div className={styles.line}>
        <b>{device}</b>
        <span className={styles.muted}>{notes.filter(Boolean).join(' · ')}</span>
        <RefusalNotice refusal={door.refusal} />
      </div>
      {!here && (
        <Button
          kind="quiet"
          onClick={() => door.ask(id)}
          aria-disabled={door.asking}
          aria-label={t('sessions.end.named', { device })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
