import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addApp, addPasskey, addPassword, knock, opened, PASSWORD, signInByPasskey } from '../kit/account.ts';
import { setPin } from '../kit/app-lock.ts';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { Person, secretIn, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const MINUTE = 60_000;
const LETTING_IN = ['account', 'passkey', 'recovery_code', 'pending_change', 'app_lock', 'session'];

describe('a person who deletes their account', () => {
  let server: TestServer;
  let couple: Couple;
  beforeEach(async () => {
    server = await startServer();
    couple = await aCouple(server);
  });
  afterEach(() => server.close());

  const isIn = async ({ cookie }: Person) =>
    (await new Person(server.origin, cookie).door('GET', '/api/me')).body.member !== null;
  const idOf = async (person: Person) => (await person.door('GET', '/api/me')).body.member.memberId;
  /** What lies on the disk of this person, table by table: in a copy, because the server keeps its own to itself. */
  const rowsOf = async (memberId: string, tables: readonly string[], column = 'member_id') => {
    const copy = await mkdtemp(join(tmpdir(), 'turnward-copy-'));
    await cp(server.dataDir, copy, { recursive: true });
    const database = new DatabaseSync(join(copy, 'turnward.db'));
    const rows = tables.flatMap((table) =>
      database.prepare(`select * from ${table} where ${column} = ?`).all(memberId),
    );
    database.close();
    await rm(copy, { recursive: true });
    return rows;
  };

  it('AC11 is out on all devices at once, in the midst of a talk; the other reads a pause, and their words (row 10)', async () => {
    const { a, b } = couple;
    const talk = await open(couple, 'heard');
    await begin(couple, talk);
    await playTo(server, couple, talk, 'hear.mirror');
    const guest = await a.otherDevice();
    const { authenticator } = await addPasskey(a);
    const phone = await signInByPasskey(server, authenticator);
    for (const each of [guest, phone, a]) {
      await each.reconnect({ to: 'conversation', id: talk }, { to: 'space', id: couple.spaceId });
    }
    const draft = new DocumentDevice(phone, `draft/${talk}/a`);
    await until(() => expect(draft.standings).toHaveLength(1));
    const said = b.eventsOf(talk).length;

    const answer = await a.door('POST', '/api/account/delete', {});
    expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([204, '"cookies", "storage"']);
    for (const each of [a, guest, phone]) {
      await until(() => expect([each.connected, each.farewells.at(-1)]).toEqual([false, 'signed-out']));
      expect(await isIn(each)).toBe(false);
    }
    await until(() => expect(draft.closes[0]).toBe(DOCUMENT_CLOSE.signedOut));
    draft.close();
    const frames = [guest, phone].map(({ heard }) => heard.length);
    await until(() => expect(b.stateOf(talk).pause).not.toBeNull());
    accepted(await b.ask(couple.spaceId, { type: 'SetMeeting', at: null }));
    await b.caughtUp();
    expect([guest, phone].map(({ heard }) => heard.length)).toEqual(frames);
    const again = await new Person(server.origin, b.cookie).connect();
    await again.follow('conversation', talk);
    await until(() => expect(again.eventsOf(talk).length).toBeGreaterThan(said));
    expect(JSON.stringify(again.eventsOf(talk))).toContain('Some words.');
    again.disconnect();
  });

  it('AC11 leaves nothing that lets them in: no passkey, password, app, code, link or PIN; their name is free (row 10)', async () => {
    const { a } = couple;
    const memberId = await idOf(a);
    const { authenticator } = await addPasskey(a);
    await addPassword(a);
    await addApp(a, Date.now);
    const { codes } = await opened(a, '/api/account/recovery', {});
    await opened(a, '/api/account/recovery', {});
    await opened(a, '/api/account/remove', { what: 'password' });
    await setPin(a);
    const { url } = (await a.door('POST', '/api/devices', { lasting: true })).body;
    expect((await a.door('POST', '/api/account/delete', {})).status).toBe(204);

    expect(await rowsOf(memberId, LETTING_IN)).toEqual([]);
    expect(await rowsOf(memberId, ['token'], 'subject')).toEqual([]);
    await expect(signInByPasskey(server, authenticator)).rejects.toThrow('409');
    const stranger = () => new Person(server.origin);
    const byPassword = { signInName: 'heron', password: PASSWORD };
    expect((await knock(stranger(), '/api/sign-in/password', byPassword)).text).toBe('{"refusal":"wrong-sign-in"}');
    expect((await knock(stranger(), '/api/sign-in/recovery', { code: codes[0] })).body.refusal).toBe('wrong-sign-in');
    expect((await stranger().door('POST', '/api/devices/join', { token: secretIn(url) })).status).toBe(404);
    await addPassword(couple.b);
    expect(await opened(couple.b, '/api/account')).toMatchObject({ signInName: 'heron' });
    const audit = await rowsOf(memberId, ['audit']);
    expect(audit.map((row) => row['what'])).toContain('account-deleted');
  });

  it('AC11 asks for a fresh sign-in first, and changes nothing without (row 14)', async () => {
    const { a, b } = couple;
    await addPassword(a);
    server.advance(6 * MINUTE);
    expect((await knock(a, '/api/account/delete', {})).text).toBe('{"refusal":"sign-in-again"}');
    expect(await opened(a, '/api/account')).toMatchObject({ hasPassword: true });
    await opened(a, '/api/step-up/password', { password: PASSWORD });
    expect((await knock(a, '/api/account/delete', {})).status).toBe(204);
    // A guest has nothing to show who they are with; nobody else is signed out by it.
    expect((await knock(b, '/api/account/delete', {})).status).toBe(204);
    expect((await knock(new Person(server.origin), '/api/account/delete', {})).status).toBe(401);
  });

  it('AC11 nothing that was on its way lets them in again (row 10)', async () => {
    const { a } = couple;
    const memberId = await idOf(a);
    await addPassword(a);
    const others = [];
    for (let n = 0; n < 3; n++) {
      const device = new Person(server.origin);
      await opened(device, '/api/sign-in/password', { signInName: 'heron', password: PASSWORD });
      others.push(device);
    }
    const [adds, codes, links] = others as [Person, Person, Person];
    const late = new Person(server.origin);
    const race = [
      adds.door('POST', '/api/account/password', { signInName: 'back again', password: PASSWORD }),
      late.door('POST', '/api/sign-in/password', { signInName: 'heron', password: PASSWORD }),
      links.door('POST', '/api/step-up/password', { password: PASSWORD }),
      a.door('POST', '/api/account/delete', {}),
      codes.door('POST', '/api/account/recovery', {}),
      links.door('POST', '/api/devices', { lasting: true }),
    ];
    const [, , , deleted] = await Promise.all(race);
    expect(deleted?.status).toBe(204);
    for (const each of [a, late, ...others]) expect(await isIn(each)).toBe(false);
    expect(await rowsOf(memberId, LETTING_IN)).toEqual([]);
    expect(await rowsOf(memberId, ['token'], 'subject')).toEqual([]);
  });
});
