import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addApp,
  addPasskey,
  addPassword,
  aGuest,
  knock,
  opened,
  PASSWORD,
  signInByPasskey,
  stepUpByPasskey,
} from '../kit/account.ts';
import { aCouple } from '../kit/couple.ts';
import { Person, until } from '../kit/person.ts';
import { openPostOffice, type PostOffice, type Received } from '../kit/post-office.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ADDRESS = 'quiet@mail.example';

let post: PostOffice;
let server: TestServer;
let ahead = 0;
const advance = (ms: number) => {
  ahead += ms;
  server.advance(ms);
};
beforeEach(async () => {
  ahead = 0;
  post = await openPostOffice();
  server = await startServer({ ...post.settings, TRUST_PROXY: '1' });
});
afterEach(async () => {
  await server.close();
  await post.close();
});

/** A connection that was kept from before is given up with the first request. */
const restart = async () => {
  await server.restart();
  await fetch(server.origin).catch(() => undefined);
};
const mailed = async (to: string, subject: RegExp, besides: readonly Received[] = []): Promise<Received> => {
  const found = () =>
    post.received.find((one) => one.to === to && subject.test(one.raw + one.text) && !besides.includes(one));
  await until(() => expect(found()).toBeDefined());
  return found() as Received;
};
const codeIn = ({ text }: Received) => /\b\d{8}\b/.exec(text)?.[0] ?? '';
const linkIn = ({ text }: Received, what: 'in' | 'stop') =>
  new RegExp(`/mail#${what}-([A-Za-z0-9_-]{43})`).exec(text)?.[1] ?? '';
const person = async (name = 'heron'): Promise<Person> => {
  const one = await aGuest(server);
  await addPassword(one, name);
  return one;
};
const write = (one: Person, address: string) => knock(one, '/api/account/mail', { address });
const confirm = async (one: Person, address = ADDRESS) => {
  const before = [...post.received];
  expect((await write(one, address)).status).toBe(204);
  const code = codeIn(await mailed(address, /Your code/, before));
  return opened(one, '/api/account/mail/confirm', { code });
};
const askLink = async (address = ADDRESS) => {
  const before = [...post.received];
  expect((await knock(new Person(server.origin), '/api/sign-in/mail', { address })).status).toBe(204);
  return linkIn(await mailed(address, /Your link/, before), 'in');
};
const use = (secret: string, code?: string, by = new Person(server.origin)) =>
  knock(by, '/api/sign-in/mail/use', { secret, ...(code && { code }) });

