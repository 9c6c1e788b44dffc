import * as Y from 'yjs';

type Span = { from: number; to: number };
/** What one update brings, of the one person who types: clocks written, clocks deleted. */
type Effect = { written: Span[]; deleted: Span[] };

/**
 * How many keystrokes, beginning with the first of these, an update brings whole. Servers may send several as one, so bytes
 * that differ from the keystroke's own are read here.
 */
export function keystrokesIn(update: Uint8Array, next: (i: number) => Uint8Array | undefined): number {
  const effect = effectOf(update);
  let count = 0;
  for (let keystroke = next(0); keystroke; keystroke = next(++count)) {
    const { written, deleted } = effectOf(keystroke);
    if (!covers(effect.written, written) || !covers(effect.deleted, deleted)) break;
  }
  return count;
}

function effectOf(update: Uint8Array): Effect {
  const { structs, ds } = Y.decodeUpdate(update);
  return {
    written: structs
      .filter((struct) => !(struct instanceof Y.Skip))
      .map(({ id, length }) => ({ from: id.clock, to: id.clock + length })),
    deleted: [...ds.clients.values()].flat().map(({ clock, len }) => ({ from: clock, to: clock + len })),
  };
}

/** Every clock of the second is in the first, whose spans may touch each other. */
const covers = (whole: readonly Span[], parts: readonly Span[]): boolean =>
  parts.every(({ from, to }) => {
    for (let clock = from; clock < to; clock++) {
      if (!whole.some((span) => span.from <= clock && clock < span.to)) return false;
    }
    return true;
  });
