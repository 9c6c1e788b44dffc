import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aCouple, type Couple, open } from '../kit/couple.ts';
import { DocumentLine, edit } from '../kit/document-line.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const INVENTED = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('the handshake of the line of edits', () => {
  let server: TestServer;
  let couple: Couple;
  let others: Couple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
    couple = await aCouple(server);
    others = await aCouple(server);
    conversationId = await open(couple, 'reach-and-respond');
  });
  afterAll(async () => {
    for (const { a, b } of [couple, others]) for (const person of [a, b]) person.disconnect();
    await server.close();
  });

  const foreign: [what: string, origin: (port: number) => string | undefined][] = [
    ['another site', () => 'https://evil.example'],
    ['a page without an origin', () => 'null'],
    ['nobody', () => undefined],
    ['a name that only begins like ours', (port) => `http://127.0.0.1:${port}.evil.example`],
    ['a name under ours', (port) => `http://us.localhost:${port}`],
    ['another port', (port) => `http://127.0.0.1:${port + 1}`],
  ];
  it.each(foreign)('DO13 is refused to %s, without an upgrade (row 2)', async (_what, from) => {
    const asked = DocumentLine.open(couple.a, `deck/${conversationId}`, { origin: from(server.port) });
    await expect(asked).rejects.toThrow('status 403');
  });

  it('DO13 a path that is nobody’s is not upgraded', async () => {
    const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/elsewhere/deck`, {
      headers: { origin: server.origin, cookie: couple.a.cookie },
    });
    await expect(
      new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject)),
    ).rejects.toThrow();
  });

  it.each([
    ['no cookie', () => ''],
    ['a cookie that was made up', () => `turnward=${'A'.repeat(43)}`],
    ['a cookie that is cut short', () => couple.a.cookie.slice(0, -1)],
  ])('DO13 is closed as signed out, finally, to %s', async (_what, cookie) => {
    const line = await DocumentLine.open(couple.a, `deck/${conversationId}`, { cookie: cookie() });
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.signedOut);
    expect(line.heard).toEqual([]);
  });

  const names: [what: string, name: () => string][] = [
    ['no name', () => ''],
    ['a conversation that is not there', () => `deck/${INVENTED}`],
    ['the partner’s draft', () => `draft/${conversationId}/b`],
    ['a story before the talk began', () => `story/${conversationId}`],
    ['notes of somebody who is no facilitator', () => `notes/${couple.spaceId}/${INVENTED}`],
    ['notes of a space that is not there', () => `notes/${INVENTED}/${INVENTED}`],
    ['a kind that is not there', () => `talk/${conversationId}`],
    ['a name with more behind it', () => `deck/${conversationId}/a`],
    ['a name that is escaped', () => `deck%2F${conversationId}`],
    ['a space where a conversation belongs', () => `deck/${couple.spaceId}`],
    ['a very long name', () => `deck/${'a'.repeat(4_000)}`],
  ];
  it.each(names)('DO13 %s opens nothing (PR6)', async (_what, name) => {
    const line = await DocumentLine.open(couple.a, name());
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.notFound);
    expect(line.heard).toEqual([]);
  });

  it.each(['deck', 'draft', 'story'])(
    'DO13 the %s of another couple is answered like none at all (row 25)',
    async (kind) => {
      const seat = kind === 'draft' ? '/a' : '';
      for (const id of [conversationId, INVENTED]) {
        const line = await DocumentLine.open(others.a, `${kind}/${id}${seat}`);
        line.update(edit((doc) => doc.getText('t').insert(0, 'not mine')));
        expect(await line.closed()).toBe(DOCUMENT_CLOSE.notFound);
        expect(line.heard).toEqual([]);
      }
    },
  );

  it('DO13 says first how it stands, then asks for what it lacks', async () => {
    const line = await DocumentLine.open(couple.a, `deck/${conversationId}`);
    await line.next('step1');
    expect(line.heard.map(({ type }) => type)).toEqual(['standing', 'step1']);
    expect((await line.next('standing')).standing).toEqual({
      access: 'write',
      incarnation: expect.stringMatching(/^.{16,}$/),
    });
    line.leave();
  });

  it('DO7 is closed as gone to whoever holds another life of the document', async () => {
    const line = await DocumentLine.open(couple.a, `deck/${conversationId}`, { query: `?of=${INVENTED}` });
    expect(await line.closed()).toBe(DOCUMENT_CLOSE.gone);
    expect(line.heard).toEqual([]);
  });
});
