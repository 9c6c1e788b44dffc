import type { Guide } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Line } from '@turnward/shared/transcript/sections.ts';
import { Lock } from 'lucide-react';
import { useCardText } from '../../i18n/card-text.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { facilitatorLine, type Named } from '../../room/facilitator-lines.ts';
import { Marks } from '../../ui/mark.tsx';
import { Chosen, type Reader, SaidLine } from './said-line.tsx';
import styles from './transcript.module.css';
import { TranscriptWords } from './transcript-words.tsx';

export type TranscriptLineProps = {
  line: Line;
  guide: Guide;
  names: Record<Seat, string>;
  people: Named['people'];
  reader: Reader;
};

export function TranscriptLine({ line, guide, names, people, reader }: TranscriptLineProps) {
  const t = useText();
  const { date } = useTimes();
  switch (line.type) {
    case 'said':
      return <SaidLine line={line} guide={guide} names={names} reader={reader} />;
    case 'private':
      return (
        <li id={line.id} className={styles.private} data-private>
          <p className={styles.lock}>
            <Lock size={16} aria-hidden="true" />
            {t('kept.onlyYou')}
          </p>
          <TranscriptWords guide={guide} step={line.step} words={line.words} />
          <Chosen guide={guide} step={line.step} choice={line.choice} />
        </li>
      );
    case 'together':
      return (
        <li id={line.id} className={styles.said} data-seat="both" tabIndex={-1}>
          <p className={styles.who}>
            <Marks />
            <b>{t('kept.together')}</b>
            <span className={styles.kind}>{t(`kept.kind.${line.step.kind}`)}</span>
          </p>
          {line.gone && <p className={styles.gone}>{t('own.erased.together', { date: date(line.gone.at) })}</p>}
          <TranscriptWords guide={guide} step={line.step} words={line.words} />
        </li>
      );
    case 'asked':
      return <AskedLine line={line} guide={guide} />;
    case 'passed':
      return <li className={styles.event}>{t('kept.passed', { name: names[line.seat] })}</li>;
    case 'paused':
      return (
        <li className={styles.event}>
          {line.minutes === undefined ? t('kept.paused') : t('kept.paused.for', { minutes: line.minutes })}
        </li>
      );
    case 'stopped':
      return <li className={styles.event}>{t('kept.stopped')}</li>;
    case 'act': {
      const act = facilitatorLine(line.act, { people, names });
      return act ? <li className={styles.event}>{t(act.id, act.values)}</li> : null;
    }
  }
}

/** DK4. Only where the words are not the ones that the guide usually asks. */
function AskedLine({ line, guide }: { line: Extract<Line, { type: 'asked' }>; guide: Guide }) {
  const t = useText();
  const g = useGuideText();
  const words = useCardText()(guide, line.card);
  const { id, step } = line;
  if (words === '' || words === g(guide.id, `${step.id}.prompt`, step.prompt)) return null;
  return (
    <li id={id} className={styles.event}>
      {t('kept.asked', { words })}
    </li>
  );
}
