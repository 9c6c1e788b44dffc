import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react';

/** The region's own way of writing dates where the browser names one for this language: `en-GB`, `de-AT`. */
const locale = (): string => navigator.languages.find((tag) => tag.startsWith(i18n.locale)) ?? i18n.locale;

const format = (ms: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), options).format(ms);

/** Moments in words, in the language of the page and the time zone of this device. All take ms since 1970. */
export const times = {
  /** `24 November 2026` */
  date: (ms: number) => format(ms, { day: 'numeric', month: 'long', year: 'numeric' }),
  /** `10:30` */
  clock: (ms: number) => format(ms, { hour: 'numeric', minute: '2-digit' }),
  /** `Tuesday 24 November, 10:30` */
  moment: (ms: number) =>
    format(ms, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' }),
};

export type Times = typeof times;

export function useTimes(): Times {
  useLingui();
  return times;
}
