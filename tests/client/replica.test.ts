import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, plainAnswer, playTo, stepNow } from '../kit/couple.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { Tab } from './live-replica.ts';

let server: TestServer;
let couple: Couple;
let talk: string;
let robin: Tab;
let kim: Tab;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  couple = await aCouple(server);
  talk = await open(couple, 'heard');
  robin = new Tab(couple.a, couple.spaceId, talk);
  kim = new Tab(couple.b, couple.spaceId, talk);
  await begin(couple, talk);
});
afterEach(() => {
  for (const end of [robin, kim, couple.a, couple.b]) 'close' in end ? end.close() : end.disconnect();
});

/** The holder's answer to the step, through their tab. */
const share = (tab: Tab, said: string) => {
  const { state } = tab.now;
  return tab.now.send(plainAnswer(stepNow(state), state.turn?.turnId ?? '', said));
};

describe('the replica of a conversation', () => {
  it('CL1 holds the same as the other side, knows its seat, and names both', async () => {
    await playTo(server, couple, talk, 'share');
    const [a, b] = [await robin.at('share'), await kim.at('share')];
    expect([a.seat, b.seat]).toEqual(['a', 'b']);
    expect(a.names).toEqual({ a: 'Robin', b: 'Kim' });
    expect(a.talk).toEqual(b.talk);
    expect(a.state.turn).toEqual(couple.a.stateOf(talk).turn);
    expect(a.own.every(({ stream }) => stream === `own/a:${talk}`)).toBe(true);
  });

  it('CL1 catches up after the server was away, from where it was', async () => {
    await playTo(server, couple, talk, 'share');
    await robin.at('share');
    await server.restart();
    await couple.a.reconnect({ to: 'conversation', id: talk });
    await couple.b.reconnect({ to: 'conversation', id: talk });
    await playTo(server, couple, talk, 'hear.check');
    const { talk: events } = await robin.at('hear.check');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  });

  it('CL2 sends a command again until it is answered, and it happens once', async () => {
    await playTo(server, couple, talk, 'share');
    await robin.at('share');
    const back = server.restart();
    const reply = share(robin, 'Said while the line was gone.');
    expect(robin.now.items.at(-1)).toMatchObject({ type: 'Contribute', state: 'sending' });
    await back;
    expect(await reply).toMatchObject({ ok: true });
    const { talk: events } = await kim.at('hear.mirror');
    const said = events.filter(({ words }) => words?.text?.['text'] === 'Said while the line was gone.');
    expect(said).toHaveLength(1);
    expect(robin.now.items.at(-1)).toMatchObject({ state: 'saved', texts: [] });
  });

  it('CL3 keeps unsent words through a restart, and lets go of them once they are saved', async () => {
    await playTo(server, couple, talk, 'share');
    const { draft } = await robin.at('share');
    draft.set('share', 'text', 'Not yet sent.');
    await server.restart();
    await until(() => expect(robin.connection.state()).toBe('connected'));
    expect(draft.get('share', 'text')).toBe('Not yet sent.');
    expect(robin.talk.unsent()).toBe(true);
    await share(robin, 'Not yet sent.');
    expect(draft.get('share', 'text')).toBe('');
    expect(robin.talk.unsent()).toBe(false);
  });

  it('CL4 ER2 drops the words that their author takes back later, in every open page', async () => {
    await playTo(server, couple, talk, 'end');
    await until(() => expect([robin.now.state.phase, kim.now.state.phase]).toEqual(['ended', 'ended']));
    const said = robin.now.talk.find(
      ({ event, words }) => event.type === 'Contributed' && event.seat === 'a' && words?.text,
    );
    const held = (tab: Tab) => tab.now.talk.find(({ seq }) => seq === said?.seq)?.words;
    expect(held(kim)).toEqual(said?.words);
    await robin.now.send({ type: 'WithdrawWords', seq: said?.seq ?? 0 });
    for (const tab of [robin, kim]) await until(() => expect(held(tab)).toBeNull());
    expect(kim.now.talk.some(({ words }) => words?.text)).toBe(true);
  });

  it('CL4 ER7 drops all that somebody said, once they have it erased, and what waits in their own boxes', async () => {
    await playTo(server, couple, talk, 'hear.check');
    const { draft } = await robin.at('hear.check');
    draft.set('hear.check', 'text', 'Not yet sent.');
    accepted(await couple.a.ask(couple.spaceId, { type: 'EraseWords' }));
    const mine = (tab: Tab) =>
      tab.now.talk.filter(
        ({ event, words }) =>
          (event.type === 'Contributed' || event.type === 'Revealed') && event.seat === 'a' && words,
      );
    for (const tab of [robin, kim]) await until(() => expect(mine(tab)).toEqual([]));
    await until(() => expect(robin.now.own.filter(({ words }) => words)).toEqual([]));
    expect(kim.now.own.some(({ words }) => words)).toBe(true);
    expect(JSON.stringify(robin.now.draft)).not.toContain('Not yet sent');
    expect(robin.now.draft.get('hear.check', 'text')).toBe('');
  });

  it('CL4 drops every word once the talk is not kept', async () => {
    await playTo(server, couple, talk, 'keep');
    const { state } = await robin.at('keep');
    expect(robin.now.talk.some(({ words }) => words?.text)).toBe(true);
    const turnId = state.turn?.turnId ?? '';
    for (const tab of [robin, kim]) {
      await tab.at('keep');
      await tab.now.send({ type: 'Contribute', turnId, answer: { choice: 'let-go' } });
    }
    await robin.at('plan');
    for (const tab of [robin, kim]) {
      await until(() => expect(tab.now.state.keeping).toEqual({ kept: false, omitted: [] }));
      expect([...tab.now.talk, ...tab.now.own].filter(({ words }) => words)).toEqual([]);
      expect(JSON.stringify([tab.now.talk, tab.now.own, tab.now.items])).not.toContain('Some words.');
    }
  });

  it('CL5 says what was not saved and why, and keeps the words', async () => {
    await playTo(server, couple, talk, 'share');
    const { draft, state, send } = await robin.at('share');
    draft.set('share', 'text', 'Too late.');
    const command = plainAnswer(stepNow(state), state.turn?.turnId ?? '', 'Too late.');
    await playTo(server, couple, talk, 'hear.mirror');
    expect(await send(command)).toEqual({ ok: false, refusal: 'stale-turn' });
    expect(robin.now.items.at(-1)).toMatchObject({ state: 'not-saved', refusal: 'stale-turn', texts: ['Too late.'] });
    expect(draft.unsent()).toMatchObject([{ stepId: 'share', text: 'Too late.' }]);
  });

  it('CL5 keeps what my other device did not say, and knows of its answers once it has caught up', async () => {
    await playTo(server, couple, talk, 'share');
    const phone = new Tab(await couple.a.otherDevice(), couple.spaceId, talk);
    try {
      const { draft, caughtUp } = await robin.at('share');
      await phone.at('share');
      draft.set('share', 'text', 'Said on my phone. And more.');
      expect(await share(phone, 'Said on my phone.')).toMatchObject({ ok: true });
      await caughtUp();
      expect(robin.now.state.turn?.stepId).not.toBe('share');
      expect(draft.unsent()).toMatchObject([{ text: 'Said on my phone. And more.', late: true }]);
      expect(robin.talk.unsent()).toBe(true);
    } finally {
      phone.close();
    }
  });

  it('DO12 has caught up only once the line is back and has brought what was recorded meanwhile', async () => {
    await playTo(server, couple, talk, 'share');
    const { caughtUp } = await robin.at('share');
    const back = server.restart();
    const stepThen = caughtUp().then(() => robin.now.state.turn?.stepId);
    await back;
    expect(await stepThen).toBe('share');
    await couple.a.reconnect({ to: 'conversation', id: talk });
    await couple.b.reconnect({ to: 'conversation', id: talk });
    await playTo(server, couple, talk, 'hear.mirror');
    await caughtUp();
    expect(robin.now.state.turn?.stepId).toBe('hear.mirror');
  });

  it('CL3 lets go of words for a step that I pass', async () => {
    await playTo(server, couple, talk, 'share');
    const { draft, state, send } = await robin.at('share');
    draft.set('share', 'text', 'Rather not.');
    expect(await send({ type: 'PassFloor', turnId: state.turn?.turnId ?? '' })).toMatchObject({ ok: true });
    await robin.now.caughtUp();
    expect(draft.unsent()).toEqual([]);
  });

  it('CL8 gives up what waits when the session ends, and keeps the words', async () => {
    await playTo(server, couple, talk, 'share');
    const { draft } = await robin.at('share');
    draft.set('share', 'text', 'Still mine.');
    await couple.a.door('POST', '/api/leave', {});
    await until(() => expect(robin.connection.state()).toBe('signed-out'));
    const waiting = share(robin, 'Still mine.');
    robin.connection.wake();
    expect(await waiting).toEqual({ ok: false, refusal: 'signed-out' });
    expect(draft.get('share', 'text')).toBe('Still mine.');
  });

  it('PR5 shows writing while the floor is held in the open, not in private, and not where it is hidden', async () => {
    const seen = () => kim.now.presence.a?.state;
    await playTo(server, couple, talk, 'intend');
    const { draft } = await robin.at('intend');
    draft.set('intend', 'text', 'In private.');
    await playTo(server, couple, talk, 'share');
    await robin.at('share');
    await until(() => expect(seen()).toBe('here'));
    draft.set('share', 'text', 'In the open.');
    await until(() => expect(seen()).toBe('writing'));
    robin.now.showWriting(false);
    await until(() => expect(seen()).toBe('here'));
  });
});
