import { betweenById } from './between.ts';
import { fivePartCheckIn } from './five-part-check-in.ts';
import type { Guide, Step } from './guide.ts';
import { heard } from './heard.ts';
import { reachAndRespond } from './reach-and-respond.ts';

/** In the order they are offered. */
export const GUIDES: readonly Guide[] = [heard, reachAndRespond, fivePartCheckIn];

const byId = new Map(GUIDES.map((guide) => [guide.id, guide]));
export const guideById = (guideId: string): Guide | undefined => byId.get(guideId);

const stepsOf = new Map(GUIDES.map((guide) => [guide, new Map(guide.steps.map((step) => [step.id, step]))]));
/** A step of this guide, or one that a facilitator put in between, which every guide has. */
export const stepById = (guide: Guide, stepId: string): Step | undefined =>
  (stepsOf.get(guide) ?? new Map(guide.steps.map((step) => [step.id, step]))).get(stepId) ?? betweenById(stepId);
