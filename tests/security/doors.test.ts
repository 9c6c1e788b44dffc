import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const PUBLIC = 'https://room.example';
const NAMES = { spaceName: 'Our room', memberName: 'Robin', practice: false, language: 'en' };

type Asked = { method?: string; origin?: string | undefined; body?: string; headers?: Record<string, string> };

/** A request as it is written: no browser and no library adds or refuses anything. */
const ask = (server: TestServer, path: string, { method = 'GET', origin, body, headers = {} }: Asked = {}) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const given = { 'content-type': 'application/json', ...(origin && { origin }), ...headers };
      const asking = request({ host: '127.0.0.1', port: server.port, path, method, headers: given }, (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asking.on('error', reject);
      asking.end(body);
    },
  );

/** Each way in, the good and the bad: whatever is answered, these headers are on it. */
const ROUTES: [method: string, path: string, body?: string][] = [
  ['GET', '/'],
  ['GET', '/join'],
  ['GET', '/healthz'],
  ['GET', '/left'],
  ['GET', '/assets/none.js'],
  ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
  ['GET', '/api/me'],
  ['GET', '/api/join/waiting'],
  ['GET', '/api/none'],
  ['HEAD', '/api/me'],
  ['POST', '/api/none', '{}'],
  ['POST', '/api/spaces', '{'],
  ['POST', '/api/spaces', '[]'],
  ['POST', '/api/spaces', `"${'x'.repeat(20_000)}"`],
  ['POST', '/api/leave', '{}'],
  ['POST', '/', '{}'],
  ['PUT', '/api/me', '{}'],
  ['OPTIONS', '/api/spaces'],
  ['TRACE', '/'],
  ['GET', `/${'x'.repeat(3_000)}`],
  ['GET', '/%E0%A4%A'],
];

describe('the doors over https', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ PUBLIC_URL: `${PUBLIC}/`, LOG_LEVEL: 'silent' });
  });
  afterAll(() => server.close());

  it.each(ROUTES)('%s %.40s carries every guard (rows 16 to 18, 23)', async (method, path, body) => {
    const { headers, status, text } = await ask(server, path, { method, origin: PUBLIC, ...(body && { body }) });
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^no-store$/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|\.ts:|at .+\(/);
  });

  it('SE2 sets a __Host- cookie: Secure, HttpOnly, SameSite=Strict, for no domain (row 15)', async () => {
    const answer = await ask(server, '/api/spaces', { method: 'POST', origin: PUBLIC, body: JSON.stringify(NAMES) });
    const [cookie = '', ...more] = answer.headers['set-cookie'] ?? [];
    expect(more).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-turnward=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Strict', 'Secure']);
  });

  it('SE2 does not take the cookie of plain http for its own', async () => {
    const begun = await ask(server, '/api/spaces', { method: 'POST', origin: PUBLIC, body: JSON.stringify(NAMES) });
    const cookie = begun.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const me = async (given: string) => (await ask(server, '/api/me', { headers: { cookie: given } })).text;
    expect(await me(cookie)).toContain('memberId');
    expect(await me(cookie.replace('__Host-', ''))).toBe('{"member":null}');
  });

  it.each([
    ['another site', 'https://evil.example'],
    ['a page without an origin', 'null'],
    ['nobody', undefined],
    ['a name that only begins like ours', 'https://room.example.evil.example'],
    ['a name under ours', 'https://sub.room.example'],
    ['another port', 'https://room.example:8443'],
    ['plain http', 'http://room.example'],
    ['this machine itself, where people come by another name', 'http://127.0.0.1:%PORT'],
  ])('a change asked for by %s is refused, and nobody is signed in (row 20)', async (_what, origin) => {
    const from = origin?.replace('%PORT', String(server.port));
    const answer = await ask(server, '/api/spaces', { method: 'POST', origin: from, body: JSON.stringify(NAMES) });
    expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([
      403,
      '{"refusal":"not-found"}',
      undefined,
    ]);
  });

  it('takes only JSON for JSON, so that no form of another site fits (row 20)', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { 'content-type': type };
      const asked = { method: 'POST', origin: PUBLIC, body: JSON.stringify(NAMES), headers };
      expect((await ask(server, '/api/spaces', asked)).status).toBe(400);
    }
  });
});

describe('the doors over plain http', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('SE2 sets an HttpOnly, SameSite=Strict cookie that is not Secure, and no HSTS (row 15)', async () => {
    const origin = server.origin;
    const answer = await ask(server, '/api/spaces', { method: 'POST', origin, body: JSON.stringify(NAMES) });
    const [pair = '', ...attributes] = (answer.headers['set-cookie']?.[0] ?? '').split('; ');
    expect(pair).toMatch(/^turnward=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=7776000', 'Path=/', 'SameSite=Strict']);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  });

  it('changes nothing for GET and HEAD, whoever asks and how often (row 20)', async () => {
    const a = new Person(server.origin);
    const { spaceId } = (await a.door('POST', '/api/spaces', NAMES)).body;
    await a.connect();
    const heads = async () => {
      const reply = await a.follow('space', spaceId);
      return reply.ok ? reply.heads : undefined;
    };
    const before = await heads();
    const paths = [
      '/',
      '/join',
      '/device',
      '/left',
      '/healthz',
      '/api/me',
      '/api/join/waiting',
      '/api/host',
      '/api/leave',
    ];
    const posts = ['/api/spaces', `/api/spaces/${spaceId}/invites`, '/api/join', '/api/join/code', '/api/devices'];
    for (const method of ['GET', 'HEAD'] as const) {
      for (const path of [...paths, ...posts]) {
        for (let times = 0; times < 2; times++) {
          const { cookie } = a;
          expect((await a.door(method, path)).status, `${method} ${path}`).toBeLessThan(500);
          expect(a.cookie).toBe(cookie);
        }
      }
    }
    expect(await heads()).toEqual(before);
    expect((await a.door('GET', '/api/me')).body.member.spaces).toEqual([spaceId]);
  });
});
