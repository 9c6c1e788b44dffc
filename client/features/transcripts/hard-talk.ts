import type { Guide } from '@turnward/shared/guides/guide.ts';

/** R20. Whether reading a talk of this guide again calls for a warning first: fears and hurts are said in it. */
export const isHard = (guide: Guide): boolean => guide.stage === 'vulnerable' || guide.steps.some(({ heavy }) => heavy);
