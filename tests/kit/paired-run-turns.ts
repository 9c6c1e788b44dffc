import { offered } from '@turnward/shared/conversation/answer.ts';
import type { Answer, ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { isWrittenTogether } from '@turnward/shared/conversation/floor.ts';
import type { Turn } from '@turnward/shared/conversation/state.ts';
import { storyText, storyWords } from '@turnward/shared/documents/story.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Step } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type * as Y from 'yjs';
import { accepted } from './couple.ts';
import { tryDoors } from './paired-run-gathering.ts';
import { leadOn } from './paired-run-led.ts';
import type { Stage } from './paired-run-stage.ts';
import { until } from './person.ts';

const MOST_TURNS = 60;
/** Where somebody leads, each turn takes more messages: beyond this many it were more than a person could send (WR8). */
const MOST_LED_TURNS = 30;

/** Plays the talk to its end: turn by turn, with passes, pauses and words written together as the draw has it. */
export async function playTurns(stage: Stage): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    if (stage.led && turns === MOST_LED_TURNS && stage.state.phase === 'live') await stage.ask('a', { type: 'Stop' });
    if (stage.led) await leadOn(stage);
    const { phase, turn } = stage.state;
    if (phase === 'ended') return;
    const step = turn && stepById(stage.guide, turn.stepId);
    if (!step) throw new Error(`Nobody holds the floor in ${phase}`);
    stage.room.advance(turn.opensAt - turn.startedAt);
    if (stage.draw.below(8) === 0) await pauseAndReturn(stage);
    await playTurn(stage, turn, step);
  }
  for (const seat of ['a', 'b'] as const) await stage.ask(seat, { type: 'Stop' });
}

function playTurn(stage: Stage, turn: Turn, step: Step): Promise<void> {
  if (step.actor === 'each') return answerEach(stage, turn, step);
  if (isWrittenTogether(step)) return writeTogether(stage, turn, step);
  return step.actor === 'both' ? proposeAndApprove(stage, turn, step) : takeTurn(stage, turn, step);
}

async function answerEach(stage: Stage, { turnId }: Turn, step: Step): Promise<void> {
  const { draw } = stage;
  const order: readonly Seat[] = draw.below(2) === 0 ? ['a', 'b'] : ['b', 'a'];
  for (const [at, seat] of order.entries()) {
    const keeps = stage.keeps(stage.member(seat));
    if (!keeps || step.visibility === 'pair') {
      await stage.ask(seat, contribute(turnId, { ...publicAnswer(stage, step, keeps), ...settled(stage, step) }));
      continue;
    }
    const own = step.visibility === 'reveal_together' ? publicAnswer(stage, step, true) : privateAnswer(stage, step);
    const command = own === 'pass' ? ({ type: 'PassFloor', turnId } as const) : contribute(turnId, own);
    // The second answer leads on: when it comes is for both to see. The first may come whenever it likes.
    if (at > 0) await stage.ask(seat, command);
    else await answerUnseen(stage, command);
  }
}

async function answerUnseen(stage: Stage, command: ConversationCommand): Promise<void> {
  const { keeper, draw, conversationId } = stage;
  keeper.aside();
  keeper.soon(() => keeper.reports());
  keeper.soon(async () => void accepted(await keeper.member.person.do(conversationId, command)));
  await stage.act(() => draw.one(stage.watchers).knock('GET', '/api/me'));
  await keeper.rest();
  await stage.atRest();
}

/** What the other answers decides alone: no key of the talk, no other card. So the keeper's own answer is free. */
function settled({ kept }: Stage, step: Step): Answer {
  if (step.kind === 'keep') return { choice: kept ? 'keep' : 'let-go' };
  return step.id === 'another' ? { choice: 'enough' } : {};
}

function privateAnswer({ keeper, state, kept }: Stage, step: Step): Answer | 'pass' {
  if (kept && step.kind === 'keep') return { choice: 'keep' };
  const answer = keeper.answer(step);
  if (answer === 'pass' || step.choices.length === 0) return answer;
  // "Not now" on arriving is for both to read, on purpose.
  const choice = keeper.either(step.choices.map(({ id }) => id).filter((id) => id !== 'not-now'));
  const mine = Object.entries(state.authors).filter(([, seat]) => seat === keeper.member.who);
  const omit =
    step.kind === 'keep' ? mine.map(([seq]) => Number(seq)).filter(() => keeper.either(['0', '1']) === '1') : [];
  return { ...answer, ...(choice && { choice }), ...(omit.length > 0 && { omit }) };
}

