import { placesFor } from '@turnward/client/features/help/help-lines.ts';
import { describe, expect, it } from 'vitest';

describe('the places with help lines', () => {
  it.each([
    ['en-US', 'help.us'],
    ['en', 'help.us'],
    ['en-GB', 'help.uk'],
    ['de', 'help.eu'],
    ['fr-FR', 'help.eu'],
  ])('R14 a browser in %s reads its own place first', (tag, place) => {
    expect(placesFor(tag)[0]?.place).toBe(place);
  });

  it('R14 every place is listed for everybody, the finder for all countries last', () => {
    for (const tag of ['en-US', 'de-DE', 'pt-BR']) {
      expect(placesFor(tag)).toHaveLength(4);
      expect(placesFor(tag).at(-1)?.place).toBe('help.world');
    }
  });

  it('R14 the numbers can be called as they stand', () => {
    const lines = placesFor('en').flatMap(({ lines }) => lines);
    expect(lines.map(({ shown, href }) => `${shown} ${href}`)).toEqual([
      '988 tel:988',
      '1-800-799-7233 tel:18007997233',
      '741741 sms:741741',
      '116 123 tel:116123',
      '116 016 tel:116016',
      '116 123 tel:116123',
      '0808 2000 247 tel:08082000247',
      'findahelpline.com https://findahelpline.com',
    ]);
  });
});
