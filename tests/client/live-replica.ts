import { type CaseloadRow, openCaseloadStore } from '@turnward/client/conversation/caseload-store.ts';
import { type Connection, openConnection } from '@turnward/client/conversation/connection.ts';
import { type ConversationStore, openConversationStore } from '@turnward/client/conversation/conversation-store.ts';
import { type HeadersStore, openHeadersStore } from '@turnward/client/conversation/headers-store.ts';
import { type Outbox, openOutbox } from '@turnward/client/conversation/outbox.ts';
import type { Conversation, GuestRoom } from '@turnward/client/conversation/room.ts';
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

  /** As a guest sees it. */
  get guest(): GuestRoom {
    const snapshot = this.talk.guestSnapshot();
    if (snapshot.phase !== 'ready') throw new Error(`the room is ${snapshot.phase}`);
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

/** The page of somebody who looks after several couples. */
export class CaseloadTab {
  readonly #leave: () => void;
  readonly #close: () => void;
  readonly #rows: () => readonly CaseloadRow[];

  constructor(person: Person, spaceIds: readonly string[]) {
    const { origin, cookie } = person;
    const connection = openConnection({ url: origin, headers: { origin, cookie }, watch: () => () => undefined });
    const line = { connection, outbox: openOutbox(connection) };
    const parts = { take: () => line, giveBack: () => undefined };
    const askMe = async () => (await person.door('GET', '/api/me')).body.member?.memberId;
    const spaces = new Map(spaceIds.map((id) => [id, openSpaceStore(id, { ...parts, askMe })] as const));
    const talks = new Map<string, HeadersStore>();
    const headers = (id: string): HeadersStore => {
      const store = talks.get(id) ?? openHeadersStore(id, parts);
      talks.set(id, store);
      return store;
    };
    const space = (id: string) => spaces.get(id) ?? openSpaceStore(id, { ...parts, askMe });
    const store = openCaseloadStore(spaceIds, { space, headers });
    this.#rows = store.snapshot;
    this.#leave = store.subscribe(() => undefined);
    this.#close = () => {
      line.outbox.close();
      connection.close();
    };
  }

  row(spaceId: string): CaseloadRow {
    const row = this.#rows().find((each) => each.spaceId === spaceId);
    if (!row) throw new Error('no such couple');
    return row;
  }

  close(): void {
    this.#leave();
    this.#close();
  }
}
