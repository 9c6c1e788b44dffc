import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { GuestRoom } from '../../conversation/replica.ts';
import { SaidLog } from '../../room/said.tsx';
import { exchangeOf } from '../../room/said-view.ts';
import { Acts } from './acts.tsx';
import { CardsLink } from './cards-link.tsx';
import styles from './console.module.css';
import { GatheringConsole } from './gathering-console.tsx';
import { Guests } from './guests.tsx';
import { GuideRail } from './guide-rail.tsx';
import { OwnNotes } from './own-notes.tsx';
import { PartnerCard } from './partner-card.tsx';
import { StepNow } from './step-now.tsx';

/** The guide, the talk, the two of them: side by side where there is room, in this order where there is not. */
export function Console({ room }: { room: GuestRoom }) {
  const { state, step, talk, guide } = room;
  return (
    <div className={styles.console} data-testid="console" data-phase={state.phase} data-turn={state.turn?.turnId}>
      <div className={styles.rail}>
        <GuideRail room={room} />
        <CardsLink room={room} />
      </div>
      <div className={styles.middle}>
        {step ? (
          <>
            <StepNow room={room} step={step} />
            <Acts room={room} />
            <SaidLog room={room} exchange={exchangeOf(talk, guide, step, state.proposal?.seq)} />
          </>
        ) : (
          <GatheringConsole room={room} />
        )}
      </div>
      <div className={styles.people}>
        {SEATS.map((seat) => (
          <PartnerCard key={seat} room={room} seat={seat} />
        ))}
        <OwnNotes room={room} />
        <Guests room={room} />
      </div>
    </div>
  );
}
