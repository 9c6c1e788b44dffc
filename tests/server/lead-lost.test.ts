import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const GRACE = 30_000;

describe('whoever leads and loses the line', () => {
  let server: TestServer;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    couple = await aFacilitatedCouple(server);
  });

  const liveIn = async (guideId: string, stepId: string) => {
    conversationId = await openLed(couple, guideId);
    await beginLed(couple, conversationId);
    await playTo(server, couple, conversationId, stepId);
  };
  const state = () => couple.b.stateOf(conversationId);
  const leadIs = (lost: boolean) => until(() => expect(state().lead).toEqual({ memberId: couple.facilitatorId, lost }));
  const types = () => couple.b.eventsOf(conversationId).map(({ event }) => event.type);
  const gone = () =>
    until(() => expect(couple.a.presence.at(-1)?.members.map(({ state: is }) => is)).toContain('lost'));
  const comesBack = () =>
    couple.facilitator.reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });

  it('FA9 a moment is nothing: whoever is back within it never left', async () => {
    await liveIn('heard', 'share');
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE - 5_000);
    await couple.b.caughtUp();
    await comesBack();
    server.advance(GRACE);
    for (let looks = 0; looks < 3; looks++) await couple.b.caughtUp();
    expect(types()).not.toContain('LeadLost');
    expect(state().hold).not.toBeNull();
  });

  it('FA9 opens a held floor after 30 s, hands nothing to a partner, and they come back to the same place', async () => {
    await liveIn('heard', 'share');
    const { turn } = state();
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE);
    await leadIs(true);
    expect(state()).toMatchObject({ turn, hold: null, pause: null });
    for (const who of ['a', 'b'] as const) {
      const refused = { ok: false, refusal: 'not-yours-to-do' };
      expect(await couple[who].do(conversationId, { type: 'MoveOn', turnId: 't4' })).toEqual(refused);
      expect(await couple[who].do(conversationId, { type: 'TakeLead' })).toEqual(refused);
    }
    const share = { type: 'Contribute', turnId: 't4', answer: { text: { text: 'I go on.' } } } as const;
    accepted(await couple.a.do(conversationId, share));
    await comesBack();
    await leadIs(false);
    accepted(await couple.facilitator.do(conversationId, { type: 'HoldFloor', turnId: 't5' }));
    expect(types().filter((type) => type === 'LeadLost' || type === 'LeadBack')).toEqual(['LeadLost', 'LeadBack']);
  });

  it('FA9 pauses where the guide says so, as nobody’s pause', async () => {
    await liveIn('reach-and-respond', 'underneath');
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE);
    await leadIs(true);
    await until(() => expect(state().pause).toMatchObject({ by: null, leadLost: true }));
    await comesBack();
    await leadIs(false);
    expect(state().pause).not.toBeNull();
  });

  it('FA9 lets the two begin by themselves where they were waiting to be admitted', async () => {
    conversationId = await openLed(couple, 'heard');
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE);
    await leadIs(true);
    for (const who of ['a', 'b'] as const) {
      accepted(await couple[who].do(conversationId, { type: 'SetReady', ready: true }));
    }
    accepted(await couple.a.do(conversationId, { type: 'Begin' }));
  });

  it('FA9 is found after a restart too, where they do not come back', async () => {
    await liveIn('heard', 'share');
    await server.restart();
    for (const who of ['a', 'b'] as const) {
      await couple[who].reconnect({ to: 'space', id: couple.spaceId }, { to: 'conversation', id: conversationId });
    }
    expect(types()).not.toContain('LeadLost');
    server.advance(GRACE);
    await leadIs(true);
    await comesBack();
    await leadIs(false);
  });

  it('FA5 FA9 whoever waits stays in the waiting room while they look at the list of their couples', async () => {
    conversationId = await openLed(couple, 'heard');
    couple.facilitator.socket.emit('unfollow', { to: 'conversation', id: conversationId });
    for (let look = 0; look < 3; look++) {
      await couple.facilitator.caughtUp();
      server.advance(GRACE);
      await couple.a.caughtUp();
    }
    expect(types()).not.toContain('LeadLost');
    const refused = { ok: false, refusal: 'not-admitted' };
    expect(await couple.a.do(conversationId, { type: 'SetReady', ready: true })).toEqual(refused);
  });

  it('FA9 FA4 nothing pauses and nobody takes their place while they are elsewhere; it does once that line is lost', async () => {
    await liveIn('reach-and-respond', 'underneath');
    const { person: second } = await aGuest(couple, 'facilitator');
    await second.follow('conversation', conversationId);
    couple.facilitator.socket.emit('unfollow', { to: 'conversation', id: conversationId });
    await couple.facilitator.caughtUp();
    server.advance(GRACE);
    await until(() => expect(state().lead).toMatchObject({ lost: true, near: true }));
    expect(await second.do(conversationId, { type: 'TakeLead' })).toEqual({ ok: false, refusal: 'one-leads-already' });
    server.advance(GRACE);
    await couple.b.caughtUp();
    expect(state().pause).toBeNull();
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE);
    await until(() => expect(state().pause).toMatchObject({ by: null, leadLost: true }));
    await comesBack();
    await leadIs(false);
  });

  it('FA9 has a line with any device that follows the talk, and is elsewhere with the list of their couples', async () => {
    await liveIn('heard', 'share');
    const other = await new Person(server.origin, couple.facilitator.cookie).connect();
    const devices = (count: number) =>
      until(() => expect(couple.a.presence.at(-1)?.members.at(-1)?.devices, 'devices').toBe(count));
    for (const to of ['headers', 'conversation'] as const)
      expect(await other.follow(to, conversationId)).toMatchObject({ ok: true });
    await devices(2);
    couple.facilitator.disconnect();
    await devices(1);
    server.advance(GRACE);
    for (let looks = 0; looks < 3; looks++) await couple.b.caughtUp();
    expect(types()).not.toContain('LeadLost');
    other.socket.emit('unfollow', { to: 'conversation', id: conversationId });
    await other.caughtUp();
    server.advance(GRACE);
    await until(() => expect(state().lead).toMatchObject({ lost: true, near: true }));
    await until(() => expect(other.headers.at(-1)?.event.type).toBe('LeadLost'));
    expect(await other.follow('conversation', conversationId)).toMatchObject({ ok: true });
    await leadIs(false);
    other.disconnect();
  });

  it('ME2 FA9 opens the floor at once where the place of whoever leads is taken', async () => {
    await liveIn('heard', 'share');
    expect(state().hold).not.toBeNull();
    const memberId = couple.facilitatorId;
    accepted(await couple.b.ask(couple.spaceId, { type: 'FreezeMember', memberId }));
    await leadIs(true);
    expect(state().hold).toBeNull();
    for (const seat of ['a', 'b'] as const) {
      accepted(await couple[seat].ask(couple.spaceId, { type: 'ConfirmGuest', memberId }));
    }
    expect(await couple.facilitator.follow('conversation', conversationId)).toMatchObject({ ok: true });
    await leadIs(false);
  });

  it('FA4 another facilitator takes the lead once the line is lost, and keeps it', async () => {
    await liveIn('heard', 'share');
    const { person: second, memberId } = await aGuest(couple, 'facilitator');
    await second.follow('conversation', conversationId);
    couple.facilitator.disconnect();
    await gone();
    server.advance(GRACE);
    await leadIs(true);
    accepted(await second.do(conversationId, { type: 'TakeLead' }));
    await comesBack();
    await couple.b.caughtUp();
    expect(state().lead).toEqual({ memberId, lost: false });
    expect(types()).not.toContain('LeadBack');
  });

  it('R5 a facilitator who leaves quickly leaves, and pauses nobody', async () => {
    await liveIn('heard', 'share');
    expect((await couple.facilitator.door('POST', '/api/leave', {})).status).toBe(204);
    await until(() => expect(couple.facilitator.farewells).toEqual(['signed-out']));
    await couple.b.caughtUp();
    expect(state().pause).toBeNull();
    server.advance(GRACE);
    await leadIs(true);
    expect(state().pause).toBeNull();
  });
});
