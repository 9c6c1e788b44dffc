import type { TextId } from '../../i18n/text.ts';

/** R14. When these lines were written down, ms since 1970. No host has verified them, and the page says so. */
export const WRITTEN = Date.UTC(2026, 10, 23, 12);

type OwnLine = { what: TextId } & ({ call: string } | { text: string; say: string } | { site: string });
type OwnPlace = { place: TextId; regions: string[]; lines: OwnLine[] };

/** What stands on the page where the host has written no lines. `regions` are ISO 3166 codes. */
export const OWN_PLACES: OwnPlace[] = [
  {
    place: 'help.eu',
    regions: ['AT', 'BE', 'DE', 'DK', 'ES', 'FI', 'FR', 'GR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'RO', 'SE'],
    lines: [
      { what: 'help.eu.listen', call: '116 123' },
      { what: 'help.eu.violence', call: '116 016' },
    ],
  },
  {
    place: 'help.uk',
    regions: ['GB'],
    lines: [
      { what: 'help.samaritans', call: '116 123' },
      { what: 'help.refuge', call: '0808 2000 247' },
    ],
  },
  {
    place: 'help.us',
    regions: ['US'],
    lines: [
      { what: 'help.crisis', call: '988' },
      { what: 'help.dv', call: '1-800-799-7233' },
      { what: 'help.text', text: '741741', say: 'HOME' },
    ],
  },
  { place: 'help.world', regions: [], lines: [{ what: 'help.finder', site: 'https://findahelpline.com' }] },
];
