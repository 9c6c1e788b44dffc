import type { StreamKind, StreamName } from './stream.ts';

/**
 * The words of an event: what was said, as opposed to that something was said. `text` maps a field's id to what was
 * written there; `scales` maps a scale's id to a whole number from 0 to 10. Sealed at rest, never read by `evolve`.
 */
export type Words = { text?: Record<string, string>; scales?: Record<string, number> };

/** Where the words of a revealed event are copied from: an event already recorded in a private stream. */
export type CopyOf = { copyOf: { kind: StreamKind; seq: number } };

/** An event that a decider wants recorded, and the audience it is for. */
export type Drafted<Event> = { to: StreamKind; event: Event; words?: Words | CopyOf };

/**
 * An event as recorded. `seq` counts from 1 without a gap within its stream; `at` is the server's clock in ms since
 * 1970. `words` is absent where there never were any and null where they were destroyed: the stub stays, the text is gone.
 */
export type Recorded<Event> = { stream: StreamName; seq: number; at: number; event: Event; words?: Words | null };
