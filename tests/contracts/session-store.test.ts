import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { expect, it } from 'vitest';
import { dataFolder, openFolder } from './data-folder.ts';
import { session, sessionStoreContract } from './session-store.contract.ts';

sessionStoreContract('memory', async () => openMemory().sessions);
sessionStoreContract('SQLite', async () => (await openFolder(dataFolder())).sessions);

it('ST1 keeps sessions over a restart', async () => {
  const folder = dataFolder();
  const first = await openFolder(folder);
  await first.sessions.add(session('h1'));
  await first.close();
  expect(await (await openFolder(folder)).sessions.find('h1', 1000)).toEqual(session('h1'));
});
