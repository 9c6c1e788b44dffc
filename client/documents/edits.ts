import type * as Y from 'yjs';

/**
 * DP1. Whether all that was edited here is durable. What was inserted is, once the durable state vector covers it. A deletion
 * moves no vector, and a refused message counts as behind the server like any other: a deletion is durable only once
 * everything of this page was given on one socket while writing was open, and all that was sent since is behind the server.
 */
export function trackEdits() {
  let waiting: { clocks: Map<number, number>; deletes: boolean } | undefined;
  let given = false;
  return {
    /** The document was edited here. */
    edited({ doc, beforeState, afterState, deleteSet }: Y.Transaction): void {
      waiting ??= { clocks: new Map(), deletes: false };
      const clock = afterState.get(doc.clientID) ?? 0;
      if (clock > (beforeState.get(doc.clientID) ?? 0)) waiting.clocks.set(doc.clientID, clock);
      if (deleteSet.clients.size > 0) waiting.deletes = true;
    },
    /** The server asked for all it lacks and was given it, while writing was open. */
    gaveAll(): void {
      given = true;
    },
    /** A new socket, or writing has ended: what is sent from here on may be lost or refused. */
    mayBeRefused(): void {
      given = false;
    },
    /** `vector` is durable; `through` of the `sent` sync messages of this socket are behind the server. */
    durable(vector: Map<number, number>, through: number, sent: number): void {
      if (!waiting) return;
      const inserted = [...waiting.clocks].every(([client, clock]) => (vector.get(client) ?? 0) >= clock);
      if (inserted && (!waiting.deletes || (given && through >= sent))) waiting = undefined;
    },
    /** Something that was edited here is not known to be durable. */
    waiting: (): boolean => waiting !== undefined,
  };
}
