/**
 * One device in a room, whatever it speaks. `contribute` sends command number `n` and returns at once; its ack comes to
 * `acked`, and the same number comes to the room's other devices inside some text that `heard` gets to see.
 */
export type Line = {
  ears: LineEars;
  contribute(n: number): void;
  close(): void;
};

export type LineEars = {
  acked(n: number, ok: boolean, text: string): void;
  heard(text: string): void;
  closed(why: string): void;
};

export const deaf: LineEars = { acked: () => {}, heard: () => {}, closed: () => {} };

/** The three devices of one room. */
export type Room = { lines: readonly Line[] };

/** About 120 characters, the length of a sentence or two. The number stands in front, where it is found without parsing. */
export const wordsOf = (n: number): string =>
  `#${n}# In the coming hour we make tea, sit by the window and each say one kind thing. Next time we talk on Sunday.`;

/** Every command number in a text, in order. */
export function numbersIn(text: string, found: (n: number) => void): void {
  let at = text.indexOf('"#');
  while (at >= 0) {
    const end = text.indexOf('#', at + 2);
    found(Number(text.slice(at + 2, end)));
    at = text.indexOf('"#', end);
  }
}
