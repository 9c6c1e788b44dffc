import type { Decision } from '../kernel/decider.ts';
import type { Drafted, Words } from '../kernel/event.ts';
import type { SpaceCommand } from './commands.ts';
import type { SpaceEvent } from './events.ts';
import type { SpaceRefusal } from './refusals.ts';

export type SpaceDraft = Drafted<SpaceEvent>;
export type SpaceOutcome = Decision<SpaceEvent, SpaceRefusal>;
export type Of<Type extends SpaceCommand['type']> = Extract<SpaceCommand, { type: Type }>;

export const record = (event: SpaceEvent, words?: SpaceDraft['words']): SpaceDraft => ({
  to: 'space',
  event,
  ...(words && { words }),
});

export const named = (name: string): Words => ({ text: { name: name.trim() } });

/** A name that was given once already stays sealed where it is, and goes on under the new event. */
export const namedAt = (seq: number): SpaceDraft['words'] => ({ copyOf: { kind: 'space', seq } });

export const isBlank = (name: string): boolean => name.trim() === '';
