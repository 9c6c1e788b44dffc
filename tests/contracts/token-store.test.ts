import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { expect, it } from 'vitest';
import { dataFolder, openFolder } from './data-folder.ts';
import { token, tokenStoreContract } from './token-store.contract.ts';

tokenStoreContract('memory', async () => openMemory().tokens);
tokenStoreContract('SQLite', async () => (await openFolder(dataFolder())).tokens);

it('ST5 keeps a taken token taken over a restart', async () => {
  const folder = dataFolder();
  const first = await openFolder(folder);
  await first.tokens.add(token('h1'));
  await first.tokens.add(token('h2'));
  await first.tokens.take('h1', 1000);
  await first.close();
  const { tokens } = await openFolder(folder);
  expect(await tokens.take('h1', 1000)).toBeUndefined();
  expect(await tokens.take('h2', 1000)).toEqual(token('h2'));
});
