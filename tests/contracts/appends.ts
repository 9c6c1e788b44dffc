import type { AnyEvent, Append, EventStore, NewEvent } from '@turnward/server/ports/event-store.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';

export const TALK: StreamName = 'talk:c1';
export const OWN: StreamName = 'own/a:c1';

export const text = (said: string): Words => ({ text: { said } });
export const said = (sentence: string): NewEvent => ({ event: { type: 'Said' }, words: text(sentence) });
export const bare = (): NewEvent => ({ event: { type: 'Said' } });
export const copy = (stream: StreamName, seq: number): NewEvent => ({
  event: { type: 'Said' },
  copyOf: { stream, seq },
});

let commands = 0;

/** An append of a command of its own, unless told otherwise. */
export function append(over: Partial<Append> & Pick<Append, 'streams'>): Append {
  commands += 1;
  return { spaceId: 's1', author: 'ada', commandId: `command-${commands}`, at: 1000, ...over };
}

/** Appends, and answers with what was recorded. */
export async function record(store: EventStore, over: Parameters<typeof append>[0]): Promise<Recorded<AnyEvent>[]> {
  const result = await store.append(append(over));
  if (result.outcome !== 'appended') throw new Error(`The append was answered with ${result.outcome}`);
  return result.events;
}

export const words = async (store: EventStore, stream: StreamName) =>
  (await store.read(stream, 0)).map((event) => event.words);

export const heads = async (store: EventStore, ...streams: StreamName[]) => [...(await store.heads(streams)).values()];
