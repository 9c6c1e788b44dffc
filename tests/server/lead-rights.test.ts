import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted } from '../kit/couple.ts';
import { ACTS_OF_A_FACILITATOR, ACTS_OF_A_PARTNER, EVERY_ACT, turnId } from '../kit/every-act.ts';
import { aGuest, type FacilitatedCouple } from '../kit/facilitated.ts';
import { aLedTalk } from '../kit/led-talk.ts';

describe('who may do what in a talk, over the real line', () => {
  const table = aLedTalk();
  const { everybody, live, refusal, unnoticed } = table;
  let couple: FacilitatedCouple;
  let conversationId: string;
  beforeEach(() => {
    ({ couple, conversationId } = table);
  });

  it('FA2 gives no partner an act of a facilitator, and no facilitator one of a partner', async () => {
    await live();
    const { a, b, facilitator } = couple;
    await unnoticed(async () => {
      for (const person of [a, b]) {
        for (const act of ACTS_OF_A_FACILITATOR) expect(await refusal(person, act), act.type).toBe('not-yours-to-do');
      }
      for (const act of ACTS_OF_A_PARTNER) expect(await refusal(facilitator, act), act.type).toBe('not-yours-to-do');
    });
  });

  it('FA2 takes what only the server says from no device', async () => {
    await live();
    await unnoticed(async () => {
      for (const person of everybody()) {
        for (const here of [true, false]) expect(await refusal(person, { type: 'NoteLead', here })).toBe('malformed');
      }
    });
  });

  it('ME5 an observer reads along and does nothing', async () => {
    await live();
    const { person: observer } = await aGuest(couple, 'observer');
    expect(await observer.follow('conversation', conversationId)).toMatchObject({ ok: true });
    expect(observer.stateOf(conversationId).turn).toEqual(couple.a.stateOf(conversationId).turn);
    const requests: SpaceRequest[] = [
      { type: 'OpenConversation', guideId: 'heard', first: 'a' },
      { type: 'SetMeeting', at: null },
      { type: 'SetHomework', guideId: null },
      { type: 'ConfirmGuest', memberId: couple.facilitatorId },
      { type: 'FreezeMember', memberId: couple.facilitatorId },
      { type: 'EndMembership', memberId: couple.facilitatorId },
    ];
    await unnoticed(async () => {
      for (const act of EVERY_ACT) expect(await refusal(observer, act), act.type).toBe('not-yours-to-do');
      for (const request of requests) {
        const reply = await observer.ask(couple.spaceId, request);
        expect(reply, request.type).toEqual({ ok: false, refusal: 'not-yours-to-change' });
      }
    });
  });

  it('FA1 PR6 answers a stranger, and a facilitator of another couple, as if there were no such talk', async () => {
    await live();
    const strangers = await aCouple(table.server);
    const { person: theirs } = await aGuest(strangers, 'facilitator');
    await unnoticed(async () => {
      for (const person of [strangers.a, theirs]) {
        for (const act of EVERY_ACT) expect(await refusal(person, act), act.type).toBe('not-found');
      }
    });
  });

  it('FA4 one leads; another only after the lead was handed over by name', async () => {
    await live();
    const { facilitator, facilitatorId } = couple;
    const { person: second, memberId } = await aGuest(couple, 'facilitator');
    await second.follow('conversation', conversationId);
    expect(await refusal(second, { type: 'MoveOn', turnId })).toBe('not-yours-to-do');
    expect(await refusal(second, { type: 'TakeLead' })).toBe('one-leads-already');
    expect(await refusal(facilitator, { type: 'HandLead', to: 'somebody' })).toBe('no-facilitator');
    accepted(await facilitator.do(conversationId, { type: 'HandLead', to: memberId }));
    expect(await refusal(facilitator, { type: 'MoveOn', turnId })).toBe('not-yours-to-do');
    accepted(await second.do(conversationId, { type: 'MoveOn', turnId }));
    await couple.b.caughtUp();
    expect(couple.b.stateOf(conversationId).lead).toEqual({ memberId, lost: false });
    const handed = couple.b.seen.find(({ event }) => event.type === 'LeadHanded');
    expect(handed?.event).toEqual({ type: 'LeadHanded', by: facilitatorId, to: memberId });
  });

  it('WR2 an act that is sent again, also beside the talk, is answered as the first time', async () => {
    await live();
    const { facilitator } = couple;
    accepted(await couple.b.do(conversationId, { type: 'AskForHelp' }));
    const whisper = { type: 'Whisper', to: 'a', text: 'Breathe.' } as const;
    const asked = async () => {
      const replies = [];
      for (const [id, command] of [
        ['lead-again-whisper', whisper],
        ['lead-again-answer', { type: 'AnswerHelp', seat: 'b' }],
        ['lead-again-move-on', { type: 'MoveOn', turnId }],
      ] as const) {
        replies.push(accepted(await facilitator.do(conversationId, command, id)));
      }
      return replies;
    };
    const first = await asked();
    const streams = ['aside/a', 'aside/b', 'talk'].map((kind) => `${kind}:${conversationId}`);
    expect(first.map(({ stream }) => stream)).toEqual(streams);
    expect(await asked()).toEqual(first);
  });
});
