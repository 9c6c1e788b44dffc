import type { PresenceReport } from '@turnward/shared/wire/protocol.ts';
import type { Connection } from './connection.ts';

/** How long after the last key somebody still counts as writing, in ms. */
const WRITING_FOR = 5000;

export type PresenceReporter = ReturnType<typeof reportPresence>;

/**
 * Tells the server what may be known of this person: here or away, and writing where they alone hold the floor, the
 * words are for both, and they let it be seen (PR5). Never what or how much is written.
 */
export function reportPresence(parts: { connection: Connection; conversationId: string; away: () => boolean }) {
  const { connection, conversationId, away } = parts;
  let mayShow = false;
  let lastKey = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  let together = false;

  const say = (again: boolean) => {
    clearTimeout(timer);
    const left = lastKey + WRITING_FOR - Date.now();
    const writing = mayShow && left > 0;
    if (writing) timer = setTimeout(() => say(false), left);
    const report: PresenceReport = { conversationId, writing, away: away(), ...(together && { together }) };
    const saying = JSON.stringify(report);
    if (!again && saying === said) return;
    said = saying;
    connection.report(report);
  };
  const leaveOpen = connection.onOpen(() => say(true));
  say(true);

  return {
    typed(): void {
      lastKey = Date.now();
    },
    /** `showing`: whether writing may be seen now. */
    update(showing: boolean): void {
      mayShow = showing;
      if (!mayShow) lastKey = 0;
      say(false);
    },
    /** CO4. Whether its person opens this kept talk for both, now. */
    openForBoth(open: boolean): void {
      together = open;
      say(false);
    },
    stop(): void {
      clearTimeout(timer);
      leaveOpen();
      connection.report({ conversationId: null, writing: false, away: away() });
    },
  };
}
