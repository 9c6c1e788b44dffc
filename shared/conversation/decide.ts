import { stepById } from '../guides/all-guides.ts';
import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { approve, contribute, passFloor } from './contribute.ts';
import { isWrittenTogether } from './floor.ts';
import { finishMarking, markCard } from './marking.ts';
import { type Asking, type ConversationDraft, type Outcome, type Scene, talk } from './outcome.ts';
import { comeBack, pauseTalk, sizePause, stopForToday } from './pause.ts';
import { advance, end } from './progress.ts';
import type { ConversationState } from './state.ts';
import { approveVersion, takeBackApprovals } from './together.ts';

/** A conversation comes to be: opened for a guide, with the seat that will be sharer first. */
export const opening = (opened: {
  conversationId: string;
  spaceId: string;
  guide: Guide;
  first: Seat;
}): ConversationDraft => {
  const { conversationId, spaceId, guide, first } = opened;
  const { id: guideId, version: guideVersion } = guide;
  return talk({ type: 'ConversationOpened', conversationId, spaceId, guideId, guideVersion, first });
};

/**
 * What a partner's command does: the events to record, or why not. Pure: time and presence arrive in `asking`, the
 * guide as data, and words are passed through unread. No events means that the wish is fulfilled already.
 */
export function decide(guide: Guide, state: ConversationState, command: ConversationCommand, asking: Asking): Outcome {
  const scene = { guide, state, asking };
  if (state.phase === 'ended') return refuse('ended');
  if (state.phase === 'unopened') return refuse('not-begun');
  if (command.type === 'MarkCard' || command.type === 'FinishMarking') return mark(scene, command);
  if (state.phase === 'gathering') return gather(scene, command);
  switch (command.type) {
    case 'SetReady':
    case 'Begin':
      return refuse('already-begun');
    case 'Pause':
      return pauseTalk(state, asking);
    case 'Stop':
      return stopForToday(scene);
    case 'SizePause':
    case 'Return':
      return duringPause(state, command, asking);
    default:
      return onTheFloor(scene, command);
  }
}

/** GA1 to GA3. The gathering room: ready or not yet, taken back at any time; it begins when both are here and ready. */
function gather(scene: Scene, command: ConversationCommand): Outcome {
  const { guide, state } = scene;
  const { seat, here } = scene.asking;
  switch (command.type) {
    case 'SetReady':
      if (state.ready[seat] === command.ready) return [];
      return [talk({ type: 'ReadySet', seat, ready: command.ready })];
    case 'Begin': {
      if (!SEATS.every((each) => state.ready[each])) return refuse('not-ready');
      if (!SEATS.every((each) => here.includes(each))) return refuse('partner-not-here');
      const first = guide.steps[0];
      return first ? [talk({ type: 'ConversationBegun' }), ...advance(scene, first.id)] : refuse('not-begun');
    }
    case 'Stop':
      return end(state, 'put-off', false);
    default:
      return refuse('not-begun');
  }
}

type Marking = Extract<ConversationCommand, { type: 'MarkCard' | 'FinishMarking' }>;

/** DK8. Cards are looked at while gathering and while the talk is on; not while it is paused. */
function mark(scene: Scene, command: Marking): Outcome {
  if (scene.state.pause) return refuse('paused');
  return command.type === 'MarkCard' ? markCard(scene, command) : finishMarking(scene, command.done);
}

function duringPause(
  state: ConversationState,
  command: Extract<ConversationCommand, { pauseId: string }>,
  asking: Asking,
): Outcome {
  const { pause } = state;
  if (!pause) return refuse('not-paused');
  if (pause.pauseId !== command.pauseId) return refuse('stale-pause');
  return command.type === 'Return' ? comeBack(state, pause, command, asking) : sizePause(pause, command, asking);
}

/** The order of the guards is the order of precedence: pause outranks everything (PA2), then the turn, then the holder. */
function onTheFloor(scene: Scene, command: Extract<ConversationCommand, { turnId: string }>): Outcome {
  const { guide, state, asking } = scene;
  // PA2; that words were changed while the pause was on its way is no answer (TU11).
  if (state.pause && command.type !== 'TakeBackApprovals') return refuse('paused');
  const { turn } = state;
  const step = turn && stepById(guide, turn.stepId);
  if (!turn || !step || command.turnId !== turn.turnId) return refuse('stale-turn'); // FL2
  if (!turn.holders.includes(asking.seat)) return refuse('not-your-floor'); // FL3
  const alone = command.type === 'Contribute' || command.type === 'Approve';
  if (alone && isWrittenTogether(step)) return refuse('written-together'); // TU12
  const at = { ...scene, turn, step };
  switch (command.type) {
    case 'Contribute':
      return contribute(at, command.answer);
    case 'PassFloor':
      return passFloor(at);
    case 'Approve':
      return approve(at, command.seq);
    case 'ApproveVersion':
      return approveVersion(at, command.version);
    case 'TakeBackApprovals':
      return takeBackApprovals(at);
  }
}
