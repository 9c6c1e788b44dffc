import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { DocumentCouple } from '../kit/document-couple.ts';
import { DocumentLine } from '../kit/document-line.ts';
import { startServer, type TestServer } from '../kit/server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('documents of whoever leaves, and of a space that goes', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('ER6 DO3 whoever leaves is sent away from deck and draft at once, and the talk’s documents go with it', async () => {
    const talk = await DocumentCouple.gather(server);
    const lines = [await talk.line('a'), await talk.line('a', 'draft/a'), await talk.line('b')];
    accepted(await talk.couple.a.ask(talk.couple.spaceId, { type: 'LeaveSpace', erase: false }));
    for (const line of lines) expect([4404, 4409]).toContain(await line.closed());
    expect(await (await DocumentLine.open(talk.couple.a, talk.name('deck'))).closed()).toBe(4404);
    talk.leave();
  });

  it('ER8 DO7 nothing of a deleted space can be opened again', async () => {
    const talk = await DocumentCouple.gather(server);
    const { a, b, spaceId } = talk.couple;
    const line = await talk.line('b', 'draft/b');
    for (const person of [a, b]) {
      accepted(await person.ask(spaceId, { type: 'GiveConsent', what: 'delete-space', version: 1 }));
    }
    accepted(await b.ask(spaceId, { type: 'DeleteSpace' }));
    expect([4404, 4409]).toContain(await line.closed());
    expect(await (await DocumentLine.open(b, talk.name('draft/b'))).closed()).toBe(4404);
    talk.leave();
  });
});
