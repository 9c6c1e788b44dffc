import { placesFor } from '@turnward/client/features/help/help-lines.ts';
import { en } from '@turnward/client/i18n/en.ts';
import type { Translate } from '@turnward/client/i18n/text.ts';
import { describe, expect, it } from 'vitest';

const t: Translate = (id) => (en as Record<string, string>)[id] ?? id;
const ours = (languageTag: string) => placesFor(null, { language: 'en', t, languageTag });
const written = (places: ReturnType<typeof ours>) =>
  places.flatMap(({ lines }) => lines.map(({ shown, href }) => `${shown} ${href}`));

describe('the places with help lines', () => {
  it.each([
    ['en-US', 'United States'],
    ['en', 'United States'],
    ['en-GB', 'United Kingdom'],
    ['de', 'European Union'],
    ['fr-FR', 'European Union'],
  ])('R14 a browser in %s reads its own place first', (tag, place) => {
    expect(ours(tag)[0]?.place).toBe(place);
  });

  it('R14 every place is listed for everybody, the finder for all countries last', () => {
    for (const tag of ['en-US', 'de-DE', 'pt-BR']) {
      expect(ours(tag)).toHaveLength(4);
      expect(ours(tag).at(-1)?.place).toBe('Anywhere');
    }
  });

  it('R14 the numbers can be called as they stand', () => {
    expect(written(ours('en'))).toEqual([
      '988 tel:988',
      '1-800-799-7233 tel:18007997233',
      '741741 sms:741741?&body=HOME',
      '116 123 tel:116123',
      '116 016 tel:116016',
      '116 123 tel:116123',
      '0808 2000 247 tel:08082000247',
      'findahelpline.com https://findahelpline.com',
    ]);
  });

  it('LQ7 the host’s own lines take their place, in the reader’s language, each with its day', () => {
    const checked = '2026-11-20';
    const host = [
      {
        place: { en: 'Anywhere', de: 'Überall' },
        regions: [],
        lines: [{ what: 'x', checked, site: 'https://www.help.example/a' }],
      },
      {
        place: 'Deutschland',
        regions: ['DE'],
        lines: [
          { what: { en: 'Somebody who listens', de: 'Jemand, der zuhört' }, checked, call: '0800 111 0 111' },
          { what: 'y', checked, text: '0170 12-34' },
        ],
      },
    ];
    const [first, second] = placesFor(host, { language: 'de', t, languageTag: 'de' });
    expect(first).toEqual({
      place: 'Deutschland',
      regions: ['DE'],
      lines: [
        {
          what: 'Jemand, der zuhört',
          shown: '0800 111 0 111',
          href: 'tel:08001110111',
          checked: Date.UTC(2026, 10, 20, 12),
        },
        { what: 'y', shown: '0170 12-34', href: 'sms:01701234', checked: Date.UTC(2026, 10, 20, 12) },
      ],
    });
    expect(second?.place).toBe('Überall');
    expect(written([second].filter((each) => each !== undefined))).toEqual(['help.example https://www.help.example/a']);
  });
});
