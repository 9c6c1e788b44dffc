import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { openSessions, sha256 } from '@turnward/server/session.ts';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSession } from '../kit/a-session.ts';
import { addPasskey, addPassword, knock, opened, PASSWORD, signInByPasskey, stepUpByPasskey } from '../kit/account.ts';
import { setPin, unlock } from '../kit/app-lock.ts';
import { aCouple, accepted, begin, type Couple } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import type { SoftwareAuthenticator } from '../kit/software-authenticator.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Time enough to open lines in before an end that a real clock brings; less than housekeeping takes to come by. In ms. */
const SOON = 4_000;
const PATIENCE = { timeout: 20_000 };

describe('sessions of accounts', () => {
  let server: TestServer;
  let couple: Couple;
  /** Signed in with a passkey, as the first partner. */
  let person: Person;
  let authenticator: SoftwareAuthenticator;
  let days = 1;
  beforeEach(async () => {
    server = await startServer();
    couple = await aCouple(server);
    ({ authenticator } = await addPasskey(couple.a));
    person = await signInByPasskey(server, authenticator);
    await person.connect();
    await person.follow('space', couple.spaceId);
    await until(() => expect(person.presence).not.toEqual([]));
  });
  afterEach(() => server.close());

  const gone = (who: Person) => until(() => expect(who.connected).toBe(false));
  const signedIn = async (cookie: string) =>
    (await new Person(server.origin, cookie).door('GET', '/api/me')).body.member !== null;
  const somethingHappens = async () => {
    const fresh = await signInByPasskey(server, authenticator);
    await fresh.connect();
    days += 1;
    const [frames, at] = [couple.b.heard.length, Date.now() + days * 24 * HOUR];
    accepted(await fresh.ask(couple.spaceId, { type: 'SetMeeting', at }));
    await until(() => expect(couple.b.heard.length).toBeGreaterThan(frames));
    fresh.disconnect();
  };
  const aLiveTalk = async () => {
    const { created = '' } = accepted(
      await person.ask(couple.spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' }),
    );
    for (const one of [person, couple.b]) await one.follow('conversation', created);
    await begin({ ...couple, a: person }, created);
    return created;
  };

  it('SE4 ends after 30 minutes without use, its line too, and gets nothing more (row 7)', async () => {
    server.advance(29 * MINUTE);
    expect(await signedIn(person.cookie)).toBe(true);
    server.advance(MINUTE);
    const before = person.heard.length;
    await somethingHappens();
    await gone(person);
    expect(person.heard.slice(before)).toEqual([{ name: 'farewell', message: { reason: 'signed-out' } }]);
    expect(await signedIn(person.cookie)).toBe(false);
  });

  it('SE4 looking is no use, doing is; a page that is in use says so (row 7)', async () => {
    for (let time = 0; time < 3; time++) {
      server.advance(20 * MINUTE);
      expect((await person.door('POST', '/api/sessions/stay', {})).status).toBe(204);
    }
    server.advance(20 * MINUTE);
    accepted(await person.ask(couple.spaceId, { type: 'SetMeeting', at: null }));
    server.advance(20 * MINUTE);
    expect(await signedIn(person.cookie)).toBe(true);
    await person.door('GET', '/api/sessions');
    server.advance(10 * MINUTE);
    expect(await signedIn(person.cookie)).toBe(false);
  });

  it('SE4 SE5 in a live talk nobody is signed out, however quiet or long; nor for a page that loads anew (rows 7, 8)', async () => {
    const talk = await aLiveTalk();
    server.advance(13 * HOUR);
    accepted(await person.do(talk, { type: 'Pause' }));
    expect(await signedIn(person.cookie)).toBe(true);
    person.disconnect();
    await person.reconnect({ to: 'conversation', id: talk });
    server.advance(29 * MINUTE);
    expect(await signedIn(person.cookie)).toBe(true);
    server.advance(MINUTE);
    expect(await signedIn(person.cookie)).toBe(false);
  });

  it('SE5 SE10 past 12 hours it ends once the talk is over, its line too (row 8)', async () => {
    const talk = await aLiveTalk();
    server.advance(13 * HOUR);
    expect(await signedIn(person.cookie)).toBe(true);
    accepted(await couple.b.do(talk, { type: 'Stop' }));
    await until(() => expect(couple.b.stateOf(talk).phase).toBe('ended'));
    await gone(person);
    expect(await signedIn(person.cookie)).toBe(false);
  });

  it(
    'LK10 where there is a PIN, it is asked for once as 12 hours pass in a talk, which then goes on (row 8)',
    PATIENCE,
    async () => {
      await setPin(person);
      const talk = await aLiveTalk();
      server.advance(12 * HOUR - SOON);
      const tab = await new Person(server.origin, person.cookie).connect();
      await until(() => expect([person.farewells, tab.farewells]).toEqual([['locked'], ['locked']]));
      expect((await person.door('GET', '/api/account')).text).toBe('{"refusal":"locked"}');
      expect((await unlock(person)).status).toBe(204);
      await person.reconnect({ to: 'conversation', id: talk });
      server.advance(5 * HOUR);
      accepted(await person.do(talk, { type: 'Pause' }));
      expect(await signedIn(person.cookie)).toBe(true);
      expect(person.connected).toBe(true);
    },
  );

  it('LK10 a door that is opened first asks for the PIN as well; without one nobody is asked (row 8)', async () => {
    const talk = await aLiveTalk();
    server.advance(12 * HOUR);
    expect(await signedIn(person.cookie)).toBe(true);
    expect(await person.follow('conversation', talk)).toMatchObject({ ok: true });
    await stepUpByPasskey(person, authenticator);
    await setPin(person);
    await person.reconnect({ to: 'conversation', id: talk });
    server.advance(13 * HOUR);
    expect((await person.door('GET', '/api/account')).text).toBe('{"refusal":"locked"}');
    expect((await unlock(person)).status).toBe(204);
    expect(await signedIn(person.cookie)).toBe(true);
  });

  it('SE5 ends after 12 hours however busy it is (row 8)', async () => {
    for (let quarters = 0; quarters < 47; quarters++) {
      server.advance(15 * MINUTE);
      accepted(await person.ask(couple.spaceId, { type: 'SetMeeting', at: null }));
    }
    server.advance(15 * MINUTE);
    expect(await person.ask(couple.spaceId, { type: 'SetMeeting', at: null })).toEqual({
      ok: false,
      refusal: 'signed-out',
    });
    await gone(person);
    expect(await signedIn(person.cookie)).toBe(false);
  });

  const inUseFor = async (hours: number) => {
    for (let quarters = 1; quarters < hours * 4; quarters++) {
      server.advance(15 * MINUTE);
      expect((await person.door('POST', '/api/sessions/stay', {})).status).toBe(204);
    }
    server.advance(15 * MINUTE - SOON);
  };
  it.each([
    { after: '30 minutes without use', wait: async () => server.advance(30 * MINUTE - SOON) },
    { after: '12 hours', wait: () => inUseFor(12) },
  ])(
    'SE10 SE4 SE5 lines and documents are closed as it ends after $after, though nothing happens (rows 7, 8)',
    async ({ wait }) => {
      const { created = '' } = accepted(
        await person.ask(couple.spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' }),
      );
      await wait();
      const tab = await new Person(server.origin, person.cookie).connect();
      const deck = new DocumentDevice(person, `deck/${created}`);
      await until(() => expect(deck.standings).toHaveLength(1));
      await until(() => expect([tab.connected, tab.farewells]).toEqual([false, ['signed-out']]));
      await until(() => expect(deck.closes[0]).toBe(DOCUMENT_CLOSE.signedOut));
      expect(await signedIn(person.cookie)).toBe(false);
      deck.close();
    },
  );

  it('SE6 a step-up gives a new secret; the old one is dead, and its line comes back with the new one (row 6)', async () => {
    const [old, tab] = [person.cookie, new Person(server.origin, person.cookie)];
    await tab.connect();
    await stepUpByPasskey(person, authenticator);
    expect(person.cookie).not.toBe(old);
    expect([await signedIn(old), await signedIn(person.cookie)]).toEqual([false, true]);
    await expect(new Person(server.origin, old).connect()).rejects.toThrow('signed-out');
    await gone(tab);
    expect(tab.farewells).toEqual(['resync']);
    const lines = await opened(person, '/api/sessions');
    expect(lines.sessions.filter(({ here }) => here)).toHaveLength(1);
  });

  it('SE6 signing in again, and the first way in, give a new secret too (row 6)', async () => {
    const old = person.cookie;
    await signInByPasskey(server, authenticator, person);
    expect([await signedIn(old), await signedIn(person.cookie)]).toEqual([false, true]);
    const guest = couple.b.cookie;
    await addPassword(couple.b);
    expect([await signedIn(guest), await signedIn(couple.b.cookie)]).toEqual([false, true]);
  });

  it('SE7 lists one’s own sessions under labels of the server, and nobody else’s; what is listed opens nothing (row 13)', async () => {
    const spoofed = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/605 My own name' };
    const phone = new Person(server.origin);
    const options = await phone.door('POST', '/api/sign-in/passkey/options', {});
    await phone.door('POST', '/api/sign-in/passkey', authenticator.use(options.body as never), spoofed);
    const { sessions } = await opened(person, '/api/sessions');
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ device: 'Safari on iPhone', kind: 'account', here: false });
    expect(sessions.filter(({ here }) => here)).toHaveLength(1);
    for (const { id } of sessions) expect(await signedIn(`turnward=${id}`)).toBe(false);
    const stored = [phone, person].map(({ cookie }) => sha256(cookie.split('=')[1] ?? ''));
    expect(sessions.filter(({ id }) => stored.some((idHash) => idHash.includes(id)))).toEqual([]);
    const others = await opened(couple.b, '/api/sessions');
    expect(others.sessions).toHaveLength(1);
    const theirs = await knock(couple.b, '/api/sessions/end', { id: sessions[0]?.id });
    expect([theirs.status, theirs.body.refusal]).toEqual([404, 'not-found']);
    expect(await signedIn(phone.cookie)).toBe(true);
  });

  it('SE7 ends one, with its lines, or all others at once (rows 9, 11, 13)', async () => {
    const phone = await signInByPasskey(server, authenticator);
    await phone.connect();
    await phone.follow('space', couple.spaceId);
    const listed = await opened(phone, '/api/sessions');
    const own = listed.sessions.find(({ here }) => here)?.id;
    await opened(person, '/api/sessions/end', { id: own });
    await gone(phone);
    const frames = phone.heard.length;
    await somethingHappens();
    expect(phone.heard).toHaveLength(frames);
    expect([await signedIn(phone.cookie), await signedIn(person.cookie)]).toEqual([false, true]);
    const left = await opened(person, '/api/sessions/end-others', {});
    expect(left.sessions.map(({ here }) => here)).toEqual([true]);
    expect(await signedIn(couple.a.cookie)).toBe(false);
    expect(await signedIn(couple.b.cookie)).toBe(true);
  });

  it('SE3 a second tab of a session that signs out gets 0 frames from then on (row 9)', async () => {
    const tab = new Person(server.origin, person.cookie);
    await tab.connect();
    await tab.follow('space', couple.spaceId);
    await person.door('POST', '/api/leave', {});
    await gone(tab);
    const frames = tab.heard.length;
    await somethingHappens();
    expect(tab.heard).toHaveLength(frames);
  });

  it('SE8 a sign-in counts for five minutes (row 12)', async () => {
    server.advance(4 * MINUTE);
    expect((await opened(person, '/api/account')).stepUpNeeded).toBe(false);
    server.advance(2 * MINUTE);
    expect((await opened(person, '/api/account')).stepUpNeeded).toBe(true);
    expect(await stepUpByPasskey(person, authenticator)).toMatchObject({ stepUpNeeded: false });
    await addPassword(person);
    server.advance(6 * MINUTE);
    const again = await opened(person, '/api/step-up/password', { password: PASSWORD });
    expect(again).toMatchObject({ stepUpNeeded: false, mayLead: true });
  });
});

