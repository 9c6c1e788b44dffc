/** What was done to a text: from index `at`, so many characters went and these came. Indexes are UTF-16 units. */
export type TextChange = { at: number; removed: number; inserted: string };

/**
 * The smallest change that makes one text of another. Where several would do (a letter more in "aaa"), the one that ends at
 * the caret. A pair of surrogates is one character: none is ever split.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange {
  const shorter = Math.min(before.length, after.length);
  const sameAtEnd = (from: number, most: number) => {
    let same = from;
    while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
    return same;
  };
  let tail = sameAtEnd(0, Math.min(shorter, after.length - caret));
  let at = 0;
  while (at < shorter - tail && before[at] === after[at]) at += 1;
  tail = sameAtEnd(tail, shorter - at);
  if (at > 0 && isHighSurrogate(before.charCodeAt(at - 1))) at -= 1;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1;
  return { at, removed: before.length - tail - at, inserted: after.slice(at, after.length - tail) };
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
