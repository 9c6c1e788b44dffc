import { z } from 'zod';

/**
 * R14. The help lines of a place, as its host writes them into `HELP_FILE` and as `GET /help-lines.json` gives them to everybody,
 * signed in or not: `{ "places": HelpPlace[] }`; `null` where the host wrote none, then the page shows its own list.
 */
const words = z.union(
  [
    z.string().trim().min(1).max(200),
    z.strictObject({ en: z.string().min(1).max(200), de: z.string().min(1).max(200) }),
  ],
  { error: 'must be a text of at most 200 characters, or one in each language: { "en": "…", "de": "…" }' },
);
const number = z.string().regex(/^\+?[\d][\d ()/.-]{1,30}$/, 'must be a phone number');
const checked = z.iso.date({ error: 'must be the day on which you checked it, such as "2026-11-23"' });
const about = { what: words, checked };

const lineSchema = z.union(
  [
    z.strictObject({ ...about, call: number }),
    z.strictObject({ ...about, text: number, say: z.string().min(1).max(40).exactOptional() }),
    z.strictObject({ ...about, site: z.url({ protocol: /^https$/, error: 'must be a web address with https' }) }),
  ],
  { error: 'must have "what", "checked", and one of "call", "text" and "site"' },
);

const placeSchema = z.strictObject({
  place: words,
  /** ISO 3166 codes of the countries it is for; the place of a browser's own country comes first. */
  regions: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters, such as "DE"'))
    .max(60),
  lines: z.array(lineSchema).min(1, 'must hold at least one line').max(40),
});

export const helpFileSchema = z
  .array(placeSchema, { error: 'must be a list of places' })
  .min(1, 'must hold at least one place')
  .max(100);

export type HelpWords = z.infer<typeof words>;
/** Of a line, `text` is the number that a message goes to, `say` what to write to it. `checked` is a day, `YYYY-MM-DD`. */
export type HelpPlace = z.infer<typeof placeSchema>;
export type HelpLines = { places: HelpPlace[] | null };
