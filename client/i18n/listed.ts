import { i18n } from '@lingui/core';

/** Names as a person would say them: `Ada`, `Ada and Ben`. */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);
