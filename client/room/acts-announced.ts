import { useEffect, useRef } from 'react';
import type { Room } from '../conversation/room.ts';
import { useText } from '../i18n/text.ts';
import { announce } from '../ui/announce.ts';
import { facilitatorLine } from './facilitator-lines.ts';

/** Says what a facilitator does, politely, on a screen that has no log to say it. */
export function useActsAnnounced({ talk, people, names }: Room): void {
  const t = useText();
  const said = useRef(talk.at(-1)?.seq ?? 0);
  useEffect(() => {
    const fresh = talk.filter(({ seq }) => seq > said.current);
    said.current = talk.at(-1)?.seq ?? said.current;
    const lines = fresh.flatMap((recorded) => facilitatorLine(recorded, { people, names }) ?? []);
    if (lines.length > 0) announce(lines.map(({ id, values }) => t(id, values)).join(' '));
  }, [talk, people, names, t]);
}
