import type { HelpPlace, HelpWords } from '@turnward/shared/wire/help-lines.ts';
import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/text.ts';
import { OWN_PLACES } from './own-places.ts';

/** A line as it is drawn. `checked`: when the host looked whether it is right, ms; missing where nobody has. */
export type ShownLine = { what: string; shown: string; href: string; checked?: number };
export type ShownPlace = { place: string; regions: readonly string[]; lines: ShownLine[] };
type Reader = { language: Language; t: Translate; languageTag: string };

/** R14. What the host wrote, else our own list, in the reader's language; the place of the browser's country first. */
export function placesFor(host: HelpPlace[] | null, { language, t, languageTag }: Reader): ShownPlace[] {
  const inWords = (words: HelpWords) => (typeof words === 'string' ? words : words[language]);
  const places: ShownPlace[] = host
    ? host.map(({ place, regions, lines }) => ({
        place: inWords(place),
        regions,
        lines: lines.map((line) => ({ what: inWords(line.what), ...reach(line), checked: noon(line.checked) })),
      }))
    : OWN_PLACES.map(({ place, regions, lines }) => ({
        place: t(place),
        regions,
        lines: lines.map((line) => ({ what: t(line.what), ...reach(line) })),
      }));
  const region = new Intl.Locale(languageTag).maximize().region ?? '';
  return places.toSorted((one, other) => Number(other.regions.includes(region)) - Number(one.regions.includes(region)));
}

type Way = { call: string } | { text: string; say?: string } | { site: string };

/** How a line is written and what pressing it does: `0800 111 0 111` calls `08001110111`. */
function reach(line: Way): { shown: string; href: string } {
  if ('call' in line) return { shown: line.call, href: `tel:${digits(line.call)}` };
  if ('site' in line) return { shown: new URL(line.site).host.replace(/^www\./, ''), href: line.site };
  const words = line.say === undefined ? '' : `?&body=${encodeURIComponent(line.say)}`;
  return { shown: line.text, href: `sms:${digits(line.text)}${words}` };
}

const digits = (number: string): string => number.replaceAll(/[^\d+]/g, '');
/** The same day in every time zone. */
const noon = (day: string): number => Date.parse(`${day}T12:00Z`);
