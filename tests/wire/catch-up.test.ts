import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { RawLine } from './raw-line.ts';

describe('catching up', () => {
  let server: TestServer;
  let couple: Couple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'share');
  });

  const share = (text: string) => {
    const turnId = couple.a.stateOf(conversationId).turn?.turnId ?? '';
    return couple.a.do(conversationId, { type: 'Contribute', turnId, answer: { text: { text } } });
  };
  const seqs = (person: Person) =>
    person.seen.filter(({ stream }) => stream === `talk:${conversationId}`).map(({ seq }) => seq);
  const inOrderOnce = (person: Person) => expect(seqs(person)).toEqual(seqs(person).map((_, at) => at + 1));

  it('WR5 a line cut in the middle of a turn comes back to the same step and holder, and hears nothing twice', async () => {
    const before = couple.a.stateOf(conversationId).turn;
    for (const who of ['a', 'b'] as const) {
      couple[who].socket.io.engine.close();
      await until(() => expect(couple[who].connected).toBe(false));
    }
    await couple.a.reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });
    expect(couple.a.stateOf(conversationId).turn).toEqual(before);
    accepted(await share('Said while the other was away.'));
    await couple.b.reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });
    expect(couple.b.stateOf(conversationId).turn).toMatchObject({ stepId: 'hear.mirror', holders: ['b'] });
    for (const person of [couple.a, couple.b]) inOrderOnce(person);
    expect(
      couple.b.seen.filter(({ words }) => words?.text?.['text'] === 'Said while the other was away.'),
    ).toHaveLength(1);
  });

  it('WR5 a phone asleep for ten minutes wakes to what it missed, and nothing was handed on meanwhile (FL5)', async () => {
    couple.a.disconnect();
    server.advance(10 * 60_000);
    await couple.a.reconnect({ to: 'conversation', id: conversationId });
    accepted(await share('Still mine.'));
    inOrderOnce(couple.a);
  });

  it('WR5 a device that comes in the middle of a burst ends up with all of it', async () => {
    const late = Array.from({ length: 8 }, () => new Person(server.origin, couple.b.cookie));
    const joining = late.map(async (device) => {
      await device.connect();
      await device.follow('conversation', conversationId);
    });
    const pauses = Array.from({ length: 30 }, (_, at) =>
      couple.a.do(conversationId, at === 0 ? { type: 'Pause' } : { type: 'SizePause', pauseId: 'p1', size: 'quiet' }),
    );
    await Promise.all([...joining, ...pauses]);
    for (const device of late) {
      await device.caughtUp();
      expect(new Set(seqs(device))).toEqual(new Set(seqs(couple.a)));
      device.disconnect();
    }
  });

  it('WR5 words arrive as they were written, live and read again', { timeout: 30_000 }, async () => {
    const writable = fc
      .string({ minLength: 1, maxLength: 120, unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && text.length <= 280);
    await fc.assert(
      fc.asyncProperty(writable, async (text) => {
        const other = await aCouple(server);
        const id = await open(other, 'heard');
        await begin(other, id);
        await playTo(server, other, id, 'intend');
        for (const person of [other.a, other.b]) {
          accepted(await person.do(id, { type: 'Contribute', turnId: 't3', answer: { text: { text } } }));
        }
        await other.b.caughtUp();
        const again = await new Person(server.origin, other.b.cookie).connect();
        await again.follow('conversation', id);
        for (const reader of [other.b, again]) {
          const shown = reader.eventsOf(id).filter(({ event }) => event.type === 'Revealed');
          expect(shown.map(({ words }) => words?.text?.['text'])).toEqual([text.trim(), text.trim()]);
        }
        for (const person of [other.a, other.b, again]) person.disconnect();
      }),
      { numRuns: 8 },
    );
  });

  it('KP2 what was let go is gone for everybody who reads it again, the stubs stay', async () => {
    accepted(await share('Gone tomorrow.'));
    await playTo(server, couple, conversationId, 'keep');
    const choose = (who: 'a' | 'b', choice: string) => {
      const turnId = couple[who].stateOf(conversationId).turn?.turnId ?? '';
      return couple[who].do(conversationId, { type: 'Contribute', turnId, answer: { choice } });
    };
    accepted(await choose('a', 'keep'));
    accepted(await choose('b', 'let-go'));
    for (const who of ['a', 'b'] as const) {
      const again = await new Person(server.origin, couple[who].cookie).connect();
      await again.follow('conversation', conversationId);
      const worded = again.seen.filter(({ words }) => words !== undefined);
      expect(worded.length).toBeGreaterThan(5);
      expect(worded.every(({ words }) => words === null)).toBe(true);
      again.disconnect();
    }
  });

  it('WR8 refuses what is more than a person could mean, records none of it, and leaves the partner alone', async () => {
    const line = await RawLine.enter(server.origin, couple.a.cookie);
    const envelope = (at: number) => ({
      commandId: `flood-${String(at).padStart(16, '0')}`,
      to: 'conversation',
      id: conversationId,
      command: { type: at === 0 ? 'Pause' : 'Begin' },
    });
    for (let at = 0; at < 400; at++) line.send(`42${at}${JSON.stringify(['command', envelope(at)])}`);
    const last = await line.ask(1_000, 'command', envelope(1_000));
    expect(last).toEqual({ ok: false, refusal: 'too-many' });
    const refused = line.frames.filter((frame) => frame.includes('too-many')).length;
    expect(refused).toBeGreaterThan(100);
    expect(await couple.a.do(conversationId, { type: 'Stop' })).toEqual({ ok: false, refusal: 'too-many' });
    expect(await couple.a.follow('space', couple.spaceId)).toEqual({ ok: false, refusal: 'too-many' });
    accepted(await couple.b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    expect(couple.b.stateOf(conversationId).phase).toBe('live');
    line.leave();
  });
});
