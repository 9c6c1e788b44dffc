import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from './config.ts';
import type { SessionRow, SessionStore } from './ports/session-store.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** 256 bits from the system's generator, URL-safe. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** One person on one device, as held by a live connection. */
export type Session = Readonly<SessionRow>;

/** The one place that knows who is calling: Express, Socket.IO and the document gateway all ask here (design: who is calling). */
export type Sessions = {
  /** Who sends this request, from its cookie. */
  of(request: Pick<IncomingMessage, 'headers'>): Promise<Session | undefined>;
  /** SE3. Whether a session that was found earlier still holds now: asked at each command and each fan-out. */
  holds(session: Session): boolean;
  /** Signs a device in and sets the cookie. */
  begin(memberId: string, request: IncomingMessage, response: ServerResponse): Promise<Session>;
  /** Ends a session everywhere; `onEnd` listeners cut its sockets at once. */
  end(session: Session, response?: ServerResponse): Promise<void>;
  onEnd(listener: (session: Session) => void): void;
};

export function openSessions(parts: { store: SessionStore; config: Config; now: () => number }): Sessions {
  const { store, config, now } = parts;
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const cookieName = secure ? '__Host-turnward' : 'turnward';
  const ended = new Set<string>();
  const listeners: ((session: Session) => void)[] = [];

  const setCookie = (response: ServerResponse, value: string, seconds: number) => {
    const bound = secure ? '; Secure' : '';
    response.appendHeader(
      'Set-Cookie',
      `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${bound}`,
    );
  };

  return {
    async of(request) {
      const secret = cookieIn(request.headers.cookie, cookieName);
      return secret === undefined ? undefined : store.find(sha256(secret), now());
    },
    holds: (session) => !ended.has(session.idHash) && now() < session.expiresAt,
    async begin(memberId, request, response) {
      const secret = newSecret();
      const seconds = config.SESSION_DAYS * 86_400;
      const session = {
        idHash: sha256(secret),
        memberId,
        device: deviceLabel(request.headers['user-agent'] ?? ''),
        createdAt: now(),
        expiresAt: now() + seconds * 1000,
      };
      await store.add(session);
      setCookie(response, secret, seconds);
      return session;
    },
    async end(session, response) {
      ended.add(session.idHash);
      await store.end(session.idHash);
      if (response) setCookie(response, '', 0);
      for (const listener of listeners) listener(session);
    },
    onEnd: (listener) => void listeners.push(listener),
  };
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** Made from the user agent by us, so that nobody can name a device to mislead the other (safety: abuse between partners). */
function deviceLabel(userAgent: string): string {
  const first = (names: [RegExp, string][], otherwise: string) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? otherwise;
  const browser = first(
    [
      [/Firefox\//, 'Firefox'],
      [/Edg\//, 'Edge'],
      [/Chrom(e|ium)\//, 'Chrome'],
      [/Safari\//, 'Safari'],
    ],
    'A browser',
  );
  const system = first(
    [
      [/Android/, 'Android'],
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Windows/, 'Windows'],
      [/Mac OS X/, 'Mac'],
      [/Linux/, 'Linux'],
    ],
    'a device',
  );
  return `${browser} on ${system}`;
}
