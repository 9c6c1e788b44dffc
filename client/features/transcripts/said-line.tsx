import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { otherSeat, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { Note } from '@turnward/shared/transcript/afterwards.ts';
import type { Said } from '@turnward/shared/transcript/sections.ts';
import type { CommandReply, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { Check } from 'lucide-react';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { Person } from '../../ui/mark.tsx';
import { KeptWords } from './kept-words.tsx';
import { OwnWords } from './own-words.tsx';
import styles from './transcript.module.css';
import { TranscriptWords } from './transcript-words.tsx';

/** Who reads, and how they ask for what becomes of their own words. */
export type Reader = { seat: Seat; send: (command: SentCommand) => Promise<CommandReply> };

type SaidLineProps = { line: Said; guide: Guide; names: Record<Seat, string>; reader: Reader };

/** What one of the two said, what became of it since, and the notes they added. */
export function SaidLine({ line, guide, names, reader }: SaidLineProps) {
  const t = useText();
  const { joint, step, seat, seq, landed, gone, folded, notes } = line;
  const mine = seat === reader.seat;
  const own = { partner: names[otherSeat(seat)], send: reader.send };
  return (
    <li id={line.id} className={styles.said} data-seat={seat} data-landed={landed || undefined} tabIndex={-1}>
      <p className={styles.who}>
        <Person of={seat} name={names[seat]} />
        <span className={styles.kind}>{joint ? t(`kept.joint.${joint}`) : t(`kept.kind.${step.kind}`)}</span>
      </p>
      <KeptWords name={names[seat]} mine={mine} gone={gone} folded={folded}>
        <TranscriptWords guide={guide} step={step} words={line.words} />
      </KeptWords>
      <Chosen guide={guide} step={step} choice={line.choice} />
      {landed && (
        <p className={styles.landed}>
          <Check size={18} aria-hidden="true" />
          {t('kept.landed.mark')}
        </p>
      )}
      {notes.map((note) => (
        <NoteLine key={note.seq} note={note} name={names[seat]} mine={mine} own={own} />
      ))}
      {mine && (line.words || gone) && (
        <OwnWords seq={seq} folded={folded} gone={gone !== undefined} note={false} {...own} />
      )}
    </li>
  );
}

type NoteLineProps = { note: Note; name: string; mine: boolean; own: Pick<Reader, 'send'> & { partner: string } };

function NoteLine({ note: { seq, at, text, gone, folded }, name, mine, own }: NoteLineProps) {
  const t = useText();
  const { date } = useTimes();
  return (
    <div className={styles.note} data-note>
      <p className={styles.label}>{t('own.noted', { name, date: date(at) })}</p>
      <KeptWords name={name} mine={mine} gone={gone} folded={folded}>
        <p className={styles.words}>{text}</p>
      </KeptWords>
      {mine && <OwnWords seq={seq} folded={folded} gone={gone !== undefined} note {...own} />}
    </div>
  );
}

type ChosenProps = { guide: Guide; step: Step | undefined; choice: string | undefined };

export function Chosen({ guide, step, choice }: ChosenProps) {
  const g = useGuideText();
  const label = step?.choices.find(({ id }) => id === choice)?.label;
  if (!step || !label) return null;
  return <p className={styles.chosen}>{g(guide.id, `${step.id}.choice.${choice}`, label)}</p>;
}
