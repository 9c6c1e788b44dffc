import { momentIn } from '@turnward/shared/conversation/rights.ts';
import { facilitatorsOf } from '@turnward/shared/space/state.ts';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { inTheRoom } from '../../room/in-the-room.ts';
import { usePresenceWords } from '../../room/presence-words.ts';
import { Button } from '../../ui/button.tsx';
import { Person } from '../../ui/mark.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { ActPopover } from './act-popover.tsx';
import { standingOf } from './acts-view.ts';
import styles from './partner-card.module.css';
import { useAct } from './use-act.ts';

/** The guests of this talk by name, me among them (ME9), and the way to hand the lead over by name (FA4). */
export function Guests({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const acting = useAct(room);
  const { heading, part } = useFocusKept();
  const presence = usePresenceWords(room);
  const { memberId, space, people, state } = room;
  const others = facilitatorsOf(space).filter((each) => each !== memberId);
  const leads = standingOf(room) === 'lead';
  const over = momentIn(state) === 'ended';
  return (
    <section className={styles.card} aria-labelledby={id} data-testid="guests" {...part}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.name}>
        {t('lead.guests')}
      </h2>
      <ul className={styles.guests}>
        {inTheRoom(room).map(({ memberId: id, mark, part: as, name, known }) => {
          if (as === 'partner') return null;
          const where = presence(known, id === memberId) ?? t('talk.presence.notHere');
          return (
            <li key={id}>
              <Person
                of={mark}
                name={id === memberId ? t('talk.you', { name }) : name}
                note={`${t(`room.part.${as}`)} · ${where}`}
              />
            </li>
          );
        })}
      </ul>
      <RefusalNotice refusal={acting.refusal} />
      {leads && !over && others.length > 0 && (
        <div className={styles.hand}>
          <ActPopover
            room={room}
            of="HandLead"
            busy={acting.sending}
            label={t('lead.handOver')}
            title={t('lead.handOver.ask')}
          >
            {({ close, press }) =>
              others.map((to) => (
                <Button key={to} onClick={() => press(() => acting.act({ type: 'HandLead', to }, close))}>
                  {t('lead.handOver.to', { name: people[to] ?? '' })}
                </Button>
              ))
            }
          </ActPopover>
        </div>
      )}
    </section>
  );
}
