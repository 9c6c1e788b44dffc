import { type Logger as Pino, pino } from 'pino';
import type { Config } from './config.ts';

export type Logger = Pick<Pino, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * The log tells what happened, never what was said: callers pass ids, reasons and error objects, no bodies, names,
 * cookies or tokens. What is redacted here is a second lock, not the first.
 */
export const openLog = (level: Config['LOG_LEVEL']): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: ['*.words', '*.text', '*.token', '*.cookie', '*.name', 'req', 'res'], remove: true },
  });
