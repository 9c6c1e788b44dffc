import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { playTo } from './couple.ts';
import { aFacilitatedCouple, beginLed, type FacilitatedCouple, openLed } from './facilitated.ts';
import type { Person } from './person.ts';
import { startServer, type TestServer } from './server.ts';

/** A couple and their facilitator for each test, who leads `heard`, and what tests ask of them. */
export function aLedTalk() {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
    conversationId = await openLed(couple, 'heard');
  });
  const everybody = () => [couple.a, couple.b, couple.facilitator];
  const framesSeen = async () => {
    for (const person of everybody()) await person.caughtUp();
    return everybody().map(({ seen }) => seen.length);
  };

  return {
    get server() {
      return server;
    },
    get couple() {
      return couple;
    },
    get conversationId() {
      return conversationId;
    },
    everybody,
    /** Begun, and played to where the first shares. */
    live: async () => {
      await beginLed(couple, conversationId);
      await playTo(server, couple, conversationId, 'share');
    },
    refusal: async (person: Person, command: ConversationCommand) => {
      const reply = await person.do(conversationId, command);
      return reply.ok ? 'accepted' : reply.refusal;
    },
    /** Holds that nobody noticed anything of what is done meanwhile. */
    unnoticed: async (act: () => Promise<void>) => {
      const before = await framesSeen();
      await act();
      expect(await framesSeen()).toEqual(before);
    },
  };
}
