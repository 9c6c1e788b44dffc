import { MemoryDocumentStore } from '@turnward/server/adapters/memory/document-store.ts';
import type { DocumentStore } from '@turnward/server/ports/document-store.ts';

/** The memory store behind a gate: a test decides when what is written reaches it, and whether the disk has room. */
export class GatedStore implements DocumentStore {
  readonly store = new MemoryDocumentStore();
  /** Writes and loads that have come to the gate. */
  arrived: ('open' | 'append' | 'compact')[] = [];
  full = false;
  #gate: Promise<void> | undefined;
  #lift: (() => void) | undefined;

  shut(): void {
    this.#gate = new Promise((resolve) => {
      this.#lift = resolve;
    });
  }

  lift(): void {
    this.#lift?.();
    this.#gate = undefined;
  }

  async open(...asked: Parameters<DocumentStore['open']>): ReturnType<DocumentStore['open']> {
    await this.#pass('open');
    return this.store.open(...asked);
  }

  async append(...asked: Parameters<DocumentStore['append']>): ReturnType<DocumentStore['append']> {
    await this.#pass('append');
    return this.store.append(...asked);
  }

  async compact(...asked: Parameters<DocumentStore['compact']>): ReturnType<DocumentStore['compact']> {
    await this.#pass('compact');
    return this.store.compact(...asked);
  }

  find: DocumentStore['find'] = (name) => this.store.find(name);
  destroy: DocumentStore['destroy'] = (names) => this.store.destroy(names);

  async #pass(what: 'open' | 'append' | 'compact'): Promise<void> {
    this.arrived.push(what);
    await this.#gate;
    if (this.full) throw new Error('The disk is full');
  }
}
