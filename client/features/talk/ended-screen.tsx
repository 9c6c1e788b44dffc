import { Suspense, useId } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import styles from './ended.module.css';
import { type EndedView, endedView } from './ended-view.ts';
import { lazily } from './lazily.ts';

const Parked = lazily(() => import('../../room/parked.tsx').then((m) => m.Parked));

/** Screen 13: a plain end. How it ended, what became of the words, care for the coming hour, the way back (R21). */
export function EndedScreen({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { state, talk, otherTimes } = conversation;
  const view = endedView(state, talk);
  return (
    <div data-testid="ended" data-how={view.how} data-words={view.words}>
      <Page title={t(`closing.ended.${view.how}`)} lead={t(`closing.ended.${view.how}.lead`)}>
        {view.how === 'put-off' && otherTimes && <Said title={t('closing.ended.otherTimes')} words={otherTimes} />}
        {view.plan && <Said title={t('closing.ended.plan')} words={view.plan} />}
        <p data-testid="ended-words">{t(`closing.ended.words.${view.words}`)}</p>
        {state.parked.length > 0 && (
          <Suspense>
            <Parked room={conversation} reader={conversation} />
          </Suspense>
        )}
        {view.how !== 'put-off' && <Aftercare />}
        <WaysOn conversation={conversation} view={view} />
      </Page>
    </div>
  );
}

function Said({ title, words }: { title: string; words: string }) {
  const id = useId();
  return (
    <Card labelledBy={id}>
      <h2 id={id} className={styles.small}>
        {title}
      </h2>
      <p className="words">{words}</p>
    </Card>
  );
}

function Aftercare() {
  const t = useText();
  const id = useId();
  return (
    <Card tone="sunken" labelledBy={id}>
      <h2 id={id} className={styles.care}>
        {t('closing.care.title')}
      </h2>
      <ul className={styles.list}>
        <li>{t('closing.care.body')}</li>
        <li>{t('closing.care.rest')}</li>
        <li>{t('closing.care.kind')}</li>
        <li>{t('closing.care.help')}</li>
      </ul>
    </Card>
  );
}

function WaysOn({ conversation, view }: { conversation: Conversation; view: EndedView }) {
  const t = useText();
  const { spaceId, conversationId } = conversation.state;
  return (
    <Actions>
      <ButtonLink kind="primary" href={`/space/${spaceId}`}>
        {t('closing.ended.back')}
      </ButtonLink>
      {view.words === 'kept' && (
        <ButtonLink kind="quiet" href={`/kept/${spaceId}/${conversationId}`}>
          {t('closing.ended.read')}
        </ButtonLink>
      )}
    </Actions>
  );
}
