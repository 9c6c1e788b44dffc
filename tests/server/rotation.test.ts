import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { startServer } from '../kit/server.ts';

const COMMAND = fileURLToPath(new URL('../../server/rotate-keys.ts', import.meta.url));

const rotateKeys = (env: Record<string, string>) =>
  promisify(execFile)(process.execPath, [COMMAND], { env: { ...process.env, ...env } });

it('KE9 the command makes a key beside a running server, which takes it up when it starts at the latest', async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  const file = () => JSON.parse(readFileSync(join(server.dataDir, 'secrets', 'kek.json'), 'utf8'));
  const [old] = Object.keys(file().keys);
  const { stdout } = await rotateKeys({ DATA_DIR: server.dataDir });
  const { current, keys } = file();
  expect(stdout).toContain(`A new key was made: ${current}.`);
  expect(Object.keys(keys)).toEqual([old, current]);
  await server.restart();
  await expect.poll(() => Object.keys(file().keys)).toEqual([current]);
}, 30_000);

it('KE9 the command says what to do where the keys are not in a file, and that there is nothing to rotate', async () => {
  const key = Buffer.alloc(32, 7).toString('base64');
  const env = await rotateKeys({ KEY_PROVIDER: 'env', TURNWARD_KEK: key });
  expect(env.stdout).toMatch(/in front of the others in TURNWARD_KEK[\s\S]*\n[A-Za-z0-9+/]{43}=\n/);
  expect(env.stdout).not.toContain(key);
  const none = rotateKeys({ DATA_DIR: join(import.meta.dirname, 'nothing-is-here') });
  await expect(none).rejects.toThrow('No new key was made: There is no key file');
}, 30_000);

it('KE11 says at start who can read the words', async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  expect(server.protection).toBe(
    'Words are sealed on disk with a key in the data folder: whoever has that folder with its secrets can read them. ' +
      'Whoever runs this machine can read them all. More in docs/privacy.md.',
  );
}, 20_000);
