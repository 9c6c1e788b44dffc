import type { Session } from '@turnward/server/session.ts';
import { SESSION_LIFE } from '@turnward/server/session-life.ts';

/** Every way in which somebody stops being here. */
export const ENDINGS = [
  'sign-out',
  'end one',
  'end others',
  'lock',
  'idle',
  'absolute',
  'left the space',
  'frozen guest',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** Those that nobody presses: the session ends at a time that was set when it began. */
export const isTimed = (ending: Ending): boolean => ending === 'idle' || ending === 'absolute';

/** The life of a session that ends by itself at `at`, ms since the epoch; or that does not end here. */
export function lifeOf(ending: Ending, at: number): Partial<Session> {
  const seenAt = ending === 'idle' ? at - SESSION_LIFE.idle : at;
  const createdAt = ending === 'absolute' ? at - SESSION_LIFE.account : at - SESSION_LIFE.idle;
  const ends = {
    kind: 'account',
    createdAt,
    seenAt: ending === 'absolute' ? at - SESSION_LIFE.idle / 2 : seenAt,
  } as const;
  return isTimed(ending) ? ends : { kind: 'account', createdAt: at, seenAt: at };
}
