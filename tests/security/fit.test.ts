import { FIT_QUESTIONS, type FitAnswers, RATHER_NOT } from '@turnward/shared/fit/questions.ts';
import { describe, expect, it } from 'vitest';
import { accepted } from '../kit/couple.ts';
import { AT_EASE, answerFit } from '../kit/fit.ts';
import { cookieOf, openRoom, SPACE, type Who } from '../kit/paired-run-room.ts';
import { Person } from '../kit/person.ts';

const WATCHERS: readonly Who[] = ['b', 'facilitator', 'observer'];

/** What `a` does in private before and after the others look: sets of answers, or taking them back. */
type Private = { before: (FitAnswers | 'clear')[]; after: (FitAnswers | 'clear')[] };

/** Everything that anybody but `a` receives, by any line and door, in one evening. */
async function everythingOthersGet({ before, after }: Private): Promise<string> {
  const room = await openRoom(['a', ...WATCHERS]);
  try {
    const person = (who: Who) => new Person(room.origin, cookieOf(who));
    const a = person('a');
    const others = WATCHERS.map(person);
    const [b = a] = others;
    await a.connect();
    for (const each of others) {
      await each.connect();
      await each.follow('space', SPACE);
    }
    const got: unknown[] = [];
    const asksDoors = async () => {
      for (const each of others) {
        for (const path of [`/api/spaces/${SPACE}/fit`, '/api/me']) {
          const { status, headers, text } = await each.door('GET', path);
          const said = [...headers].filter(([name]) => name !== 'date' && name !== 'etag');
          got.push([path, status, said, text]);
        }
      }
    };
    const inPrivate = async (acts: Private['before']) => {
      for (const act of acts) {
        if (act === 'clear') await a.door('POST', `/api/spaces/${SPACE}/fit/clear`, {});
        else expect((await answerFit(a, SPACE, act)).status).toBe(200);
      }
    };
    await answerFit(b, SPACE, AT_EASE);
    await inPrivate(before);
    await asksDoors();
    const deep = await b.ask(SPACE, { type: 'OpenConversation', guideId: 'reach-and-respond', first: 'a' });
    got.push(deep);
    await inPrivate(after);
    await asksDoors();
    const other = { type: 'OpenConversation', guideId: 'heard', first: 'a' } as const;
    const { created = '' } = deep.ok ? deep : accepted(await b.ask(SPACE, other));
    for (const each of others) {
      await each.follow('conversation', created);
      await each.caughtUp();
    }
    const heard = others.map((each) => each.heard.map(({ name, message }) => ({ name, message })));
    return JSON.stringify({ got, heard }).replaceAll(created, 'the-talk');
  } finally {
    await room.remove();
  }
}

const withAnswer = (id: string, answer: string): FitAnswers => ({ ...AT_EASE, [id]: answer });
const NEVER: Private = { before: [], after: [] };
const CLOSED: [string, Private][] = [
  ...FIT_QUESTIONS.map(({ id }): [string, Private] => [`${id}: yes`, { before: [withAnswer(id, 'yes')], after: [] }]),
  ['sometimes afraid, said in the middle', { before: [], after: [withAnswer('afraid', 'sometimes')] }],
  ['rather not', { before: [withAnswer('control', RATHER_NOT)], after: [] }],
  ['everything skipped', { before: [{}], after: [{}] }],
  ['answered five times', { before: [AT_EASE, {}, AT_EASE, { hurt: 'yes' }], after: [{ crisis: 'yes' }] }],
  ['taken back', { before: [AT_EASE, 'clear'], after: ['clear', 'clear'] }],
];

describe('what one partner answers alone', () => {
  it('FI2 R1 R3 changes no byte that the partner or a guest receives, while the way stays closed', async () => {
    const never = await everythingOthersGet(NEVER);
    expect(never).toContain('needs-a-facilitator');
    for (const [what, acts] of CLOSED) expect([what, await everythingOthersGet(acts)]).toEqual([what, never]);
  }, 60_000);

  it('FI2 changes no byte either where it stays open; and a way that opens shows that these runs would tell', async () => {
    const once = await everythingOthersGet({ before: [AT_EASE], after: [] });
    const again = await everythingOthersGet({ before: [{}, 'clear', AT_EASE], after: [AT_EASE] });
    expect(once).toContain('"deepTalks\\":\\"open');
    expect(again).toEqual(once);
    expect(once).not.toEqual(await everythingOthersGet(NEVER));
  }, 60_000);

  it('FI2 R8 nobody can follow what is answered, not even its author: no line carries it', async () => {
    const room = await openRoom(['a', ...WATCHERS]);
    try {
      for (const who of ['a', ...WATCHERS] as const) {
        const person = await new Person(room.origin, cookieOf(who)).connect();
        await answerFit(new Person(room.origin, cookieOf('a')), SPACE, { afraid: 'yes' });
        for (const to of ['space', 'conversation', 'headers'] as const) {
          const after = { [`fit/a:${SPACE}`]: 0 };
          const reply = await person.socket.timeout(5000).emitWithAck('follow', { to, id: SPACE, after });
          expect(reply.ok ? Object.keys(reply.heads) : reply.refusal).toEqual(
            to === 'space' ? [`space:${SPACE}`] : 'not-found',
          );
        }
        await person.caughtUp();
        expect(JSON.stringify(person.heard)).not.toMatch(/fit\/|Fit/);
        person.disconnect();
      }
    } finally {
      await room.remove();
    }
  });
});
