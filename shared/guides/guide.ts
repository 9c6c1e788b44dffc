import type { z } from 'zod';
import type { guideSchema, KINDS, stepSchema } from './guide-schema.ts';

/**
 * A guide is data: the ordered steps of one kind of conversation. The engine knows step kinds, actors and
 * done-conditions; it knows no guide by name. Texts are the English source; other languages translate them by id
 * (`guide.<guide id>.<text id>`).
 */
export type Guide = z.infer<typeof guideSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Kind = (typeof KINDS)[number];
export type Field = Step['fields'][number];
export type Choice = Step['choices'][number];

/** Where a script ends. */
export const END = 'end';
