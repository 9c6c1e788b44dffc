import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { expect, it } from 'vitest';
import { auditStoreContract } from './audit-store.contract.ts';
import { dataFolder, openFolder } from './data-folder.ts';

auditStoreContract('memory', async () => openMemory().audit);
auditStoreContract('SQLite', async () => (await openFolder(dataFolder())).audit);

it('DR4 keeps entries over a restart', async () => {
  const folder = dataFolder();
  const first = await openFolder(folder);
  const entry = { at: 1, memberId: 'ada', what: 'signed-out', about: 'Firefox on Android' } as const;
  await first.audit.add(entry);
  await first.close();
  expect(await (await openFolder(folder)).audit.of('ada', 9)).toEqual([entry]);
});
