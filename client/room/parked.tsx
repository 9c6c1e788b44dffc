import type { OwnEvent } from '@turnward/shared/conversation/events.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { Room } from '../conversation/room.ts';
import '../i18n/en-parks.ts';
import { listed } from '../i18n/listed.ts';
import { useGuideText, useText } from '../i18n/text.ts';
import { Card } from '../ui/card.tsx';
import { helpersOf } from './in-the-room.ts';
import styles from './parked.module.css';

type Reader = { seat: Seat; own: readonly Recorded<OwnEvent>[] };

/**
 * PK7. What was parked, once the talk is over: who, and at which step. To whoever parked it their own note stands beside it. `reader`
 * is absent for a facilitator.
 */
export function Parked({ room, reader }: { room: Room; reader?: Reader }) {
  const t = useText();
  const guideText = useGuideText();
  const id = useId();
  const { state, guide, names } = room;
  const helpers = helpersOf(room);
  const title = () => {
    if (!reader) return t('parked.title.leads');
    return helpers.length > 0 ? t('parked.title.helpers', { names: listed(helpers) }) : t('parked.title');
  };
  return (
    <Card labelledBy={id}>
      <div className={styles.parked} data-testid="parked">
        <h2 id={id} className={styles.title}>
          {title()}
        </h2>
        <p>{t(reader ? 'parked.lead' : 'parked.lead.leads')}</p>
        <ul className={styles.list}>
          {state.parked.map(({ seat, turnId, stepId }) => {
            const step = stepById(guide, stepId);
            const asked = step ? guideText(guide.id, `${stepId}.prompt`, step.prompt) : '';
            const mine = seat === reader?.seat;
            const note = mine ? noteOf(reader, turnId) : undefined;
            return (
              <li key={`${seat} ${turnId}`}>
                <p>{t(mine ? 'parked.mine' : 'parked.theirs', { name: names[seat], step: asked })}</p>
                {note && (
                  <>
                    <p className={styles.only}>{t('parked.note')}</p>
                    <p className="words">{note}</p>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {reader && helpers.length === 0 && <p className={styles.only}>{t('parked.advice')}</p>}
      </div>
    </Card>
  );
}

/** PK6. Undefined where none was written, and where it went with the talk. */
const noteOf = ({ own }: Reader, turnId: string): string | undefined =>
  own.find(({ event }) => event.type === 'ParkNoted' && event.turnId === turnId)?.words?.text?.['note'];
