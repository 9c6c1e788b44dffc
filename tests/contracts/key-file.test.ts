import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { expect, it } from 'vitest';
import { record, said, TALK, text, words } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';

const KEY = Buffer.alloc(32, 7);
const keyFile = (folder: string) => join(folder, 'secrets', 'kek.json');

it('KE5 makes a key file on first use, and uses the same one ever after', async () => {
  const folder = dataFolder();
  const first = await openFileKeys(folder);
  const wrapped = await first.wrap(KEY);
  expect(Buffer.from(wrapped.wrapped).includes(KEY)).toBe(false);
  const second = await openFileKeys(folder);
  expect(second.currentKekId).toBe(first.currentKekId);
  expect(Buffer.from(await second.unwrap(wrapped.kekId, wrapped.wrapped))).toEqual(KEY);
  expect(filesBelow(folder).map(({ path, mode }) => ({ path, mode }))).toEqual([
    { path: keyFile(folder), mode: 0o600 },
  ]);
});

it('KE5 unwraps nothing with an unknown key or of changed bytes', async () => {
  const keys = await openFileKeys(dataFolder());
  const { kekId, wrapped } = await keys.wrap(KEY);
  await expect(keys.unwrap('unknown', wrapped)).rejects.toThrow('no key "unknown"');
  const changed = Buffer.from(wrapped);
  changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
  await expect(keys.unwrap(kekId, changed)).rejects.toThrow('did not open');
  const foreign = await (await openFileKeys(dataFolder())).wrap(KEY);
  await expect(keys.unwrap(kekId, foreign.wrapped)).rejects.toThrow('did not open');
});

it('KE5 lets all who start at once use one key', async () => {
  const folder = dataFolder();
  const all = await Promise.all(Array.from({ length: 8 }, () => openFileKeys(folder)));
  expect(new Set(all.map(({ currentKekId }) => currentKekId)).size).toBe(1);
});

it.each([
  ['is empty', () => ''],
  ['is cut short', (json: string) => json.slice(0, 40)],
  ['has a changed key', (json: string) => json.replace(/": "[^"]{4}/, '": "AAAA')],
  ['names a current key that it lacks', (json: string) => json.replace(/"current": "[^"]+"/, '"current": "other"')],
])('KE5 refuses to start where the key file %s, and leaves it as it is', async (_, spoil) => {
  const folder = dataFolder();
  await openFileKeys(folder);
  const spoiled = spoil(readFileSync(keyFile(folder), 'utf8'));
  writeFileSync(keyFile(folder), spoiled);
  await expect(openFileKeys(folder)).rejects.toThrow('is broken');
  expect(readFileSync(keyFile(folder), 'utf8')).toBe(spoiled);
});

it('KE6 refuses to start where the key file is another one, and reads again once the right one is back', async () => {
  const folder = dataFolder();
  const first = await openFolder(folder);
  await record(first.events, { streams: [{ stream: TALK, events: [said('one')] }] });
  await first.close();
  const right = readFileSync(keyFile(folder));
  rmSync(keyFile(folder));
  await expect(openFolder(folder)).rejects.toThrow('does not belong to this data folder');
  writeFileSync(keyFile(folder), right);
  expect(await words((await openFolder(folder)).events, TALK)).toEqual([text('one')]);
});

it('KE7 closes a key file that others could read, and says so', async () => {
  const folder = dataFolder();
  await openFileKeys(folder);
  chmodSync(keyFile(folder), 0o644);
  chmodSync(folder, 0o755);
  const told: string[] = [];
  await openFileKeys(folder, (sentence) => told.push(sentence));
  expect(told).toEqual(
    [folder, keyFile(folder)].map((path) => expect.stringContaining(`${path} could be read by other users`)),
  );
  expect(statSync(keyFile(folder)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
