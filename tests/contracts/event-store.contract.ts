import type { AnyEvent, AppendResult, EventStore, NewEvent } from '@turnward/server/ports/event-store.ts';
import type { Recorded, Words } from '@turnward/shared/kernel/event.ts';
import type { StreamName } from '@turnward/shared/kernel/stream.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { append, bare, copy, heads, OWN, record, said, TALK, text, words } from './appends.ts';

/** What every event store keeps to. `open` gives a store, closed by whoever made it. */
export function eventStoreContract(name: string, open: () => Promise<EventStore>): void {
  describe(`event store: ${name}`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await open();
    });

    it('ES1 answers with what was recorded, and reads it back the same', async () => {
      const events = await record(store, { streams: [{ stream: TALK, events: [said('one'), bare(), said('two')] }] });
      expect(events).toEqual([at(1, 'one'), { stream: TALK, seq: 2, at: 1000, event: { type: 'Said' } }, at(3, 'two')]);
      expect(await store.read(TALK, 0)).toEqual(events);
    });

    it('ES1 keeps every letter of the words and every scale', async () => {
      const words: Words = {
        text: { fear: 'Ängste, 心, 🫶🏽, "quoted" \\ \n\u0000' },
        scales: { calm: 0, stirred: 10 },
      };
      await record(store, { streams: [{ stream: TALK, events: [{ event: { type: 'Said' }, words }] }] });
      expect((await store.read(TALK, 0))[0]?.words).toEqual(words);
    });

    it('ES2 records all streams of an append or none', async () => {
      await record(store, { streams: [{ stream: TALK, events: [said('one')] }] });
      const result = await store.append(
        append({
          streams: [
            { stream: OWN, expectedHead: 0, events: [said('private')] },
            { stream: TALK, expectedHead: 0, events: [said('late')] },
          ],
        }),
      );
      expect(result).toEqual({ outcome: 'conflict' });
      expect(await heads(store, OWN, TALK)).toEqual([0, 1]);
    });

    it('ES2 takes a stream without events as a condition alone', async () => {
      await record(store, { streams: [{ stream: TALK, events: [said('one')] }] });
      const conditional = (expectedHead: number) =>
        append({
          streams: [
            { stream: TALK, expectedHead, events: [] },
            { stream: OWN, events: [said('mine')] },
          ],
        });
      expect((await store.append(conditional(0))).outcome).toBe('conflict');
      expect((await store.append(conditional(1))).outcome).toBe('appended');
      expect(await heads(store, OWN, TALK)).toEqual([1, 1]);
    });

    it('ES3 answers a repeated command with where its last event is, and records nothing', async () => {
      const command = append({ streams: [{ stream: TALK, expectedHead: 0, events: [said('one'), said('two')] }] });
      await store.append(command);
      expect(await store.append(command)).toEqual({ outcome: 'repeated', stream: TALK, seq: 2 });
      await record(store, { streams: [{ stream: TALK, events: [said('three')] }] });
      expect(await store.append(command)).toEqual({ outcome: 'repeated', stream: TALK, seq: 2 });
      expect(await heads(store, TALK)).toEqual([3]);
    });

    it('ES3 knows a repeat in any stream of the append, before any conflict', async () => {
      const commandId = 'again';
      await record(store, { commandId, streams: [{ stream: TALK, events: [said('one')] }] });
      const again = append({
        commandId,
        streams: [
          { stream: OWN, expectedHead: 7, events: [said('mine')] },
          { stream: TALK, expectedHead: 7, events: [] },
        ],
      });
      expect(await store.append(again)).toEqual({ outcome: 'repeated', stream: TALK, seq: 1 });
    });

    it('ES3 takes the same command id of another author, or in other streams, for another command', async () => {
      const commandId = 'shared';
      await record(store, { commandId, author: 'ada', streams: [{ stream: TALK, events: [said('one')] }] });
      await record(store, { commandId, author: 'ben', streams: [{ stream: TALK, events: [said('two')] }] });
      await record(store, { commandId, author: 'ada', streams: [{ stream: OWN, events: [said('three')] }] });
      expect(await heads(store, TALK, OWN)).toEqual([2, 1]);
    });

    it('ES3 records one of many equal commands that arrive at once', async () => {
      const command = append({ streams: [{ stream: TALK, events: [said('once')] }] });
      const results = await Promise.all(Array.from({ length: 50 }, () => store.append(command)));
      expect(count(results)).toEqual({ appended: 1, repeated: 49 });
      expect(await heads(store, TALK)).toEqual([1]);
    });

    it('ES3 finds where a command was recorded', async () => {
      await record(store, {
        commandId: 'c',
        author: 'ada',
        streams: [{ stream: OWN, events: [said('1'), said('2')] }],
      });
      expect(await store.findCommand([TALK, OWN], 'ada', 'c')).toEqual({ stream: OWN, seq: 2 });
      expect(await store.findCommand([TALK, OWN], 'ben', 'c')).toBeUndefined();
      expect(await store.findCommand([TALK], 'ada', 'c')).toBeUndefined();
    });

    it('ES4 numbers each stream from 1 without a gap', async () => {
      const appends = Array.from({ length: 60 }, (_, index) =>
        append({ streams: [{ stream: index % 3 ? TALK : OWN, events: [said(`${index}`), bare()] }] }),
      );
      await Promise.all(appends.map((each) => store.append(each)));
      for (const [stream, last] of [
        [TALK, 80],
        [OWN, 40],
      ] as const) {
        const seqs = (await store.headers(stream, 0)).map(({ seq }) => seq);
        expect(seqs).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      }
    });

    it('ES4 lets exactly one of many appends with the same expected head through', async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.append(append({ streams: [{ stream: TALK, expectedHead: 0, events: [said(`${index}`)] }] })),
        ),
      );
      expect(count(results)).toEqual({ appended: 1, conflict: 49 });
      expect(await store.read(TALK, 0)).toHaveLength(1);
    });

    it('ES5 destroys the words of single events; the stubs and all other words stay', async () => {
      await record(store, { streams: [{ stream: TALK, events: [said('one'), said('two'), said('three')] }] });
      await record(store, { streams: [], destroy: { events: [{ stream: TALK, seq: 2 }] } });
      expect(await words(store, TALK)).toEqual([text('one'), null, text('three')]);
      expect(await store.headers(TALK, 0)).toHaveLength(3);
    });

    it('ES5 destroys all words of whole streams, those of the same append among them, and lets new ones be said', async () => {
      await record(store, {
        author: 'ada',
        streams: [
          { stream: TALK, events: [said('one')] },
          { stream: OWN, events: [said('x')] },
        ],
      });
      await record(store, {
        author: 'ben',
        streams: [{ stream: TALK, events: [said('two'), bare()] }],
        destroy: { streams: [TALK] },
      });
      await record(store, { author: 'ben', streams: [{ stream: TALK, events: [said('after')] }] });
      expect(await words(store, TALK)).toEqual([null, null, undefined, text('after')]);
      expect(await words(store, OWN)).toEqual([text('x')]);
    });

    it('ES5 destroys what one author wrote in a stream, whoever copied it there and in that same append too; all else stays', async () => {
      await record(store, { author: 'ada', streams: [{ stream: OWN, events: [said('mine'), said('hidden')] }] });
      await record(store, { author: 'ada', streams: [{ stream: TALK, events: [said('one'), bare()] }] });
      await record(store, { author: 'ben', streams: [{ stream: TALK, events: [said('two'), copy(OWN, 1)] }] });
      const before = await store.headers(TALK, 0);
      await record(store, {
        author: 'ada',
        streams: [{ stream: TALK, events: [said('last')] }],
        destroy: { authors: [{ stream: TALK, author: 'ada' }] },
      });
      expect(await words(store, TALK)).toEqual([null, undefined, text('two'), null, null]);
      expect(await words(store, OWN)).toEqual([text('mine'), text('hidden')]);
      expect((await store.headers(TALK, 0)).slice(0, 4)).toEqual(before);
      await record(store, { author: 'ada', streams: [{ stream: TALK, events: [said('anew')] }] });
      expect((await words(store, TALK)).slice(4)).toEqual([null, text('anew')]);
    });

    it('ES5 destroys an author’s words in many streams at once, and asks no harm of what is not there', async () => {
      await record(store, {
        author: 'ada',
        streams: [TALK, OWN].map((stream) => ({ stream, events: [said('one')] })),
      });
      const authors = [TALK, OWN, 'talk:never' as const].map((stream) => ({ stream, author: 'ada' }));
      await record(store, {
        author: 'ben',
        streams: [],
        destroy: { authors: [...authors, { stream: TALK, author: 'zoe' }] },
      });
      await record(store, { author: 'ada', streams: [{ stream: TALK, events: [copy(OWN, 1)] }] });
      expect(await words(store, TALK)).toEqual([null, null]);
      expect(await words(store, OWN)).toEqual([null]);
      const foreign = append({ spaceId: 'other', streams: [], destroy: { authors } });
      await expect(store.append(foreign)).rejects.toThrow('a stream of another');
    });

    it('ES5 destroys nothing where the append is a conflict, and does no harm to what is not there', async () => {
      await record(store, { streams: [{ stream: TALK, events: [said('one')] }] });
      const destroy = { streams: [TALK] };
      await store.append(append({ streams: [{ stream: TALK, expectedHead: 5, events: [bare()] }], destroy }));
      await record(store, { streams: [], destroy: { streams: [OWN], events: [{ stream: TALK, seq: 9 }] } });
      expect(await words(store, TALK)).toEqual([text('one')]);
    });

    it('ES5 keeps order with appends that wait beside it', async () => {
      await Promise.all([
        record(store, { streams: [{ stream: TALK, events: [said('before')] }] }),
        record(store, { streams: [], destroy: { streams: [TALK] } }),
        record(store, { streams: [{ stream: TALK, events: [said('after')] }] }),
      ]);
      expect(await words(store, TALK)).toEqual([null, text('after')]);
    });

    it('ES7 reads what follows a seq, up to a limit, and nothing of an unknown stream', async () => {
      await record(store, { streams: [{ stream: TALK, events: Array.from({ length: 510 }, (_, i) => said(`${i}`)) }] });
      expect((await store.read(TALK, 3, 2)).map(({ seq }) => seq)).toEqual([4, 5]);
      expect(await store.read(TALK, 0)).toHaveLength(500);
      expect(await store.read(TALK, 510)).toEqual([]);
      expect(await store.read(TALK, 0, 0)).toEqual([]);
      expect(await store.read(OWN, 0)).toEqual([]);
      expect(await store.headers(OWN, 0)).toEqual([]);
    });

    it('ES7 gives headers without words and without a limit', async () => {
      await record(store, { streams: [{ stream: TALK, events: Array.from({ length: 510 }, (_, i) => said(`${i}`)) }] });
      const headers = await store.headers(TALK, 8);
      expect(headers).toHaveLength(502);
      expect(headers[0]).toEqual({ stream: TALK, seq: 9, at: 1000, event: { type: 'Said' } });
    });

    it('ES8 copies words of the same space into another stream, where they outlive their source', async () => {
      await record(store, { streams: [{ stream: OWN, events: [said('private'), bare()] }] });
      const events = await record(store, {
        author: 'ben',
        streams: [{ stream: TALK, events: [copy(OWN, 1), copy(OWN, 2)] }],
      });
      expect(events.map(({ words }) => words)).toEqual([text('private'), undefined]);
      await record(store, { streams: [], destroy: { streams: [OWN] } });
      expect(await words(store, TALK)).toEqual([text('private'), undefined]);
      expect((await record(store, { streams: [{ stream: TALK, events: [copy(OWN, 1)] }] }))[0]?.words).toBeNull();
      expect(await words(store, TALK)).toEqual([text('private'), undefined, null]);
    });

    it('ES8 copies words of an append that waits before it', async () => {
      const [, events] = await Promise.all([
        record(store, { streams: [{ stream: OWN, events: [said('private')] }] }),
        record(store, { streams: [{ stream: TALK, events: [copy(OWN, 1)] }] }),
        record(store, { streams: [{ stream: TALK, events: [said('next')] }] }),
      ]);
      expect(events[0]?.words).toEqual(text('private'));
      expect(await words(store, TALK)).toEqual([text('private'), text('next')]);
    });

    it('ES8 copies no words of another space, and none that are not recorded', async () => {
      await record(store, { streams: [{ stream: OWN, events: [said('private')] }] });
      const foreign = append({ spaceId: 'other', streams: [{ stream: 'talk:other', events: [copy(OWN, 1)] }] });
      await expect(store.append(foreign)).rejects.toThrow('one space only');
      const missing = append({ streams: [{ stream: TALK, events: [copy(OWN, 2)] }] });
      await expect(store.append(missing)).rejects.toThrow('not recorded');
      expect(await heads(store, TALK, 'talk:other')).toEqual([0, 0]);
    });

    it('ES9 rejects an append that names a stream twice or a stream of another space; those beside it are recorded', async () => {
      await record(store, { streams: [{ stream: TALK, events: [said('one')] }] });
      const results = await Promise.allSettled([
        store.append(append({ streams: [{ stream: TALK, events: [said('two')] }] })),
        store.append(append({ spaceId: 'other', streams: [{ stream: TALK, events: [said('foreign')] }] })),
        store.append(
          append({
            streams: [
              { stream: OWN, events: [bare()] },
              { stream: OWN, events: [bare()] },
            ],
          }),
        ),
        store.append(append({ spaceId: 'other', streams: [], destroy: { streams: [TALK] } })),
        store.append(append({ streams: [{ stream: TALK, events: [said('three')] }] })),
      ]);
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect(await words(store, TALK)).toEqual([text('one'), text('two'), text('three')]);
    });

    it('ES9 lists its spaces in order, a page at a time, each once', async () => {
      const begin = (spaceId: string, stream: StreamName) =>
        record(store, { spaceId, streams: [{ stream, events: [{ event: { type: 'SpaceCreated' } }] }] });
      for (const id of ['s2', 'S9', 's10', '_s']) await begin(id, `space:${id}`);
      await begin('s3', 'talk:c3');
      await record(store, { spaceId: 's2', streams: [{ stream: 'talk:c2', events: [{ event: { type: 'Said' } }] }] });
      expect(await store.spaces('', 100)).toEqual(['S9', '_s', 's10', 's2']);
      expect(await store.spaces('', 2)).toEqual(['S9', '_s']);
      expect(await store.spaces('_s', 2)).toEqual(['s10', 's2']);
      expect(await store.spaces('s2', 2)).toEqual([]);
    });

    it('ES9 knows the spaces a person joined or asks to be a guest of, from their space streams alone', async () => {
      const came =
        (type: string) =>
        (memberId: string): NewEvent => ({ event: { type, memberId } as AnyEvent });
      const join = (spaceId: string, stream: StreamName, ...members: string[]) =>
        record(store, { spaceId, streams: [{ stream, events: members.map(came('MemberJoined')) }] });
      await join('s2', 'space:s2', 'ada', 'ben');
      await join('s1', 'space:s1', 'ada', 'ada');
      await join('s3', 'talk:c3', 'ada');
      expect((await store.spacesOf('ada')).sort()).toEqual(['s1', 's2']);
      expect(await store.spacesOf('ben')).toEqual(['s2']);
      expect(await store.spacesOf('cleo')).toEqual([]);
      const others = ['GuestProposed', 'GuestConfirmed', 'MemberFrozen', 'MemberLeft', 'InviteUsed'];
      await record(store, {
        spaceId: 's4',
        streams: [
          { stream: 'space:s4', events: others.map((type) => came(type)(type === 'GuestProposed' ? 'cleo' : 'dora')) },
        ],
      });
      await record(store, {
        spaceId: 's2',
        streams: [{ stream: 'space:s2', events: [came('GuestProposed')('ada'), came('MemberJoined')('ada')] }],
      });
      expect(await store.spacesOf('cleo')).toEqual(['s4']);
      expect(await store.spacesOf('dora')).toEqual([]);
      expect((await store.spacesOf('ada')).sort()).toEqual(['s1', 's2']);
    });

    it('ES9 closes after what was under way, and takes no more', async () => {
      const last = record(store, { streams: [{ stream: TALK, events: [said('last')] }] });
      await store.close();
      expect(await last).toHaveLength(1);
      await expect(record(store, { streams: [{ stream: TALK, events: [bare()] }] })).rejects.toThrow('closed');
    });
  });
}

const at = (seq: number, sentence: string): Recorded<AnyEvent> => ({
  stream: TALK,
  seq,
  at: 1000,
  event: { type: 'Said' },
  words: text(sentence),
});

function count(results: AppendResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
