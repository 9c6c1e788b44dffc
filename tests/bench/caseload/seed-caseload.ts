import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import type { EventStore } from '@turnward/server/ports/event-store.ts';
import { newSecret, sha256 } from '@turnward/server/session.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace } from '@turnward/shared/space/state.ts';
import { aSession } from '../../kit/a-session.ts';
import type { SeededRoom } from '../peers/seed.ts';

const DAY = 86_400_000;
export const FACILITATOR = 'bench-facilitator';

/** Makes one person the facilitator of all these rooms, through the decider, both partners agreeing. The secret of their device. */
export async function seedFacilitator(dataDir: string, rooms: readonly SeededRoom[]): Promise<string> {
  const store = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });
  try {
    const secret = newSecret();
    const now = Date.now();
    const times = { createdAt: now, expiresAt: now + DAY };
    const device = aSession({ idHash: sha256(secret), memberId: FACILITATOR, strong: true, ...times });
    await store.sessions.add(device);
    for (const room of rooms) await seat(store.events, room, now);
    return secret;
  } finally {
    await store.close();
  }
}

async function seat(events: EventStore, { spaceId, devices }: SeededRoom, now: number): Promise<void> {
  const recorded = (await events.headers(`space:${spaceId}`, 0)) as Recorded<SpaceEvent>[];
  let space = recorded.reduce(evolveSpace, initialSpace);
  const [a = '', b = ''] = devices.map(({ session }) => session.memberId);
  const inviteId = `${spaceId}-guest`;
  const as = { role: 'facilitator' } as const;
  const who = { memberId: FACILITATOR, memberName: 'Ada', secrets: 'no-secrets' } as const;
  const asked: SpaceCommand[] = [
    { type: 'MakeInvite', inviteId, by: a, via: 'link', expiresAt: now + DAY, as },
    { type: 'ProposeGuest', inviteId, ...as, ...who },
    { type: 'ConfirmGuest', memberId: FACILITATOR, by: a },
    { type: 'ConfirmGuest', memberId: FACILITATOR, by: b },
  ];
  for (const [at, command] of asked.entries()) {
    const decision = decideSpace(space, command, now);
    if (isRefused(decision)) throw new Error(`Seeding a facilitator was refused: ${decision.refused}.`);
    const ids = { spaceId, author: FACILITATOR, commandId: `bench-guest-${spaceId}-${at}`, at: now };
    const appended = await events.append(appendDrafts(ids, decision, new Map()));
    if (appended.outcome !== 'appended') throw new Error(`Seeding a facilitator ended as ${appended.outcome}.`);
    for (const event of appended.events) space = evolveSpace(space, event as Recorded<SpaceEvent>);
  }
}
