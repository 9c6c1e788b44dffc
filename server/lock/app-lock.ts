import { hash, verify } from '@node-rs/argon2';
import type { NewPin } from '@turnward/shared/wire/lock-doors.ts';
import { serialByKey } from '../events/serial.ts';
import type { AppLockStore } from '../ports/app-lock-store.ts';
import type { Session, Sessions } from '../session.ts';
import { SESSION_LIFE } from '../session-life.ts';
import type { Answer } from '../space/answer.ts';
import { counted, openFrom, REMEMBERED } from './wrong-tries.ts';

/** argon2id (the library's default) at OWASP's first choice: 19 MiB, two passes. A PIN is short: the limit of tries guards it. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How long a session without an open line may rest before it counts as left behind, in ms. */
const ABANDONED = 5 * 60_000;

/** `until`: when the next try counts, ms. */
type Tried = Answer<null> | { refusal: 'too-many'; until: number };

export type AppLock = ReturnType<typeof openAppLock>;

/** LK. A PIN for this app alone, each person's own: it stands between their session and whoever else has the device in hand. */
export function openAppLock(parts: {
  store: AppLockStore;
  sessions: Sessions;
  /** Whether a page of this session is on a line. */
  hasLine: (session: Session) => boolean;
  /** Its pages are about to come back. */
  unlocked: (session: Session) => void;
  now: () => number;
}) {
  const { store, sessions, hasLine, unlocked, now } = parts;
  const serial = serialByKey();
  /** When a session was opened by its PIN that only a talk carries on. */
  const carriedOn = new Map<string, number>();

  /** LK4. One try after another, each counted before it is looked at. */
  const attempt = (session: Session, pin: string): Promise<Tried> =>
    serial(session.idHash, async () => {
      const stored = await store.pinOf(session.memberId);
      if (stored === undefined) return { value: null };
      const before = await store.triesOn(session.idHash);
      const tries = counted(before, now());
      if (!tries) return { refusal: 'too-many', until: openFrom(before) };
      await store.setTries(session.idHash, tries);
      if (!(await verify(stored, pin))) {
        const until = openFrom(tries);
        return until > now() ? { refusal: 'too-many', until } : { refusal: 'wrong-pin' };
      }
      await store.setTries(session.idHash, { count: 0, at: 0 });
      return { value: null };
    });

  return {
    has: async (memberId: string): Promise<boolean> => (await store.pinOf(memberId)) !== undefined,

    /** LK1. Locks a session of somebody with a PIN. LK6: at the opening of a page not within minutes of a full sign-in. */
    async lock(session: Session, opening: boolean): Promise<boolean> {
      if ((await store.pinOf(session.memberId)) === undefined) return false;
      if (opening && session.lockedAt === null && sessions.isFresh(session)) return false;
      if (session.lockedAt === null) await sessions.lock(session);
      return true;
    },

    /** LK7. Where all pages of a session were closed without locking it, nothing asked by its cookie later is answered. */
    async lockAbandoned(session: Session): Promise<boolean> {
      if (now() - session.seenAt < ABANDONED || hasLine(session)) return false;
      if ((await store.pinOf(session.memberId)) === undefined) return false;
      await sessions.lock(session);
      return true;
    },

    /** LK10. Past its 12 hours a session goes on in the midst of a talk: with the PIN, where there is one. */
    async lockOverdue(session: Session): Promise<boolean> {
      if (!sessions.isOverdue(session) || carriedOn.has(session.idHash)) return false;
      if ((await store.pinOf(session.memberId)) === undefined) return false;
      await sessions.lock(session);
      return true;
    },

    async unlock(session: Session, pin: string): Promise<Tried> {
      const tried = await attempt(session, pin);
      if ('refusal' in tried) return tried;
      if (sessions.isOverdue(session)) carriedOn.set(session.idHash, now());
      await sessions.unlock(session);
      unlocked(session);
      return tried;
    },

    /** LK5. The first PIN, another, or none any more (null): where there is one, by it or by a full sign-in just now. */
    async change(session: Session, { pin, current }: NewPin): Promise<Tried> {
      const had = (await store.pinOf(session.memberId)) !== undefined;
      if (had && !sessions.isFresh(session)) {
        if (current === undefined) return { refusal: 'wrong-pin' };
        const tried = await attempt(session, current);
        if ('refusal' in tried) return tried;
      }
      await store.setPin(session.memberId, pin === null ? null : await hash(pin, COST));
      return { value: null };
    },

    sweep(): Promise<number> {
      for (const [idHash, at] of carriedOn) if (now() - at > SESSION_LIFE.kept) carriedOn.delete(idHash);
      return store.sweep(now() - REMEMBERED);
    },
  };
}
