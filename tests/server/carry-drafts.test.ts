import { MemoryEventStore } from '@turnward/server/adapters/memory/event-store.ts';
import { carryingDrafts } from '@turnward/server/carry-drafts.ts';
import { carriedName } from '@turnward/server/documents/begin-anew.ts';
import type { Append, AppendResult } from '@turnward/server/ports/event-store.ts';
import { documentsOf, parseDocumentName } from '@turnward/shared/documents/names.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { DocumentDesk, type QueuedDevice } from '../kit/document-desk.ts';
import { until } from '../kit/person.ts';

const DRAFT = 'draft/c/a';
const CARRIED = carriedName(DRAFT);
const SAID = 'fear/text';
const LATER = 'agree/text';

/** Looks at what the store holds right before and right after the append itself. */
class Watched extends MemoryEventStore {
  before = async (): Promise<void> => undefined;
  after = async (): Promise<void> => undefined;

  override async append(asked: Append): Promise<AppendResult> {
    await this.before();
    const result = await super.append(asked);
    await this.after();
    return result;
  }
}

const shares = (commandId = 'share'): Append => ({
  spaceId: 's',
  author: 'a',
  commandId,
  at: 1,
  streams: [{ stream: 'talk:c', events: [{ event: { type: 'Contributed', stepId: 'fear' } as { type: string } }] }],
  destroy: { documents: [DRAFT] },
});

describe('what a draft holds for other steps', () => {
  let desk: DocumentDesk;
  let memory: Watched;
  let device: QueuedDevice;
  const talk = () => carryingDrafts(memory, desk.documents, 200);
  const head = async () => [...(await memory.heads(['talk:c'])).values()];
  const writes = async (words: string, text: string) => {
    device.type(words, text);
    await until(() => expect(device.saved).toBe(device.device.heard));
  };

  beforeEach(async () => {
    desk = new DocumentDesk(10_000);
    memory = new Watched(desk.store.store);
    device = await desk.enter('a', DRAFT);
    await writes('Said.', SAID);
  });

  it('DO6 DO12 is in the store at the moment the append is, whatever becomes of every write after it', async () => {
    await writes('For later.', LATER);
    let after: string | undefined;
    memory.after = async () => {
      after = await desk.stored(DRAFT, LATER);
    };
    await talk().append(shares());
    expect(after).toBe('For later.');
    expect(await desk.stored(DRAFT, SAID)).toBe('');
    expect(await desk.store.find(CARRIED)).toBeUndefined();
    const fresh = await desk.enter('a', DRAFT);
    expect([fresh.text(LATER), fresh.text(SAID)]).toEqual(['For later.', '']);
    expect(desk.faults).toEqual([]);
  });

  it('DO12 costs no write where there is nothing else in the draft', async () => {
    const before = desk.store.arrived.length;
    await talk().append(shares());
    expect(desk.store.arrived.slice(before)).toEqual([]);
    expect(await desk.store.find(DRAFT)).toBeUndefined();
  });

  it('DO6 says of nothing typed meanwhile that it is saved before it lies in what comes after', async () => {
    await writes('For later.', LATER);
    const other = await desk.enter('b', 'deck/c');
    let told = [0, 0];
    memory.before = async () => {
      const before = device.saved;
      device.type(' And more.', LATER);
      // What was typed after it elsewhere is saved: this would be, too.
      other.type('Elsewhere.');
      await until(() => expect(other.saved).toBe(other.device.heard));
      told = [before, device.saved];
    };
    await talk().append(shares());
    expect(told[1]).toBe(told[0]);
    await until(() => expect(device.closes).toEqual(['gone']));
    const fresh = await desk.enter('a', DRAFT);
    expect(fresh.text(LATER)).toBe('For later. And more.');
    expect(await desk.stored(DRAFT, LATER)).toBe('For later. And more.');
  });

  it('DO12 refuses the append where nothing can be carried over, and the draft goes on as it was', async () => {
    await writes('For later.', LATER);
    desk.store.full = true;
    await expect(talk().append(shares())).rejects.toThrow('full');
    desk.store.full = false;
    expect(await head()).toEqual([0]);
    await writes(' More.', LATER);
    expect(await desk.stored(DRAFT, LATER)).toBe('For later. More.');
    expect((await talk().append(shares())).outcome).toBe('appended');
    expect(await desk.stored(DRAFT, LATER)).toBe('For later. More.');
  });

  it('DO12 refuses the append where carrying over takes too long, and the draft goes on once the store does', async () => {
    await writes('For later.', LATER);
    desk.store.shut();
    await expect(talk().append(shares())).rejects.toThrow('in time');
    expect(await head()).toEqual([0]);
    device.type(' More.', LATER);
    desk.store.lift();
    await until(() => expect(device.saved).toBe(device.device.heard));
    expect((await talk().append(shares())).outcome).toBe('appended');
    expect(await desk.stored(DRAFT, LATER)).toBe('For later. More.');
  });

  it('DO12 leaves nothing beside the draft where the append is a conflict, and goes on saving', async () => {
    await writes('For later.', LATER);
    const late = shares();
    late.streams = late.streams.map((each) => ({ ...each, expectedHead: 9 }));
    expect((await talk().append(late)).outcome).toBe('conflict');
    await until(async () => expect(await desk.store.find(CARRIED)).toBeUndefined());
    await writes(' More.', LATER);
    expect(await desk.stored(DRAFT, LATER)).toBe('For later. More.');
  });

  it('DO12 KP2 destroys what a crash left beside a draft, at the latest with the conversation', async () => {
    expect(parseDocumentName(CARRIED)).toBeUndefined();
    await desk.store.open(CARRIED, 's');
    await talk().append(shares());
    expect(await desk.store.find(CARRIED)).toBeUndefined();
    await desk.store.open(CARRIED, 's');
    await talk().append({ ...shares('end'), destroy: { documents: documentsOf('c') } });
    expect(await desk.store.find(CARRIED)).toBeUndefined();
  });
});
