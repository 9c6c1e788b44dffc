import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { Answer } from './doors.ts';
import { spaceStore } from './replica.ts';

/** A command as a door: for those who can't follow the space, because they are no member of it, or not yet. */
export async function askSpace(spaceId: string, request: SpaceRequest): Promise<Answer<null>> {
  const reply = await spaceStore(spaceId).snapshot().send(request);
  return reply.ok ? { ok: true, value: null } : { ok: false, refusal: reply.refusal };
}
