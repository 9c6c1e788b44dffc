import { destroyed } from '@turnward/shared/conversation/destroyed.ts';
import type { ConversationEvent, SpaceNotice } from '@turnward/shared/conversation/events.ts';
import type { ConversationDraft } from '@turnward/shared/conversation/outcome.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { type StreamKind, streamName } from '@turnward/shared/kernel/stream.ts';

export const CONVERSATION = 'c1';
export const SPACE = 's1';

export type Entry = Recorded<ConversationEvent | SpaceNotice>;

export const nameOf = (kind: StreamKind) => streamName(kind, kind === 'space' ? SPACE : CONVERSATION);

/** The streams of one conversation in memory, in the order of recording: each has its own seq, words go where they must. */
export class SpecStore {
  #entries: readonly Entry[] = [];

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  read(kind: StreamKind): Entry[] {
    const name = nameOf(kind);
    return this.#entries.filter(({ stream }) => stream === name);
  }

  /** Records one command's drafts; gives back their headers, beside whom each is for. */
  record(drafts: readonly ConversationDraft[], at: number): { to: StreamKind; header: Entry }[] {
    const recorded = drafts.map(({ to, event, words }) => {
      const header: Entry = { stream: nameOf(to), seq: this.read(to).length + 1, at, event };
      const said = words && 'copyOf' in words ? this.read(words.copyOf.kind)[words.copyOf.seq - 1]?.words : words;
      this.#entries = [...this.#entries, said === undefined ? header : { ...header, words: said }];
      return { to, header };
    });
    this.#destroy(destroyed(drafts.map(({ event }) => event)));
    return recorded;
  }

  copy(): SpecStore {
    const copy = new SpecStore();
    copy.#entries = this.#entries;
    return copy;
  }

  #destroy(what: ReturnType<typeof destroyed>): void {
    const space = nameOf('space');
    const gone = ({ stream, seq }: Entry) =>
      what === 'everything'
        ? stream !== space
        : what.streams.some((kind) => nameOf(kind) === stream) ||
          what.words.some((w) => nameOf(w.kind) === stream && w.seq === seq);
    this.#entries = this.#entries.map((entry) => (entry.words && gone(entry) ? { ...entry, words: null } : entry));
  }
}
