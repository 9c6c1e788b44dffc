import { isLed } from '@turnward/shared/conversation/state.ts';
import { SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { usePresenceWords } from '../../room/presence-words.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Person } from '../../ui/mark.tsx';
import { useHeadingFocus } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { ActButton } from './act-button.tsx';
import { ActPopover } from './act-popover.tsx';
import styles from './acts.module.css';
import { closedNow } from './acts-view.ts';
import { CardsLink } from './cards-link.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import gathering from './gathering-console.module.css';
import { GuideRail } from './guide-rail.tsx';
import { useAct } from './use-act.ts';

/** Before it begins: today’s talk, who has come and is ready, letting each in, and beginning. */
export function GatheringConsole({ room }: { room: GuestRoom }) {
  const t = useText();
  const g = useGuideText();
  const heading = useHeadingFocus();
  const { guide, state, names } = room;
  return (
    <>
      <div className={gathering.head}>
        <h1 ref={heading} tabIndex={-1}>
          {g(guide.id, 'title', guide.title)}
        </h1>
        <p>{g(guide.id, 'about', guide.about)}</p>
        <p className={styles.note}>
          {t('guide.minutes', { minutes: guide.minutes })}
          {guide.roles === 'swap' && `. ${t('talk.gather.first.partner', { name: names[state.first] })}`}
        </p>
      </div>
      <Begin room={room} />
      <div className={gathering.guide}>
        <Disclosure summary={t('guide.steps')}>
          <GuideRail room={room} />
        </Disclosure>
        <CardsLink room={room} />
      </div>
    </>
  );
}

function Begin({ room }: { room: GuestRoom }) {
  const t = useText();
  const id = useId();
  const { heading, part } = useFocusKept();
  const acting = useAct(room);
  const { act, sending, refusal } = acting;
  const { slow } = room.state;
  return (
    <section className={styles.acts} aria-labelledby={id} {...part}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {t('lead.gather')}
      </h2>
      <p>{t('lead.gather.lead')}</p>
      <ul className={gathering.people} aria-live="polite">
        {SEATS.map((seat) => (
          <Partner key={seat} room={room} seat={seat} />
        ))}
      </ul>
      <ClosedNotice room={room} closed={closedNow(room, 'Begin')} acting={acting} />
      <RefusalNotice refusal={refusal} />
      <div className={styles.row}>
        <ActButton room={room} of="Begin" kind="primary" busy={sending} onPress={() => act({ type: 'Begin' })}>
          {t('talk.gather.begin')}
        </ActButton>
        <ActButton room={room} of="SetSlowMode" busy={sending} onPress={() => act({ type: 'SetSlowMode', on: !slow })}>
          {t(slow ? 'lead.slow.end' : 'lead.slow')}
        </ActButton>
        <ActPopover room={room} of="Stop" busy={sending} label={t('lead.callOff')} title={t('lead.callOff.ask')}>
          {({ close, press }) => (
            <Button kind="primary" onClick={() => press(() => act({ type: 'Stop' }, close))}>
              {t('lead.callOff.yes')}
            </Button>
          )}
        </ActPopover>
      </div>
    </section>
  );
}

function Partner({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const presence = usePresenceWords(room);
  const { state, names } = room;
  const ready = state.ready[seat];
  const inside = !isLed(state) || state.admitted[seat];
  return (
    <li className={gathering.person} data-testid={`gather-${seat}`} data-ready={ready} data-inside={inside}>
      <Person of={seat} name={names[seat]} note={presence(room.presence[seat]) ?? t('talk.presence.notHere')} />
      <span className={gathering.state}>
        {inside ? t(ready ? 'talk.gather.ready' : 'talk.gather.notYet') : t('lead.gather.waits')}
      </span>
    </li>
  );
}
