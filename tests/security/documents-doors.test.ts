import { connect } from 'node:net';
import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { documentName } from '@turnward/shared/documents/names.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, begin, type Couple } from '../kit/couple.ts';
import { clearTheWay } from '../kit/fit.ts';
import type { PairedDocument } from '../kit/paired-run-document.ts';
import { Member } from '../kit/paired-run-member.ts';
import { cookieOf, memberIdOf, openRoom, type PairedRoom, SPACE, type Who } from '../kit/paired-run-room.ts';

const INVENTED = 'AAAAAAAAAAAAAAAAAAAAAA';
const PEOPLE = ['a', 'b', 'facilitator'] as const;
/** A notice of leave: a close frame with code 1000, masked with zeros as a client's must be. */
const GOODBYE = Uint8Array.of(0x88, 0x82, 0, 0, 0, 0, 0x03, 0xe8);

/** Everything the server sends to one who asks for a document, headers and frames as they lie on the wire. */
function wireBytes(port: number, headers: Record<string, string>, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let wire = '';
    const socket = connect(port, '127.0.0.1');
    const asked = { host: `127.0.0.1:${port}`, connection: 'Upgrade', upgrade: 'websocket', ...headers };
    const key = { 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const lines = Object.entries({ ...asked, ...key }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.on('data', (bytes) => {
      wire += bytes.toString('latin1');
      if (wire.includes('\r\n\r\n\u0088')) socket.end(GOODBYE);
    });
    socket.on('end', () => resolve(wire));
    socket.on('error', reject);
  });
}

