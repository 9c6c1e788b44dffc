import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPassword, PASSWORD } from '../kit/account.ts';
import { lock, PIN, setPin, unlock } from '../kit/app-lock.ts';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { type Heard, Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const MINUTE = 60_000;

describe('the app lock', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const inTalk = async (): Promise<{ couple: Couple; conversationId: string }> => {
    const couple = await aCouple(server);
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
    return { couple, conversationId };
  };

  it('LK1 cuts every line and every document of the session at once, and lets none in before the PIN', async () => {
    const { couple, conversationId } = await inTalk();
    const { a } = couple;
    const draft = new DocumentDevice(a, `draft/${conversationId}/a`);
    await until(() => expect(draft.standings).toHaveLength(1));
    const other = await a.otherDevice();
    await other.connect();
    await setPin(a);
    expect((await lock(a)).body).toEqual({ locked: true, pin: true });
    await until(() => expect([a.connected, a.farewells]).toEqual([false, ['locked']]));
    await until(() => expect(draft.closes).toContain(DOCUMENT_CLOSE.locked));
    await expect(a.connect()).rejects.toThrow('locked');
    const again = new DocumentDevice(a, `draft/${conversationId}/a`);
    await until(() => expect(again.closes).toEqual([DOCUMENT_CLOSE.locked]));
    expect(again.standings).toEqual([]);
    // Another device of the same person is another session, and stays open.
    expect(other.connected).toBe(true);
    expect((await unlock(a)).status).toBe(204);
    await a.connect();
    expect(await a.follow('conversation', conversationId)).toMatchObject({ ok: true });
    for (const device of [draft, again]) device.close();
    other.disconnect();
  });

  it('LK1 every door but the ways out and back answers the same, whatever is here', async () => {
    const doors: ['GET' | 'POST', string, object?][] = [
      ['GET', '/api/account'],
      ['GET', '/api/sessions'],
      ['GET', '/api/pin'],
      ['GET', '/api/join/waiting'],
      ['GET', '/api/progress/any/pdf'],
      ['GET', '/api/nothing-here'],
      ['POST', '/api/pin', { pin: null }],
      ['POST', '/api/devices', { lasting: false }],
      ['POST', '/api/spaces', { spaceName: 'x', memberName: 'y', practice: false, language: 'en' }],
      ['POST', '/api/sign-in/password', { signInName: 'nobody', password: 'nothing' }],
      ['POST', '/api/account/begin', {}],
    ];
    const answers = async (person: Person) => {
      await setPin(person);
      await lock(person);
      const said = [];
      for (const [method, path, body] of doors) {
        const { status, text } = await person.door(method, path, body);
        said.push(`${path} ${status} ${text}`);
      }
      const { text } = await person.door('GET', '/api/me');
      return [...said, text];
    };
    const { couple, conversationId } = await inTalk();
    const draft = await new DocumentDevice(couple.a, `draft/${conversationId}/a`).synced();
    for (let note = 0; note < 50; note += 1) draft.text(`share/note-${note}`).insert(0, 'Only mine.');
    await draft.saved();
    draft.close();
    const rich = await answers(couple.a);
    const bare = await answers((await aCouple(server)).a);
    expect(rich).toEqual(bare);
    expect(rich).toEqual([
      ...doors.map(([, path]) => `${path} 423 {"refusal":"locked"}`),
      '{"member":null,"locked":true}',
    ]);
  });

  it('LK1 nobody is locked who has set no PIN, and nobody who is not signed in', async () => {
    const { a } = await aCouple(server);
    expect((await lock(a)).body).toEqual({ locked: false, pin: false });
    expect((await a.door('GET', '/api/me')).body.member).not.toBeNull();
    expect((await lock(new Person(server.origin))).body).toEqual({ locked: false, pin: false });
    expect((await unlock(new Person(server.origin))).status).toBe(401);
  });

  it('LK1 Leave quickly opens while locked, and ends the session', async () => {
    const { a } = await aCouple(server);
    await setPin(a);
    await lock(a);
    expect((await a.door('POST', '/api/leave', {})).status).toBe(204);
    expect((await a.door('GET', '/api/me')).text).toBe('{"member":null}');
  });

  it('LK1 holds over a restart of the server', async () => {
    const { a } = await aCouple(server);
    await setPin(a);
    await lock(a);
    await server.restart();
    expect((await a.door('GET', '/api/me')).text).toBe('{"member":null,"locked":true}');
    expect((await unlock(a)).status).toBe(204);
    expect((await a.door('GET', '/api/me')).body.member).not.toBeNull();
  });

  it('LK3 the other hears of a page that locks exactly what they hear of one that is hidden', async () => {
    const heardOf = async (pin: boolean): Promise<string[]> => {
      const { couple, conversationId } = await inTalk();
      const { a, b } = couple;
      if (pin) await setPin(a);
      a.report({ conversationId });
      await a.caughtUp();
      await b.caughtUp();
      const before = b.heard.length;
      const ids = [conversationId, couple.spaceId, (await b.door('GET', '/api/me')).body.member.memberId];
      a.report({ conversationId, away: true });
      await until(() => expect(b.presence.at(-1)?.members.map(({ state }) => state)).toContain('away'));
      if (pin) {
        await lock(a);
        await until(() => expect(a.connected).toBe(false));
        await unlock(a);
        await a.connect();
        for (const [to, id] of [
          ['space', couple.spaceId],
          ['conversation', conversationId],
        ] as const)
          await a.follow(to, id);
      }
      a.report({ conversationId });
      await until(() => expect(b.presence.at(-1)?.members.map(({ state }) => state)).not.toContain('away'));
      await b.caughtUp();
      return b.heard.slice(before).map((heard) => plain(heard, ids));
    };
    const hidden = await heardOf(false);
    expect(hidden).toHaveLength(2);
    expect(await heardOf(true)).toEqual(hidden);
  });

  it('LK3 where the session then ends, the line counts as lost, as that of any page', async () => {
    const { couple, conversationId } = await inTalk();
    await setPin(couple.a);
    couple.a.report({ conversationId, away: true });
    await couple.a.caughtUp();
    await lock(couple.a);
    const other = await couple.b.otherDevice();
    await other.connect();
    await couple.a.door('POST', '/api/leave', {});
    await until(() =>
      expect(couple.b.presence.at(-1)?.members.map(({ state }) => state)).toEqual(['paused', 'paused']),
    );
    other.disconnect();
  });

  it('LK4 five wrong PINs are free; then a minute, doubling, at most an hour, on this device alone', async () => {
    const { a } = await aCouple(server);
    const other = await a.otherDevice();
    await setPin(a);
    await lock(a);
    await lock(other);
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push((await unlock(a, '0000')).body.refusal);
    expect(tries).toEqual(Array(4).fill('wrong-pin'));
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const { status, body } = await unlock(a, '0000');
      expect([status, body.refusal]).toEqual([429, 'too-many']);
      // Even the right one waits, and asking again does not put it off.
      expect((await unlock(a)).body.refusal).toBe('too-many');
      server.advance(minutes * MINUTE - 5_000);
      expect((await unlock(a)).body.refusal).toBe('too-many');
      server.advance(5_000);
    }
    expect((await unlock(other)).status).toBe(204);
    expect((await unlock(a)).status).toBe(204);
    // The count begins anew with the right one.
    await lock(a);
    expect((await unlock(a, '0000')).body.refusal).toBe('wrong-pin');
  });

  it('LK4 many at once gain nothing', async () => {
    const { a } = await aCouple(server);
    await setPin(a);
    await lock(a);
    const guesses = Array.from({ length: 20 }, (_, n) => unlock(a, String(1000 + n)));
    const said = (await Promise.all(guesses)).map(({ body }) => body.refusal);
    expect(said.filter((refusal) => refusal === 'wrong-pin')).toHaveLength(4);
    expect(said.filter((refusal) => refusal === 'too-many')).toHaveLength(16);
    expect((await unlock(a)).body.refusal).toBe('too-many');
  });

  it('LK5 another PIN, or none, takes the one before; the wrong one counts as a try', async () => {
    const { a } = await aCouple(server);
    await setPin(a);
    expect((await a.door('POST', '/api/pin', { pin: '1111' })).body.refusal).toBe('wrong-pin');
    expect((await a.door('POST', '/api/pin', { pin: null, current: '9999' })).body.refusal).toBe('wrong-pin');
    expect((await a.door('POST', '/api/pin', { pin: '1111', current: PIN })).text).toBe('{"pin":true}');
    await lock(a);
    expect((await unlock(a)).body.refusal).toBe('wrong-pin');
    expect((await unlock(a, '1111')).status).toBe(204);
    expect((await a.door('POST', '/api/pin', { pin: null, current: '1111' })).text).toBe('{"pin":false}');
    expect((await lock(a)).body).toEqual({ locked: false, pin: false });
  });

  it.each(['123', '1234567890123', '12a4', '١٢٣٤', ''])('LK5 “%s” is no PIN', async (pin) => {
    const { a } = await aCouple(server);
    expect((await a.door('POST', '/api/pin', { pin })).status).toBe(400);
  });

  it('LK5 LK6 with a way to sign in the first PIN wants a fresh sign-in, and a forgotten one needs no more', async () => {
    const { a } = await aCouple(server);
    await addPassword(a, 'robin-of-lk');
    server.advance(6 * MINUTE);
    expect((await a.door('POST', '/api/pin', { pin: PIN })).body.refusal).toBe('sign-in-again');
    expect((await a.door('POST', '/api/step-up/password', { password: PASSWORD })).status).toBe(200);
    await setPin(a);
    // A page that is loaded within minutes of signing in is not locked; later it is.
    expect((await lock(a, true)).body).toEqual({ locked: false, pin: true });
    server.advance(6 * MINUTE);
    expect((await lock(a, true)).body).toEqual({ locked: true, pin: true });
    await a.door('POST', '/api/leave', {});
    const back = new Person(server.origin);
    const signedIn = await back.door('POST', '/api/sign-in/password', {
      signInName: 'robin-of-lk',
      password: PASSWORD,
    });
    expect(signedIn.status).toBe(200);
    expect((await lock(back, true)).body).toEqual({ locked: false, pin: true });
    expect((await back.door('POST', '/api/pin', { pin: '4455' })).text).toBe('{"pin":true}');
  });

  it('LK7 a session left behind unlocked is locked by what is asked in its name five minutes later', async () => {
    const { a } = await aCouple(server);
    await setPin(a);
    server.advance(6 * MINUTE);
    // Its line is open: the page is there.
    expect((await a.door('GET', '/api/me')).body.member).not.toBeNull();
    a.disconnect();
    await a.door('GET', '/api/host');
    await until(() => expect(a.connected).toBe(false));
    expect(await until(async () => (await a.door('GET', '/api/account')).text)).toBe('{"refusal":"locked"}');
    expect((await unlock(a)).status).toBe(204);
  });

  it('LK1 neither the PIN nor anything like it is in the database', async () => {
    const { a } = await aCouple(server);
    await setPin(a, '918273645546');
    for (const { name, parentPath } of readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter(
      isFile,
    )) {
      expect(readFileSync(join(parentPath, name)).includes('918273645546'), name).toBe(false);
    }
  });

  it('LK1 a command on its way when the lock falls is answered or waits, and happens at most once', async () => {
    const { couple, conversationId } = await inTalk();
    await setPin(couple.a);
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    await lock(couple.a);
    await until(() => expect(couple.a.connected).toBe(false));
    await unlock(couple.a);
    await couple.a.connect();
    await couple.a.follow('conversation', conversationId);
    expect(couple.a.eventsOf(conversationId).filter(({ event }) => event.type === 'Paused')).toHaveLength(1);
  });
});

const isFile = (entry: Dirent): boolean => entry.isFile();

const plain = (heard: Heard, ids: string[]): string => {
  const named = ids.reduce((text, id, at) => text.replaceAll(id, `<${at}>`), JSON.stringify(heard));
  return named.replace(/"(at|now|opensAt)":\d+/g, '"$1":0').replace(/"memberId":"[^"<]+"/g, '"memberId":"partner"');
};
