import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { newSecret, sha256 } from '@turnward/server/session.ts';
import { aSession } from '../../kit/a-session.ts';
import { type SeededRoom, seedRooms } from '../peers/seed.ts';
import { ENDINGS, type Ending, isTimed, lifeOf } from './endings.ts';

const DAY = 86_400_000;

/** A room in which one session of partner a ends in one way. `victim` is its secret; `dueAt` when it ends by itself, ms since the epoch. */
export type EndingRoom = SeededRoom & { ending: Ending; victim: string; dueAt: number };

/** So many rooms for each ending, in turn. Those that end by themselves do so one after the other, `every` ms, the first in `first` ms. */
export async function seedEnds(dataDir: string, each: number, { first, every }: { first: number; every: number }) {
  const endings = Array.from({ length: each }, () => ENDINGS).flat();
  const rooms = await seedRooms(
    dataDir,
    endings.map(() => 'gathering' as const),
  );
  const store = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });
  const from = Date.now() + first;
  let timed = 0;
  try {
    const ended = rooms.map(async (room, at): Promise<EndingRoom> => {
      const ending = endings[at] ?? 'sign-out';
      const dueAt = from + (isTimed(ending) ? timed++ * every : 0);
      const memberId = room.devices[0]?.session.memberId ?? '';
      const victim = newSecret();
      const life = isTimed(ending) ? lifeOf(ending, dueAt) : lifeOf(ending, Date.now());
      await store.sessions.add(aSession({ idHash: sha256(victim), memberId, expiresAt: Date.now() + DAY, ...life }));
      // Locking asks only whether there is one.
      if (ending === 'lock') await store.appLock.setPin(memberId, 'not a hash');
      return { ...room, ending, victim, dueAt };
    });
    return await Promise.all(ended);
  } finally {
    await store.close();
  }
}
