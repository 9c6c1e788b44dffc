import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { ConversationState } from '@turnward/shared/conversation/state.ts';
import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import type { CommandReply, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { expect } from 'vitest';
import { clearTheWay } from './fit.ts';
import { Person, secretIn, until } from './person.ts';
import type { TestServer } from './server.ts';

export type Couple = { spaceId: string; a: Person; b: Person };

/** Two people who came in by the doors: `a` began the space, `b` came by link. Both connected, both following it. */
export async function aCouple(server: Pick<TestServer, 'origin'>, [one, other] = ['Robin', 'Kim']): Promise<Couple> {
  const a = new Person(server.origin);
  const space = { spaceName: 'Our room', memberName: one, practice: false, language: 'en' };
  const begun = await a.door('POST', '/api/spaces', space);
  expect(begun.status).toBe(200);
  const { spaceId } = begun.body;
  const invite = await a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link' });
  const b = new Person(server.origin);
  const joined = await b.door('POST', '/api/join', { token: secretIn(invite.body.url), name: other });
  expect(joined.status).toBe(200);
  for (const person of [a, b]) {
    await person.connect();
    await person.follow('space', spaceId);
  }
  return { spaceId, a, b };
}

/** Opens a guide with `a` as the first sharer; both follow it. */
export async function open({ spaceId, a, b }: Couple, guideId: string): Promise<string> {
  await clearTheWay(guideId, spaceId, [a, b]);
  const opened = await a.ask(spaceId, { type: 'OpenConversation', guideId, first: 'a' });
  if (!opened.ok || !opened.created) throw new Error(JSON.stringify(opened));
  for (const person of [a, b]) await person.follow('conversation', opened.created);
  return opened.created;
}

export async function begin(couple: Couple, conversationId: string): Promise<void> {
  for (const person of [couple.a, couple.b]) {
    accepted(await person.do(conversationId, { type: 'SetReady', ready: true }));
  }
  accepted(await couple.a.do(conversationId, { type: 'Begin' }));
}

export function accepted(reply: CommandReply): Extract<CommandReply, { ok: true }> {
  expect(reply).toMatchObject({ ok: true });
  return reply as Extract<CommandReply, { ok: true }>;
}

/** Answers a step as somebody plain would: every box filled, the choice that leads on. */
export function plainAnswer(step: Step, turnId: string, said = 'Some words.'): SentCommand {
  const onward = ['yes', 'whole', 'on', 'keep', 'arrived', 'this-piece', 'enough'];
  const choice = step.choices.find(({ id }) => onward.includes(id)) ?? step.choices[0];
  const fields = step.kind === 'ready' ? [] : step.fields;
  return {
    type: 'Contribute',
    turnId,
    answer: {
      ...(fields.length > 0 && { text: Object.fromEntries(fields.map(({ id }) => [id, said])) }),
      ...(step.scales.length > 0 && { scales: Object.fromEntries(step.scales.map(({ id }) => [id, 3])) }),
      ...(choice && { choice: choice.id }),
    },
  };
}

export function stepNow(state: ConversationState): Step {
  const guide = guideById(state.guideId);
  const step = guide && state.turn && stepById(guide, state.turn.stepId);
  if (!step) throw new Error(`no step in ${state.phase}`);
  return step;
}

/** Both replicas at rest: the same turn, the same phase. */
export const agreed = (couple: Couple, conversationId: string): Promise<ConversationState> =>
  until(() => {
    const [a, b] = [couple.a.stateOf(conversationId), couple.b.stateOf(conversationId)];
    expect(a.turn).toEqual(b.turn);
    expect(a.phase).toBe(b.phase);
    return a;
  });

/** Plays with plain answers until a step is reached, or the end. Moves the clock past reading times. */
export async function playTo(
  server: Pick<TestServer, 'advance'>,
  couple: Couple,
  conversationId: string,
  stepId: string | 'end',
): Promise<void> {
  for (let guard = 0; guard < 120; guard++) {
    const state = await agreed(couple, conversationId);
    if (state.phase === 'ended' || state.turn?.stepId === stepId) return;
    await playTurn(server, couple, conversationId, state);
  }
  throw new Error(`never came to ${stepId}`);
}

async function playTurn(
  server: Pick<TestServer, 'advance'>,
  couple: Couple,
  conversationId: string,
  state: ConversationState,
): Promise<void> {
  const { turn } = state;
  if (!turn) throw new Error(`nobody holds the floor in ${state.phase}`);
  const step = stepNow(state);
  server.advance(turn.opensAt - turn.startedAt);
  const { turnId } = turn;
  if (isWrittenTogether(step)) {
    // What two people write in one document is played where documents are; here both leave it.
    for (const seat of SEATS) accepted(await couple[seat].do(conversationId, { type: 'PassFloor', turnId }));
  } else if (step.actor === 'both') {
    const { seq } = accepted(await couple.a.do(conversationId, plainAnswer(step, turnId)));
    accepted(await couple.b.do(conversationId, { type: 'Approve', turnId, seq }));
  } else {
    for (const seat of turn.holders) accepted(await couple[seat].do(conversationId, plainAnswer(step, turnId)));
  }
  await until(() => {
    for (const seat of SEATS) expect(couple[seat].stateOf(conversationId).turn?.turnId).not.toBe(turnId);
  });
}
