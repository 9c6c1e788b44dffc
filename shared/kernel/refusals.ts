/** Refusals that any door or gateway may give, before a decider was asked. */
export const DOOR_REFUSALS = [
  'malformed',
  'signed-out',
  'not-found',
  'too-many',
  'unavailable',
  'wrong-version',
] as const;

export type DoorRefusal = (typeof DOOR_REFUSALS)[number];
