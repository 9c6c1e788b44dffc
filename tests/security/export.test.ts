import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSeal } from '@turnward/server/exports/seal.ts';
import type { TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCouple, accepted, begin, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple } from '../kit/facilitated.ts';
import { aKeptTalk, type Kept, saidBy } from '../kit/kept-talk.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const DAY = 24 * 3_600_000;
const HOSTILE = 'Rhabarber <img src=x onerror=alert(1)> [link](http://x)\r\n# Heading\r  *loud* "&amp;"';
const FORMS = ['json', 'markdown', 'html'] as const;
type Form = (typeof FORMS)[number];

/** All files of a folder, by name in order, with what is in them. */
async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
}

describe('taking whole talks out', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const take = (person: Person, spaceId: string, wish: { form?: Form; about?: string; language?: string } = {}) =>
    person.door('POST', `/api/spaces/${spaceId}/export`, { form: 'json', language: 'en', ...wish });
  const agree = async (person: Person, { spaceId }: Pick<Kept, 'spaceId'>, about?: string) =>
    accepted(
      await person.ask(spaceId, { type: 'GiveConsent', what: 'full-export', version: 1, ...(about && { about }) }),
    );
  const takeBack = async (person: Person, { spaceId }: Pick<Kept, 'spaceId'>) =>
    accepted(await person.ask(spaceId, { type: 'WithdrawConsent', what: 'full-export' }));
  const bothAgree = async (kept: Kept, about?: string) => {
    for (const person of [kept.a, kept.b]) await agree(person, kept, about);
  };
  const exportsIn = async ({ b }: Kept) => {
    await b.caughtUp();
    return b.seen.flatMap(({ event }) => (event.type === 'TranscriptExported' ? [event] : []));
  };
  const refusal = async (answer: ReturnType<typeof take>) => {
    const { status, body } = await answer;
    return [status, body.refusal];
  };

  it('CO5 row 33: needs both, each for themself, for this very thing, for seven days at most', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const denied = [409, 'needs-consent'];
    expect(await refusal(take(a, spaceId))).toEqual(denied);
    await agree(a, kept);
    expect([await refusal(take(a, spaceId)), await refusal(take(b, spaceId))]).toEqual([denied, denied]);
    await agree(b, kept);
    expect(await refusal(take(a, spaceId, { about: conversationId }))).toEqual(denied);
    expect((await take(b, spaceId)).status).toBe(200);
    await takeBack(a, kept);
    expect(await refusal(take(b, spaceId))).toEqual(denied);
    await agree(a, kept);
    expect((await take(a, spaceId)).status).toBe(200);
    expect(await exportsIn(kept)).toHaveLength(2);
    server.advance(7 * DAY);
    expect(await refusal(take(a, spaceId))).toEqual(denied);
    expect(await exportsIn(kept)).toHaveLength(2);
  });

  it('CO5 CO4 R20: who may read kept talks only together takes none out, and the other may', async () => {
    const kept = await aKeptTalk(server);
    await bothAgree(kept);
    accepted(await kept.a.ask(kept.spaceId, { type: 'WithdrawConsent', what: 'look-back-alone' }));
    expect(await refusal(take(kept.b, kept.spaceId))).toEqual([409, 'needs-consent']);
    expect((await take(kept.a, kept.spaceId)).status).toBe(200);
  });

  it('CO5 PR6 is for partners alone: others get what they would get where there is nothing', async () => {
    const led = await aFacilitatedCouple(server);
    for (const person of [led.a, led.b]) await agree(person, led);
    const stranger = (await aCouple(server)).a;
    expect(await refusal(take(new Person(server.origin), led.spaceId))).toEqual([401, 'signed-out']);
    expect(await refusal(take(stranger, led.spaceId))).toEqual([404, 'not-found']);
    expect(await refusal(take(stranger, 'none'))).toEqual([404, 'not-found']);
    expect(await refusal(take(led.a, led.spaceId))).toEqual([404, 'not-found']);
    const conversationId = await open(led, 'heard');
    await begin(led, conversationId);
    await playTo(server, led, conversationId, 'end');
    expect(await refusal(take(led.facilitator, led.spaceId))).toEqual([409, 'not-yours-to-change']);
    expect((await take(led.a, led.spaceId)).status).toBe(200);
    accepted(await led.a.ask(led.spaceId, { type: 'LeaveSpace', erase: false }));
    for (const person of [led.a, led.b]) expect([404, 409]).toContain((await take(person, led.spaceId)).status);
  });

  it.each(FORMS)(
    'CO7 R18 R24 as %s holds what both said, who took it out and that both agreed, and what it is not',
    async (form) => {
      const kept = await aKeptTalk(server);
      const { a, spaceId, conversationId } = kept;
      await bothAgree(kept, conversationId);
      const { text, headers } = await take(a, spaceId, { form, about: conversationId });
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="talks\.(json|md|html)"$/);
      expect(headers.get('cache-control')).toBe('no-store');
      for (const part of ['Some words.', 'Robin', 'Kim', 'not made for use in court', 'not therapy'])
        expect(text.replaceAll('\\-', '-')).toContain(part);
      if (form === 'json') {
        const { takenOut, agreed, talks }: TalksCopy = JSON.parse(text);
        expect(takenOut.by).toBe('Robin');
        expect(agreed.map(({ name, at, until: ends }) => [name, (ends ?? 0) - (at ?? 0)])).toEqual([
          ['Robin', 7 * DAY],
          ['Kim', 7 * DAY],
        ]);
        const said = talks.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines));
        const expected = (['a', 'b'] as const).flatMap((seat) => saidBy(a.eventsOf(conversationId), seat));
        expect(said.filter(({ said: words }) => (words?.length ?? 0) > 0)).toHaveLength(
          expected.filter(({ words }) => Object.keys(words?.text ?? {}).length > 0).length,
        );
      } else expect(text).toMatch(/Robin agreed on .* until .*\./);
    },
  );

  it.each(FORMS)(
    'CO8 as %s bears a seal that the room shows to both, and that a changed copy does not fit',
    async (form) => {
      const kept = await aKeptTalk(server);
      await bothAgree(kept);
      const { text } = await take(kept.b, kept.spaceId, { form, language: 'de' });
      const [exported] = await exportsIn(kept);
      expect(readSeal(text)).toEqual({ seal: exported?.seal, fits: true });
      expect(readSeal(text.replaceAll('\n', '\r\n'))?.fits).toBe(true);
      for (const changed of [
        text.replace('Some words.', 'Other words.'),
        text.replace('Kim', 'Tim'),
        text.split('\n').toSpliced(4, 1).join('\n'),
      ])
        expect([changed === text, readSeal(changed)?.fits]).toEqual([false, false]);
      // The same talks, another copy: nobody without the copy learns from its seal what was said.
      await take(kept.b, kept.spaceId, { form, language: 'de' });
      const seals = (await exportsIn(kept)).map(({ seal }) => seal);
      expect(new Set(seals).size).toBe(2);
    },
  );

  it('CO7 ER1 ER2 leaves folded words folded and what was taken back gone, each with its line, in every form', async () => {
    const kept = await aKeptTalk(server);
    const { a, b, spaceId, conversationId } = kept;
    const [folded, taken] = saidBy(a.eventsOf(conversationId), 'a').filter(({ words }) => words?.text);
    const noteOn = { type: 'AddNote', about: taken?.seq ?? 0, text: HOSTILE } as const;
    accepted(await a.do(conversationId, { type: 'FoldWords', seq: folded?.seq ?? 0, folded: true }));
    accepted(await a.do(conversationId, { type: 'WithdrawWords', seq: taken?.seq ?? 0 }));
    accepted(await a.do(conversationId, noteOn));
    await bothAgree(kept);
    for (const form of FORMS) {
      const { text } = await take(b, spaceId, { form });
      expect(text).toContain('Robin folded these words away.');
      expect(text).toMatch(/Robin took these words back\. They were destroyed on .*\./);
      expect(readSeal(text)?.fits).toBe(true);
    }
    const copy: TalksCopy = JSON.parse((await take(b, spaceId)).text);
    const lines = copy.talks.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
    expect(lines.filter(({ instead, said }) => instead !== undefined && said !== undefined)).toEqual([]);
    expect(lines.flatMap(({ notes = [] }) => notes)).toMatchObject([{ who: 'Robin', said: [{ text: HOSTILE }] }]);
  });

  it('CO7 row 19: what people wrote is text, on the page and in Markdown', async () => {
    const kept = await aKeptTalk(server);
    const { a, spaceId, conversationId } = kept;
    const [mine] = saidBy(a.eventsOf(conversationId), 'a');
    accepted(await a.do(conversationId, { type: 'AddNote', about: mine?.seq ?? 0, text: HOSTILE }));
    await bothAgree(kept);
    const page = (await take(a, spaceId, { form: 'html' })).text;
    expect(page).toContain('Rhabarber &#60;img src=x onerror=alert(1)&#62;');
    expect(page).not.toMatch(/<(?:img|script|link|iframe|a)\b/);
    const markdown = (await take(a, spaceId, { form: 'markdown' })).text;
    expect(markdown).toContain(
      '    Rhabarber <img src=x onerror=alert(1)> [link](http://x)\n    # Heading\n      *loud*',
    );
    expect(markdown).not.toMatch(/^ {0,3}(?! ).*(?:# Heading|<img)/m);
  });

  it('CO7 PR3 PR4 WH1 holds nothing that is private to anybody', async () => {
    const couple = await aCouple(server);
    const conversationId = await open(couple, 'reach-and-respond');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'end');
    for (const person of [couple.a, couple.b]) await agree(person, couple);
    const { text } = await take(couple.a, couple.spaceId);
    const own = couple.a.eventsOf(conversationId).filter(({ stream }) => stream.startsWith('own/'));
    expect(own.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/"stirred"|"scales"|own\/|aside/);
    const inTalk = couple.a.eventsOf(conversationId).filter(({ stream }) => stream.startsWith('talk:'));
    const shown = new Set(inTalk.flatMap(({ words }) => Object.values(words?.text ?? {})));
    const lines = (JSON.parse(text) as TalksCopy).talks.flatMap(({ sections }) =>
      sections.flatMap((each) => each.lines),
    );
    for (const { said = [] } of lines) for (const { text: words } of said) expect([...shown]).toContain(words);
  });

  it('CO6 row 20: is asked by our own pages alone, and a refusal records nothing', async () => {
    const kept = await aKeptTalk(server);
    await bothAgree(kept);
    const body = { form: 'json', language: 'en' };
    const path = `/api/spaces/${kept.spaceId}/export`;
    expect((await kept.a.door('POST', path, body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await kept.a.door('GET', path)).status).toBe(404);
    expect((await kept.a.door('POST', path, { ...body, seal: 'mine' })).status).toBe(400);
    expect(await exportsIn(kept)).toEqual([]);
  });

  it('CO6 R18: nothing of a copy stays on the server, whether it was handed over or refused', async () => {
    const kept = await aKeptTalk(server);
    await bothAgree(kept);
    const before = await filesIn(server.dataDir);
    const copy = (await take(kept.a, kept.spaceId, { form: 'html' })).text;
    await takeBack(kept.b, kept);
    expect((await take(kept.a, kept.spaceId, { form: 'html' })).status).toBe(409);
    const after = await filesIn(server.dataDir);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(copy).toContain('Some words.');
    for (const [name, bytes] of after) expect([name, bytes.includes('Some words.')]).toEqual([name, false]);
  });

  it('CO5 CO3 DR4: both read of it, and whoever did it finds it in their own record', async () => {
    const kept = await aKeptTalk(server);
    await bothAgree(kept);
    await take(kept.a, kept.spaceId);
    const { memberId } = (await kept.a.door('GET', '/api/me')).body.member;
    expect(await exportsIn(kept)).toEqual([
      { type: 'TranscriptExported', by: memberId, seal: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    await until(async () => expect((await kept.a.door('GET', '/api/audit')).text).toContain('"what":"exported"'));
    expect((await kept.b.door('GET', '/api/audit')).text).not.toContain('"what":"exported"');
  });
});