/** Public in all but the numbers. */
function publicAnswer({ draw, keeper, state }: Stage, step: Step, keeps: boolean): Answer {
  const choices = step.choices.filter((choice) => offered(choice, step.id, state) && choice.id !== 'not-now');
  const text = step.fields.map(({ id, max }) => [id, draw.words(Math.min(max, 60))]);
  const scales = step.scales.map(({ id }) => [id, 3]);
  return {
    ...(text.length > 0 && { text: Object.fromEntries(text) }),
    ...(scales.length > 0 && { scales: Object.fromEntries(scales) }),
    ...(keeps && keeper.numbers(step)),
    ...(choices.length > 0 && { choice: draw.one(choices).id }),
  };
}

async function takeTurn(stage: Stage, { turnId, holders }: Turn, step: Step): Promise<void> {
  const [seat = 'a'] = holders;
  const { draw, conversationId } = stage;
  const { person } = stage.member(seat);
  if (draw.below(3) === 0) {
    await stage.act(async () => person.report({ conversationId, writing: true }));
    await stage.act(async () => person.report({ conversationId, writing: false }));
  }
  if (draw.below(6) === 0) await tryDoors(stage, draw.one(stage.watchers));
  const passes = step.pass !== null && draw.below(2) === 0;
  const answer = publicAnswer(stage, step, stage.keeps(stage.member(seat)));
  await stage.ask(seat, passes ? { type: 'PassFloor', turnId } : contribute(turnId, answer));
}

async function proposeAndApprove(stage: Stage, { turnId }: Turn, step: Step): Promise<void> {
  await stage.ask('a', contribute(turnId, publicAnswer(stage, step, false)));
  const { proposal } = stage.state;
  await stage.ask('b', { type: 'Approve', turnId, seq: proposal?.seq ?? 0 });
}

/** TU10, TU11. One writes and agrees, the other changes it; then both agree. */
async function writeTogether(stage: Stage, { turnId }: Turn, step: Step): Promise<void> {
  const { draw } = stage;
  if (step.pass !== null && draw.below(3) === 0) {
    for (const seat of ['a', 'b'] as const) await stage.ask(seat, { type: 'PassFloor', turnId });
    return;
  }
  const write = (seat: Seat) =>
    stage.act(async () => storyText(storyOf(stage, seat), turnId).insert(0, draw.words(30)));
  const approve = async (seat: Seat) => {
    const { version } = storyWords(storyOf(stage, seat), turnId);
    stage.ears.knows(version, `wording of ${turnId}`);
    await stage.ask(seat, { type: 'ApproveVersion', turnId, version });
  };
  await write('a');
  await approve('a');
  await stage.act(async () => {
    storyText(storyOf(stage, 'b'), turnId).insert(0, draw.words(30));
    await until(() => {
      if (Object.keys(stage.state.approvals).length > 0) throw new Error('still agreed');
    });
  });
  await approve('b');
  await approve('a');
}

function storyOf(stage: Stage, seat: Seat): Y.Doc {
  const story = stage.member(seat).documents.get('story');
  if (!story) throw new Error('no story');
  return story.doc;
}

async function pauseAndReturn(stage: Stage): Promise<void> {
  const { draw, keeper } = stage;
  await stage.ask(draw.one(['a', 'b']), { type: 'Pause' });
  const pauseId = stage.state.pause?.pauseId ?? '';
  for (const seat of ['a', 'b'] as const) {
    const keeps = stage.keeps(stage.member(seat));
    const own = keeps ? { stirred: keeper.rating(), ...keeper.sentence() } : { stirred: 2 };
    await stage.ask(seat, { type: 'Return', pauseId, ...own });
  }
}

const contribute = (turnId: string, answer: Answer): ConversationCommand => ({ type: 'Contribute', turnId, answer });
