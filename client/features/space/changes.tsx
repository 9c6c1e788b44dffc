import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Space } from '../../space/replica.ts';
import { announce } from '../../ui/announce.ts';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { type Change, changesIn } from './changes-view.ts';
import styles from './space.module.css';
import { useChangeWords } from './use-change-words.ts';

/** How many are read without opening anything. */
const LATEST = 3;

/** Who changed what here, for both to read: nobody can say afterwards that it was otherwise. */
export function Changes({ space }: { space: Space }) {
  const t = useText();
  const words = useChangeWords(space.names);
  const changes = changesIn(space.log, space.state);
  const [newest] = changes;
  useAnnounced(newest, words);
  if (!newest) return null;
  const earlier = changes.slice(LATEST);
  return (
    <Card labelledBy="changes">
      <h2 id="changes">{t('changes.title')}</h2>
      <Lines changes={changes.slice(0, LATEST)} words={words} />
      {earlier.length > 0 && (
        <Disclosure summary={t('changes.earlier')}>
          <Lines changes={earlier} words={words} />
        </Disclosure>
      )}
    </Card>
  );
}

function Lines({ changes, words }: { changes: Change[]; words: (change: Change) => string }) {
  const { moment } = useTimes();
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={change.seq} data-change={change.what}>
          {words(change)}
          <span className={styles.small}>{moment(change.at)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Says what happens while the page is open; what was there before is there to read. */
function useAnnounced(newest: Change | undefined, words: (change: Change) => string): void {
  const known = useRef(newest?.seq ?? 0);
  const sentence = newest && words(newest);
  useEffect(() => {
    if (!newest || !sentence || newest.seq <= known.current) return;
    known.current = newest.seq;
    announce(sentence);
  }, [newest, sentence]);
}
