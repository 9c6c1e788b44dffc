import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import { deviceLabel } from './device-label.ts';
import type { SessionRow, SessionStore } from './ports/session-store.ts';
import { sessionCookie } from './session-cookie.ts';
import { absoluteEnd, isAlive, nextEnd, SESSION_LIFE } from './session-life.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** 256 bits from the system's generator, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** One person on one device, as it was when it was looked up. */
export type Session = Readonly<SessionRow>;
/** How somebody came in: without factors, or by a full sign-in; `strong` as in SessionRow. */
export type SignIn = { kind: 'device' } | { kind: 'account'; strong: boolean; authAt?: number };
/** Why lines of a session are cut. After `resync` the page comes back with the new secret (SE6). */
export type EndReason = 'signed-out' | 'locked' | 'resync';
type Asking = Pick<IncomingMessage, 'headers'> & { method?: string | undefined };

/** The one place that knows who is calling: Express, Socket.IO and the document gateway all ask here (design: who is calling). */
export type Sessions = {
  /** Who sends this request, from its cookie; undefined while it is locked. A request that changes something counts as use. */
  of(request: Asking): Promise<Session | undefined>;
  /** The same, locked or not. */
  ofLocked(request: Asking): Promise<Session | undefined>;
  /** SE3. Whether a session that was found earlier still holds now: asked at each command and each fan-out. */
  holds(session: Session): boolean;
  /** LK1. It holds, but for the PIN: its lines are about to be cut. */
  isLocked(session: Session): boolean;
  /** SE4. The person does something: the idle time begins anew. */
  touch(session: Session): void;
  /** SE8. A full sign-in within the last five minutes. */
  isFresh(session: Session): boolean;
  /** SE5. Past its 12 hours: it goes on only because a talk is on. */
  isOverdue(session: Session): boolean;
  /** SE10. When it next may end by itself, ms; a use or a talk may put that off. */
  endsAt(session: Session): number;
  /** Signs a device in and sets the cookie. */
  begin(memberId: string, request: IncomingMessage, response: ServerResponse, how?: SignIn): Promise<Session>;
  /** SE6. The same device under a new secret; the old one is dead at once. Undefined where it ended meanwhile. */
  renew(session: Session, response: ServerResponse, how: SignIn): Promise<Session | undefined>;
  /** Nothing but `ofLocked` finds it until `unlock`; lines are cut at once. */
  lock(session: Session): Promise<void>;
  unlock(session: Session): Promise<void>;
  /** Those of the same person that hold or are locked, the newest first. */
  listOf(memberId: string): Promise<Session[]>;
  /** Ends a session everywhere; `onEnd` listeners cut its sockets at once. */
  end(session: Session, response?: ServerResponse): Promise<void>;
  /** All sessions of this person, but for one. */
  endAll(memberId: string, but?: Session): Promise<void>;
  onEnd(listener: (session: Session, reason: EndReason) => void): void;
  sweep(): Promise<void>;
};

/** What may change while lines are open. */
type Live = { seenAt: number; savedAt: number; lockedAt: number | null };
/** A use is written down once a minute at most. In ms. */
const SAVED_EVERY = 60_000;
const FRESH = 5 * 60_000;
/** A new cookie is on its way this long before the lines of the old secret are cut. In ms. */
const COOKIE_FIRST = 500;