/** Security rows 2 and 25, on the line of edits, to the byte. */
describe('the doors of documents', () => {
  let room: PairedRoom;
  let port: number;
  let others: Couple;
  let conversationId: string;
  let members: Member[];
  const opened: PairedDocument[] = [];
  const member = (who: Who): Member => members.find((each) => each.who === who) ?? expect.fail(`no ${who}`);
  const knock = (who: Who, name: string) =>
    wireBytes(port, { origin: room.origin, cookie: cookieOf(who) }, `/yjs/${name}`);

  beforeAll(async () => {
    room = await openRoom(PEOPLE);
    port = Number(new URL(room.origin).port);
    others = await aCouple(room);
    members = PEOPLE.map((who) => new Member(who, room.origin));
    for (const each of members) await each.connect();
    const { a } = { a: member('a').person };
    await clearTheWay('reach-and-respond', SPACE, [a, member('b').person]);
    const reply = await a.ask(SPACE, { type: 'OpenConversation', guideId: 'reach-and-respond', first: 'a' });
    conversationId = reply.ok && reply.created ? reply.created : expect.fail('not opened');
    for (const { person } of members) await person.follow('conversation', conversationId);
    // Everything is there: what is refused is refused although it exists.
    const refs = [
      ['a', { kind: 'draft', conversationId, seat: 'a' }],
      ['b', { kind: 'draft', conversationId, seat: 'b' }],
      ['facilitator', { kind: 'notes', spaceId: SPACE, memberId: memberIdOf('facilitator') }],
      ['a', { kind: 'deck', conversationId }],
    ] as const;
    for (const [who, ref] of refs) {
      const document = await member(who).open(ref);
      document.doc.getText('share/text').insert(0, 'Mine.');
      while (!document.quiet) await document.caughtUp();
      opened.push(document);
    }
  });
  afterAll(async () => {
    for (const person of [others.a, others.b]) person.disconnect();
    for (const each of members) await each.leave();
    await room.remove();
  });

  it.each([
    ['another site', () => 'https://evil.example'],
    ['a page without an origin', () => 'null'],
    ['an empty origin', () => ''],
    ['nobody', () => undefined],
    ['a name that only begins like ours', () => `${room.origin}.evil.example`],
    ['a name under ours', () => `http://us.127.0.0.1:${port}`],
    ['another port', () => `http://127.0.0.1:${port + 1}`],
    ['our name over https', () => room.origin.replace('http', 'https')],
    ['ours and another', () => `${room.origin}, https://evil.example`],
    ['ours with a path', () => `${room.origin}/`],
    ['ours in capitals', () => room.origin.replace('http', 'HTTP')],
  ])('DO13 answers %s the same before any document, also one that is theirs (row 2)', async (_what, origin) => {
    const given = origin();
    const headers = { cookie: cookieOf('a'), ...(given !== undefined && { origin: given }) };
    const names = [`deck/${conversationId}`, `draft/${conversationId}/a`, `draft/${conversationId}/b`, INVENTED, ''];
    const answers = await Promise.all(names.map((name) => wireBytes(port, headers, `/yjs/${name}`)));
    expect(new Set(answers)).toEqual(
      new Set(['HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n']),
    );
  });

  it('DO13 upgrades only what comes from a page of ours', async () => {
    const [headers = '', frames = '', ...more] = (await knock('a', `deck/${INVENTED}`)).split('\r\n\r\n');
    expect(headers).toMatch(/^HTTP\/1.1 101 /);
    // A close frame of ten bytes: the code 4404, and the reason.
    expect([frames, ...more]).toEqual(['\u0088\u000a\u0011\u0034notFound']);
  });

  /** Who asks, for what, though it may be there. */
  const foreign: [what: string, who: Who, name: () => string][] = [
    ['the partner’s draft', 'a', () => `draft/${conversationId}/b`],
    ['the other partner’s draft', 'b', () => `draft/${conversationId}/a`],
    ['a partner’s draft, by whoever facilitates', 'facilitator', () => `draft/${conversationId}/a`],
    ['a draft of a seat that is not there', 'facilitator', () => `draft/${conversationId}/c`],
    ['a facilitator’s notes, by a partner', 'a', () => `notes/${SPACE}/${memberIdOf('facilitator')}`],
    ['a partner’s own notes, which there are none of', 'a', () => `notes/${SPACE}/${memberIdOf('a')}`],
    ['a partner’s notes, by whoever facilitates', 'facilitator', () => `notes/${SPACE}/${memberIdOf('a')}`],
    ['notes of nobody', 'facilitator', () => `notes/${SPACE}/${INVENTED}`],
    ['notes in a space of others', 'facilitator', () => `notes/${others.spaceId}/${memberIdOf('facilitator')}`],
    ['a story before the talk began', 'a', () => `story/${conversationId}`],
    ['a space where a talk belongs', 'a', () => `deck/${SPACE}`],
    ['a name that climbs', 'a', () => `deck/../draft/${conversationId}/b`],
    ['a name that is escaped', 'a', () => `draft%2F${conversationId}%2Fb`],
  ];
  it.each(foreign)('DO13 PR6 %s is like none at all, to the byte (row 25)', async (_what, who, name) => {
    const none = await knock(who, `deck/${INVENTED}`);
    expect(await knock(who, name())).toBe(none);
    expect(await knock(who, `${name()}?of=${INVENTED}`)).toBe(none);
  });

  it('DO13 PR6 another couple’s documents are like none at all, to the byte, in each phase (row 25)', async () => {
    const headers = { origin: room.origin, cookie: others.a.cookie };
    const kinds = [
      documentName({ kind: 'deck', conversationId }),
      documentName({ kind: 'draft', conversationId, seat: 'a' }),
      documentName({ kind: 'story', conversationId }),
      documentName({ kind: 'notes', spaceId: SPACE, memberId: memberIdOf('facilitator') }),
    ];
    const asOthers = (name: string) => wireBytes(port, headers, `/yjs/${name}`);
    const none = await asOthers(`deck/${INVENTED}`);
    for (const name of kinds) expect(await asOthers(name), name).toBe(none);
    const [a, b] = [member('a').person, member('b').person];
    await begin({ spaceId: SPACE, a, b }, conversationId);
    for (const name of kinds) expect(await asOthers(name), name).toBe(none);
    await a.do(conversationId, { type: 'Stop' });
    for (const name of kinds) expect(await asOthers(name), name).toBe(none);
    // After the end it is like none to those whose it was, too.
    for (const name of kinds.slice(0, 3)) expect(await knock('a', name), name).toBe(none);
  });

  it('DO13 leaves no document behind for any of these names', async () => {
    for (const document of opened) await document.leave();
    await room.stop();
    const store = await openSqlite({ dataDir: room.dataDir, keys: await openFileKeys(room.dataDir) });
    const names = [...foreign.map(([, , name]) => name()), `deck/${INVENTED}`];
    for (const name of names.filter((each) => each !== `notes/${SPACE}/${memberIdOf('facilitator')}`)) {
      expect(await store.documents.find(name), name).toBeUndefined();
    }
    expect((await store.documents.find(`notes/${SPACE}/${memberIdOf('facilitator')}`))?.rows).not.toEqual([]);
    await store.close();
  });
});
