import { setTimeout as wait } from 'node:timers/promises';
import type { CommandReply, EventsMessage, FollowReply } from '@turnward/shared/wire/protocol.ts';
import { deaf, wordsOf } from '../line/line.ts';
import type { SocketIoLine } from '../line/socket-io-line.ts';
import type { SeededRoom } from '../peers/seed.ts';

/** A change that comes later than this is missing. In ms. */
const MISSING = 5_000;

/** How long each change of a talk took from the partner's press until its header was at the caseload's socket, in ms. */
export class Changes {
  readonly #caseload: SocketIoLine;
  /** By stream and seq: when its header came. */
  readonly #came = new Map<string, number>();
  readonly #took: number[] = [];
  #count = 0;
  #words = 0;

  constructor(caseload: SocketIoLine) {
    this.#caseload = caseload;
    caseload.ears = {
      ...deaf,
      heard: (text) => {
        if (!text.startsWith('42["headers"')) return;
        const at = performance.now();
        if (text.includes(wordsOf(0).slice(4, 40))) this.#words += 1;
        const { stream, events } = JSON.parse(text.slice(2))[1] as EventsMessage;
        for (const { seq } of events) this.#came.set(`${stream}/${seq}`, at);
      },
    };
  }

  async follow(rooms: readonly SeededRoom[]): Promise<void> {
    await Promise.all(
      rooms.map(async ({ conversationId, head }) => {
        const asked = { to: 'headers', id: conversationId, after: { [`talk:${conversationId}`]: head } };
        const reply = (await this.#caseload.ask('follow', asked)) as FollowReply;
        if (!reply.ok) throw new Error(`Headers were refused: ${reply.refusal}.`);
      }),
    );
  }

  /** A partner says something; resolves once its header has come. */
  async change(line: SocketIoLine, { conversationId, turnId }: SeededRoom): Promise<void> {
    const n = ++this.#count;
    const answer = { text: { text: wordsOf(n) } };
    const command = { type: 'Contribute', turnId, answer };
    const sent = performance.now();
    const envelope = { commandId: `bench-caseload-${n + 1_000_000}`, to: 'conversation', id: conversationId, command };
    const reply = (await line.ask('command', envelope)) as CommandReply;
    if (!reply.ok) throw new Error(`A change was refused: ${reply.refusal}.`);
    const name = `${reply.stream}/${reply.seq}`;
    while (!this.#came.has(name)) {
      if (performance.now() - sent > MISSING) throw new Error(`The header of ${name} did not come.`);
      await wait(1);
    }
    this.#took.push((this.#came.get(name) ?? 0) - sent);
  }

  /** What was taken since the last time. Throws where a word came down with the headers. */
  taken(): Float64Array {
    if (this.#words > 0) throw new Error('The caseload was sent words.');
    return Float64Array.from(this.#took.splice(0));
  }
}
