import { draftBox } from '@turnward/shared/documents/draft.ts';
import { notesText } from '@turnward/shared/documents/notes.ts';
import type { MyData } from '@turnward/shared/wire/my-data.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, accepted, playTo, stepNow } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { aFacilitatedCouple, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

/** What each of the three wrote, in every place that is theirs. */
const OF = {
  a: ['Rhabarber <img src=x onerror=alert(1)> "&amp;"', 'Salbeiblatt'],
  b: ['Wacholder', 'Holunder', 'Schlehdorn'],
  facilitator: ['Ingwer', 'Kardamom'],
} as const;
type Who = keyof typeof OF;
const ALL = Object.keys(OF) as Who[];

describe('what somebody takes with them', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
    couple = await aFacilitatedCouple(server);
    conversationId = await openLed(couple, 'heard');
    const { a, b, facilitator, facilitatorId, spaceId } = couple;
    const does = async (who: Person, ...commands: Parameters<Person['do']>[1][]) => {
      for (const command of commands) accepted(await who.do(conversationId, command));
    };
    await beginLed(couple, conversationId);
    await does(a, { type: 'Whisper', text: OF.a[1] });
    await does(b, { type: 'Whisper', text: OF.b[0] });
    await does(facilitator, { type: 'Whisper', to: 'b', text: OF.facilitator[0] });
    await playTo(server, couple, conversationId, 'share');
    const turnId = () => couple.a.stateOf(conversationId).turn?.turnId ?? '';
    await does(facilitator, { type: 'ReturnFloor', turnId: turnId() });
    server.advance(60_000);
    await does(a, { type: 'Contribute', turnId: turnId(), answer: { text: { text: OF.a[0] } } });
    await until(() => expect(stepNow(b.stateOf(conversationId)).id).toBe('hear.mirror'));
    server.advance(60_000);
    await does(b, { type: 'Contribute', turnId: turnId(), answer: { text: { text: OF.b[1] } } });
    await write(b, `draft/${conversationId}/b`, (doc) => draftBox(doc, 'share~2', 'text').insert(0, OF.b[2]));
    await write(facilitator, `notes/${spaceId}/${facilitatorId}`, (doc) => notesText(doc).insert(0, OF.facilitator[1]));
  });
  afterAll(() => server.close());

  async function write(person: Person, name: string, change: (doc: DocumentDevice['doc']) => void): Promise<void> {
    const device = await new DocumentDevice(person, name).synced();
    change(device.doc);
    await device.saved();
    device.close();
  }
  async function take(person: Person, file: string) {
    const response = await fetch(`${server.origin}/api/my-data.${file}`, { headers: { cookie: person.cookie } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  const mine = async (person: Person): Promise<MyData> => JSON.parse((await take(person, 'json')).text);

  it.each(ALL)('MY1 is all that %s wrote, and no word of the others', async (who) => {
    const { text, headers } = await take(couple[who], 'json');
    for (const words of OF[who]) expect(text).toContain(JSON.stringify(words).slice(1, -1));
    for (const other of ALL.filter((each) => each !== who))
      for (const words of OF[other]) expect(text).not.toContain(words);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe('attachment; filename="my-words.json"');
  });

  it('MY1 says what they agreed to and did, and nothing that was only done to them', async () => {
    const { rooms } = await mine(couple.a);
    const types = rooms
      .flatMap(({ did, talks }) => [...did, ...talks.flatMap(({ events }) => events)])
      .map(({ event }) => event.type);
    expect(types).toEqual(
      expect.arrayContaining(['MemberJoined', 'GuestConfirmed', 'ReadySet', 'Answered', 'Contributed']),
    );
    expect(types).not.toContain('Admitted');
    const ofFacilitator = (await mine(couple.facilitator)).rooms.flatMap(({ talks }) =>
      talks.flatMap(({ events }) => events),
    );
    expect(ofFacilitator.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['Admitted', 'ConversationBegun', 'FloorReturned', 'Whispered']),
    );
  });

  it('MY2 row 19: the page shows words as words, in both languages', async () => {
    const english = await take(couple.a, 'html?language=en');
    expect(english.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(english.text).toContain('Rhabarber &#60;img src=x onerror=alert(1)&#62; &#34;&#38;amp;&#34;');
    expect(english.text).not.toMatch(/<(?:img|script|link|iframe|a)\b/);
    expect((await take(couple.a, 'html?language=de')).text).toContain('Was in Turnward von dir ist');
  });

  it('MY1 is for whoever is signed in, and changes nothing (row 20)', async () => {
    expect((await take(new Person(server.origin), 'json')).status).toBe(401);
    expect((await take(new Person(server.origin), 'html')).status).toBe(401);
    const heads = () => [couple.a, couple.b].map(({ seen }) => seen.length);
    const before = heads();
    await take(couple.b, 'json');
    for (const person of [couple.a, couple.b]) await person.caughtUp();
    expect(heads()).toEqual(before);
  });

  it('MY1 says of what was destroyed that it was there, and of another couple nothing', async () => {
    const others = await aCouple(server);
    expect((await mine(others.a)).rooms.map(({ spaceId }) => spaceId)).toEqual([others.spaceId]);
    accepted(await couple.a.do(conversationId, { type: 'Stop' }));
    for (const who of ['a', 'b'] as const) {
      const { turnId = '' } = couple[who].stateOf(conversationId).turn ?? {};
      await until(() => expect(stepNow(couple[who].stateOf(conversationId)).kind).toBe('keep'));
      const turn = couple[who].stateOf(conversationId).turn?.turnId ?? turnId;
      accepted(
        await couple[who].do(conversationId, { type: 'Contribute', turnId: turn, answer: { choice: 'let-go' } }),
      );
    }
    const { text } = await take(couple.a, 'json');
    for (const words of OF.a) expect(text).not.toContain(words.slice(0, 9));
    const events = (await mine(couple.a)).rooms.flatMap(({ talks }) => talks.flatMap((talk) => talk.events));
    expect(events.find(({ event }) => event.type === 'Contributed')).toMatchObject({ words: null });
    expect((await mine(couple.facilitator)).rooms[0]?.notes).toBe(OF.facilitator[1]);
  });
});
