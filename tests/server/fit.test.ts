import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FIT_HOLDS } from '@turnward/shared/fit/fit.ts';
import { RATHER_NOT } from '@turnward/shared/fit/questions.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, openLed } from '../kit/facilitated.ts';
import { AT_EASE, answerFit } from '../kit/fit.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const DEEP = { type: 'OpenConversation', guideId: 'reach-and-respond', first: 'a' } as const;
const LOCKED = { ok: false, refusal: 'needs-a-facilitator' };

describe('the private questions by their doors', () => {
  let server: TestServer;
  let couple: Couple;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aCouple(server);
  });
  const standing = async (person: Person) => (await person.door('GET', `/api/spaces/${couple.spaceId}/fit`)).text;

  it('FI1 R1 are each partner’s own, on their own login, and nothing that was answered is told again', async () => {
    expect(await standing(couple.a)).toBe('{"answered":false,"deepTalks":"needs-a-facilitator"}');
    const told = await answerFit(couple.a, couple.spaceId, AT_EASE);
    expect(told.text).toBe('{"answered":true,"deepTalks":"needs-a-facilitator"}');
    expect(await standing(couple.b)).toBe('{"answered":false,"deepTalks":"needs-a-facilitator"}');
    await answerFit(couple.b, couple.spaceId, AT_EASE);
    expect(await standing(couple.a)).toBe('{"answered":true,"deepTalks":"open"}');
    await couple.a.door('POST', `/api/spaces/${couple.spaceId}/fit/clear`, {});
    expect(await standing(couple.a)).toBe('{"answered":false,"deepTalks":"needs-a-facilitator"}');
    expect(await standing(couple.b)).toBe('{"answered":true,"deepTalks":"needs-a-facilitator"}');
  });

  it('FI1 are not there for guests, strangers and whoever is signed out', async () => {
    const { person: facilitator } = await aGuest(couple, 'facilitator');
    const { person: observer } = await aGuest(couple, 'observer');
    const stranger = (await aCouple(server)).a;
    const bodies = new Set<string>();
    for (const person of [facilitator, observer, stranger]) {
      for (const answered of [
        await person.door('GET', `/api/spaces/${couple.spaceId}/fit`),
        await person.door('GET', '/api/spaces/no-such-space/fit'),
        await answerFit(person, couple.spaceId, AT_EASE),
        await person.door('POST', `/api/spaces/${couple.spaceId}/fit/clear`, {}),
      ]) {
        expect(answered.status).toBe(404);
        bodies.add(answered.text);
      }
    }
    expect([...bodies]).toEqual(['{"refusal":"not-found"}']);
    const nobody = await new Person(server.origin).door('GET', `/api/spaces/${couple.spaceId}/fit`);
    expect([nobody.status, nobody.body.refusal]).toEqual([401, 'signed-out']);
  });

  it('FI1 WR1 take nothing but answers to these questions', async () => {
    const path_ = `/api/spaces/${couple.spaceId}/fit`;
    const bodies = [
      { version: 2, answers: {} },
      { version: 1 },
      { version: 1, answers: { afraid: 'perhaps' } },
      { version: 1, answers: { other: 'no' } },
      { version: 1, answers: {}, more: true },
      { version: 1, answers: { afraid: 1 } },
    ];
    for (const body of bodies) {
      const refused = await couple.a.door('POST', path_, body);
      expect([refused.status, refused.body.refusal]).toEqual([400, 'malformed']);
    }
    expect(await standing(couple.a)).toContain('"answered":false');
  });

  it('FI3 hold the deep talk closed until both have answered at ease; then it opens and begins', async () => {
    expect(await couple.a.ask(couple.spaceId, DEEP)).toEqual(LOCKED);
    await answerFit(couple.a, couple.spaceId, AT_EASE);
    await answerFit(couple.b, couple.spaceId, { ...AT_EASE, hurt: RATHER_NOT });
    expect(await couple.a.ask(couple.spaceId, DEEP)).toEqual(LOCKED);
    expect(await couple.b.ask(couple.spaceId, DEEP)).toEqual(LOCKED);
    await begin(couple, await open(couple, DEEP.guideId));
  });

  it('FI3 close the way again between opening and beginning', async () => {
    const conversationId = await open(couple, DEEP.guideId);
    await answerFit(couple.b, couple.spaceId, { ...AT_EASE, afraid: 'yes' });
    for (const person of [couple.a, couple.b]) {
      accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
    }
    expect(await couple.a.do(conversationId, { type: 'Begin' })).toEqual(LOCKED);
    accepted(await couple.b.do(conversationId, { type: 'Stop' }));
  });

  it('FI3 do not stand before a talk that a facilitator leads', async () => {
    const led = await aFacilitatedCouple(server);
    await answerFit(led.a, led.spaceId, { ...AT_EASE, afraid: 'yes' });
    const conversationId = await openLed(led, DEEP.guideId);
    // Whoever leads is lost before it began: now nobody leads.
    led.facilitator.disconnect();
    await until(() => expect(led.a.presence.at(-1)?.members.map(({ state }) => state)).toContain('lost'));
    server.advance(30_000);
    await until(() => expect(led.a.stateOf(conversationId).lead?.lost).toBe(true));
    for (const person of [led.a, led.b]) accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
    expect(await led.b.do(conversationId, { type: 'Begin' })).toEqual(LOCKED);
  });

  it('FI3 hold for thirty days, over a restart too', async () => {
    for (const person of [couple.a, couple.b]) await answerFit(person, couple.spaceId, AT_EASE);
    await server.restart();
    expect(await standing(couple.a)).toBe('{"answered":true,"deepTalks":"open"}');
    server.advance(FIT_HOLDS);
    expect(await standing(couple.a)).toBe('{"answered":false,"deepTalks":"needs-a-facilitator"}');
  });

  it('FI4 KE1 leave no word in any file, nor in what one takes with one, whatever was answered how often', async () => {
    for (const answers of [{ afraid: 'sometimes' }, AT_EASE, { afraid: 'yes', control: 'sometimes' }]) {
      await answerFit(couple.a, couple.spaceId, answers);
    }
    const { text } = await couple.a.door('GET', '/api/my-data.json');
    expect(text).toContain('FitAnswered');
    expect(text).not.toMatch(/afraid|control|clears/);
    const files = readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(1);
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(path.join(parentPath, name)).toString('latin1');
      const readable = ['"afraid"', 'sometimes', 'still-on', '"control"'].filter((word) => bytes.includes(word));
      expect([name, readable]).toEqual([name, []]);
    }
  });
});

describe('the practice room and the host’s rule', () => {
  it('FI6 asks the person who practises, and not the practice partner', async () => {
    const server = await startServer();
    try {
      const a = new Person(server.origin);
      const space = { spaceName: 'Practice', memberName: 'Robin', practice: true, language: 'en' };
      const { spaceId } = (await a.door('POST', '/api/spaces', space)).body;
      await a.connect();
      await a.follow('space', spaceId);
      expect(await a.ask(spaceId, DEEP)).toEqual(LOCKED);
      await answerFit(a, spaceId, AT_EASE);
      accepted(await a.ask(spaceId, DEEP));
    } finally {
      await server.close();
    }
  });

  it('FI3 stays closed for every couple where the host says so', async () => {
    const server = await startServer({ DEEP_GUIDES: 'facilitator' });
    try {
      const couple = await aCouple(server);
      for (const person of [couple.a, couple.b]) {
        const told = await answerFit(person, couple.spaceId, AT_EASE);
        expect(told.text).toBe('{"answered":true,"deepTalks":"needs-a-facilitator"}');
      }
      expect(await couple.a.ask(couple.spaceId, DEEP)).toEqual(LOCKED);
    } finally {
      await server.close();
    }
  });
});
