import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './caseload.module.css';
import { callsOf } from './caseload-order.ts';
import { type Couple, nameIn } from './caseload-view.ts';

/** Whoever asked for help or whispered and waits for an answer, with the way there. Said once as it comes in. */
export function Calls({ couples }: { couples: readonly Couple[] }) {
  const t = useText();
  const calls = callsOf(couples).map(({ couple, seat, what }) => ({
    key: `${couple.spaceId} ${seat} ${what}`,
    seat,
    room: couple.spaceName,
    href: `/lead/${couple.live?.conversationId}`,
    words: t(`caseload.call.${what}`, { name: nameIn(couple, seat), room: couple.spaceName }),
  }));
  return calls.length === 0 ? null : (
    <Notice tone="attention">
      <ul className={styles.calls}>
        {calls.map(({ key, ...call }) => (
          <Call key={key} {...call} />
        ))}
      </ul>
    </Notice>
  );
}

type CallProps = { seat: Seat; href: string; words: string; room: string };

function Call({ seat, href, words, room }: CallProps) {
  const t = useText();
  useEffect(() => announce(words), [words]);
  return (
    <li className={styles.call}>
      <Mark of={seat} />
      <span>{words}</span>
      <Link href={href} className={styles.go}>
        {t('caseload.join')}
        <span className="visually-hidden"> {room}</span>
      </Link>
    </li>
  );
}
