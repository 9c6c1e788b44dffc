import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, agreed, begin, type Couple, open, plainAnswer, stepNow } from '../kit/couple.ts';
import { newCommandId, Person, until } from '../kit/person.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';

/** Everything here runs against the program as a process of its own, on a real clock. */
describe('the server is killed without warning', () => {
  let server: ServerProcess;
  let couple: Couple;
  let conversationId: string;
  beforeEach(async () => {
    server = await startProcess();
    couple = await aCouple(server);
    conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await toShare();
  });
  afterEach(async () => {
    for (const person of [couple.a, couple.b]) person.disconnect();
    await server.remove();
  });

  /** OPEN has no reading time: three steps for each of the two. */
  const toShare = async () => {
    for (const stepId of ['ready', 'rate', 'intend']) {
      for (const person of [couple.a, couple.b]) {
        await until(() => expect(person.stateOf(conversationId).turn?.stepId).toBe(stepId));
        const state = person.stateOf(conversationId);
        accepted(await person.do(conversationId, plainAnswer(stepNow(state), state.turn?.turnId ?? '')));
      }
    }
    for (const person of [couple.a, couple.b]) {
      await until(() => expect(person.stateOf(conversationId).turn?.stepId).toBe('share'));
    }
  };
  const follows = () => [
    { to: 'space', id: couple.spaceId } as const,
    { to: 'conversation', id: conversationId } as const,
  ];
  const share = (text: string, commandId = newCommandId()) =>
    couple.a.do(conversationId, { type: 'Contribute', turnId: 't4', answer: { text: { text } } }, commandId);

  it('WR5 is back within two seconds: same step, same holder, what was acked once, nothing twice', async () => {
    const commandId = newCommandId();
    const acked = accepted(await share('Acked before the end.', commandId));
    const before = (await agreed(couple, conversationId)).turn;
    expect(before).toMatchObject({ stepId: 'hear.mirror', holders: ['b'] });
    expect(await server.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
    await until(() => expect(couple.a.connected || couple.b.connected).toBe(false));
    await server.start();
    const back = performance.now();
    await Promise.all([couple.a, couple.b].map((person) => person.reconnect(...follows())));
    for (const person of [couple.a, couple.b]) expect(person.stateOf(conversationId).turn).toEqual(before);
    expect(performance.now() - back).toBeLessThan(2_000);

    expect(await share('Acked before the end.', commandId)).toEqual(acked);
    const fresh = await new Person(server.origin, couple.b.cookie).connect();
    await fresh.follow('conversation', conversationId);
    expect(fresh.seen.filter(({ words }) => words?.text?.['text'] === 'Acked before the end.')).toHaveLength(1);
    expect(couple.b.seen.filter(({ words }) => words?.text?.['text'] === 'Acked before the end.')).toHaveLength(1);
    fresh.disconnect();
  });

  it('PA9 keeps a pause, and what each answered about coming back', async () => {
    accepted(await couple.b.do(conversationId, { type: 'Pause' }));
    accepted(await couple.a.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    await server.end('SIGKILL');
    await server.start();
    await Promise.all([couple.a, couple.b].map((person) => person.reconnect(...follows())));
    expect(await share('Too soon.')).toEqual({ ok: false, refusal: 'paused' });
    accepted(await couple.b.do(conversationId, { type: 'Return', pauseId: 'p1', stirred: 1 }));
    accepted(await share('Now.'));
  });

  it('WR2 has every acked command exactly once, killed again and again under load', { timeout: 60_000 }, async () => {
    const busy = await aCouple(server);
    const { a, spaceId } = busy;
    const acked = new Map<string, number>();
    /** Opens a conversation and puts it off, over and over, until the line ends. */
    const press = async () => {
      for (let presses = 0; presses < 100; presses++) {
        const opened = await a.ask(spaceId, { type: 'OpenConversation', guideId: 'heard', first: 'a' });
        if (!opened.ok || !opened.created) return;
        acked.set(opened.created, opened.seq);
        accepted(await a.do(opened.created, { type: 'Stop' }));
      }
    };
    for (let kill = 0; kill < 4; kill++) {
      const before = acked.size;
      const pressing = press().catch(() => undefined);
      await until(() => expect(acked.size).toBeGreaterThan(before + 5));
      await server.end('SIGKILL');
      a.disconnect();
      await pressing;
      await server.start();
      await a.reconnect({ to: 'space', id: spaceId });
      const left = a.seen.findLast(({ event }) => event.type === 'ConversationListed')?.event;
      if (left?.type === 'ConversationListed') await a.do(left.conversationId, { type: 'Stop' });
    }
    const fresh = await new Person(server.origin, a.cookie).connect();
    await fresh.follow('space', spaceId);
    expect(fresh.seen.map(({ seq }) => seq)).toEqual(fresh.seen.map((_, at) => at + 1));
    const listed = fresh.seen.flatMap(({ event, seq }) =>
      event.type === 'ConversationListed' ? [[event.conversationId, seq] as const] : [],
    );
    expect(new Map(listed).size).toBe(listed.length);
    for (const [id, seq] of acked) expect(new Map(listed).get(id)).toBe(seq);
    for (const person of [fresh, a, busy.b]) person.disconnect();
  });

  it('SIGTERM says goodbye to every device and ends with 0, losing nothing', async () => {
    const acked = accepted(await share('Acked before the goodbye.'));
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
    for (const person of [couple.a, couple.b]) {
      await until(() => expect(person.connected).toBe(false));
      expect(person.farewells).toEqual(['restarting']);
    }
    await server.start();
    await couple.b.reconnect(...follows());
    expect(couple.b.stateOf(conversationId).turn).toMatchObject({ turnId: 't5', holders: ['b'] });
    expect(couple.b.seen.filter(({ words }) => words?.text?.['text'] === 'Acked before the goodbye.')).toHaveLength(1);
    expect(couple.b.seen.findLast(({ stream }) => stream.startsWith('talk'))?.seq).toBe(acked.seq);
  });

  it('SIGTERM while commands are on their way leaves each of them recorded or not, as it was answered', async () => {
    accepted(await couple.a.do(conversationId, { type: 'Pause' }));
    const quiet = { type: 'SizePause', pauseId: 'p1', size: 'quiet' } as const;
    const replies = Array.from({ length: 40 }, () => couple.a.do(conversationId, quiet).catch(() => undefined));
    const ended = server.end('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    couple.a.disconnect();
    const acked = (await Promise.all(replies)).flatMap((reply) => (reply?.ok ? [reply.seq] : []));
    await server.start();
    await couple.b.reconnect(...follows());
    const sized = couple.b.seen.flatMap(({ event, seq }) => (event.type === 'PauseSized' ? [seq] : []));
    expect(new Set(sized).size).toBe(sized.length);
    for (const seq of acked) expect(sized).toContain(seq);
  });
});
