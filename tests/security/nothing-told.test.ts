import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '@turnward/server/config.ts';
import { openApp } from '@turnward/server/http/app.ts';
import { openOrigins } from '@turnward/server/http/origins.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../contracts/data-folder.ts';
import { aCouple } from '../kit/couple.ts';
import { secretIn } from '../kit/person.ts';
import { startServer } from '../kit/server.ts';
import { canary, holds, keepingLog } from './documents-canary.ts';

const WORDS = canary('in an error');

describe('a door behind which something breaks', () => {
  let http: Server;
  afterEach(() => http.close());

  it('R22 answers that it is unavailable, and nothing of what went wrong (row 40)', async () => {
    const read = readConfig({ HOST: '127.0.0.1' });
    if ('faults' in read) throw new Error(read.faults.join());
    const broken = Object.assign(new Error(WORDS), { body: WORDS });
    const doors: Parameters<typeof openApp>[0]['doors'] = (_request, _response, next) => next(broken);
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo;
    const origins = openOrigins(read.config, port);
    http.on(
      'request',
      openApp({
        config: read.config,
        origins,
        doors,
        help: { places: null },
        watch: (_request, _response, next) => next(),
        clientDir: import.meta.dirname,
        log: keepingLog().log,
      }),
    );
    const origin = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${origin}/api/broken`, { method: 'POST', headers: { origin } });
    expect([answer.status, await answer.text()]).toEqual([503, '{"refusal":"unavailable"}']);
  });
});

it('SE1 SP2 R19 no secret of a cookie, a link or a code lies in any file (rows 5, 37)', async () => {
  const server = await startServer();
  const { a } = await aCouple(server);
  const names = { spaceName: 'Second', memberName: 'Robin', practice: false, language: 'en' };
  const { spaceId } = (await a.door('POST', '/api/spaces', names)).body;
  const link = (await a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' })).body;
  const device = (await a.door('POST', '/api/devices', { lasting: true })).body;
  const spoken = (await a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'code' })).body;
  const secrets = [a.cookie.split('=')[1] ?? '', secretIn(link.url), secretIn(device.url)];
  const codes = [spoken.code, spoken.code.replace('-', '')];
  const files = filesBelow(server.dataDir);
  expect(files.some(({ bytes }) => bytes.includes(link.inviteId))).toBe(true);
  for (const secret of [...secrets, ...codes]) {
    expect(secret.length).toBeGreaterThan(7);
    expect(files.filter(({ bytes }) => holds(bytes, secret)).map(({ path }) => path)).toEqual([]);
  }
  await server.close();
});
