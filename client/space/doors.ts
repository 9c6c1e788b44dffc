import type {
  DeviceLink,
  Host,
  InviteLook,
  Join,
  JoinByCode,
  Joined,
  MadeInvite,
  Me,
  NewDeviceLink,
  NewInvite,
  NewSpace,
  Waiting,
} from '@turnward/shared/wire/doors.ts';
import type { FitSent, FitStanding } from '@turnward/shared/wire/fit-doors.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import type { TakeOut } from '@turnward/shared/wire/talks-copy.ts';
import { pageLock } from '../line/page-lock.ts';
import { sessionEnd } from '../line/session-end.ts';
import { stepUp } from '../line/step-up.ts';

/** What a door answers: a value, or why not, `until` when (ms) where it says so. A door that can't be reached answers `unavailable`. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal; until?: number };

export const look = <Value>(path: string): Promise<Answer<Value>> => knock(path);
export const ask = <Value>(path: string, body: object): Promise<Answer<Value>> => knock(path, posted(body));

const posted = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const fitOf = (spaceId: string): string => `/api/spaces/${encodeURIComponent(spaceId)}/fit`;
/** A door that may want a fresh sign-in first (AC5, AC10). */
async function confirmed<Value>(door: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  const answer = await door();
  if (answer.ok || answer.refusal !== 'sign-in-again') return answer;
  return (await stepUp.ask()) ? door() : answer;
}

/** The HTTP doors of shared/wire/doors.ts, each as a function. */
export const doors = {
  /** Who runs this place and how to reach them, in the host's own words; empty where they gave none. `mail`: whether mail is sent (ML1). */
  host: () => look<Host>('/api/host'),
  async me(): Promise<Answer<Me>> {
    const answer = await look<Me>('/api/me');
    if (answer.ok) {
      if (answer.value.member) sessionEnd.knownAs();
      else if (answer.value.locked) pageLock.note();
      else sessionEnd.refused();
    }
    return answer;
  },
  makeSpace: (space: NewSpace) => ask<{ spaceId: string }>('/api/spaces', space),
  /** A partner invites the other, a founder names the seat; a guest is invited by a link and a role. */
  makeInvite: <Asked extends NewInvite>(spaceId: string, invite: Asked) =>
    confirmed(() =>
      ask<Extract<MadeInvite, { via: Asked['via'] }>>(`/api/spaces/${encodeURIComponent(spaceId)}/invites`, invite),
    ),
  /** Looks at what a link opens; uses nothing up. */
  lookAtLink: (token: string) => ask<InviteLook>('/api/join/look', { token }),
  join: (join: Join) => ask<Joined>('/api/join', join),
  joinByCode: (join: JoinByCode) => ask<{ state: string }>('/api/join/code', join),
  /** The private questions: where one stands oneself, answering, and taking the answers back. */
  fit: (spaceId: string) => look<FitStanding>(fitOf(spaceId)),
  answerFit: (spaceId: string, sent: FitSent) => ask<FitStanding>(fitOf(spaceId), sent),
  clearFit: (spaceId: string) => ask<FitStanding>(`${fitOf(spaceId)}/clear`, {}),
  waiting: () => look<Waiting>('/api/join/waiting'),
  makeDeviceLink: (link: NewDeviceLink) => confirmed(() => ask<DeviceLink>('/api/devices', link)),
  joinAsDevice: (token: string) => ask<Me>('/api/devices/join', { token }),
  /** A facilitator's own progress note, drawn by the server. */
  notePdf: (conversationId: string, language: string) =>
    fetched(`/api/progress/${encodeURIComponent(conversationId)}/pdf?language=${language}`, (file) => file.blob()),
  /** All that is the asker's own, as a page to read or for another program. */
  myData: (as: 'html' | 'json', language: string) =>
    confirmed(() =>
      fetched(`/api/my-data.${as}?language=${language}`, async (file) => ({ as, file: await file.blob() })),
    ),
  /** CO5. Whole talks, with the words of both. */
  takeOut: (spaceId: string, wish: TakeOut) =>
    confirmed(() =>
      fetched(
        `/api/spaces/${encodeURIComponent(spaceId)}/export`,
        async (file) => ({ form: wish.form, file: await file.blob() }),
        posted(wish),
      ),
    ),
};

const knock = <Value>(path: string, init?: RequestInit): Promise<Answer<Value>> =>
  fetched(path, async (response) => (response.status === 204 ? null : response.json()), init);

/** What changes something and is on its way, and how many such have been answered. */
const changing = new Set<Promise<unknown>>();
let changes = 0;

/**
 * SE6. Signing in anew gives this device another secret; what was asked beside it may have gone out with the old one. So an end of
 * the session is believed once nothing is on its way that could have changed the secret.
 */
async function fetched<Value>(
  path: string,
  read: (response: Response) => Promise<Value>,
  init?: RequestInit,
): Promise<Answer<Value>> {
  const before = changes;
  const first = await fetchedOnce(path, read, init);
  if (!isOut(first)) return first;
  await Promise.allSettled(changing);
  const others = changes - before - (init ? 1 : 0);
  const answer = others > 0 ? await fetchedOnce(path, read, init) : first;
  if (isOut(answer)) sessionEnd.refused();
  return answer;
}

const isOut = (answer: Answer<unknown>): boolean => !answer.ok && answer.refusal === 'signed-out';

function fetchedOnce<Value>(
  path: string,
  read: (response: Response) => Promise<Value>,
  init?: RequestInit,
): Promise<Answer<Value>> {
  const asking = answered(path, read, init);
  if (init) {
    changing.add(asking);
    void asking.then(() => {
      changing.delete(asking);
      changes += 1;
    });
  }
  return asking;
}

async function answered<Value>(
  path: string,
  read: (response: Response) => Promise<Value>,
  init?: RequestInit,
): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, init);
    if (response.ok) return { ok: true, value: await read(response) };
    const body = await response.json();
    if (body?.refusal === 'locked') pageLock.note();
    const until = typeof body?.until === 'number' ? { until: body.until } : {};
    return { ok: false, refusal: typeof body?.refusal === 'string' ? body.refusal : 'unavailable', ...until };
  } catch {
    return { ok: false, refusal: 'unavailable' };
  }
}
