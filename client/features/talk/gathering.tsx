import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import { Suspense, useId, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Person } from '../../ui/mark.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { CardsAhead } from './cards-ahead.tsx';
import { DeviceCheck } from './device-check.tsx';
import styles from './gathering.module.css';
import { notYet } from './gathering-view.ts';
import { lazily } from './lazily.ts';
import { usePresenceWords } from './people.tsx';
import { SettleBreath } from './settle-breath.tsx';
import { useAnswer } from './use-answer.ts';

const DeckAhead = lazily(() => import('./deck-ahead.tsx').then((m) => m.DeckAhead));

/** Screen 5: today's talk, who is here, ready or not yet. It begins when both are here and ready. */
export function Gathering({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const guideText = useGuideText();
  const { guide, state, seat, names } = conversation;
  const begins =
    state.first === seat ? t('talk.gather.first.me') : t('talk.gather.first.partner', { name: names[state.first] });
  return (
    <Page title={guideText(guide.id, 'title', guide.title)} lead={guideText(guide.id, 'about', guide.about)}>
      <People conversation={conversation} />
      <Begin conversation={conversation} />
      <div className={styles.talk}>
        <p>
          {t('guide.minutes', { minutes: guide.minutes })}. {guide.roles === 'swap' && begins}
        </p>
        <Disclosure summary={t('guide.steps')}>
          <ol className={styles.outline}>
            {guide.outline.map(({ id, title }) => (
              <li key={id}>{guideText(guide.id, `outline.${id}`, title)}</li>
            ))}
          </ol>
          <p>{t('talk.gather.rules')}</p>
        </Disclosure>
        <DeviceCheck conversation={conversation} />
      </div>
      {guide.cards && (
        <Suspense fallback={<CardsAhead conversation={conversation} />}>
          <DeckAhead conversation={conversation} guideCards={guide.cards} />
        </Suspense>
      )}
      <Quiet />
      <NotToday conversation={conversation} />
    </Page>
  );
}

function People({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { seat, names, state } = conversation;
  const presence = usePresenceWords(conversation);
  const row = (of: Seat) => {
    const ready = state.ready[of];
    return (
      <li className={styles.person} data-testid={`gather-${of}`} data-ready={ready}>
        <Person of={of} name={of === seat ? t('talk.you', { name: names[of] }) : names[of]} note={presence(of)} />
        <span className={styles.ready} data-state={ready ? 'ready' : 'not-yet'}>
          {t(ready ? 'talk.gather.ready' : 'talk.gather.notYet')}
        </span>
      </li>
    );
  };
  return (
    <ul className={styles.people} aria-label={t('talk.people')} aria-live="polite">
      {row(seat)}
      {row(otherSeat(seat))}
    </ul>
  );
}

function Begin({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const id = useId();
  const { state, seat, names } = conversation;
  const answering = useAnswer(conversation);
  const lacking = notYet(conversation, seat);
  const ready = state.ready[seat];
  const begin = () => lacking === null && answering.send({ type: 'Begin' });
  const toggle = () => answering.send({ type: 'SetReady', ready: !ready });
  return (
    <div className={styles.begin}>
      <RefusalNotice refusal={answering.refusal} />
      <Actions>
        {ready ? (
          <>
            <Button
              kind="primary"
              aria-disabled={lacking !== null || answering.sending}
              aria-describedby={lacking ? id : undefined}
              onClick={begin}
              data-testid="begin"
            >
              {t('talk.gather.begin')}
            </Button>
            <Button kind="quiet" aria-pressed="true" onClick={toggle} data-testid="ready">
              {t('talk.gather.unready')}
            </Button>
          </>
        ) : (
          <Button kind="primary" onClick={toggle} data-testid="ready">
            {t('talk.gather.iAmReady')}
          </Button>
        )}
      </Actions>
      {lacking && (
        <p id={id} className={styles.note} role="status">
          {t(`talk.gather.${lacking}`, { name: names[otherSeat(seat)] })}
        </p>
      )}
    </div>
  );
}

/** Something quiet to do while waiting. */
function Quiet() {
  const t = useText();
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {t('talk.gather.quiet')}
      </h2>
      <p>{t('talk.gather.quiet.words')}</p>
      <SettleBreath inSec={4} outSec={6} times={6} />
    </Card>
  );
}

/** Asked once: it ends this talk for both, without a reason and without blame. */
function NotToday({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const { sending, send, refusal } = useAnswer(conversation);
  if (!asking) {
    return (
      <Actions>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('talk.gather.notToday')}
        </Button>
      </Actions>
    );
  }
  return (
    <Card>
      <p>{t('talk.gather.notToday.words', { name: conversation.names[otherSeat(conversation.seat)] })}</p>
      <RefusalNotice refusal={refusal} />
      <Actions>
        <Button aria-disabled={sending} onClick={() => send({ type: 'Stop' })}>
          {t('talk.gather.notToday.yes')}
        </Button>
        <Button kind="quiet" onClick={() => setAsking(false)}>
          {t('talk.gather.notToday.no')}
        </Button>
      </Actions>
    </Card>
  );
}
