/**
 * What each socket of each watcher was sent, in order and to the byte, and what makes two runs comparable: the few values
 * that are random by construction get a name, wherever they stand. These are the id of the talk, the incarnation of each
 * document that the reader may open, the versions of public words, which start from it, and the ids that Socket.IO gives
 * its lines. Nothing else is touched: the clock stands still, members and cookies are given, and whatever random value a
 * reader was never to see makes two runs differ.
 */
export class Ears {
  readonly #taps = new Map<string, string[]>();
  readonly #names = new Map<string, string>();
  readonly #counted = new Map<string, number>();

  /** One socket's frames, or one person's answers at the doors. */
  tap(socket: string, about = ''): Tap {
    const frames = this.#taps.get(socket) ?? [];
    this.#taps.set(socket, frames);
    return { hear: (frame) => void frames.push(frame), knows: (id) => this.knows(id, about) };
  }

  /** Names a value that is random by construction. */
  knows(id: string, about: string): void {
    if (this.#names.has(id)) return;
    const count = (this.#counted.get(about) ?? 0) + 1;
    this.#counted.set(about, count);
    this.#names.set(id, `<${about} ${count}>`);
  }

  /** Everything that was heard, by socket. Bytes stand as Latin-1, so that each is one character. */
  transcript(): Transcript {
    const plain = (frame: string) => {
      let text = frame.replace(/^(open|message 0)(\{"sid":")[\w-]{20}"/, '$1$2<line>"');
      for (const [id, name] of this.#names) text = text.replaceAll(id, name);
      return text;
    };
    return new Map([...this.#taps].map(([socket, frames]) => [socket, frames.map(plain)]));
  }
}

export type Tap = { hear(frame: string): void; knows(id: string): void };
export type Transcript = ReadonlyMap<string, readonly string[]>;
export type Difference = { socket: string; at: number; one: string | undefined; other: string | undefined };

/** Hears nothing: for whoever keeps something to themself, whose own frames may differ. */
export const DEAF: Tap = { hear: () => undefined, knows: () => undefined };

/** The first frame in which two runs differ for anybody; undefined where they are the same to the byte. */
export function firstDifference(one: Transcript, other: Transcript): Difference | undefined {
  for (const socket of new Set([...one.keys(), ...other.keys()])) {
    const [ours, theirs] = [one.get(socket) ?? [], other.get(socket) ?? []];
    for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
      if (ours[at] !== theirs[at]) return { socket, at, one: ours[at], other: theirs[at] };
    }
  }
  return undefined;
}