export function openSessions(parts: {
  store: SessionStore;
  config: Pick<Config, 'PUBLIC_URL' | 'SESSION_DAYS'>;
  /** Whether this session is in a talk that is on (SE4, SE5). */
  inTalk?: (session: Session) => boolean;
  failed?: (error: unknown) => void;
  now: () => number;
}): Sessions {
  const { store, config, inTalk = () => false, failed = () => undefined, now } = parts;
  const cookie = sessionCookie(config.PUBLIC_URL?.startsWith('https:') ?? false);
  const seconds = config.SESSION_DAYS * 86_400;
  const known = new Map<string, Live>();
  const ended = new Map<string, number>();
  const listeners: ((session: Session, reason: EndReason) => void)[] = [];

  const liveOf = (session: Session): Live => {
    const live = known.get(session.idHash);
    if (live) return live;
    const fresh = { seenAt: session.seenAt, savedAt: session.seenAt, lockedAt: session.lockedAt };
    known.set(session.idHash, fresh);
    return fresh;
  };
  const alive = (session: Session): boolean =>
    !ended.has(session.idHash) && isAlive({ ...session, seenAt: liveOf(session).seenAt }, now(), inTalk);
  const holds = (session: Session) => alive(session) && liveOf(session).lockedAt === null;
  const asOfNow = (session: Session): Session => {
    const { seenAt, lockedAt } = liveOf(session);
    return { ...session, seenAt, lockedAt };
  };

  const forget = (session: Session) => {
    ended.set(session.idHash, now());
    known.delete(session.idHash);
  };
  const cut = (session: Session, reason: EndReason) => {
    for (const listener of listeners) listener(session, reason);
  };

  const touch = (session: Session) => {
    if (!alive(session)) return;
    const live = liveOf(session);
    live.seenAt = now();
    if (live.seenAt - live.savedAt < SAVED_EVERY) return;
    live.savedAt = live.seenAt;
    store.touch(session.idHash, live.seenAt).catch(failed);
  };

  const end: Sessions['end'] = async (session, response) => {
    forget(session);
    if (response) cookie.clear(response);
    // Nobody who is out waits for a disk: from here on nothing finds it, and where it could not be written down it fails closed.
    cut(session, 'signed-out');
    await store.end(session.idHash);
  };

  const ofLocked: Sessions['ofLocked'] = async ({ headers, method = 'GET' }) => {
    const secret = cookie.secretIn(headers.cookie);
    const row = secret === undefined ? undefined : await store.find(sha256(secret), now());
    if (!row || ended.has(row.idHash)) return undefined;
    if (!alive(row)) {
      await end(row);
      return undefined;
    }
    if (method !== 'GET' && method !== 'HEAD' && holds(row)) touch(row);
    return asOfNow(row);
  };

  const made = (memberId: string, device: string, how: SignIn, secret: string): Session => {
    const at = now();
    const signedIn =
      how.kind === 'account' ? { authAt: how.authAt ?? at, strong: how.strong } : { authAt: 0, strong: false };
    const expiresAt = at + (how.kind === 'account' ? SESSION_LIFE.kept : seconds * 1000);
    return {
      idHash: sha256(secret),
      memberId,
      device,
      kind: how.kind,
      createdAt: at,
      expiresAt,
      seenAt: at,
      lockedAt: null,
      ...signedIn,
    };
  };
  const listOf: Sessions['listOf'] = async (memberId) =>
    (await store.listOf(memberId, now())).filter(alive).map(asOfNow);

  return {
    ofLocked,
    async of(request) {
      const session = await ofLocked(request);
      return session?.lockedAt === null ? session : undefined;
    },
    holds,
    isLocked: (session) => alive(session) && liveOf(session).lockedAt !== null,
    touch,
    isFresh: (session) => now() - session.authAt < FRESH,
    isOverdue: (session) => session.kind === 'account' && now() >= absoluteEnd(session),
    endsAt: (session) => nextEnd({ ...session, seenAt: liveOf(session).seenAt }, now()),
    async begin(memberId, request, response, how = { kind: 'device' }) {
      const secret = newSecret();
      const session = made(memberId, deviceLabel(request.headers['user-agent']), how, secret);
      await store.add(session);
      cookie.set(response, secret, seconds);
      return session;
    },
    async renew(session, response, how) {
      const secret = newSecret();
      const next = made(session.memberId, session.device, how, secret);
      if (!(await store.replace(session.idHash, next))) return undefined;
      cookie.set(response, secret, seconds);
      const cutOld = () => {
        forget(session);
        cut(session, 'resync');
      };
      response.once('close', () => setTimeout(cutOld, COOKIE_FIRST).unref());
      return next;
    },
    async lock(session) {
      liveOf(session).lockedAt = now();
      cut(session, 'locked');
      await store.lock(session.idHash, now());
    },
    async unlock(session) {
      await store.lock(session.idHash, null);
      liveOf(session).lockedAt = null;
      touch(session);
    },
    listOf,
    end,
    async endAll(memberId, but) {
      for (;;) {
        // Again, because one may have begun meanwhile, or been renewed.
        const ending = (await store.listOf(memberId, now())).filter(({ idHash }) => idHash !== but?.idHash);
        if (ending.length === 0) return;
        for (const session of ending) forget(session);
        await Promise.all(ending.map((session) => end(session)));
      }
    },
    onEnd: (listener) => void listeners.push(listener),
    async sweep() {
      for (const [idHash, at] of ended) if (now() - at > SESSION_LIFE.kept) ended.delete(idHash);
      await store.sweep(now());
    },
  };
}
