import type { DocumentStanding } from '@turnward/server/between-lines.ts';
import { Documents } from '@turnward/server/documents/documents.ts';
import { expect, it } from 'vitest';
import { QueuedDevice } from '../kit/document-desk.ts';
import { GatedStore } from '../kit/gated-store.ts';

it('DO3 where it can’t be told any more what a device may do, it may nothing', async () => {
  const faults: unknown[] = [];
  let standing = async (): Promise<DocumentStanding> => ({ spaceId: 's', seat: 'a', access: 'write', guideCards: [] });
  const documents = new Documents({
    store: new GatedStore(),
    sessions: { holds: () => true },
    standing: () => standing(),
    failed: (error) => void faults.push(error),
    now: Date.now,
    rest: 10,
  });
  const a = await new QueuedDevice(documents, 'a', 'story/c').enter();
  expect(a.device.access).toBe('write');
  standing = () => Promise.reject(new Error('the disk is gone'));
  await documents.changed('s');
  expect(a.closes).toEqual(['notSaved']);
  expect(faults).toEqual([new Error('the disk is gone')]);
  a.type('still writing');
  expect(await documents.read('story/c', (doc) => doc.getText('text').toString())).toBe('');
});
