import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { expect, it } from 'vitest';
import { accountStoreContract, passkey, password, totp } from './account-store.contract.ts';
import { dataFolder, openFolder } from './data-folder.ts';

accountStoreContract('memory', async () => openMemory().accounts);
accountStoreContract('SQLite', async () => (await openFolder(dataFolder())).accounts);

it('ST9 keeps an account over a restart', async () => {
  const folder = dataFolder();
  const { accounts, close } = await openFolder(folder);
  await accounts.setPassword('ada', password('Ada'));
  await accounts.setTotp('ada', totp);
  await accounts.addPasskey(passkey('k1', 10));
  await accounts.setRecovery('ada', ['c1'], 10);
  await accounts.addPending({ id: 'p1', memberId: 'ada', change: { what: 'totp' }, due: 99 });
  const before = await accounts.find('ada');
  await close();
  expect(await (await openFolder(folder)).accounts.find('ada')).toEqual(before);
});
