import type { SentCommand } from '@turnward/shared/wire/protocol.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPassword, opened, PASSWORD } from '../kit/account.ts';
import { accepted } from '../kit/couple.ts';
import { aKeptTalk, type Kept, saidBy } from '../kit/kept-talk.ts';
import type { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

vi.setConfig({ testTimeout: 30_000 });

const MINUTE = 60_000;
/** What somebody asks for by a door or over the line, and how it was answered: `done`, or why not. */
type Act = (kept: Kept, by: Person) => Promise<string>;
type Case = { act: Act; before?: (kept: Kept) => Promise<void> };

const door =
  (method: 'GET' | 'POST', path: (kept: Kept) => string, body?: object): Act =>
  async (kept, by) => {
    const { status, body: said } = await by.door(method, path(kept), body);
    if (status === 200) return 'done';
    return `${status} ${said.refusal}`;
  };
const ofSpace =
  (command: Parameters<Person['ask']>[1]): Act =>
  async ({ spaceId }, by) => {
    const reply = await by.ask(spaceId, command);
    return reply.ok ? 'done' : reply.refusal;
  };
const consents = (what: 'full-export' | 'delete-space') => ({ type: 'GiveConsent', what, version: 1 }) as const;
const bothConsent = (what: 'full-export' | 'delete-space') => async (kept: Kept) => {
  for (const person of [kept.a, kept.b]) accepted(await person.ask(kept.spaceId, consents(what)));
};

const ACTS: Record<string, Case> = {
  'taking whole talks out': {
    before: bothConsent('full-export'),
    act: door('POST', ({ spaceId }) => `/api/spaces/${spaceId}/export`, { form: 'json', language: 'en' }),
  },
  'taking one’s own out, for a program': { act: door('GET', () => '/api/my-data.json') },
  'taking one’s own out, to read': { act: door('GET', () => '/api/my-data.html?language=en') },
  inviting: { act: door('POST', ({ spaceId }) => `/api/spaces/${spaceId}/invites`, { via: 'link', role: 'observer' }) },
  'a link for another device': { act: door('POST', () => '/api/devices', { lasting: false }) },
  'consenting to what takes both': { act: ofSpace(consents('full-export')) },
  'letting kept talks be read alone': {
    before: async ({ a, spaceId }) => {
      accepted(await a.ask(spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' }));
    },
    act: ofSpace({ type: 'GiveConsent', what: 'look-back-alone', version: 1 }),
  },
  'taking words back': {
    act: async ({ conversationId, a }, by) => {
      const [mine] = saidBy(a.eventsOf(conversationId), 'a');
      const reply = await by.do(conversationId, { type: 'WithdrawWords', seq: mine?.seq ?? 0 });
      return reply.ok ? 'done' : reply.refusal;
    },
  },
  'having all words destroyed': { act: ofSpace({ type: 'EraseWords' }) },
  'announcing a deletion': { act: ofSpace({ type: 'AnnounceDeletion' }) },
  deleting: { before: bothConsent('delete-space'), act: ofSpace({ type: 'DeleteSpace' }) },
  leaving: { act: ofSpace({ type: 'LeaveSpace', erase: false }) },
};

describe('row 14: what needs a fresh sign-in', () => {
  let server: TestServer;
  let names = 0;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** Robin has a password, and signed in with it ten minutes ago. */
  async function tenMinutesAgo(before: Case['before']): Promise<Kept> {
    const kept = await aKeptTalk(server);
    await before?.(kept);
    names += 1;
    await addPassword(kept.a, `heron-${names}`);
    server.advance(10 * MINUTE);
    await kept.a.reconnect({ to: 'space', id: kept.spaceId });
    return kept;
  }
  const recorded = async ({ b }: Kept): Promise<number> => {
    await b.caughtUp();
    return b.seen.length;
  };

  it.each(Object.entries(ACTS))('AC10 AC5 SE8 row 14: %s', async (_, { act, before }) => {
    const kept = await tenMinutesAgo(before);
    const was = await recorded(kept);
    expect(await act(kept, kept.a)).toMatch(/^(403 )?sign-in-again$/);
    expect(await recorded(kept)).toBe(was);
    await opened(kept.a, '/api/step-up/password', { password: PASSWORD });
    await kept.a.reconnect({ to: 'space', id: kept.spaceId });
    expect(await act(kept, kept.a)).toBe('done');
    for (const person of [kept.a, kept.b]) person.disconnect();
  });

  it('AC10 row 14: a guest on this device, who could not sign in, is never asked', async () => {
    for (const { act, before } of Object.values(ACTS)) {
      const kept = await aKeptTalk(server);
      await before?.(kept);
      server.advance(10 * MINUTE);
      expect(await act(kept, kept.a)).toBe('done');
      for (const person of [kept.a, kept.b]) person.disconnect();
    }
  }, 60_000);

  it('AC10 row 14: what only protects, and talking itself, never waits for a sign-in', async () => {
    const kept = await tenMinutesAgo(async ({ a, spaceId }) => {
      accepted(await a.ask(spaceId, consents('full-export')));
      accepted(await a.ask(spaceId, { type: 'AnnounceDeletion' }));
    });
    const { a, spaceId, conversationId } = kept;
    accepted(await a.ask(spaceId, { type: 'WithdrawConsent', what: 'full-export' }));
    accepted(await a.ask(spaceId, { type: 'CancelDeletion' }));
    const [mine] = saidBy(a.eventsOf(conversationId), 'a');
    const fold: SentCommand = { type: 'FoldWords', seq: mine?.seq ?? 0, folded: true };
    accepted(await a.do(conversationId, fold));
  });

  it('AC10 row 14: a line from before the sign-in stays what it was', async () => {
    const { a, spaceId } = await tenMinutesAgo(undefined);
    const line = a.socket;
    await opened(a, '/api/step-up/password', { password: PASSWORD });
    const commandId = 'a-line-that-somebody-else-opened';
    const envelope = { commandId, to: 'space', id: spaceId, command: { type: 'EraseWords' } } as const;
    const reply = await line.timeout(10_000).emitWithAck('command', envelope);
    expect(['sign-in-again', 'signed-out']).toContain(reply.ok ? 'done' : reply.refusal);
  });
});
