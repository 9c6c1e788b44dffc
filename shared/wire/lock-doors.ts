import { z } from 'zod';

/**
 * The doors of the app lock. As in doors.ts. While a session is locked, every other door answers 423 `locked` but `/api/me`,
 * `/api/host` and `/api/leave`; `Me` says `locked` then and nothing else.
 *
 * | request          | body        | answer  |                                                                       |
 * |------------------|-------------|---------|-----------------------------------------------------------------------|
 * | POST /api/lock   | Lock        | Locked  | signed in or not; `opening` where a page was just loaded              |
 * | POST /api/unlock | { pin }     | 204     | 409 `wrong-pin`, 429 `too-many` with `until`                          |
 * | GET  /api/pin    |             | HasPin  |                                                                       |
 * | POST /api/pin    | NewPin      | HasPin  | as `unlock`; the first one: step-up where this person can sign in     |
 */
const pin = z.string().regex(/^\d{4,12}$/);

export const lockSchema = z.strictObject({ opening: z.boolean() });
/** What is typed to open it may be anything: what can't be a PIN is a wrong one. */
export const unlockSchema = z.strictObject({ pin: z.string().min(1).max(64) });
/** `null` takes the PIN away. `current` is not needed within five minutes of a full sign-in. */
export const newPinSchema = z.strictObject({
  pin: pin.nullable(),
  current: z.string().min(1).max(64).exactOptional(),
});

export type NewPin = z.infer<typeof newPinSchema>;
/** `locked`: nothing but these doors answers this session now. `pin`: whether this person has set one. */
export type Locked = { locked: boolean; pin: boolean };
export type HasPin = { pin: boolean };
