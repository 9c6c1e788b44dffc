import { decideFor } from '@turnward/shared/conversation/decide-for.ts';
import { notice } from '@turnward/shared/conversation/outcome.ts';
import type { DeepTalks } from '@turnward/shared/fit/fit.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import { record } from '@turnward/shared/space/outcome.ts';
import { describe, expect, it } from 'vitest';
import { givenSpace, spaceOf } from '../kit/decider.ts';
import { ADA, facilitator, gathered, type Log, playLed } from '../kit/spec-log.ts';
import { NOON } from '../kit/spec-talk.ts';

const LOCKS: (DeepTalks | undefined)[] = ['needs-a-facilitator', undefined];
const HOUR = 3_600_000;
const created = (practice = false) => record({ type: 'SpaceCreated', spaceId: 's1', practice });
const couple = SEATS.map((seat) => record({ type: 'MemberJoined', memberId: `member-${seat}`, role: 'partner', seat }));
const ada = record({ type: 'MemberJoined', memberId: 'ada', role: 'facilitator' });
const ask = (by = 'member-a', deepTalks: DeepTalks | undefined = 'open', guideId = 'reach-and-respond') =>
  ({ type: 'ListConversation', conversationId: 'c2', guideId, by, ...(deepTalks && { deepTalks }) }) as const;
const opened = (by: string, guideId = 'reach-and-respond') =>
  record({ type: 'ConversationListed', conversationId: 'c2', guideId, openedBy: by });

/** Asked of the log with the way to the deep talks as it is. */
const decide = (log: Log, who: 'a' | 'ada', command: Parameters<typeof decideFor>[2], deepTalks?: DeepTalks) =>
  decideFor(log.guide, log.state, command, who === 'ada' ? facilitator(ADA) : { role: 'partner', seat: who }, {
    now: log.now,
    here: SEATS,
    facilitators: [ADA],
    ...(deepTalks && { deepTalks }),
  });

describe('a deep guide', () => {
  it('FI3 pauses where its leader is lost, so that it is come back to by the rule', () => {
    const deep = GUIDES.filter(({ deep: goesDeep }) => goesDeep);
    expect(deep.map(({ id }) => id)).toEqual(['reach-and-respond']);
    for (const { leadLost } of deep) expect(leadLost).toBe('pauses');
  });

  it('FI3 is opened by a partner where the way is clear, and by a facilitator in any case', () => {
    const space = [created(), ...couple, ada];
    for (const lock of LOCKS) {
      const { deepTalks: _, ...command } = ask();
      const asked = { ...command, ...(lock && { deepTalks: lock }) };
      expect(decideSpace(spaceOf(...space), asked, NOON)).toEqual({ refused: 'needs-a-facilitator' });
    }
    givenSpace(...space)
      .when(ask('member-b'))
      .records(opened('b'));
    givenSpace(...space)
      .when(ask('ada', 'needs-a-facilitator'))
      .records(opened('ada'));
    givenSpace(...space)
      .when(ask('member-a', 'needs-a-facilitator', 'heard'))
      .records(opened('a', 'heard'));
  });

  it('FI3 begins without a leader only where the way is clear; others begin as ever', () => {
    const ready = (log: Log) => {
      for (const seat of SEATS) log.do(seat, { type: 'SetReady', ready: true });
      return log;
    };
    const deep = ready(gathered(reachAndRespond));
    for (const lock of LOCKS) {
      expect(decide(deep, 'a', { type: 'Begin' }, lock)).toEqual({ refused: 'needs-a-facilitator' });
      expect(decide(ready(gathered(heard)), 'a', { type: 'Begin' }, lock)).not.toHaveProperty('refused');
    }
    expect(decide(deep, 'a', { type: 'Begin' }, 'open')).not.toHaveProperty('refused');
  });

  it('FI3 that was led is come back to without a leader only where the way is clear', () => {
    const log = playLed(reachAndRespond).to('intend');
    log.do({ role: 'server', memberId: ADA }, { type: 'NoteLead', here: false });
    const { pause } = log.state;
    if (!pause) return expect.fail('it does not pause');
    const back = { type: 'Return', pauseId: pause.pauseId, stirred: 3 } as const;
    for (const lock of LOCKS) expect(decide(log, 'a', back, lock)).toEqual({ refused: 'needs-a-facilitator' });
    expect(decide(log, 'a', back, 'open')).not.toHaveProperty('refused');
    // PA5. Nobody is kept: either may stop.
    expect(decide(log, 'a', { type: 'Stop' }, 'needs-a-facilitator')).not.toHaveProperty('refused');
    log.do({ role: 'server', memberId: ADA }, { type: 'NoteLead', here: true });
    expect(decide(log, 'a', back, 'needs-a-facilitator')).not.toHaveProperty('refused');
  });
});

describe('one a day', () => {
  const closed = (reason: 'completed' | 'put-off') =>
    notice({ type: 'ConversationClosed', conversationId: 'c2', reason, kept: false }) as ReturnType<typeof record>;
  const after = (hours: number, reason: 'completed' | 'put-off', practice = false) =>
    decideSpace(
      spaceOf(created(practice), ...couple, opened('a'), closed(reason)),
      { ...ask(), conversationId: 'c3' },
      NOON + hours * HOUR,
    );

  it('FI7 R21 refuses a second deep talk on the same day, and opens the same hour tomorrow', () => {
    expect(after(2, 'completed')).toEqual({ refused: 'one-a-day' });
    expect(after(19, 'completed')).toEqual({ refused: 'one-a-day' });
    expect(after(20, 'completed')).not.toHaveProperty('refused');
  });

  it('FI7 counts none that was put off, and none in a practice room', () => {
    expect(after(2, 'put-off')).not.toHaveProperty('refused');
    expect(after(2, 'completed', true)).not.toHaveProperty('refused');
  });
});