describe('an address of one’s own', () => {
  it('ML1 without a mail server there is no door, and no page is told of mail', async () => {
    const plain = await startServer();
    try {
      const one = await aGuest(plain);
      await addPassword(one, 'otter');
      expect((await opened(one, '/api/account')).mail).toBeNull();
      expect((await one.door('GET', '/api/host')).body).toEqual({ contact: '', mail: false });
      const tried = [
        await knock(one, '/api/account/mail', { address: ADDRESS }),
        await knock(one, '/api/sign-in/mail', { address: ADDRESS }),
        await knock(one, '/api/sign-in/mail/use', { secret: 'x'.repeat(43) }),
      ];
      expect(tried.map(({ status, body }) => [status, body.refusal])).toEqual(tried.map(() => [404, 'not-found']));
    } finally {
      await plain.close();
    }
  });

  it('ML2 counts once the digits that were sent to it were typed in, within half an hour and five tries', async () => {
    const ada = await person();
    expect((await write(ada, ADDRESS)).status).toBe(204);
    const code = codeIn(await mailed(ADDRESS, /Your code/));
    expect((await opened(ada, '/api/account')).mail).toEqual({ address: null });
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await knock(ada, '/api/account/mail/confirm', { code: '00000000' })).body.refusal).toBe('wrong-code');
    }
    expect((await knock(ada, '/api/account/mail/confirm', { code })).body.refusal).toBe('wrong-code');
    expect((await confirm(ada)).mail).toEqual({ address: ADDRESS });
    const ben = await person('otter');
    expect((await write(ben, 'ben@mail.example')).status).toBe(204);
    const late = codeIn(await mailed('ben@mail.example', /Your code/));
    advance(20 * MINUTE);
    await knock(ben, '/api/sessions/stay', {});
    advance(10 * MINUTE);
    expect((await knock(ben, '/api/account/mail/confirm', { code: late })).body.refusal).toBe('wrong-code');
  });

  it('ML2 AC5 takes a fresh sign-in, and somebody who can sign in', async () => {
    const guest = await aGuest(server);
    expect((await write(guest, ADDRESS)).body.refusal).toBe('not-found');
    const ada = await person();
    advance(10 * MINUTE);
    expect((await write(ada, ADDRESS)).body.refusal).toBe('sign-in-again');
  });

  it('ML2 is in no file of the server in plain words, nor as a hash that somebody could try', async () => {
    await confirm(await person());
    const { createHash } = await import('node:crypto');
    const plain = [ADDRESS, createHash('sha256').update(ADDRESS).digest('hex')];
    for (const { name, parentPath } of readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile(),
    )) {
      const bytes = readFileSync(join(parentPath, name)).toString('latin1');
      expect(
        plain.filter((each) => bytes.includes(each)),
        name,
      ).toEqual([]);
    }
    await restart();
    expect(await askLink()).toHaveLength(43);
  });

  it('ML4 whose it is nobody else learns: the answer is the same, and only its owner is told, by mail', async () => {
    await confirm(await person());
    const ben = await person('otter');
    const before = [...post.received];
    const [taken, free] = [await write(ben, ADDRESS), await write(ben, 'free@mail.example')];
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    const told = await mailed(ADDRESS, /About this address/, before);
    expect(codeIn(told)).toBe('');
    const unknown = await knock(new Person(server.origin), '/api/sign-in/mail', { address: 'nobody@mail.example' });
    const known = await knock(new Person(server.origin), '/api/sign-in/mail', { address: ADDRESS });
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    await mailed(ADDRESS, /Your link/);
    expect(post.received.some(({ to }) => to === 'nobody@mail.example')).toBe(false);
  });

  it('ML4 five mails an hour go to one address, whoever asks, and the answer stays the same', async () => {
    await confirm(await person());
    const asks = [];
    for (let n = 0; n < 9; n += 1) {
      const from = { 'x-forwarded-for': `10.0.0.${n}` };
      asks.push(await knock(new Person(server.origin), '/api/sign-in/mail', { address: ADDRESS }, from));
    }
    expect(asks.map(({ status }) => status)).toEqual(asks.map(() => 204));
    await until(() => expect(post.received.filter(({ to }) => to === ADDRESS)).toHaveLength(5));
    const ben = await person('otter');
    await confirm(ben, 'ben@mail.example');
    expect(post.received.filter(({ to }) => to === ADDRESS)).toHaveLength(5);
  });
});

describe('signing in by a link', () => {
  it('ML3 lets in once, for a quarter of an hour, and looking at it uses nothing up (row 37)', async () => {
    await confirm(await person());
    const secret = await askLink();
    for (const method of ['GET', 'HEAD']) {
      await fetch(`${server.origin}/mail`, { method });
      await fetch(`${server.origin}/api/sign-in/mail/use`, { method });
    }
    const tries = await Promise.all(Array.from({ length: 10 }, () => use(secret)));
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(tries.filter(({ body }) => body.refusal === 'wrong-sign-in')).toHaveLength(9);
    const late = await askLink();
    advance(15 * MINUTE);
    expect((await use(late)).body.refusal).toBe('wrong-sign-in');
  });

  it('ML3 asks for the app’s digits where there is one, and is not used up by wrong ones', async () => {
    const ada = await person();
    const { digits } = await addApp(ada, () => Date.now() + ahead);
    await confirm(ada);
    const secret = await askLink();
    advance(MINUTE);
    expect((await use(secret)).body.refusal).toBe('wrong-sign-in');
    expect((await use(secret, '000000')).body.refusal).toBe('wrong-sign-in');
    expect((await use(secret, digits(Date.now() + ahead))).status).toBe(200);
  });

  it('ML3 AC5 AC9 is no fresh sign-in and no factor: whoever reads the mail changes no way in (rows 12, 36)', async () => {
    await confirm(await person());
    const reader = new Person(server.origin);
    expect((await use(await askLink(), undefined, reader)).status).toBe(200);
    const account = await opened(reader, '/api/account');
    expect(account).toMatchObject({ session: 'account', mayLead: false, stepUpNeeded: true });
    expect((await write(reader, 'other@mail.example')).body.refusal).toBe('sign-in-again');
    const password = { signInName: 'mine', password: 'another heron entirely now' };
    expect((await knock(reader, '/api/account/password', password)).body.refusal).toBe('sign-in-again');
  });

  it('ML3 a link of an address that went is none', async () => {
    const ada = await person();
    await confirm(ada);
    expect((await opened(ada, '/api/account/remove', { what: 'mail' })).pending).toMatchObject([{ what: 'mail' }]);
    advance(72 * HOUR - 5 * MINUTE);
    const back = new Person(server.origin);
    await opened(back, '/api/sign-in/password', { signInName: 'heron', password: PASSWORD });
    const secret = await askLink();
    advance(10 * MINUTE);
    await restart();
    expect((await opened(back, '/api/account')).mail).toEqual({ address: null });
    expect((await use(secret)).body.refusal).toBe('wrong-sign-in');
  });
});

