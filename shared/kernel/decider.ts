import type { Drafted } from './event.ts';

/** A refusal is a value, not an error: the command was understood and is not possible now. Nothing was recorded. */
export type Refused<Reason extends string> = { refused: Reason };

export type Decision<Event, Reason extends string> = Drafted<Event>[] | Refused<Reason>;

export const refuse = <Reason extends string>(reason: Reason): Refused<Reason> => ({ refused: reason });

export const isRefused = <Event, Reason extends string>(
  decision: Decision<Event, Reason>,
): decision is Refused<Reason> => !Array.isArray(decision);
