import type { CommandEnvelope, CommandReply, Refusal } from '@turnward/shared/wire/protocol.ts';
import { type Listeners, listeners } from '../line/listeners.ts';
import type { Connection } from './connection.ts';

/** What became of a command. Its words are held only until they are saved. */
export type PendingItem = {
  commandId: string;
  type: CommandEnvelope['command']['type'];
  /** The turn it was made for, where it was made for one. */
  turnId?: string;
  /** What was written, until it is saved. */
  texts: string[];
  state: 'sending' | 'saved' | 'not-saved';
  refusal?: Refusal;
};

type Entry = {
  envelope: CommandEnvelope;
  item: PendingItem;
  inFlight: boolean;
  confirmed?: true;
  answer: (reply: CommandReply) => void;
};
type Wish =
  | Omit<Extract<CommandEnvelope, { to: 'conversation' }>, 'commandId'>
  | Omit<Extract<CommandEnvelope, { to: 'space' }>, 'commandId'>;

/** More than a person can press in earnest: beyond it a command is refused instead of queued. */
const MOST_WAITING = 32;
const MOST_REMEMBERED = 40;

export type Outbox = ReturnType<typeof openOutbox>;

/**
 * CL2. Commands on their way. Each has an id made here and is sent again under it, across reconnects and restarts, until it
 * is answered, so that it happens exactly once. Only closing the page loses it; the page warns of that. `confirm`: asks for a
 * fresh sign-in where a command wants one (AC10); the line that is opened after it is the one that counts as fresh.
 */
export function openOutbox(connection: Connection, confirm: () => Promise<boolean> = async () => false) {
  const changed: Listeners = listeners();
  const waiting = new Map<string, Entry>();
  let items = new Map<string, { id: string; item: PendingItem }>();

  const settle = (entry: Entry, reply: CommandReply) => {
    const { commandId, id } = entry.envelope;
    waiting.delete(commandId);
    const item: PendingItem = reply.ok
      ? { ...entry.item, state: 'saved', texts: [] }
      : { ...entry.item, state: 'not-saved', refusal: reply.refusal };
    items.set(commandId, { id, item });
    entry.answer(reply);
    changed.tell();
  };

  const attempt = async (entry: Entry) => {
    if (entry.inFlight) return;
    entry.inFlight = true;
    const reply = await connection.command(entry.envelope);
    const unconfirmed = reply?.ok === false && reply.refusal === 'sign-in-again' && !entry.confirmed;
    const again = unconfirmed && (await confirm());
    entry.inFlight = false;
    if (again) {
      entry.confirmed = true;
      return connection.openAnew();
    }
    if (reply && waiting.has(entry.envelope.commandId)) settle(entry, reply);
  };

  /** The one place that sends again: whenever the line opens, in the order the commands were made. */
  const resend = () => {
    for (const entry of waiting.values()) attempt(entry);
  };
  /** CL8. Whoever signs in next may be somebody else: their name must not be put to these words. */
  const giveUp = () => {
    if (connection.state() !== 'signed-out') return;
    for (const entry of [...waiting.values()]) settle(entry, { ok: false, refusal: 'signed-out' });
  };
  const stop = [connection.onOpen(resend), connection.subscribe(giveUp)];

  return {
    subscribe: changed.subscribe,
    /** The latest commands for one conversation or space, oldest first. */
    items: (id: string): PendingItem[] => [...items.values()].filter((each) => each.id === id).map(({ item }) => item),
    unanswered: (): number => waiting.size,
    send(wish: Wish): Promise<CommandReply> {
      if (waiting.size >= MOST_WAITING) return Promise.resolve({ ok: false, refusal: 'too-many' });
      const envelope: CommandEnvelope = { ...wish, commandId: newCommandId() };
      const { promise, resolve } = Promise.withResolvers<CommandReply>();
      const item = itemOf(envelope);
      const entry = { envelope, item, inFlight: false, answer: resolve };
      waiting.set(envelope.commandId, entry);
      items = new Map([...items].slice(-MOST_REMEMBERED));
      items.set(envelope.commandId, { id: envelope.id, item });
      changed.tell();
      attempt(entry);
      giveUp();
      return promise;
    },
    /** Forgets what was refused: it has been read, or its words were destroyed. */
    forget(id: string): void {
      for (const [commandId, each] of items) {
        if (each.id === id && !waiting.has(commandId)) items.delete(commandId);
      }
      changed.tell();
    },
    close(): void {
      for (const each of stop) each();
    },
  };
}

function itemOf({ commandId, command }: CommandEnvelope): PendingItem {
  const texts = command.type === 'Contribute' ? Object.values(command.answer.text ?? {}) : [];
  return {
    commandId,
    type: command.type,
    ...('turnId' in command && { turnId: command.turnId }),
    texts,
    state: 'sending',
  };
}

/** 128 bits, so that no two wishes share an id. `randomUUID` is missing on pages served over plain http. */
function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
