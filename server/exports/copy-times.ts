import type { CopyLanguage } from '@turnward/shared/wire/talks-copy.ts';

/** How a copy writes moments (ms): always in UTC, because nobody knows where it will be read. */
export type CopyTimes = Record<'date' | 'moment' | 'clock', (at: number) => string>;

export function copyTimes(language: CopyLanguage): CopyTimes {
  const written = (how: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' });
    return (at: number): string => format.format(at);
  };
  const moment = written({ dateStyle: 'long', timeStyle: 'short' });
  const clock = written({ timeStyle: 'short' });
  return {
    date: written({ dateStyle: 'long' }),
    moment: (at) => `${moment(at)} UTC`,
    clock: (at) => `${clock(at)} UTC`,
  };
}
