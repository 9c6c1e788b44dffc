import type { Guide } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Section } from '@turnward/shared/transcript/sections.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Reader } from './said-line.tsx';
import styles from './transcript.module.css';
import { TranscriptLine } from './transcript-line.tsx';

export type TranscriptSectionProps = {
  section: Section;
  guide: Guide;
  names: Record<Seat, string>;
  people: Record<string, string>;
  reader: Reader;
};

/** One step of the talk: its name, when it was, whose side it was about, and what was said in it. */
export function TranscriptSection({ section, guide, names, people, reader }: TranscriptSectionProps) {
  const t = useText();
  const g = useGuideText();
  const { clock } = useTimes();
  const { outline, sharer, at, lines } = section;
  const title = guide.outline.find((each) => each.id === outline)?.title ?? '';
  return (
    <div className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{g(guide.id, `outline.${outline}`, title)}</h2>
        <p className={styles.when}>
          {sharer && <>{t('kept.about', { name: names[sharer] })} · </>}
          <time dateTime={new Date(at).toISOString()}>{clock(at)}</time>
        </p>
      </div>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <TranscriptLine key={line.id} line={line} guide={guide} names={names} people={people} reader={reader} />
        ))}
      </ol>
    </div>
  );
}
