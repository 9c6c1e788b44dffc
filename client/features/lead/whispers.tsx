import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { Lock } from 'lucide-react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { type Whisper, whispersIn } from '../../room/whispers.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { closedBecause } from './acts-view.ts';
import styles from './partner-card.module.css';
import { useAct } from './use-act.ts';
import { useKept } from './use-kept.ts';
import { useUnread } from './use-unread.ts';

const LONGEST_WHISPER = 1000;

/** WH1. Between this partner and the facilitators alone. What came in while it was folded is counted, and takes no focus. */
export function Whispers({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const { conversationId } = room.state;
  const [open, keepOpen] = useKept(conversationId, `whispers ${seat}`, false);
  const whispers = whispersIn(room.asides[seat]);
  const theirs = whispers.filter(({ from }) => from === null).length;
  const unread = useUnread(conversationId, `whispers ${seat}`, theirs, open);
  const name = room.names[seat];
  return (
    <div data-testid={`whispers-${seat}`}>
      <Disclosure
        open={open}
        onToggle={(now) => keepOpen(() => now)}
        summary={
          <span className={styles.summary}>
            <Lock size={16} aria-hidden="true" />
            <span>{t('lead.whisper', { name })}</span>
            {unread > 0 && <span className={styles.unread}>{t('lead.whisper.new', { count: unread })}</span>}
          </span>
        }
      >
        <p className={styles.note}>{t('lead.whisper.private', { name })}</p>
        <div role="log" aria-label={t('lead.whisper.log', { name })} className={styles.thread}>
          {whispers.map((whisper) => (
            <Line key={whisper.seq} room={room} seat={seat} whisper={whisper} />
          ))}
        </div>
        <Write room={room} seat={seat} />
      </Disclosure>
    </div>
  );
}

function Line({ room, seat, whisper }: { room: GuestRoom; seat: Seat; whisper: Whisper }) {
  const t = useText();
  const { clock } = useTimes();
  const { from, at, text } = whisper;
  const who = from === null ? room.names[seat] : from === room.memberId ? t('lead.you') : (room.people[from] ?? '');
  return (
    <p className={styles.whisper} data-from={from === null ? seat : 'facilitator'}>
      <span className={styles.who}>
        {who}, {clock(at)}
      </span>
      <span className={styles.text}>{text ?? t('talk.said.gone')}</span>
    </p>
  );
}

function Write({ room, seat }: { room: GuestRoom; seat: Seat }) {
  const t = useText();
  const { act, sending, refusal } = useAct(room, seat);
  const [text, keepText] = useKept(room.state.conversationId, `whisper ${seat}`, '');
  const closed = closedBecause(room, 'Whisper');
  const name = room.names[seat];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (closed || said === '' || text.length > LONGEST_WHISPER) return;
    // What was typed meanwhile is the next one.
    act({ type: 'Whisper', to: seat, text: said }, () => keepText((now) => (now.trim() === said ? '' : now)));
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form className={styles.part} onSubmit={send} onKeyDown={keys} noValidate>
      <TextBox
        label={t('lead.whisper.box', { name })}
        value={text}
        onText={(now) => keepText(() => now)}
        max={LONGEST_WHISPER}
        rows={2}
        voice="ui"
        problem={text.length > LONGEST_WHISPER ? t('refusal.too-long') : undefined}
      />
      <RefusalNotice refusal={refusal} />
      <Button type="submit" aria-disabled={sending || closed !== null}>
        {sending ? t('talk.item.sending') : t('lead.whisper.send', { name })}
      </Button>
    </form>
  );
}
