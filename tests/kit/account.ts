import type { Account, PendingChange, SessionLine } from '@turnward/shared/wire/account-doors.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import { expect } from 'vitest';
import { appCode } from './app-code.ts';
import { Person } from './person.ts';
import type { TestServer } from './server.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

export const PASSWORD = 'seven quiet herons landing';

/** What the doors of accounts say; which of these are there depends on the door. */
export type AccountAnswer = Account & {
  refusal: Refusal;
  hint: string | null;
  sessions: SessionLine[];
  codes: string[];
  from: number;
  secret: string;
  uri: string;
  member: { memberId: string } | null;
  enough: boolean;
  pending: PendingChange[];
};
export type Knocked = { status: number; text: string; headers: Headers; body: AccountAnswer };

export async function knock(person: Person, path: string, body?: object, headers = {}): Promise<Knocked> {
  const opened = await person.door(body ? 'POST' : 'GET', path, body, headers);
  return { ...opened, body: opened.body as unknown as AccountAnswer };
}
/** The same where it must be let in. */
export async function opened(person: Person, path: string, body?: object): Promise<AccountAnswer> {
  const answer = await knock(person, path, body);
  expect([path, answer.status, answer.text]).toEqual([path, 200, expect.anything()]);
  return answer.body;
}

/** Somebody signed in as a guest, without a room. */
export async function aGuest(server: Pick<TestServer, 'origin'>): Promise<Person> {
  const person = new Person(server.origin);
  await opened(person, '/api/account/begin', {});
  return person;
}

export async function addPasskey(person: Person, authenticator = new SoftwareAuthenticator(person.origin)) {
  const options = await person.door('POST', '/api/account/passkey/options', {});
  const account = await opened(person, '/api/account/passkey', authenticator.create(options.body as never));
  return { authenticator, account };
}

export const addPassword = (person: Person, signInName = 'heron', password = PASSWORD): Promise<AccountAnswer> =>
  opened(person, '/api/account/password', { signInName, password });

/** Adds an app; `digits` are those it shows at a time of the server's clock. */
export async function addApp(person: Person, now: () => number): Promise<{ digits: (at: number) => string }> {
  const { secret } = await opened(person, '/api/account/totp/start', {});
  const digits = (at: number) => appCode(secret, at);
  await opened(person, '/api/account/totp', { code: digits(now()) });
  return { digits };
}

export async function signInByPasskey(
  server: Pick<TestServer, 'origin'>,
  authenticator: SoftwareAuthenticator,
  person = new Person(server.origin),
): Promise<Person> {
  const options = await person.door('POST', '/api/sign-in/passkey/options', {});
  await opened(person, '/api/sign-in/passkey', authenticator.use(options.body as never));
  return person;
}

export async function stepUpByPasskey(person: Person, authenticator: SoftwareAuthenticator): Promise<AccountAnswer> {
  const options = await person.door('POST', '/api/step-up/passkey/options', {});
  return opened(person, '/api/step-up/passkey', authenticator.use(options.body as never));
}
