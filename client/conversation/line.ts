import { type Connection, openConnection } from './connection.ts';
import { type Outbox, openOutbox } from './outbox.ts';

/** What replicas need of the way to the server: the connection, and commands that are not lost on it. */
export type Line = { connection: Connection; outbox: Outbox };

let line: Line | undefined;
let users = 0;

/** The one line of this tab, opened for its first user. Give it back with `giveBackLine`. */
export function takeLine(): Line {
  users += 1;
  if (!line) {
    const connection = openConnection();
    line = { connection, outbox: openOutbox(connection) };
  }
  return line;
}

/** Closes the line after its last user, unless commands still wait for their answer. */
export function giveBackLine(): void {
  users -= 1;
  if (users > 0 || !line || line.outbox.unanswered() > 0) return;
  line.outbox.close();
  line.connection.close();
  line = undefined;
}

/** How many commands still wait for their answer. */
export const unanswered = (): number => line?.outbox.unanswered() ?? 0;
