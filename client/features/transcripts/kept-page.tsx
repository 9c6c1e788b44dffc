import '../../i18n/en-take-out.ts';
import '../../i18n/en-words.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { expiresAt } from '@turnward/shared/space/retention.ts';
import type { ListedConversation } from '@turnward/shared/space/state.ts';
import { Link } from 'wouter';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { type Space, useSpace } from '../../space/replica.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Frame } from '../../ui/frame.tsx';
import { lineWords } from '../../ui/line-words.ts';
import { Actions, Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';
import styles from './kept.module.css';
import { keptTalks } from './kept-talks.ts';
import { NotToRead } from './not-to-read.tsx';

/** Screen 14: the talks that both kept, by date, with guide and person. Words are fetched only when one is opened. */
export function KeptPage({ spaceId }: { spaceId: string }) {
  const t = useText();
  const space = useSpace(spaceId);
  useTitle();
  return (
    <Frame connection={lineWords(space.connection, t)}>
      {space.phase === 'ready' ? <KeptTalks space={space} spaceId={spaceId} /> : <NotToRead refusal={space.refusal} />}
    </Frame>
  );
}

function KeptTalks({ space, spaceId }: { space: Space; spaceId: string }) {
  const t = useText();
  const talks = keptTalks(space.state.conversations);
  const partner = [...space.state.members, ...space.state.left].find(
    ({ memberId, role }) => role === 'partner' && memberId !== space.me?.memberId,
  );
  return (
    <Page title={t('kept.title')} lead={t(talks.length > 0 ? 'kept.lead' : 'kept.empty')}>
      {talks.length > 0 && (
        <ul className={styles.list}>
          {talks.map((talk) => (
            <Entry
              key={talk.conversationId}
              talk={talk}
              spaceId={spaceId}
              partner={space.names[partner?.memberId ?? ''] ?? ''}
              endsAt={expiresAt(space.state, talk)}
            />
          ))}
        </ul>
      )}
      <Actions>
        <ButtonLink kind={talks.length > 0 ? 'quiet' : 'primary'} href={`/space/${spaceId}`}>
          {t('kept.back')}
        </ButtonLink>
        {talks.some(({ expired }) => expired === null) && (
          <ButtonLink kind="quiet" href={`/take-out/${spaceId}`}>
            {t('takeout.go')}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  );
}

type EntryProps = { talk: ListedConversation; spaceId: string; partner: string; endsAt: number | null };

function Entry({ talk, spaceId, partner, endsAt }: EntryProps) {
  const t = useText();
  const g = useGuideText();
  const { date, clock } = useTimes();
  const guide = guideById(talk.guideId);
  return (
    <li className={styles.entry}>
      <Link className={styles.open} href={`/kept/${spaceId}/${talk.conversationId}`}>
        {date(talk.openedAt)}
      </Link>
      <span className={styles.about}>
        {guide && g(guide.id, 'title', guide.title)}
        {' · '}
        {t('kept.with', { name: partner })}
        {' · '}
        {clock(talk.openedAt)}
      </span>
      {endsAt !== null && <span className={styles.about}>{t('stays.until', { date: date(endsAt) })}</span>}
      {talk.expired !== null && <span className={styles.about}>{t('stays.gone', { date: date(talk.expired) })}</span>}
    </li>
  );
}
