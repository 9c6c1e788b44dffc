import { z } from 'zod';
import type { GuestRole, Role, Seat } from '../kernel/stream.ts';
import type { Guest, Invite } from '../space/state.ts';
import type { TakeOut } from './talks-copy.ts';

/**
 * The doors: the few HTTP requests by which a person comes in or leaves. Everything else goes over the socket.
 * Those of the private questions are in `fit-doors.ts`. All are POST with a JSON body except those that only look. A refusal is `{ "refusal": "<reason>" }` with status
 * 400 (malformed), 401 (signed-out), 404 (not-found), 409 (the space refuses), 429 (too-many) or 503 (unavailable).
 *
 * | request                          | body          | answer            |
 * |----------------------------------|---------------|-------------------|
 * | GET  /api/host                   |               | Host              |
 * | GET  /api/me                     |               | Me                |
 * | POST /api/spaces                 | NewSpace      | { spaceId }       |
 * | POST /api/spaces/:spaceId/invites| NewInvite     | MadeInvite        |
 * | POST /api/join/look              | { token }     | InviteLook        |
 * | POST /api/join                   | Join          | Joined            |
 * | POST /api/join/code              | JoinByCode    | { state }         |
 * | GET  /api/join/waiting           |               | Waiting           |
 * | POST /api/devices                | NewDeviceLink | DeviceLink        |
 * | POST /api/devices/join           | { token }     | Me                |
 * | POST /api/leave                  | {}            | 204               |
 * | GET  /api/my-data.json, /api/my-data.html?language=en |  | MyData of the asker, as a file |
 * | POST /api/spaces/:spaceId/export | TakeOut     | whole talks, as a file (CO5 to CO8) |
 * | GET  /api/audit                  |               | { entries: { at, what, about }[] }, the asker’s own |
 * | GET  /api/progress/:conversationId/pdf?language=en |  | the asker’s own progress note as a file |
 */
const name = z.string().trim().min(1).max(60);
const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const newSpaceSchema = z.strictObject({
  spaceName: name,
  memberName: name,
  practice: z.boolean(),
  language: z.enum(['en', 'de']),
  /** A facilitator opens the space for a couple, and says how they handle what one tells them alone (R16). */
  secrets: z.enum(['no-secrets', 'limited-secrets']).exactOptional(),
});
/** A guest is invited by a link. `seat` is the founder's to say; a partner invites the other. */
export const newInviteSchema = z.union([
  z.strictObject({ via: z.enum(['link', 'code']), seat: z.enum(['a', 'b']).exactOptional() }),
  z.strictObject({ via: z.literal('link'), role: z.enum(['facilitator', 'observer']) }),
]);
export const tokenSchema = z.strictObject({ token });
export const joinSchema = z.strictObject({
  token,
  name,
  secrets: z.enum(['no-secrets', 'limited-secrets']).exactOptional(),
});
/** Letters that can be told apart when spoken; case, spaces and dashes are forgiven. */
export const joinByCodeSchema = z.strictObject({ code: z.string().min(1).max(32), name });
export const newDeviceLinkSchema = z.strictObject({ lasting: z.boolean() });
export const leaveSchema = z.strictObject({});
export const takeOutSchema: z.ZodType<TakeOut> = z.strictObject({
  about: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .exactOptional(),
  form: z.enum(['json', 'markdown', 'html']),
  language: z.enum(['en', 'de']),
});

export type NewSpace = z.infer<typeof newSpaceSchema>;
export type NewInvite = z.infer<typeof newInviteSchema>;
export type Join = z.infer<typeof joinSchema>;
export type JoinByCode = z.infer<typeof joinByCodeSchema>;
export type NewDeviceLink = z.infer<typeof newDeviceLinkSchema>;

/** Who runs this place, in their own words, and whether mail is sent from here (ML1). */
export type Host = { contact: string; mail: boolean };

/** `member` is null where nobody is signed in on this device. */
export type Me = {
  member: { memberId: string; spaces: string[]; guestIn: GuestRoom[]; left?: LeftRoom[] } | null;
  /** LK1. Somebody is signed in, and nothing of them is told before the page is unlocked. */
  locked?: true;
};
/**
 * ER6. A space that this person has left as a partner: when, and what they can still do there. `wordsStay`: their words can be erased (ER7);
 * `deletion`: they announced that it is deleted then, and can take that back (ER8). Nothing else of it is told. Times in ms.
 */
export type LeftRoom = { spaceId: string; at: number; wordsStay: boolean; deletion: number | null };
/**
 * A space that this person is a guest of, or asked to be. `spaces` of `Me` are those where they are a partner. `invites`: what
 * a founder made and both partners have not confirmed yet; nothing else of the space is told before.
 */
export type GuestRoom = {
  spaceId: string;
  spaceName: string;
  role: GuestRole;
  standing: Guest['standing'];
  /** Opened this space for a couple. */
  founder: boolean;
  practice: boolean;
  invites: { inviteId: string; seat: Seat; status: Invite['status'] | 'expired'; expiresAt: number }[];
};
/** `waiting`: both partners are asked first. */
export type Joined = { spaceId: string; standing: 'joined' | 'waiting' };
/** `url` for a link, `code` for a spoken code (`ABCD-EFGH`). Shown once; only a hash is stored. Times in ms. */
export type MadeInvite = { inviteId: string; expiresAt: number } & (
  | { via: 'link'; url: string }
  | { via: 'code'; code: string }
);
export type InviteLook =
  | { kind: 'invite'; role: Role; spaceName: string; inviterName: string; expiresAt: number }
  | { kind: 'device' };
export type Waiting = { state: 'none' | 'waiting' | 'declined' } | { state: 'admitted'; spaceId: string };
/** A link that brings the same person in on another device. `lasting`: kept for later, as the way back after leaving. */
export type DeviceLink = { url: string; expiresAt: number };
