import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, begin, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest } from '../kit/facilitated.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const CHANGES = 100;

describe('whoever is sent away', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('ME2 hears nothing that came after, in the middle of a hundred changes (rows 10, 27)', async () => {
    const couple = await aFacilitatedCouple(server);
    const { a, b, facilitator, facilitatorId: memberId, spaceId } = couple;
    const at = Date.now() + 86_400_000;
    const changes = Array.from({ length: CHANGES }, (_, n) =>
      a.ask(spaceId, { type: 'SetMeeting', at: at + n * 60_000 }),
    );
    await until(() => expect(facilitator.seen.some(({ event }) => event.type === 'MeetingSet')).toBe(true));
    const frozen = accepted(await b.ask(spaceId, { type: 'FreezeMember', memberId }));
    const heard = facilitator.heard.length;
    for (const change of await Promise.all(changes)) accepted(change);
    await facilitator.caughtUp();
    expect(facilitator.unfollowed).toContain(spaceId);
    expect(Math.max(...facilitator.seen.map(({ seq }) => seq))).toBeLessThan(frozen.seq);
    const late = facilitator.heard.slice(heard).filter(({ name }) => name !== 'unfollowed');
    expect(late).toEqual([]);
  });

  it('ME2 is told at once on every line, one that follows a talk alone too (rows 10, 27)', async () => {
    const couple = await aFacilitatedCouple(server);
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    const device = await new Person(server.origin, couple.facilitator.cookie).connect();
    accepted({ ...(await device.follow('conversation', conversationId)), stream: 'talk:x', seq: 0 } as never);
    accepted(await couple.a.ask(couple.spaceId, { type: 'FreezeMember', memberId: couple.facilitatorId }));
    await until(() => expect(device.unfollowed).toEqual([couple.spaceId]), 2_000);
    device.disconnect();
  });

  it('ME8 a guest reads no word of a talk that has ended, on a new device either (row 26)', async () => {
    const couple = await aFacilitatedCouple(server);
    const { person: observer } = await aGuest(couple, 'observer');
    const conversationId = await open(couple, 'heard');
    await begin(couple, conversationId);
    await playTo(server, couple, conversationId, 'end');
    for (const guest of [couple.facilitator, observer]) {
      const device = await new Person(server.origin, guest.cookie).connect();
      expect(await device.follow('conversation', conversationId)).toEqual({ ok: false, refusal: 'not-found' });
      expect(device.seen).toEqual([]);
      device.disconnect();
    }
  });
});
