import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { Room } from '../conversation/room.ts';
import { useGuideText, useText } from '../i18n/text.ts';
import { stepOnTheWay } from './on-the-way.ts';
import { outlineView } from './outline-view.ts';
import styles from './rail.module.css';

/** The guide as a list of lines: what was, what is now, what comes. Nothing to press, so nothing to get wrong. */
export function Rail({ room, reader }: { room: Room; reader?: Seat }) {
  const t = useText();
  const guideText = useGuideText();
  const id = useId();
  const { guide, state, names } = room;
  const step = stepOnTheWay(room);
  if (!step) return null;
  const { lines, round } = outlineView(guide, step, state.first);
  return (
    <section className={styles.rail} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {guideText(guide.id, 'title', guide.title)}
      </h2>
      {round && (
        <p className={styles.round}>
          {round.sharer === reader
            ? t('talk.round.mine', { number: round.number })
            : t('talk.round.theirs', { number: round.number, name: names[round.sharer] })}
        </p>
      )}
      <ol className={styles.lines}>
        {lines.map((line) => (
          <li
            key={line.id}
            className={styles.line}
            data-state={line.state}
            aria-current={line.state === 'now' ? 'step' : undefined}
          >
            <span className={styles.sign} aria-hidden="true">
              {line.state === 'done' && <Check size={16} />}
            </span>
            {guideText(guide.id, `outline.${line.id}`, line.title)}
            {line.state === 'done' && <span className="visually-hidden"> ({t('talk.rail.done')})</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
