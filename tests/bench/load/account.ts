import type { Quantiles } from './quantiles.ts';

/** What is sent, and the account of what became of it. */
export type Load = {
  /** Sends one more, that was due at `due`. */
  fire(due: number): void;
  readonly sent: number;
  /** Grows with everything that arrives, and stands still when nothing more comes. */
  readonly progress: number;
  readonly settled: boolean;
  /** Closes the account and hears no more. */
  close(): Account;
};
export type Account = {
  sent: number;
  /** Where nothing is acked there is nothing here. */
  ack: Quantiles;
  delivery: Quantiles;
  /** How late the generator itself was in sending: where this is large, the load and not the server is measured. */
  late: Quantiles;
  faults: Faults;
  /** The first refusal or lost connection, in the server's words. */
  trouble: string;
};

/** What must not happen. Anything but zeros fails the run. */
export type Faults = {
  unacked: number;
  undelivered: number;
  twice: number;
  /** Reached a room it was not for, or belongs to no command of this window. */
  strayed: number;
  refused: number;
  disconnected: number;
};

export const faultless = (faults: Faults): boolean => Object.values(faults).every((count) => count === 0);
