import { randomBytes } from 'node:crypto';
import { MAX_FRAME } from '@turnward/shared/wire/protocol.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { newCommandId } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from './raw-line.ts';

/** JSON that nests `depth` lists. */
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const anyFrame = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom('0', '1', '4', '5', '6', '40', '41', '42', '43', '44', '45', '46', '427', '451-'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('command', 'follow', 'unfollow', 'presence', 'disconnect', 'error', '__proto__'), fc.json())
    .map(([name, json]) => `42${JSON.stringify(name).replace(/^/, '[')},${json}]`),
  fc.constantFrom(
    '42["command"]',
    '42[]',
    '42[null]',
    '42{}',
    '423["command",null]',
    '42["command",{},{},{}]',
    '43999[{"ok":true}]',
    '40/elsewhere,',
    '40{"wire":1}',
    '41',
    '451-["command",{"_placeholder":true,"num":0}]',
    '4599-["command",{"_placeholder":true,"num":98}]',
    '42["command",{"__proto__":{"admin":true}}]',
    '423["command",{"constructor":{"prototype":{"ok":true}}}]',
    `42["command",${nested(5_000)}]`,
    `423["follow",${nested(20_000)}]`,
  ),
);

describe('malformed frames', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  let line: RawLine;
  beforeAll(async () => {
    server = await startServer({ LOG_LEVEL: 'silent' });
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
  });
  beforeEach(async () => {
    line?.leave();
    line = await RawLine.enter(server.origin, couple.a.cookie);
  });
  afterAll(async () => {
    line.leave();
    await server.close();
  });

  it('WR3 stays up whatever a line brings, and the others notice nothing', async () => {
    const before = couple.b.seen.length;
    await fc.assert(
      fc.asyncProperty(fc.array(anyFrame, { minLength: 1, maxLength: 8 }), async (frames) => {
        const stranger = await RawLine.enter(server.origin, couple.a.cookie);
        for (const frame of frames) stranger.send(frame);
        const healthy = await fetch(`${server.origin}/healthz`);
        stranger.leave();
        expect(healthy.status).toBe(200);
      }),
      { numRuns: 60 },
    );
    await couple.b.caughtUp();
    expect(couple.b.seen).toHaveLength(before);
    expect(couple.b.socket.connected).toBe(true);
    expect(couple.a.socket.connected).toBe(true);
  }, 20_000);

  const envelope = () => ({
    commandId: newCommandId(),
    to: 'conversation',
    id: conversationId,
    command: { type: 'Pause' } as Record<string, unknown>,
  });
  const wrong: [what: string, payload: () => unknown][] = [
    ['nothing', () => undefined],
    ['null', () => null],
    ['a number', () => 7],
    ['a list', () => [envelope()]],
    ['an empty object', () => ({})],
    ['an extra key', () => ({ ...envelope(), admin: true })],
    ['an extra key inside', () => ({ ...envelope(), command: { type: 'Pause', by: 'b' } })],
    ['an unknown command', () => ({ ...envelope(), command: { type: 'TakeFloor' } })],
    ['a command of the other kind', () => ({ ...envelope(), to: 'space' })],
    ['a command that only doors know', () => ({ ...envelope(), to: 'space', command: { type: 'CreateSpace' } })],
    ['a number where an id belongs', () => ({ ...envelope(), id: 7 })],
    ['an id that is no id', () => ({ ...envelope(), id: `../${conversationId}` })],
    ['a commandId that is too short', () => ({ ...envelope(), commandId: 'a' })],
    ['a commandId that is too long', () => ({ ...envelope(), commandId: 'a'.repeat(65) })],
    [
      'a yes where a rating belongs',
      () => ({ ...envelope(), command: { type: 'Return', pauseId: 'p1', stirred: true } }),
    ],
    ['words that are no text', () => ({ ...envelope(), command: contributing({ text: { text: 5 } }) })],
    ['words without end', () => ({ ...envelope(), command: contributing({ text: { text: 'x'.repeat(20_001) } }) })],
    ['an own __proto__', () => ({ ...envelope(), ...JSON.parse('{"__proto__":{"ok":true}}') })],
  ];
  const contributing = (answer: unknown) => ({ type: 'Contribute', turnId: 't4', answer });

  it.each(wrong)('WR1 refuses %s as malformed, and nothing is recorded', async (_what, payload) => {
    const before = couple.b.seen.length;
    expect(await line.ask(1, 'command', payload())).toEqual({ ok: false, refusal: 'malformed' });
    await couple.b.caughtUp();
    expect(couple.b.seen).toHaveLength(before);
    expect(couple.b.stateOf(conversationId).pause).toBeNull();
  });

  it.each([
    ['follow', { to: 'conversation', id: 'x', after: { talk: -1 } }],
    ['follow', { to: 'everything', id: 'x', after: {} }],
    ['follow', { to: 'space', id: 'x' }],
    ['unfollow', { to: 'space' }],
    ['presence', { conversationId: null, writing: 'yes', away: false }],
    ['presence', { conversationId: null, writing: true, away: false, name: 'somebody else' }],
  ])('WR1 refuses %s %o as malformed', async (name, payload) => {
    expect(await line.ask(1, name, payload)).toEqual({ ok: false, refusal: 'malformed' });
  });

  it('WR1 never sees a box named __proto__: without it the answer is empty', async () => {
    const command = contributing(JSON.parse('{"text":{"__proto__":"polluted"}}'));
    const turnId = couple.a.stateOf(conversationId).turn?.turnId;
    const asked = await line.ask(1, 'command', { ...envelope(), command: { ...command, turnId } });
    expect(asked).toEqual({ ok: false, refusal: 'empty' });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('WR1 runs a command without a place for its answer as any other', async () => {
    line.send(`42${JSON.stringify(['command', { ...envelope(), command: { type: 'Pause' } }])}`);
    await couple.b.caughtUp();
    await line.ask(2, 'command', {});
    await couple.b.caughtUp();
    expect(couple.b.stateOf(conversationId).pause).toMatchObject({ by: 'a' });
    accepted(await couple.b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    accepted(await couple.a.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
  });

  it('WR3 takes no attachments: the placeholder is refused like any object that is no command', async () => {
    line.send('451-7["command",{"_placeholder":true,"num":0}]');
    line.send(randomBytes(64));
    line.send(`42${JSON.stringify(['presence', { conversationId, writing: false, away: false }])}`);
    const healthy = await fetch(`${server.origin}/healthz`);
    expect(healthy.status).toBe(200);
    expect(await RawLine.enter(server.origin, couple.a.cookie).then((again) => again.ask(1, 'command', {}))).toEqual({
      ok: false,
      refusal: 'malformed',
    });
  });

  it('WR4 closes a line that sends more than 64 KiB in one frame, and records nothing of it', async () => {
    const { turn } = couple.a.stateOf(conversationId);
    const answer = { text: { text: 'fits' }, padding: 'x'.repeat(MAX_FRAME) };
    const command = { type: 'Contribute', turnId: turn?.turnId, answer };
    const before = couple.b.seen.length;
    line.send(`421${JSON.stringify(['command', { ...envelope(), command }])}`);
    expect(await line.closed()).toBe(1009);
    await couple.b.caughtUp();
    expect(couple.b.seen).toHaveLength(before);
    expect(couple.a.socket.connected).toBe(true);
  });

  it('AN2 refuses a text that is too long for its box, and takes the longest that fits (WR4)', async () => {
    const { turn } = couple.a.stateOf(conversationId);
    const say = (text: string) =>
      couple.a.do(conversationId, { type: 'Contribute', turnId: turn?.turnId ?? '', answer: { text: { text } } });
    expect(await say('x'.repeat(601))).toEqual({ ok: false, refusal: 'too-long' });
    expect(await say('x'.repeat(20_000))).toEqual({ ok: false, refusal: 'too-long' });
    expect(couple.a.stateOf(conversationId).turn).toEqual(turn);
    accepted(await say('ä'.repeat(600)));
    await couple.b.caughtUp();
    expect(couple.b.seen.findLast(({ words }) => words)?.words?.text).toEqual({ text: 'ä'.repeat(600) });
  });
});
