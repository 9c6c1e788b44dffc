import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { type Whisper, whispersIn } from '../../room/whispers.ts';
import { announce } from '../../ui/announce.ts';
import { unreadOf } from './beside-view.ts';

/** What one partner and the facilitators write to each other alone, as long as this page stands: through pauses and waiting. */
export type Beside = {
  whispers: Whisper[];
  unread: number;
  /** Who wrote the last of them. */
  from: string;
  shown: boolean;
  show: (shown: boolean) => void;
  /** What I am writing, sent to nobody yet. */
  words: string;
  write: (words: string) => void;
  /** These words are sent; what was written since stays. */
  sent: (words: string) => void;
};

export function useBeside({ aside, people }: Pick<Conversation, 'aside' | 'people'>): Beside {
  const [shown, setShown] = useState(false);
  const [words, write] = useState('');
  const [readTo, setReadTo] = useState(0);
  const whispers = whispersIn(aside);
  const last = whispers.at(-1)?.seq ?? 0;
  const unread = unreadOf(whispers, shown ? last : readTo);
  const from = people[unread.at(-1)?.from ?? ''] ?? '';
  useArrivalAnnounced(unread.at(-1), from);
  const show = (next: boolean) => {
    setReadTo(last);
    setShown(next);
  };
  const sent = (gone: string) => write((now) => (now.trim() === gone ? '' : now));
  return { whispers, unread: unread.length, from, shown, show, words, write, sent };
}

/** Said once, politely, and without its words: whoever sits nearby hears it too. Focus stays where it is. */
function useArrivalAnnounced(unread: Whisper | undefined, name: string): void {
  const t = useText();
  const said = useRef(unread?.seq);
  useEffect(() => {
    if (!unread || unread.seq === said.current) return;
    said.current = unread.seq;
    announce(t('beside.arrived', { name }));
  }, [unread, name, t]);
}