describe('what mail tells', () => {
  it('ML6 AC7 a change that waits, with a link that cancels it by a press, signed in or not', async () => {
    const ada = await person();
    await confirm(ada);
    await addPasskey(ada);
    const before = [...post.received];
    expect((await opened(ada, '/api/account/remove', { what: 'password' })).pending).toHaveLength(1);
    const secret = linkIn(await mailed(ADDRESS, /will change/, before), 'stop');
    await fetch(`${server.origin}/mail`);
    expect((await opened(ada, '/api/account')).pending).toHaveLength(1);
    const nobody = new Person(server.origin);
    expect((await knock(nobody, '/api/account/mail/stop', { secret })).status).toBe(204);
    expect((await opened(ada, '/api/account')).pending).toEqual([]);
    expect((await knock(nobody, '/api/account/mail/stop', { secret })).body.refusal).toBe('not-found');
  });

  it('ML6 another address waits 72 hours, and the old one is told', async () => {
    const ada = await person();
    await confirm(ada);
    const before = [...post.received];
    const account = await confirm(ada, 'new@mail.example');
    expect(account).toMatchObject({ mail: { address: ADDRESS }, pending: [{ what: 'mail' }] });
    await mailed(ADDRESS, /will change/, before);
    advance(72 * HOUR + MINUTE);
    await restart();
    const back = new Person(server.origin);
    await opened(back, '/api/sign-in/password', { signInName: 'heron', password: PASSWORD });
    expect((await opened(back, '/api/account')).mail).toEqual({ address: 'new@mail.example' });
  });

  it('ML6 a sign-in on another device, and no step-up on this one', async () => {
    const ada = await person();
    await confirm(ada);
    const { authenticator } = await addPasskey(ada);
    const before = [...post.received];
    await stepUpByPasskey(ada, authenticator);
    await signInByPasskey(server, authenticator);
    await mailed(ADDRESS, /new sign-in/, before);
    expect(post.received.filter((one) => !before.includes(one))).toHaveLength(1);
  });

  it('ML5 R7 holds no name, no word and no room, in no header either', async () => {
    const { a } = await aCouple(server);
    await addPassword(a, 'canaryname');
    await confirm(a);
    await askLink();
    const { authenticator } = await addPasskey(a);
    await signInByPasskey(server, authenticator);
    await opened(a, '/api/account/remove', { what: 'password' });
    await mailed(ADDRESS, /will change/);
    await mailed(ADDRESS, /new sign-in/);
    expect(post.received.length).toBeGreaterThanOrEqual(4);
    for (const { raw, text } of post.received) {
      expect(`${raw}\n${text}`).not.toMatch(
        /canaryname|Ada\b|Ben\b|turnward|partner|talk|couple|guide|therap|space\//i,
      );
      expect(text).toMatch(/----/);
    }
  });

  it('ML7 a server that takes no mail harms nothing, and the log holds neither address nor text', async () => {
    const ada = await person();
    post.refuse(true);
    expect((await write(ada, ADDRESS)).status).toBe(204);
    post.refuse(false);
    await mailed(ADDRESS, /Your code/);
    expect((await opened(ada, '/api/account')).mail).toEqual({ address: null });
  });
});