describe('the sessions of one person', () => {
  const opening = () => {
    const clock = { at: 0 };
    const { sessions: store } = openMemory();
    const sessions = openSessions({ store, config: { SESSION_DAYS: 90 } as never, now: () => clock.at });
    return { clock, store, sessions };
  };

  it('SE3 all end where the person goes (row 10)', async () => {
    const { store, sessions } = opening();
    const cut: string[] = [];
    sessions.onEnd(({ idHash }, reason) => cut.push(`${idHash} ${reason}`));
    for (const idHash of ['h1', 'h2']) await store.add(aSession({ idHash }));
    await store.add(aSession({ idHash: 'h3', memberId: 'ben' }));
    await sessions.endAll('ada');
    expect(cut.toSorted()).toEqual(['h1 signed-out', 'h2 signed-out']);
    expect(sessions.holds(aSession({ idHash: 'h1' }))).toBe(false);
    expect((await sessions.listOf('ben')).map(({ idHash }) => idHash)).toEqual(['h3']);
  });

  it('SE9 a locked one holds nothing until it is unlocked, over restarts too', async () => {
    const { store, sessions } = opening();
    const session = aSession({ idHash: 'h1' });
    await store.add(session);
    const cut: string[] = [];
    sessions.onEnd((_, reason) => cut.push(reason));
    await sessions.lock(session);
    expect([sessions.holds(session), cut]).toEqual([false, ['locked']]);
    const restarted = openSessions({ store, config: { SESSION_DAYS: 90 } as never, now: () => 0 });
    const [row] = await restarted.listOf('ada');
    expect(row && restarted.holds(row)).toBe(false);
    await sessions.unlock(session);
    expect(sessions.holds(session)).toBe(true);
  });

  it('SE4 writes the last use down once a minute at most', async () => {
    const { clock, store, sessions } = opening();
    const session = aSession({ idHash: 'h1', kind: 'account' });
    await store.add(session);
    const written = async () => (await store.find('h1', 0))?.seenAt;
    clock.at = 59_000;
    sessions.touch(session);
    expect(await written()).toBe(0);
    clock.at = 61_000;
    sessions.touch(session);
    expect(await written()).toBe(61_000);
  });
});
