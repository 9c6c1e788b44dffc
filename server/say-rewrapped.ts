import type { Logger } from './log.ts';

/** KE9. Tells the operator what came of a rotation; says nothing where there was nothing to do. */
export const sayRewrapped =
  (log: Pick<Logger, 'info' | 'warn'>) =>
  ({ rewrapped, left, dropped }: { rewrapped: number; left: number; dropped: readonly string[] }): void => {
    if (rewrapped > 0) log.info({ rewrapped }, 'Keys were wrapped anew with the current key.');
    if (left > 0) log.warn({ left }, 'Some keys did not open and stay under the old key.');
    if (dropped.length > 0) {
      log.info(
        { dropped },
        'Nothing is wrapped any more with these keys. They are out of use, and out of the key file.',
      );
    }
  };
