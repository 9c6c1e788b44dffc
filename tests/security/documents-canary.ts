import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import type { Logger } from '@turnward/server/log.ts';
import type { Transcript } from '../kit/paired-run-tap.ts';

/** Words that nobody else would write: what is found anywhere was this. Some of them take more than a byte. */
export const canary = (about: string): string =>
  `${about} "${createHash('sha256').update(about).digest('hex').slice(0, 24)}" schön, und müde…`;

/** The ways in which a dump, a log or a frame could spell words. */
function spellings(words: string): Buffer[] {
  const utf8 = Buffer.from(words);
  const utf16 = Buffer.from(words, 'utf16le');
  const escaped = JSON.stringify(words).slice(1, -1);
  const ascii = escaped.replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // Three letters in, so that the first group of four says nothing of what stands before.
  const base64 = [0, 1, 2].flatMap((skip) =>
    (['base64', 'base64url'] as const).map((form) => utf8.subarray(skip, skip + 30).toString(form)),
  );
  const hex = utf8.toString('hex');
  const texts = [escaped, ascii, encodeURIComponent(words), hex, hex.toUpperCase(), ...base64];
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((text) => Buffer.from(text))];
}

export const holds = (bytes: Buffer, words: string): boolean => spellings(words).some((each) => bytes.includes(each));

/** The sockets on which these words came, whose names begin with `who`. */
export function socketsWith(heard: Transcript, who: string, words: string): string[] {
  const mine = [...heard].filter(([socket]) => socket.startsWith(`${who}: `));
  // A frame of bytes stands as Latin-1, a frame of text as text.
  return mine.flatMap(([socket, frames]) =>
    frames.some((frame) => holds(Buffer.from(frame, 'latin1'), words) || holds(Buffer.from(frame), words))
      ? [socket]
      : [],
  );
}

/** Keeps whatever is given to the log at any level, before anything is cut out of it. */
export function keepingLog(): { log: Logger; said(): Buffer; lines: unknown[][] } {
  const lines: unknown[][] = [];
  const keep = (...said: unknown[]) => void lines.push(said);
  const everything = { depth: 20, maxStringLength: null, maxArrayLength: null, showHidden: true };
  return {
    log: { debug: keep, info: keep, warn: keep, error: keep },
    said: () => Buffer.from(`${inspect(lines, everything)}${JSON.stringify(lines.map(String))}`),
    lines,
  };
}
