import type { DoorRefusal } from '@turnward/shared/kernel/refusals.ts';
import type { SpaceRefusal } from '@turnward/shared/space/refusals.ts';
import type {
  DeviceLink,
  Invite,
  InviteLook,
  Join,
  JoinByCode,
  Me,
  NewDeviceLink,
  NewInvite,
  NewSpace,
  Waiting,
} from '@turnward/shared/wire/doors.ts';

/** What a door answers: a value, or why not. A door that can't be reached answers `unavailable`. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: DoorRefusal | SpaceRefusal };

const look = <Value>(path: string): Promise<Answer<Value>> => knock(path);
const ask = <Value>(path: string, body: object): Promise<Answer<Value>> =>
  knock(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The HTTP doors of shared/wire/doors.ts, each as a function. */
export const doors = {
  /** Who runs this place and how to reach them, in the host's own words; empty where they gave none. */
  host: () => look<{ contact: string }>('/api/host'),
  me: () => look<Me>('/api/me'),
  makeSpace: (space: NewSpace) => ask<{ spaceId: string }>('/api/spaces', space),
  makeInvite: <Via extends NewInvite['via']>(spaceId: string, via: Via) =>
    ask<Extract<Invite, { via: Via }>>(`/api/spaces/${encodeURIComponent(spaceId)}/invites`, { via }),
  /** Looks at what a link opens; uses nothing up. */
  lookAtLink: (token: string) => ask<InviteLook>('/api/join/look', { token }),
  join: (join: Join) => ask<{ spaceId: string }>('/api/join', join),
  joinByCode: (join: JoinByCode) => ask<{ state: string }>('/api/join/code', join),
  waiting: () => look<Waiting>('/api/join/waiting'),
  makeDeviceLink: (link: NewDeviceLink) => ask<DeviceLink>('/api/devices', link),
  joinAsDevice: (token: string) => ask<Me>('/api/devices/join', { token }),
};

async function knock<Value>(path: string, init?: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(path, init);
    const body = await response.json();
    if (response.ok) return { ok: true, value: body };
    return { ok: false, refusal: typeof body?.refusal === 'string' ? body.refusal : 'unavailable' };
  } catch {
    return { ok: false, refusal: 'unavailable' };
  }
}
