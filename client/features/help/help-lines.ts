import type { TextId } from '../../i18n/text.ts';

/** R14. When these lines were written down, ms since 1970. No host has verified them yet, and the page says so. */
export const WRITTEN = Date.UTC(2026, 10, 23, 12);

export type HelpLine = { what: TextId; shown: string; href: string };
export type HelpPlace = { place: TextId; regions: string[]; lines: HelpLine[] };

const call = (what: TextId, shown: string): HelpLine => ({
  what,
  shown,
  href: `tel:${shown.replaceAll(/[^\d+]/g, '')}`,
});

/** By place; the place of the browser's language comes first. `regions` are ISO 3166 codes. */
const PLACES: HelpPlace[] = [
  {
    place: 'help.eu',
    regions: ['AT', 'BE', 'DE', 'DK', 'ES', 'FI', 'FR', 'GR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'RO', 'SE'],
    lines: [call('help.eu.listen', '116 123'), call('help.eu.violence', '116 016')],
  },
  {
    place: 'help.uk',
    regions: ['GB'],
    lines: [call('help.samaritans', '116 123'), call('help.refuge', '0808 2000 247')],
  },
  {
    place: 'help.us',
    regions: ['US'],
    lines: [
      call('help.crisis', '988'),
      call('help.dv', '1-800-799-7233'),
      { what: 'help.text', shown: '741741', href: 'sms:741741' },
    ],
  },
  {
    place: 'help.world',
    regions: [],
    lines: [{ what: 'help.finder', shown: 'findahelpline.com', href: 'https://findahelpline.com' }],
  },
];

/** The places, those of this browser's language first: `de` counts as Germany, `en-GB` as the United Kingdom. */
export function placesFor(languageTag: string): HelpPlace[] {
  const region = new Intl.Locale(languageTag).maximize().region ?? '';
  return PLACES.toSorted((one, other) => Number(other.regions.includes(region)) - Number(one.regions.includes(region)));
}
