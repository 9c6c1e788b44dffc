import { pageLock } from '../line/page-lock.ts';
import { sessionEnd } from '../line/session-end.ts';
import { stepUp } from '../line/step-up.ts';
import { type Connection, openConnection } from './connection.ts';
import { type Outbox, openOutbox } from './outbox.ts';

/** What replicas need of the way to the server: the connection, and commands that are not lost on it. */
export type Line = { connection: Connection; outbox: Outbox };

let line: Line | undefined;
let unwatch: (() => void) | undefined;
let users = 0;

/** The one line of this tab, opened for its first user. Give it back with `giveBackLine`. */
export function takeLine(): Line {
  users += 1;
  if (!line) {
    const connection = openConnection();
    line = { connection, outbox: openOutbox(connection, stepUp.ask) };
    unwatch = watchEnd(connection);
  }
  return line;
}

/** Closes the line after its last user, unless commands still wait for their answer. */
export function giveBackLine(): void {
  users -= 1;
  if (users > 0 || !line || line.outbox.unanswered() > 0) return;
  unwatch?.();
  line.outbox.close();
  line.connection.close();
  line = undefined;
}

/** How many commands still wait for their answer. */
export const unanswered = (): number => line?.outbox.unanswered() ?? 0;

/**
 * Row 22, LK2. A line that is signed out or locked takes everything off the screen; when somebody is signed in again or has given the
 * PIN it is tried at once.
 */
function watchEnd(connection: Connection): () => void {
  const stop = [
    connection.subscribe(() => {
      if (connection.state() === 'signed-out') sessionEnd.note();
      if (connection.state() === 'locked') pageLock.note();
    }),
    pageLock.subscribe(() => {
      if (!pageLock.now()) connection.wake();
    }),
    sessionEnd.subscribe(() => {
      if (!sessionEnd.now()) connection.wake();
    }),
  ];
  return () => {
    for (const each of stop) each();
  };
}
