import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { usePresenceWords } from '../../room/presence-words.ts';
import { Person } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { ActButton } from './act-button.tsx';
import { ratingsIn, type ShownRating } from './aside-view.ts';
import { CheckInAnswers } from './check-in-answers.tsx';
import styles from './partner-card.module.css';
import { useAct } from './use-act.ts';
import { Whispers } from './whispers.tsx';

/** One partner: whether they are here, what they agreed to show, what they ask, and the way to write to them alone. */
export function PartnerCard({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const id = useId();
  const presence = usePresenceWords(room);
  const { admitted, asides: known } = room.state;
  const acting = useAct(room, `${admitted[seat]} ${known[seat].helpAsked}`);
  const { heading, part } = useFocusKept();
  const { names, state, asides } = room;
  const name = names[seat];
  const { sharesRatings } = state.asides[seat];
  return (
    <section className={styles.card} data-seat={seat} aria-labelledby={id} data-testid={`partner-${seat}`} {...part}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.name}>
        <Person of={seat} name={name} note={presence(room.presence[seat]) ?? t('talk.presence.notHere')} />
      </h2>
      <HelpAsked room={room} seat={seat} acting={acting} />
      <Ratings room={room} ratings={ratingsIn(asides[seat], sharesRatings)} shares={sharesRatings} name={name} />
      <CheckInAnswers room={room} seat={seat} />
      {state.lead && <InAndOut room={room} seat={seat} acting={acting} />}
      <RefusalNotice refusal={acting.refusal} />
      <Whispers room={room} seat={seat} />
    </section>
  );
}

type PartProps = { room: GuestRoom; seat: Seat; acting: ReturnType<typeof useAct> };

/** WH5. They asked for help; the other partner does not know. */
function HelpAsked({ room, seat, acting }: PartProps) {
  const t = useText();
  const { clock } = useTimes();
  const asked = room.state.asides[seat].helpAsked;
  if (asked === null) return null;
  return (
    <Notice tone="attention">
      <div className={styles.part} data-testid={`help-${seat}`}>
        <p>
          <b>{t('lead.help', { name: room.names[seat], clock: clock(asked) })}</b>{' '}
          {t('lead.help.private', { other: room.names[otherSeat(seat)] })}
        </p>
        <ActButton
          room={room}
          of="AnswerHelp"
          busy={acting.sending}
          onPress={() => acting.act({ type: 'AnswerHelp', seat })}
        >
          {t('lead.help.answer')}
        </ActButton>
      </div>
    </Notice>
  );
}

/** The waiting room of one partner: letting in, and sending back. */
function InAndOut({ room, seat, acting }: PartProps) {
  const t = useText();
  const { state, names } = room;
  const inside = state.admitted[seat];
  if (state.phase === 'ended') return null;
  return (
    <div className={styles.part} data-testid={`admission-${seat}`} data-admitted={inside}>
      {state.phase === 'gathering' && (
        <p className={styles.note}>{t(inside ? 'lead.in' : 'lead.outside', { name: names[seat] })}</p>
      )}
      <ActButton
        room={room}
        of={inside ? 'SendBack' : 'Admit'}
        kind={inside ? 'quiet' : 'secondary'}
        busy={acting.sending}
        onPress={() => acting.act({ type: inside ? 'SendBack' : 'Admit', seat })}
      >
        {t(inside ? 'lead.send-back' : 'lead.admit', { name: names[seat] })}
      </ActButton>
    </div>
  );
}

type RatingsProps = { room: GuestRoom; ratings: ShownRating[]; shares: boolean; name: string };

/** WH3. How stirred up they said they were, where they agreed that facilitators see it; the latest first. */
function Ratings({ room, ratings, shares, name }: RatingsProps) {
  const t = useText();
  const g = useGuideText();
  const { clock } = useTimes();
  const { guide } = room;
  if (!shares) return <p className={styles.note}>{t('lead.numbers.none', { name })}</p>;
  if (ratings.length === 0) return <p className={styles.note}>{t('lead.numbers.yet', { name })}</p>;
  const from = (at: string) => {
    const step = guide.steps.find(({ id }) => id === at);
    const line = guide.outline.find(({ id }) => id === step?.outline);
    return line ? g(guide.id, `outline.${line.id}`, line.title) : t('lead.numbers.pause');
  };
  return (
    <dl className={styles.numbers} aria-label={t('lead.numbers')}>
      {ratings.toReversed().map(({ seq, at, value, from: id }) => (
        <div key={seq}>
          <dt>
            {from(id)}, {clock(at)}
          </dt>
          <dd>{t('lead.numbers.value', { value })}</dd>
        </div>
      ))}
    </dl>
  );
}
