import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addApp, addPasskey, addPassword, aGuest, knock, opened, PASSWORD, signInByPasskey } from '../kit/account.ts';
import { aCouple } from '../kit/couple.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { SoftwareAuthenticator } from '../kit/software-authenticator.ts';

const MINUTE = 60_000;

describe('an account', () => {
  let server: TestServer;
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const later = (ms: number) => {
    ahead += ms;
    server.advance(ms);
  };
  beforeEach(async () => {
    ahead = 0;
    server = await startServer();
  });
  afterEach(() => server.close());

  it('AC1 keeps a guest the same person, in their rooms, when they add their first way in', async () => {
    const { a, spaceId } = await aCouple(server);
    const before = await opened(a, '/api/account');
    expect(before).toMatchObject({
      session: 'device',
      hasPassword: false,
      passkeys: [],
      mayLead: false,
      stepUpNeeded: false,
    });
    const { account, authenticator } = await addPasskey(a);
    expect(account).toMatchObject({
      memberId: before.memberId,
      session: 'account',
      mayLead: true,
      stepUpNeeded: false,
    });
    const elsewhere = await signInByPasskey(server, authenticator);
    const { member } = (await elsewhere.door('GET', '/api/me')).body;
    expect(member).toMatchObject({ memberId: before.memberId, spaces: [spaceId] });
  });

  it('AC2 a passkey signs its person in, with the label that the server made', async () => {
    const guest = await aGuest(server);
    const options = await guest.door('POST', '/api/account/passkey/options', {});
    const made = new SoftwareAuthenticator(server.origin).create(options.body as never);
    const spoofed = { 'user-agent': 'Mozilla/5.0 (Android 14) Firefox/140.0' };
    const { body } = await knock(guest, '/api/account/passkey', made, spoofed);
    expect(body.passkeys).toEqual([
      { id: made.response.id, label: 'Firefox on Android', createdAt: expect.any(Number) },
    ]);
  });

  it('AC4 says why a password is too weak, and takes one of four words', async () => {
    const guest = await aGuest(server);
    const set = (password: string) => knock(guest, '/api/account/password', { signInName: 'heron', password });
    const hints = ['short', 'heron12345', 'password1234', 'qwertyuiop[]', 'aaaaaaaaaaaaaaa'];
    const answers = await Promise.all(hints.map(set));
    expect(answers.map(({ status, body }) => [status, body.refusal])).toEqual(hints.map(() => [409, 'password-weak']));
    expect(answers.map(({ body }) => body.hint)).toEqual([
      'too-short',
      'has-the-name',
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
    const look = { signInName: 'heron', password: PASSWORD };
    expect(await opened(guest, '/api/account/password/look', look)).toEqual({ enough: true, hint: null });
    expect((await set('x'.repeat(201))).body.refusal).toBe('malformed');
    expect(await addPassword(guest)).toMatchObject({
      signInName: 'heron',
      hasPassword: true,
      session: 'account',
      mayLead: false,
    });
  });

  it('AC3 a name and a password sign in, whatever the case of the name; an app’s digits are asked for from then on', async () => {
    const guest = await aGuest(server);
    const { memberId } = await addPassword(guest, 'Grey Heron');
    const signIn = (more: object = {}, device = new Person(server.origin)) =>
      knock(device, '/api/sign-in/password', { signInName: ' grey  HERON', password: PASSWORD, ...more });
    expect((await signIn()).body.member?.memberId).toBe(memberId);
    const { digits } = await addApp(guest, now);
    later(MINUTE);
    expect((await signIn()).body.refusal).toBe('wrong-sign-in');
    expect((await signIn({ code: '000000' })).body.refusal).toBe('wrong-sign-in');
    const device = new Person(server.origin);
    expect((await signIn({ code: digits(now()) }, device)).body.member?.memberId).toBe(memberId);
    expect((await opened(device, '/api/account')).mayLead).toBe(true);
    expect((await signIn({ code: digits(now()) })).body.refusal).toBe('wrong-sign-in');
  });

  it('AC3 gives a name to one person', async () => {
    await addPassword(await aGuest(server), 'heron');
    const other = await aGuest(server);
    const taken = await knock(other, '/api/account/password', { signInName: 'HERON', password: PASSWORD });
    expect([taken.status, taken.body.refusal]).toEqual([409, 'name-taken']);
    expect(await opened(other, '/api/account')).toMatchObject({ session: 'device', hasPassword: false });
  });

  it('AC6 ten recovery codes, each lets in once, however it is written', async () => {
    const guest = await aGuest(server);
    expect((await knock(guest, '/api/account/recovery', {})).body.refusal).toBe('not-found');
    const { memberId } = await addPassword(guest);
    const { codes } = await opened(guest, '/api/account/recovery', {});
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code.replaceAll('-', '')).toMatch(/^[0-9a-f]{32}$/);
    const written = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    const lostAll = new Person(server.origin);
    expect((await opened(lostAll, '/api/sign-in/recovery', { code: written })).member?.memberId).toBe(memberId);
    expect(await opened(lostAll, '/api/account')).toMatchObject({
      recoveryLeft: 9,
      stepUpNeeded: false,
      mayLead: false,
    });
    expect((await knock(new Person(server.origin), '/api/sign-in/recovery', { code: written })).body.refusal).toBe(
      'wrong-sign-in',
    );
  });

  it('AC7 never removes the last way in', async () => {
    const guest = await aGuest(server);
    await addPassword(guest);
    const last = await knock(guest, '/api/account/remove', { what: 'password' });
    expect([last.status, last.body.refusal]).toEqual([409, 'last-way-in']);
    expect((await knock(guest, '/api/account/remove', { what: 'passkey', id: 'none' })).body.refusal).toBe('not-found');
  });

  it('SP6 a link for another device is no sign-in where there are ways to sign in (AC5)', async () => {
    const guest = await aGuest(server);
    const { url } = (await guest.door('POST', '/api/devices', { lasting: true })).body;
    await addPassword(guest);
    const device = new Person(server.origin);
    await opened(device, '/api/devices/join', { token: secretIn(url) });
    expect(await opened(device, '/api/account')).toMatchObject({
      session: 'account',
      stepUpNeeded: true,
      mayLead: false,
    });
    expect((await knock(device, '/api/account/recovery', {})).body.refusal).toBe('sign-in-again');
  });

  it('AC1 keeps ways in over a restart, the app’s secret among them', async () => {
    const guest = await aGuest(server);
    await addPassword(guest);
    const { digits } = await addApp(guest, now);
    await server.restart();
    await until(async () => expect(await opened(guest, '/api/account')).toMatchObject({ hasTotp: true }));
    later(MINUTE);
    const body = { signInName: 'heron', password: PASSWORD, code: digits(now()) };
    await opened(new Person(server.origin), '/api/sign-in/password', body);
  });
});
