import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAppSecret, sealAppSecret } from '@turnward/server/accounts/authenticator-app.ts';
import { openMailAddresses } from '@turnward/server/accounts/mail-addresses.ts';
import { openFiles, openStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { addKey, readKeyFile } from '@turnward/server/keys/key-file.ts';
import { type KeySettings, openKeys } from '@turnward/server/keys/open-keys.ts';
import { expect, it, onTestFinished } from 'vitest';
import { record, said, TALK, text, words } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';
import { DECK, saysNow, written } from './documents.ts';
import { blobs, held } from './traces.ts';

const SECRET = 'JBSWY3DPEHPK3PXP';
const keyFile = (folder: string) => join(folder, 'secrets', 'kek.json');
const kekIds = (folder: string) => [...(readKeyFile(keyFile(folder))?.keys.keys() ?? [])];

async function openWith(settings: KeySettings) {
  const keys = await openKeys(settings);
  const files = await openFiles(settings.DATA_DIR, keys);
  const stores = openStores(files, keys);
  onTestFinished(() => stores.close());
  return { ...stores, files };
}

it('KE9 takes up a new key while appends go on, drops the old one, and reads everything with the new one alone', async () => {
  const folder = dataFolder();
  const { events, documents, rewrap, close, files } = await openFolder(folder);
  const talks = Array.from({ length: 300 }, (_, index) => `talk:${index}` as const);
  await Promise.all(talks.map((stream) => record(events, { streams: [{ stream, events: [said(stream)] }] })));
  await written(documents, DECK, 'a prompt');
  const [old] = kekIds(folder) as [string];
  const fresh = await addKey(keyFile(folder));
  expect(kekIds(folder)).toEqual([old, fresh]);

  let rotating = true;
  const during: string[] = [];
  const load = (async () => {
    while (rotating) {
      const stream = `talk:during-${during.length}` as const;
      during.push(stream);
      await record(events, {
        streams: [
          { stream, events: [said(stream)] },
          { stream: TALK, events: [said(stream)] },
        ],
      });
    }
  })();
  let dropped: string[] = [];
  for (let round = 0; round < 20 && dropped.length === 0; round += 1) dropped = (await rewrap()).dropped;
  rotating = false;
  await load;

  expect(dropped).toEqual([old]);
  expect(during.length).toBeGreaterThan(1);
  expect(kekIds(folder)).toEqual([fresh]);
  expect(files.keys.prepare('SELECT DISTINCT kek_id AS id FROM stream_key').all()).toEqual([{ id: fresh }]);
  await close();
  const again = await openFolder(folder);
  for (const stream of [...talks, ...(during as typeof talks)]) {
    expect(await words(again.events, stream)).toEqual([text(stream)]);
  }
  expect(await words(again.events, TALK)).toEqual(during.map((each) => text(each)));
  expect(await saysNow(again.documents, DECK)).toEqual(['a prompt']);
}, 30_000);

it('KE9 keeps the old key while something is wrapped by it that does not open', async () => {
  const folder = dataFolder();
  const { events, files, rewrap } = await openFolder(folder);
  await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
  await record(events, { author: 'ben', streams: [{ stream: TALK, events: [said('two')] }] });
  const [old] = kekIds(folder) as [string];
  files.keys.exec("UPDATE stream_key SET wrapped = substr(wrapped, 1, 40) WHERE author = 'ada'");
  const fresh = await addKey(keyFile(folder));
  expect(await rewrap()).toEqual({ rewrapped: 1, left: 1, dropped: [] });
  expect(kekIds(folder)).toEqual([old, fresh]);
});

it('KE9 goes on after a stop in the middle, and a key destroyed meanwhile stays destroyed', async () => {
  const folder = dataFolder();
  const { events, rewrap, close } = await openFolder(folder);
  const talks = Array.from({ length: 200 }, (_, index) => `talk:${index}` as const);
  await Promise.all(talks.map((stream) => record(events, { streams: [{ stream, events: [said(stream)] }] })));
  await addKey(keyFile(folder));
  const under = rewrap();
  await record(events, { streams: [], destroy: { streams: ['talk:150'] } });
  await close();
  expect((await under).dropped).toEqual([]);
  const again = await openFolder(folder);
  const rest = await again.rewrap();
  expect(rest.left).toBe(0);
  expect(rest.dropped).toHaveLength(1);
  expect(await words(again.events, 'talk:150')).toEqual([null]);
  expect(await words(again.events, 'talk:199')).toEqual([text('talk:199')]);
});

it('KE9 KE8 leaves no byte of the dropped key, nor of what it wrapped, in any file', async () => {
  const folder = dataFolder();
  const { events, files, rewrap, close } = await openFolder(folder);
  const talks = Array.from({ length: 100 }, (_, index) => `talk:${index}` as const);
  await Promise.all(talks.map((stream) => record(events, { streams: [{ stream, events: [said(stream)] }] })));
  const old = [...(readKeyFile(keyFile(folder))?.keys.values() ?? [])].map((key) =>
    Buffer.from(key.toString('base64')),
  );
  const wrapped = blobs(files.keys, 'SELECT wrapped AS blob FROM stream_key');
  expect(held(folder, [...old, ...wrapped])).toBe(101);
  await addKey(keyFile(folder));
  await rewrap();
  await close();
  expect(held(folder, [...old, ...wrapped])).toBe(0);
});

it('KE9 loses no key where two commands and a server change the file at once', async () => {
  const folder = dataFolder();
  const keys = await openFileKeys(folder);
  const made = await Promise.all([
    addKey(keyFile(folder)),
    addKey(keyFile(folder)),
    keys.refresh(),
    addKey(keyFile(folder)),
  ]);
  expect(new Set(kekIds(folder)).size).toBe(4);
  await keys.refresh();
  expect(keys.currentKekId).toBe(made.at(-1));
  expect(await keys.keepOnly(new Set([made[0] as string]))).not.toContain(made[0]);
  expect(filesBelow(join(folder, 'secrets')).map(({ path }) => path)).toEqual([keyFile(folder)]);
});

it('KE10 moves from the file to the environment and on to another key of it', async () => {
  const folder = dataFolder();
  const one = Buffer.alloc(32, 1).toString('base64');
  const two = Buffer.alloc(32, 2).toString('base64');
  const first = await openWith({ DATA_DIR: folder, KEY_PROVIDER: 'file' });
  await record(first.events, { streams: [{ stream: TALK, events: [said('one')] }] });
  await first.close();
  for (const TURNWARD_KEK of [one, `${two}, ${one}`]) {
    const stores = await openWith({ DATA_DIR: folder, KEY_PROVIDER: 'env', TURNWARD_KEK });
    expect((await stores.rewrap()).rewrapped).toBe(1);
    await stores.close();
  }
  const left = readFileSync(keyFile(folder));
  writeFileSync(keyFile(folder), left.subarray(0, 0));
  await expect(openWith({ DATA_DIR: folder, KEY_PROVIDER: 'env', TURNWARD_KEK: one })).rejects.toThrow('key file');
  writeFileSync(keyFile(folder), left);
  await expect(openWith({ DATA_DIR: folder, KEY_PROVIDER: 'env', TURNWARD_KEK: one })).rejects.toThrow(
    'does not belong',
  );
  const last = await openWith({ DATA_DIR: folder, KEY_PROVIDER: 'env', TURNWARD_KEK: two });
  expect(await words(last.events, TALK)).toEqual([text('one')]);
});

it('KE9 AC6 takes the secrets of sign-in apps along', async () => {
  const folder = dataFolder();
  const keys = await openFileKeys(folder);
  const { accounts, rewrap, close } = await openFolder(folder);
  await accounts.setPassword('ada', { name: 'ada', foldedName: 'ada', hash: 'none', at: 0 });
  await accounts.setTotp('ada', { ...(await sealAppSecret(keys, 'ada', SECRET)), countsFrom: 0 });
  const [old] = kekIds(folder) as [string];
  const fresh = await addKey(keyFile(folder));
  expect((await rewrap()).dropped).toEqual([old]);
  await close();
  expect(kekIds(folder)).toEqual([fresh]);
  const again = await openFolder(folder);
  const { totp } = await again.accounts.find('ada');
  if (!totp) throw new Error('It is gone.');
  expect(await openAppSecret(await openFileKeys(folder), 'ada', totp)).toBe(SECRET);
});

it('KE9 ML2 takes the key of addresses along', async () => {
  const folder = dataFolder();
  const { accounts, rewrap, close } = await openFolder(folder);
  const addresses = openMailAddresses({ store: accounts, keys: await openFileKeys(folder) });
  const [found, sealed] = [await addresses.find('ada@mail.example'), await addresses.seal('ada', 'ada@mail.example')];
  const [old] = kekIds(folder) as [string];
  await addKey(keyFile(folder));
  expect((await rewrap()).dropped).toEqual([old]);
  await close();
  const again = await openFolder(folder);
  const later = openMailAddresses({ store: again.accounts, keys: await openFileKeys(folder) });
  expect(await later.find(' ADA@mail.example')).toBe(found);
  expect(await later.read('ada', sealed)).toBe('ada@mail.example');
  await expect(later.read('ben', sealed)).rejects.toThrow('did not open');
});

it('KE9 leaves an app’s secret and the key of addresses that do not open, and wraps all else anew', async () => {
  const folder = dataFolder();
  const keys = await openFileKeys(folder);
  const { accounts, events, files, rewrap } = await openFolder(folder);
  await record(events, { streams: [{ stream: TALK, events: [said('one')] }] });
  for (const name of ['ada', 'ben']) {
    await accounts.setPassword(name, { name, foldedName: name, hash: 'none', at: 0 });
    await accounts.setTotp(name, { ...(await sealAppSecret(keys, name, SECRET)), countsFrom: 0 });
  }
  await openMailAddresses({ store: accounts, keys }).find('ada@mail.example');
  const [old] = kekIds(folder) as [string];
  files.events.exec("UPDATE account SET totp_wrapped = substr(totp_wrapped, 1, 40) WHERE member_id = 'ada'");
  files.events.exec('UPDATE mail_key SET wrapped = substr(wrapped, 1, 40)');
  const fresh = await addKey(keyFile(folder));
  expect(await rewrap()).toEqual({ rewrapped: 1, left: 2, dropped: [] });
  expect(await rewrap()).toEqual({ rewrapped: 0, left: 2, dropped: [] });
  expect(kekIds(folder)).toEqual([old, fresh]);
  expect((await accounts.find('ben')).totp?.kekId).toBe(fresh);
  // Of a key that is gone, too: the databases may be older than the key file.
  files.events.exec("UPDATE account SET totp_kek_id = 'gone' WHERE member_id = 'ada'");
  files.events.exec("UPDATE mail_key SET kek_id = 'gone'");
  expect(await rewrap()).toEqual({ rewrapped: 0, left: 2, dropped: [old] });
});
