import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { expect, it } from 'vitest';
import { appLockStoreContract } from './app-lock-store.contract.ts';
import { dataFolder, openFolder } from './data-folder.ts';

appLockStoreContract('memory', async () => openMemory().appLock);
appLockStoreContract('SQLite', async () => (await openFolder(dataFolder())).appLock);

it('ST12 ST13 keeps PINs and wrong tries over a restart', async () => {
  const folder = dataFolder();
  const first = await openFolder(folder);
  await first.appLock.setPin('ada', 'hash');
  await first.appLock.setTries('phone', { count: 5, at: 1000 });
  await first.close();
  const { appLock } = await openFolder(folder);
  expect(await appLock.pinOf('ada')).toBe('hash');
  expect(await appLock.triesOn('phone')).toEqual({ count: 5, at: 1000 });
});
