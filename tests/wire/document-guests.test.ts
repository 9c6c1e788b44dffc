import { Authors } from '@turnward/server/documents/authors.ts';
import { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { accepted, begin, open, playTo } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { DocumentLine, edit } from '../kit/document-line.ts';
import { aFacilitatedCouple, aGuest, type FacilitatedCouple } from '../kit/facilitated.ts';
import { type Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

describe('documents and guests', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let observer: Person;
  let observerId: string;
  let conversationId: string;
  const devices: DocumentDevice[] = [];
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
    ({ person: observer, memberId: observerId } = await aGuest(couple, 'observer'));
    conversationId = await open(couple, 'reach-and-respond');
  });
  afterEach(() => {
    for (const device of devices.splice(0)) device.close();
  });

  const at = (person: Person, name: string): DocumentDevice => {
    const device = new DocumentDevice(person, name);
    devices.push(device);
    return device;
  };
  const accessOf = async (person: Person, name: string) => (await at(person, name).synced()).standing.access;
  const closed = async (person: Person, name: string) => {
    const device = at(person, name);
    await until(() => expect(device.closes).toEqual([DOCUMENT_CLOSE.notFound]));
  };

  it('ME5 DO1 an observer reads the deck and the story, and no draft or note', async () => {
    const deck = `deck/${conversationId}`;
    expect(await accessOf(observer, deck)).toBe('read');
    const mine = at(observer, deck);
    await mine.synced();
    mine.text('card/x').insert(0, 'not mine to change');
    await begin(couple, conversationId);
    const story = at(observer, `story/${conversationId}`);
    await story.synced();
    await playTo(server, couple, conversationId, 'story');
    expect(story.standing.access).toBe('read');
    expect((await at(couple.a, deck).synced()).text('card/x').length).toBe(0);
    const { facilitatorId, spaceId } = couple;
    const others = [
      `draft/${conversationId}/a`,
      `notes/${spaceId}/${observerId}`,
      `notes/${spaceId}/${facilitatorId}`,
      `progress/${conversationId}/${observerId}`,
    ];
    for (const name of others) await closed(observer, name);
  });

  it('DO1 DO3 the deck is the facilitator’s while they lead, and both partners’ once their line is lost (FA9)', async () => {
    await begin(couple, conversationId);
    const name = `deck/${conversationId}`;
    const [a, facilitator] = [at(couple.a, name), at(couple.facilitator, name)];
    for (const device of [a, facilitator]) await device.synced();
    expect([a.standing.access, facilitator.standing.access]).toEqual(['write', 'write']);
    accepted(await couple.facilitator.do(conversationId, { type: 'TakeLead' }));
    await until(() => expect(a.standing.access).toBe('read'));
    expect(facilitator.standing.access).toBe('write');
    const offline = couple.a.presence.length;
    facilitator.close();
    couple.facilitator.disconnect();
    await until(() => expect(couple.a.presence.slice(offline).flatMap(states)).toContain('lost'));
    server.advance(30_000);
    await until(() => expect(couple.a.stateOf(conversationId).pause).toMatchObject({ leadLost: true }));
    for (const who of ['a', 'b'] as const) {
      accepted(await couple[who].do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    }
    await until(() => expect(a.standing.access).toBe('write'));
  });

  it('DO1 FA4 whoever facilitates and does not lead reads the deck while another leads', async () => {
    const { person: second } = await aGuest(couple, 'facilitator');
    await begin(couple, conversationId);
    const name = `deck/${conversationId}`;
    const other = await at(second, name).synced();
    expect(other.standing.access).toBe('write');
    accepted(await couple.facilitator.do(conversationId, { type: 'TakeLead' }));
    await until(() => expect(other.standing.access).toBe('read'));
    expect(await accessOf(couple.facilitator, name)).toBe('write');
  });

  it('FA3 both read that a facilitator changed the coming cards, once in a turn, and nothing of it where a partner did', async () => {
    await begin(couple, conversationId);
    const name = `deck/${conversationId}`;
    const [a, facilitator] = [at(couple.a, name), at(couple.facilitator, name)];
    for (const device of [a, facilitator]) await device.synced();
    const changes = () => couple.b.eventsOf(conversationId).filter(({ event }) => event.type === 'CardsChanged');
    a.text('card/x').insert(0, 'by a partner');
    await a.saved();
    for (const letter of 'reworded') facilitator.text('card/x').insert(0, letter);
    await facilitator.saved();
    await until(() =>
      expect(changes().map(({ event }) => event)).toEqual([{ type: 'CardsChanged', by: couple.facilitatorId }]),
    );
    facilitator.text('card/x').insert(0, 'and again');
    await facilitator.saved();
    for (const person of [couple.a, couple.b]) await person.caughtUp();
    expect(changes()).toHaveLength(1);
    const { turnId = '' } = couple.a.stateOf(conversationId).turn ?? {};
    for (const who of ['a', 'b'] as const) {
      const answer = { choice: 'yes' };
      accepted(await couple[who].do(conversationId, { type: 'Contribute', turnId, answer }));
    }
    await until(() => expect(couple.b.stateOf(conversationId).turn?.turnId).not.toBe(turnId));
    facilitator.text('card/x').insert(0, 'in the next turn');
    await until(() => expect(changes()).toHaveLength(2));
  });

  it('DO11 an id that a reader names stays free for whoever writes', async () => {
    const name = `deck/${conversationId}`;
    const reader = await DocumentLine.enter(observer, name);
    reader.eyes([77, 1, '{"on":null}']);
    await reader.next('eyes');
    reader.leave();
    const writer = await DocumentLine.enter(couple.a, name);
    writer.update(edit((doc) => doc.getText('card/x').insert(0, 'mine'), 77));
    await until(async () => expect((await writer.content()).getText('card/x').toString()).toBe('mine'));
  });

  it('DO8 guests, all together, fill a quarter beside what the two may write', async () => {
    const { person: second } = await aGuest(couple, 'facilitator');
    const name = `deck/${conversationId}`;
    const fill = async (person: Person, id: number, most: number): Promise<number> => {
      const line = await DocumentLine.enter(person, name);
      let took = 0;
      for (; took < most; took++) {
        const words = edit((doc) => doc.getText(`t${id}`).insert(0, 'w'.repeat(60_000)), id + took);
        line.update(words);
        await Promise.race([line.content().catch(() => undefined), line.closed()]);
        server.advance(10_000);
        if (!line.open) break;
      }
      line.leave();
      return took;
    };
    expect((await fill(couple.facilitator, 1_000, 3)) + (await fill(second, 2_000, 9))).toBe(4);
    for (const [at, who] of (['a', 'b'] as const).entries())
      expect(await fill(couple[who], 3_000 + 100 * at, 9)).toBe(8);
    expect(await fill(second, 4_000, 1)).toBe(0);
  });

  it('DO8 one guest’s many texts leave the two their half', async () => {
    const name = `deck/${conversationId}`;
    const bring = async (person: Person, from: number, texts: number) => {
      const line = await DocumentLine.enter(person, name);
      const many = (doc: Doc) => {
        for (let at = 0; at < texts; at++) doc.getText(`t${from + at}`).insert(0, 'x');
      };
      line.update(edit(many, from));
      await Promise.race([line.content().catch(() => undefined), line.closed()]);
      const { open: took } = line;
      line.leave();
      server.advance(10_000);
      return took;
    };
    expect(await bring(couple.facilitator, 10_000, 1_000)).toBe(false);
    expect(await bring(couple.facilitator, 20_000, 400)).toBe(true);
    expect(await bring(couple.facilitator, 30_000, 200)).toBe(false);
    expect(await bring(couple.a, 40_000, 500)).toBe(true);
  });

  it('DO11 ids that a partner brought in a copy count for that partner, over a restart too', () => {
    const before = anAuthors();
    for (let id = 0; id < 5_000; id++) expect(before.accept(id, 'a')).toBe(true);
    expect(before.hasRoomFor([9_999], 'a')).toBe(false);
    const again = anAuthors(new Map(before.takeUnsaved()));
    expect([again.ownerOf(1), again.hasRoomFor([9_999], 'a')]).toEqual([undefined, false]);
    for (const who of ['b', 'ada']) expect(again.hasRoomFor([9_999], who)).toBe(true);
    expect(again.claim(1, 'b')).toBe(true);
    expect(again.ownerOf(1)).toBe('b');
  });

  it('DO11 guests, all together, bring no ids in place of a partner’s', () => {
    const authors = anAuthors();
    const bring = (memberId: string, from: number) => {
      let id = from;
      while (authors.hasRoomFor([id], memberId)) authors.claim(id++, memberId);
      return id - from;
    };
    expect([bring('ada', 0), bring('eve', 10_000)]).toEqual([2_500, 0]);
    expect([bring('a', 20_000), bring('b', 30_000)]).toEqual([5_000, 5_000]);
  });

  it('NO2 notes are their author’s alone, and stay readable once the membership has ended and the talk is over', async () => {
    const { facilitator, facilitatorId, spaceId, a } = couple;
    const names = [`notes/${spaceId}/${facilitatorId}`, `progress/${conversationId}/${facilitatorId}`];
    const { person: second } = await aGuest(couple, 'facilitator');
    for (const name of names) {
      const own = at(facilitator, name);
      await own.synced();
      own.text('t').insert(0, 'What I noticed.');
      await own.saved();
      for (const person of [a, couple.b, second, observer]) await closed(person, name);
    }
    accepted(await a.do(conversationId, { type: 'Stop' }));
    accepted(await a.ask(spaceId, { type: 'EndMembership', memberId: facilitatorId }));
    for (const name of names) {
      const again = await at(facilitator, name).synced();
      expect(again.text('t').toString()).toBe('What I noticed.');
      expect(again.standing.access).toBe('write');
    }
    await closed(facilitator, `deck/${conversationId}`);
  });

  it('ME2 an edit of a guest whose place is taken meanwhile changes nothing any more', async () => {
    await begin(couple, conversationId);
    const name = `deck/${conversationId}`;
    const guest = at(couple.facilitator, name);
    await guest.synced();
    accepted(await couple.b.ask(couple.spaceId, { type: 'FreezeMember', memberId: couple.facilitatorId }));
    guest.text('card/x').insert(0, 'too late');
    await until(() => expect(guest.closes).toContain(DOCUMENT_CLOSE.notFound));
    expect((await at(couple.a, name).synced()).text('card/x').length).toBe(0);
  });

  const anAuthors = (known = new Map<number, string>()): Authors => {
    const authors = new Authors(
      known,
      () => true,
      () => undefined,
    );
    authors.partners = new Set(['a', 'b']);
    return authors;
  };
  const states = ({ members }: { members: { state: string }[] }) => members.map(({ state }) => state);
});
