import { z } from 'zod';

/**
 * The doors: the few HTTP requests by which a person comes in or leaves. Everything else goes over the socket.
 * All are POST with a JSON body except those that only look. A refusal is `{ "refusal": "<reason>" }` with status
 * 400 (malformed), 401 (signed-out), 404 (not-found), 409 (the space refuses), 429 (too-many) or 503 (unavailable).
 *
 * | request                          | body          | answer            |
 * |----------------------------------|---------------|-------------------|
 * | GET  /api/host                   |               | { contact }       |
 * | GET  /api/me                     |               | Me                |
 * | POST /api/spaces                 | NewSpace      | { spaceId }       |
 * | POST /api/spaces/:spaceId/invites| NewInvite     | Invite            |
 * | POST /api/join/look              | { token }     | InviteLook        |
 * | POST /api/join                   | Join          | { spaceId }       |
 * | POST /api/join/code              | JoinByCode    | { state }         |
 * | GET  /api/join/waiting           |               | Waiting           |
 * | POST /api/devices                | NewDeviceLink | DeviceLink        |
 * | POST /api/devices/join           | { token }     | Me                |
 * | POST /api/leave                  | {}            | 204               |
 */
const name = z.string().trim().min(1).max(60);
const token = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const newSpaceSchema = z.strictObject({
  spaceName: name,
  memberName: name,
  practice: z.boolean(),
  language: z.enum(['en', 'de']),
});
export const newInviteSchema = z.strictObject({ via: z.enum(['link', 'code']) });
export const tokenSchema = z.strictObject({ token });
export const joinSchema = z.strictObject({ token, name });
/** Letters that can be told apart when spoken; case, spaces and dashes are forgiven. */
export const joinByCodeSchema = z.strictObject({ code: z.string().min(1).max(32), name });
export const newDeviceLinkSchema = z.strictObject({ lasting: z.boolean() });
export const leaveSchema = z.strictObject({});

export type NewSpace = z.infer<typeof newSpaceSchema>;
export type NewInvite = z.infer<typeof newInviteSchema>;
export type Join = z.infer<typeof joinSchema>;
export type JoinByCode = z.infer<typeof joinByCodeSchema>;
export type NewDeviceLink = z.infer<typeof newDeviceLinkSchema>;

/** `member` is null where nobody is signed in on this device. */
export type Me = { member: { memberId: string; spaces: string[] } | null };
/** `url` for a link, `code` for a spoken code (`ABCD-EFGH`). Shown once; only a hash is stored. Times in ms. */
export type Invite = { inviteId: string; expiresAt: number } & (
  | { via: 'link'; url: string }
  | { via: 'code'; code: string }
);
export type InviteLook =
  | { kind: 'invite'; spaceName: string; inviterName: string; expiresAt: number }
  | { kind: 'device' };
export type Waiting = { state: 'none' | 'waiting' | 'declined' } | { state: 'admitted'; spaceId: string };
/** A link that brings the same person in on another device. `lasting`: kept for later, as the way back after leaving. */
export type DeviceLink = { url: string; expiresAt: number };
