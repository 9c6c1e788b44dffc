import { createHash } from 'node:crypto';

const SEAL = /\b[0-9a-f]{64}\b/;

/** CO8. Every line together with the seal so far: one that was changed, moved, added or left out gives another seal. */
const sealOf = (lines: readonly string[]): string =>
  lines.reduce((seal, line) => createHash('sha256').update(`${seal}\n${line}`).digest('hex'), '');

/** The lines of a copy, and after them the one line that holds their seal. */
export function sealed(lines: readonly string[], sealLine: (seal: string) => string): { text: string; seal: string } {
  const each = lines.flatMap((line) => line.split(/\r\n|[\r\n]/));
  const seal = sealOf(each);
  return { text: `${[...each, sealLine(seal)].join('\n')}\n`, seal };
}

/** The seal that a copy bears, in any of its forms, and whether it fits the lines above it; undefined where it bears none. */
export function readSeal(text: string): { seal: string; fits: boolean } | undefined {
  const lines = text.split(/\r?\n/);
  const at = lines.findLastIndex((line) => SEAL.test(line));
  const seal = lines[at]?.match(SEAL)?.[0];
  return seal === undefined ? undefined : { seal, fits: sealOf(lines.slice(0, at)) === seal };
}
