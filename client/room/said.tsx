import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { ReactNode } from 'react';
import type { Room } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { FacilitatorAct } from './facilitator-act.tsx';
import { facilitatorLine } from './facilitator-lines.ts';
import styles from './said.module.css';
import type { Entry, Exchange, Said } from './said-view.ts';
import { SaidWords } from './said-words.tsx';

export type SaidLogProps = {
  room: Room;
  exchange: Exchange;
  /** Who reads, where one of the two does. Words of the other that are heavy arrive folded to them, and to nobody else. */
  reader?: Seat;
  /** Heavy words that this reader has opened, by seq: where the talk itself does not say so. */
  opened?: ReadonlySet<number>;
  onOpen?: (seq: number) => void;
  /** What stands beneath one's own words. */
  beneath?: (said: Said) => ReactNode;
};

/**
 * What was said in this exchange: the words that the present step answers to, and the earlier ones folded; between them what
 * a facilitator did.
 */
export function SaidLog({ room, exchange, reader, opened, onOpen, beneath }: SaidLogProps) {
  const t = useText();
  const { earlier, recent } = exchange;
  const last = recent.findLast(
    (entry): entry is Said => entry.type === 'said' && entry.texts.length > 0 && entry.seat !== reader,
  );
  const draw = (entry: Entry) => {
    if (entry.type === 'act') {
      const line = facilitatorLine(entry.recorded, room);
      return line && <FacilitatorAct key={entry.seq} line={line} />;
    }
    return (
      <SaidWords
        key={entry.seq}
        said={entry}
        room={room}
        reader={reader}
        large={entry === last}
        folded={isFolded(entry, reader, room, opened)}
        onOpen={() => onOpen?.(entry.seq)}
      >
        {reader && entry.seat === reader && beneath?.(entry)}
      </SaidWords>
    );
  };
  return (
    <div className={styles.said}>
      {earlier.length > 0 && (
        <Disclosure summary={t('talk.earlier', { count: earlier.length })}>{earlier.map(draw)}</Disclosure>
      )}
      {/* A log speaks what is added to it, politely, and nothing that was there before. */}
      <div role="log" aria-label={t('talk.log')} className={styles.log}>
        {recent.map(draw)}
      </div>
    </div>
  );
}

/**
 * PK2. Heavy words wait for the one they are said to, until they are opened; guests read them as they stand. Words that were
 * destroyed have nothing to open.
 */
export function isFolded(
  entry: Entry,
  reader: Seat | undefined,
  { state }: Pick<Room, 'state'>,
  opened: ReadonlySet<number> = NONE,
): boolean {
  if (entry.type !== 'said' || !entry.heavy || entry.gone || reader === undefined || entry.seat === reader)
    return false;
  return entry.closed ? state.closed.includes(entry.seq) : !opened.has(entry.seq);
}

const NONE: ReadonlySet<number> = new Set();
