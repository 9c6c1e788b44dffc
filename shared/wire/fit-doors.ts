import { z } from 'zod';
import type { DeepTalks } from '../fit/fit.ts';
import { FIT_VERSION } from '../fit/questions.ts';

/**
 * The doors of the private questions, for a partner of the space, on their own login; anybody else is answered 404 `not-found`. Each
 * answers FitStanding. They are doors and no commands of the socket, so that no line carries anything of it (FI2).
 *
 * | request                             | body       |
 * |-------------------------------------|------------|
 * | GET  /api/spaces/:spaceId/fit       |            |
 * | POST /api/spaces/:spaceId/fit       | FitSent    |
 * | POST /api/spaces/:spaceId/fit/clear | {}         |
 */
const slug = z.string().regex(/^[a-z-]{1,32}$/);
export const fitSentSchema = z.strictObject({ version: z.literal(FIT_VERSION), answers: z.record(slug, slug) });
export const fitClearSchema = z.strictObject({});

/** What was skipped is not among the answers; an empty set is everything skipped. */
export type FitSent = z.infer<typeof fitSentSchema>;

/** `answered`: whether one's own answers hold; what they were is not told again. `deepTalks`: the same for both partners. */
export type FitStanding = { answered: boolean; deepTalks: DeepTalks };
