import '../../i18n/en-words.ts';
import '../../i18n/en-take-out.ts';
import { isReadable } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { type Space, useSpace } from '../../space/replica.ts';
import { type TheTwo, theTwo } from '../../space/the-two.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page, Section } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { Files } from './files.tsx';
import styles from './take-out.module.css';
import { TakenOut } from './taken-out.tsx';
import { WhoAgrees } from './who-agrees.tsx';

const IN = ['takeout.in.said', 'takeout.in.mark', 'takeout.in.not', 'takeout.in.gone'] as const;

export type TakeOutPageProps = { spaceId: string; conversationId?: string };

/** CO5. Whole talks as a file: what is in it, who has agreed, and the ways to have it. One talk, or all of them. */
export function TakeOutPage({ spaceId, conversationId }: TakeOutPageProps) {
  const t = useText();
  const space = useSpace(spaceId);
  useTitle();
  const two = theTwo(space);
  return (
    <Frame connection={lineWords(space.connection, t)}>
      {space.phase === 'ready' && two ? (
        <TakeOut space={space} two={two} about={conversationId} />
      ) : (
        <NotHere waiting={space.phase === 'connecting'} />
      )}
    </Frame>
  );
}

function TakeOut({ space, two, about }: { space: Space; two: TheTwo; about: string | undefined }) {
  const t = useText();
  const { date } = useTimes();
  const { state } = space;
  const talk = state.conversations.find(({ conversationId }) => conversationId === about);
  const some = state.conversations.some(({ conversationId }) => isReadable(state, conversationId));
  if (about === undefined ? !some : !isReadable(state, about)) return <NotHere waiting={false} />;
  const title = talk ? t('takeout.title.one', { date: date(talk.openedAt) }) : t('takeout.title');
  return (
    <Page title={title} lead={t('takeout.lead')}>
      <Section title={t('takeout.in')}>
        <ul className={styles.list}>
          {IN.map((id) => (
            <li key={id}>{t(id)}</li>
          ))}
        </ul>
      </Section>
      <Notice>
        <p>{t('takeout.court')}</p>
      </Notice>
      <WhoAgrees space={space} two={two} about={about} />
      <Files space={space} two={two} about={about} />
      <TakenOut space={space} />
      <Actions>
        <ButtonLink href={`/kept/${state.spaceId}`}>{t('kept.list')}</ButtonLink>
      </Actions>
    </Page>
  );
}

/** While it is being fetched, or where there is nothing to take out. */
function NotHere({ waiting }: { waiting: boolean }) {
  const t = useText();
  if (waiting) return <Page key="waiting" title={t('waiting.title')} />;
  return (
    <Page key="refused" title={t('kept.missing')} lead={t('refusal.not-found')}>
      <Actions>
        <ButtonLink kind="primary" href="/">
          {t('missing.start')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
