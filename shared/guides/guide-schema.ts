import { z } from 'zod';

/** What a guide must look like, whoever wrote it. The guides that ship are held against it by a test. */
export const KINDS = [
  'ready',
  'rate',
  'intend',
  'settle',
  'practise',
  'write_private',
  'reveal',
  'share',
  'mirror',
  'check',
  'add',
  'more',
  'validate',
  'feel_with',
  'own',
  'account',
  'ask',
  'comfort',
  'plan',
  'agree',
  'story',
  'thank',
  'keep',
  'mark',
  'amend',
  'witness',
] as const;

/** `each`: both seats answer for themselves. `both`: one joint answer, written by one and approved by the other. */
const ACTORS = ['sharer', 'responder', 'each', 'both'] as const;

const slug = z.string().regex(/^[a-z0-9]+(?:[-.~][a-z0-9]+)*$/);

/** A box to write in. `max` is a limit in characters (UTF-16 units). */
const field = z.strictObject({
  id: slug,
  label: z.string().optional(),
  required: z.boolean(),
  max: z.int().min(1).max(5000),
});

/** A private number from 0 to 10. It is never shown to the partner (PR4). */
const scale = z.strictObject({ id: slug, label: z.string() });

/**
 * A button that answers. `next` leads elsewhere than the step's own `next`. `times` limits how often it may be chosen
 * in this conversation; `fromVisit` opens it from the nth visit of its step. `alone` needs no text beside it.
 */
const choice = z.strictObject({
  id: slug,
  label: z.string(),
  next: slug.optional(),
  times: z.int().min(1).optional(),
  fromVisit: z.int().min(1).optional(),
  alone: z.boolean().optional(),
});

export const stepSchema = z.strictObject({
  id: slug,
  /** The line of the rail this step belongs to; several steps may share one (HEAR is one line). */
  outline: slug,
  round: z.union([z.literal(1), z.literal(2)]),
  actor: z.enum(ACTORS),
  kind: z.enum(KINDS),
  purpose: z.string(),
  prompt: z.string(),
  hint: z.string().optional(),
  /** What the other person reads while this step's actor writes. */
  listening: z.string(),
  starters: z.array(z.string()),
  fields: z.array(field),
  /** How many fields must be filled where more are offered than needed; otherwise each required one. */
  atLeast: z.int().optional(),
  scales: z.array(scale),
  choices: z.array(choice),
  /** The least time in seconds before an answer opens: time to read what the partner just said, or to breathe. */
  minReadSec: z.int().min(0).max(600),
  /** `pair`: shown at once. `self`: stays with its author. `reveal_together`: held privately, shown when both are done. */
  visibility: z.enum(['pair', 'self', 'reveal_together']),
  /** Where passing leads; null where this step can't be passed. */
  pass: slug.nullable(),
  next: slug,
  /** A rating at or above this leads to a settling pause, offered to both without naming whose it was (R10). */
  settleAt: z.int().optional(),
  /** A card of the deck is asked here, where the two have found cards that both are ready for (DK4). */
  deck: z.boolean().optional(),
  /** Only visited while there is another card that both are ready for (DK6). */
  ifCardsLeft: z.boolean().optional(),
  /** Where words are written together: whether a facilitator may write too (DO1). */
  facilitatorWrites: z.boolean().optional(),
  /** Where somebody leads, the floor is held when this step begins, until they open it (FA7). */
  waitsForFacilitator: z.boolean().optional(),
  /** Words of this weight arrive closed: the reader opens them when ready, and until then their author may take them back (PK2). */
  heavy: z.boolean().optional(),
});

export const guideSchema = z.strictObject({
  id: slug,
  version: z.int().min(1),
  title: z.string(),
  about: z.string(),
  stage: z.enum(['any', 'honest', 'vulnerable']),
  minutes: z.int(),
  gate: z.array(slug),
  facilitator: z.enum(['none', 'advised', 'required']),
  /** Goes deep: needs a facilitator until both partners have cleared the way, each alone (FI3). */
  deep: z.boolean().optional(),
  /** Such a talk is slow from its beginning: shorter pieces, more time to read (PK1). */
  slow: z.boolean().optional(),
  /** R21. One talk of this kind a day. */
  oncePerDay: z.boolean().optional(),
  /** What the talk does where the line of whoever leads is lost for longer than a moment (FA9). Default: it goes on. */
  leadLost: z.enum(['goes-on', 'pauses']).optional(),
  roles: z.enum(['swap', 'asymmetric', 'joint']),
  /** The lines of the rail, in order. */
  outline: z.array(z.strictObject({ id: slug, title: z.string() })),
  /** Prompts to choose from, where a step asks a card of the deck; translated by `card.<id>`. */
  cards: z.array(z.strictObject({ id: slug, text: z.string() })).optional(),
  steps: z.array(stepSchema).min(1),
});
