/**
 * An example of a key service for KEY_PROVIDER=kms, small enough to read: three doors over HTTP that wrap and unwrap with keys
 * this process alone knows. In earnest it stands on another machine, behind https, with its keys in hardware or a secret store.
 *
 * KMS_TOKEN: what a caller must show. KMS_KEYS: keys of 32 bytes in base64, parted by commas, the first of them current.
 * KMS_PORT: default 8200; 0 takes any free one. It listens on this machine only.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';

const { KMS_TOKEN = '', KMS_KEYS = '', KMS_PORT = '8200' } = process.env;
const sha256 = (value: string | Buffer) => createHash('sha256').update(value).digest();
const keys = new Map(
  KMS_KEYS.split(',')
    .map((text) => Buffer.from(text, 'base64'))
    .map((key) => [sha256(key).toString('hex').slice(0, 16), key]),
);
const [current] = keys.keys();
if (KMS_TOKEN.length < 16 || !current || [...keys.values()].some((key) => key.length !== 32)) {
  process.stderr.write('KMS_TOKEN must have 16 letters or more, and KMS_KEYS 32 bytes in base64 for each key.\n');
  process.exit(1);
}

type Asked = { key?: string; kekId?: string; wrapped?: string };

const doors: Record<string, (asked: Asked) => object> = {
  '/current': () => ({ kekId: current }),
  '/wrap'({ key = '' }) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keys.get(current) as Buffer, nonce).setAAD(Buffer.from(current));
    const sealed = [nonce, cipher.update(key, 'base64'), cipher.final()];
    return { kekId: current, wrapped: Buffer.concat([...sealed, cipher.getAuthTag()]).toString('base64') };
  },
  '/unwrap'({ kekId = '', wrapped = '' }) {
    const bytes = Buffer.from(wrapped, 'base64');
    const key = keys.get(kekId) as Buffer;
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    cipher.setAAD(Buffer.from(kekId)).setAuthTag(bytes.subarray(-16));
    return { key: Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('base64') };
  },
};

async function answer(request: IncomingMessage): Promise<[status: number, said: object]> {
  const shown = sha256(request.headers.authorization ?? '');
  if (!timingSafeEqual(shown, sha256(`Bearer ${KMS_TOKEN}`))) return [401, {}];
  const door = request.method === 'POST' ? doors[request.url ?? ''] : undefined;
  if (!door) return [404, {}];
  let text = '';
  for await (const part of request) {
    text += part;
    if (text.length > 32_768) return [413, {}];
  }
  try {
    return [200, door(JSON.parse(text))];
  } catch {
    // An unknown key, or bytes that were changed: which of them is nobody's business.
    return [422, {}];
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    ([status, said]) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said)),
    () => response.destroy(),
  );
});
server.listen(Number(KMS_PORT), '127.0.0.1', () => {
  process.stdout.write(`The key service is ready on port ${(server.address() as AddressInfo).port}.\n`);
});
process.on('SIGTERM', () => server.close(() => process.exit(0)));
