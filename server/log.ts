import { type Logger as Pino, pino } from 'pino';
import type { Config } from './config.ts';

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error'>;

/** What may hold words, names or secrets. Cut out wherever it stands. */
const HIDDEN =
  /^(words|text|body|payload|name|names|token|secret|cookie|cookies|password|pin|headers|req|res|url|email)$/i;
const DEEP = 6;

/**
 * DR5. The log tells what happened, never what was said: callers pass ids, reasons and error objects, no bodies, names,
 * cookies or tokens. What is cut out here is a second lock, not the first.
 */
export const openLog = (level: Config['LOG_LEVEL'], to?: { write(line: string): void }): Logger =>
  pino({ level, base: null, formatters: { log: (said) => withoutWords(said, DEEP) as Record<string, unknown> } }, to);

/** Of an error: what kind, where it came from, and which one caused it. Never its message or what hangs on it. */
const told = (error: Error, depth: number): unknown => ({
  kind: kindOf(error),
  at: framesOf(error),
  ...(error.cause instanceof Error && depth > 0 && { cause: told(error.cause, depth - 1) }),
});

function withoutWords(value: unknown, depth: number): unknown {
  if (value instanceof Error) return told(value, depth);
  if (ArrayBuffer.isView(value)) return '[bytes]';
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '[deep]';
  if (Array.isArray(value)) return value.map((each) => withoutWords(each, depth - 1));
  const kept = Object.entries(value).filter(([key]) => !HIDDEN.test(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutWords(each, depth - 1)]));
}

/** The class of an error and its code, where that is one word: `Error SQLITE_FULL`. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  const codes = [code, errcode].filter((each) => /^\w{1,40}$/.test(String(each ?? '')));
  return [error.constructor.name, ...codes].join(' ');
}

/** The places it passed, innermost first. What stands above them is the message, which may be of several lines. */
export function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  // Where the message can't be told from the places, no place is told.
  const heading = message === '' ? '\n' : `: ${message}\n`;
  const start = stack.indexOf(heading);
  if (start === -1) return [];
  const frames = stack
    .slice(start + heading.length)
    .split('\n')
    .filter((line) => /^ {4}at \S.*[:)]\d*\)?$/.test(line));
  return frames.map((line) => line.trim());
}
