import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/key-service.ts', import.meta.url));

export const KMS_TOKEN = 'a-token-for-the-tests';

/** The example key service as a process of its own on loopback; ended when the test is over, or by `stop`. */
export async function startKeyService(keys: readonly Buffer[], port = 0) {
  const KMS_KEYS = keys.map((key) => key.toString('base64')).join(',');
  const env = { ...process.env, KMS_TOKEN, KMS_KEYS, KMS_PORT: String(port) };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(stop);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const at = Number(/port (\d+)/.exec(line)?.[1]);
  return { port: at, settings: { KEY_PROVIDER: 'kms' as const, KMS_URL: `http://127.0.0.1:${at}`, KMS_TOKEN }, stop };
}
