import type { DocumentStore } from '@turnward/server/ports/document-store.ts';
import type { EventStore } from '@turnward/server/ports/event-store.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { append, bare, heads, OWN, record, TALK } from './appends.ts';
import { appended, DECK, DRAFT, STORY, says, saysNow, update, written } from './documents.ts';

const GONE = { outcome: 'gone' };

/** What every document store keeps to. `open` gives the stores, closed by whoever made them. */
export function documentStoreContract(
  name: string,
  open: () => Promise<{ documents: DocumentStore; events: EventStore; close(): Promise<void> }>,
): void {
  describe(`document store: ${name}`, () => {
    let store: DocumentStore;
    let events: EventStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ documents: store, events, close } = await open());
    });

    it('DS1 reads updates back as they were, in the order they came', async () => {
      const { incarnation, rows } = await written(store, DECK, 'one', 'two', 'three');
      expect(await saysNow(store, DECK)).toEqual(['one', 'two', 'three']);
      const document = await store.open(DECK, 's1');
      expect(document.incarnation).toBe(incarnation);
      expect(document.rows.map(({ row }) => row)).toEqual(rows);
      expect([...rows].sort((one, other) => one - other)).toEqual(rows);
    });

    it('DS1 keeps every byte, whatever the update holds and however long it is', async () => {
      const { incarnation } = await store.open(DECK, 's1');
      const all = [
        new Uint8Array(),
        Uint8Array.from({ length: 256 }, (_, byte) => byte),
        Uint8Array.from({ length: 1024 * 1024 }, (_, at) => at % 251),
      ];
      await Promise.all(all.map((each) => store.append(DECK, incarnation, each)));
      const stored = await store.find(DECK);
      expect(stored?.rows.map((row, at) => Buffer.compare(row.update, all[at] as Uint8Array))).toEqual([0, 0, 0]);
    });

    it('DS2 finds no document before it is opened, then an empty one', async () => {
      expect(await store.find(DECK)).toBeUndefined();
      const { incarnation, rows } = await store.open(DECK, 's1');
      expect(rows).toEqual([]);
      expect(incarnation).toMatch(/^[A-Za-z0-9_-]{16,}$/);
      expect(await store.find(DECK)).toEqual({ incarnation, rows: [] });
      expect(await store.find(STORY)).toBeUndefined();
    });

    it('DS2 makes a document once, however many open it at once', async () => {
      const all = await Promise.all(Array.from({ length: 50 }, () => store.open(DECK, 's1')));
      expect(new Set(all.map(({ incarnation }) => incarnation)).size).toBe(1);
      expect((await store.open(STORY, 's1')).incarnation).not.toBe(all[0]?.incarnation);
    });

    it('DS2 gives a document that was destroyed and made again another incarnation', async () => {
      const first = await written(store, DECK, 'one');
      await store.destroy([DECK]);
      const second = await store.open(DECK, 's1');
      expect(second.rows).toEqual([]);
      expect(second.incarnation).not.toBe(first.incarnation);
    });

    it('DS2 opens no document of another space', async () => {
      await written(store, DECK, 'one');
      await expect(store.open(DECK, 'other')).rejects.toThrow('another');
      expect(await saysNow(store, DECK)).toEqual(['one']);
    });

    it('DS3 replaces exactly the rows it was given; those that came meanwhile stay, after them', async () => {
      const { incarnation, rows } = await written(store, DECK, 'one', 'two', 'three', 'four');
      const given = rows.slice(0, 3);
      const [meanwhile, compacted, later] = await Promise.all([
        appended(store, DECK, incarnation, 'meanwhile'),
        store.compact(DECK, incarnation, given, update('one to three')),
        appended(store, DECK, incarnation, 'later'),
      ]);
      expect(await saysNow(store, DECK)).toEqual(['one to three', 'four', 'meanwhile', 'later']);
      expect(compacted.outcome).toBe('saved');
      const now = (await store.find(DECK))?.rows.map(({ row }) => row);
      expect(now).toEqual([compacted.outcome === 'saved' && compacted.row, rows[3], meanwhile, later]);
    });

    it('DS3 compacts again and again, what was compacted before included', async () => {
      const { incarnation } = await store.open(DECK, 's1');
      const expected: string[] = [];
      for (let round = 0; round < 5; round += 1) {
        await Promise.all(['a', 'b'].map((each) => appended(store, DECK, incarnation, each)));
        expected.push('ab');
        const { rows = [] } = (await store.find(DECK)) ?? {};
        const result = await store.compact(
          DECK,
          incarnation,
          rows.map(({ row }) => row),
          update(expected.join()),
        );
        expect(result.outcome).toBe('saved');
        expect(await saysNow(store, DECK)).toEqual([expected.join()]);
      }
    });

    it('DS3 takes a state that replaces nothing', async () => {
      const { incarnation } = await written(store, DECK, 'one');
      await store.compact(DECK, incarnation, [], update('two'));
      const empty = await store.open(STORY, 's1');
      await store.compact(STORY, empty.incarnation, [], update('start'));
      await appended(store, STORY, empty.incarnation, 'more');
      expect(await saysNow(store, DECK)).toEqual(['one', 'two']);
      expect(await saysNow(store, STORY)).toEqual(['start', 'more']);
    });

    it('DS3 records nothing where a row is not there, or is of another document', async () => {
      const deck = await written(store, DECK, 'one', 'two');
      const story = await written(store, STORY, 'words');
      const compact = (rows: number[]) => store.compact(DECK, deck.incarnation, rows, update('all'));
      await expect(compact([...deck.rows, 999])).rejects.toThrow('not there');
      await expect(compact([...deck.rows, ...story.rows])).rejects.toThrow('not there');
      await compact(deck.rows);
      await expect(compact(deck.rows)).rejects.toThrow('not there');
      expect(await saysNow(store, DECK)).toEqual(['all']);
      expect(await saysNow(store, STORY)).toEqual(['words']);
      expect(await appended(store, DECK, deck.incarnation, 'next')).toBeGreaterThan(0);
    });

    it('DS4 destroys the documents it is given, passes over names that are not there, and leaves the others', async () => {
      await written(store, DECK, 'one');
      await written(store, DRAFT, 'mine');
      await written(store, STORY, 'ours');
      await store.destroy([DECK, 'deck/none', DRAFT, DECK]);
      await store.destroy([]);
      expect(await store.find(DECK)).toBeUndefined();
      expect(await store.find(DRAFT)).toBeUndefined();
      expect(await saysNow(store, STORY)).toEqual(['ours']);
    });

    it('DS4 destroys documents in the same step as the append that orders it', async () => {
      await written(store, DECK, 'one');
      await written(store, DRAFT, 'mine');
      await record(events, {
        streams: [{ stream: TALK, events: [bare()] }],
        destroy: { documents: [DECK, 'deck/none'] },
      });
      expect(await store.find(DECK)).toBeUndefined();
      await record(events, { streams: [], destroy: { documents: [DRAFT] } });
      expect(await store.find(DRAFT)).toBeUndefined();
    });

    it('DS4 destroys nothing where the append is a conflict or a repeat', async () => {
      const command = append({ streams: [{ stream: TALK, events: [bare()] }], destroy: { documents: [DECK] } });
      await events.append(command);
      await written(store, DECK, 'written since');
      expect((await events.append(command)).outcome).toBe('repeated');
      const late = append({ streams: [{ stream: TALK, expectedHead: 0, events: [] }], destroy: { documents: [DECK] } });
      expect((await events.append(late)).outcome).toBe('conflict');
      expect(await saysNow(store, DECK)).toEqual(['written since']);
    });

    it('DS4 lets no append destroy a document of another space', async () => {
      await written(store, DECK, 'one');
      const foreign = append({
        spaceId: 'other',
        streams: [{ stream: OWN, events: [bare()] }],
        destroy: { documents: [DECK] },
      });
      await expect(events.append(foreign)).rejects.toThrow('another');
      expect(await saysNow(store, DECK)).toEqual(['one']);
      expect(await heads(events, OWN)).toEqual([0]);
    });

    it('DS4 gives a document the name of one that it destroys, in the same step', async () => {
      await written(store, DRAFT, 'said', 'for later');
      const carried = await written(store, 'carried/c1', 'for later');
      const rename = [{ from: 'carried/c1', to: DRAFT }];
      await record(events, { streams: [{ stream: TALK, events: [bare()] }], destroy: { documents: [DRAFT] }, rename });
      expect(await store.find('carried/c1')).toBeUndefined();
      expect(await saysNow(store, DRAFT)).toEqual(['for later']);
      // It goes on under that name, and can be compacted and destroyed there.
      await appended(store, DRAFT, carried.incarnation, 'more');
      const compacted = await store.compact(DRAFT, carried.incarnation, carried.rows, update('all'));
      expect(compacted.outcome).toBe('saved');
      expect(await saysNow(store, DRAFT)).toEqual(['all', 'more']);
      await store.destroy([DRAFT]);
      expect(await store.find(DRAFT)).toBeUndefined();
    });

    it('DS4 renames nothing where the append is a conflict, the name is taken, or the document is not there', async () => {
      await written(store, DRAFT, 'said');
      await written(store, 'carried/c1', 'for later');
      const rename = [
        { from: 'carried/none', to: STORY },
        { from: 'carried/c1', to: DRAFT },
      ];
      const streams = [{ stream: TALK, expectedHead: 7, events: [bare()] }];
      const late = append({ streams, destroy: { documents: [DRAFT] }, rename });
      expect((await events.append(late)).outcome).toBe('conflict');
      await record(events, { streams: [{ stream: TALK, events: [bare()] }], rename });
      expect(await saysNow(store, DRAFT)).toEqual(['said']);
      expect(await saysNow(store, 'carried/c1')).toEqual(['for later']);
      expect(await store.find(STORY)).toBeUndefined();
      const foreign = append({ spaceId: 'other', streams: [{ stream: OWN, events: [bare()] }], rename });
      await expect(events.append(foreign)).rejects.toThrow('another');
    });

    it('DS5 saves updates of many documents that wait together, each in its own order', async () => {
      const names = Array.from({ length: 64 }, (_, at) => `deck/c${at}`);
      const lives = await Promise.all(names.map((each) => store.open(each, 's1')));
      const sayings = (at: number) => Array.from({ length: 5 }, (_, count) => `${at}: ${count}`);
      await Promise.all(
        sayings(0).flatMap((_, count) =>
          names.map((each, at) => appended(store, each, lives[at]?.incarnation ?? '', `${at}: ${count}`)),
        ),
      );
      const all = await Promise.all(names.map((each) => store.find(each)));
      expect(all.map(says)).toEqual(names.map((_, at) => sayings(at)));
    });

    it('DS5 lets one that is gone or at fault disturb no other', async () => {
      const deck = await written(store, DECK, 'one');
      const story = await written(store, STORY, 'our words');
      const results = await Promise.allSettled([
        store.append(DECK, deck.incarnation, update('two')),
        store.append(STORY, deck.incarnation, update('another life')),
        store.compact(STORY, story.incarnation, deck.rows, update('foreign rows')),
        store.append('deck/none', deck.incarnation, update('nowhere')),
        store.append(DECK, deck.incarnation, update('three')),
      ]);
      expect(results.map((each) => (each.status === 'fulfilled' ? each.value.outcome : 'fault'))).toEqual([
        'saved',
        'gone',
        'fault',
        'gone',
        'saved',
      ]);
      expect(await saysNow(store, DECK)).toEqual(['one', 'two', 'three']);
      expect(await saysNow(store, STORY)).toEqual(['our words']);
    });

    it('DS5 keeps what others wait to save where a document beside them is destroyed', async () => {
      const deck = await written(store, DECK, 'one');
      const story = await written(store, STORY, 'ours');
      const results = await Promise.all([
        store.append(DECK, deck.incarnation, update('two')),
        store.append(STORY, story.incarnation, update('more')),
        events.append(append({ streams: [], destroy: { documents: [DECK] } })),
        store.append(STORY, story.incarnation, update('and more')),
      ]);
      expect(results.map(({ outcome }) => outcome).slice(1)).toEqual(['saved', 'appended', 'saved']);
      expect(await store.find(DECK)).toBeUndefined();
      expect(await saysNow(store, STORY)).toEqual(['ours', 'more', 'and more']);
    });

    it('DS7 answers whoever holds another incarnation with gone, and records nothing', async () => {
      const first = await written(store, DECK, 'one');
      await store.destroy([DECK]);
      expect(await store.append(DECK, first.incarnation, update('late'))).toEqual(GONE);
      expect(await store.compact(DECK, first.incarnation, first.rows, update('late'))).toEqual(GONE);
      expect(await store.find(DECK)).toBeUndefined();
      const second = await written(store, DECK, 'new');
      expect(await store.append(DECK, first.incarnation, update('late'))).toEqual(GONE);
      expect(await store.compact(DECK, first.incarnation, second.rows, update('late'))).toEqual(GONE);
      expect(await saysNow(store, DECK)).toEqual(['new']);
    });

    it('DS7 takes nothing into a document that was destroyed while it waited', async () => {
      const { incarnation, rows } = await written(store, DECK, 'one');
      const waiting = [
        store.append(DECK, incarnation, update('two')),
        store.compact(DECK, incarnation, rows, update('one again')),
        store.append(DECK, incarnation, update('three')),
      ];
      await store.destroy([DECK]);
      const again = await store.open(DECK, 's1');
      await Promise.all(waiting);
      expect(await store.find(DECK)).toEqual({ incarnation: again.incarnation, rows: [] });
    });

    it('DS1 closes after what was under way, and takes no more', async () => {
      const { incarnation } = await store.open(DECK, 's1');
      const last = store.append(DECK, incarnation, update('last'));
      await close();
      expect((await last).outcome).toBe('saved');
      await expect(store.append(DECK, incarnation, update('late'))).rejects.toThrow('closed');
      await expect(store.find(DECK)).rejects.toThrow('closed');
      await expect(store.open(DECK, 's1')).rejects.toThrow('closed');
      await expect(store.destroy([DECK])).rejects.toThrow('closed');
    });
  });
}
