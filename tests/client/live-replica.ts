import { type Connection, openConnection } from '@turnward/client/conversation/connection.ts';
import {
  type Conversation,
  type ConversationStore,
  openConversationStore,
} from '@turnward/client/conversation/conversation-store.ts';
import { type Outbox, openOutbox } from '@turnward/client/conversation/outbox.ts';
import { openSpaceStore, type SpaceStore } from '@turnward/client/space/space-store.ts';
import { expect } from 'vitest';
import { type Person, until } from '../kit/person.ts';

/** What a tab of this person holds: the replicas of the client on a line of their own, as in a browser but without one. */
export class Tab {
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly space: SpaceStore;
  readonly talk: ConversationStore;
  #leave: () => void;

  constructor(person: Person, spaceId: string, conversationId: string) {
    const { origin, cookie } = person;
    this.connection = openConnection({ url: origin, headers: { origin, cookie }, watch: () => () => undefined });
    this.outbox = openOutbox(this.connection);
    const line = { connection: this.connection, outbox: this.outbox };
    const parts = { take: () => line, giveBack: () => undefined };
    const askMe = async () => (await person.door('GET', '/api/me')).body.member?.memberId;
    this.space = openSpaceStore(spaceId, { ...parts, askMe });
    this.talk = openConversationStore(conversationId, { ...parts, space: () => this.space });
    this.#leave = this.talk.subscribe(() => undefined);
  }

  get now(): Conversation {
    const snapshot = this.talk.snapshot();
    if (snapshot.phase !== 'ready') throw new Error(`the talk is ${snapshot.phase}`);
    return snapshot;
  }

  /** Waits until this replica stands at a step. */
  at(stepId: string): Promise<Conversation> {
    return until(() => {
      expect(this.now.step?.id).toBe(stepId);
      return this.now;
    });
  }

  close(): void {
    this.#leave();
    this.outbox.close();
    this.connection.close();
  }
}
