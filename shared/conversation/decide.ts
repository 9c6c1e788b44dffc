import { stepById } from '../guides/all-guides.ts';
import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { SEATS, type Seat } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { approve, contribute, passFloor } from './contribute.ts';
import { type Asking, type ConversationDraft, type Outcome, talk } from './outcome.ts';
import { comeBack, pauseTalk, sizePause, stopForToday } from './pause.ts';
import { end, startTurn } from './progress.ts';
import type { ConversationState } from './state.ts';

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
  if (state.phase === 'ended') return refuse('ended');
  if (state.phase !== 'live') return gather(guide, state, command, asking);
  switch (command.type) {
    case 'SetReady':
    case 'Begin':
      return refuse('already-begun');
    case 'Pause':
      return pauseTalk(state, asking);
    case 'Stop':
      return stopForToday(guide, state, asking);
    case 'SizePause':
    case 'Return':
      return duringPause(state, command, asking);
    default:
      return onTheFloor(guide, state, command, asking);
  }
}

/** GA1 to GA3. The gathering room: ready or not yet, taken back at any time; it begins when both are here and ready. */
function gather(guide: Guide, state: ConversationState, command: ConversationCommand, asking: Asking): Outcome {
  const { seat, now, here } = asking;
  if (state.phase === 'unopened') return refuse('not-begun');
  switch (command.type) {
    case 'SetReady':
      if (state.ready[seat] === command.ready) return [];
      return [talk({ type: 'ReadySet', seat, ready: command.ready })];
    case 'Begin': {
      if (!SEATS.every((each) => state.ready[each])) return refuse('not-ready');
      if (!SEATS.every((each) => here.includes(each))) return refuse('partner-not-here');
      const first = guide.steps[0];
      return first ? [talk({ type: 'ConversationBegun' }), startTurn(state, first, now)] : refuse('not-begun');
    }
    case 'Stop':
      return end(state, 'put-off', false);
    default:
      return refuse('not-begun');
  }
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
function onTheFloor(
  guide: Guide,
  state: ConversationState,
  command: Extract<ConversationCommand, { turnId: string }>,
  asking: Asking,
): Outcome {
  if (state.pause) return refuse('paused'); // PA2
  const { turn } = state;
  const step = turn && stepById(guide, turn.stepId);
  if (!turn || !step || command.turnId !== turn.turnId) return refuse('stale-turn'); // FL2
  if (!turn.holders.includes(asking.seat)) return refuse('not-your-floor'); // FL3
  const at = { guide, state, turn, step, asking };
  switch (command.type) {
    case 'Contribute':
      return contribute(at, command.answer);
    case 'PassFloor':
      return passFloor(at);
    case 'Approve':
      return approve(at, command.seq);
  }
}
