import { stepById } from '../guides/all-guides.ts';
import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import { answerHelp, whisperTo } from './aside.ts';
import type { ConversationCommand } from './commands.ts';
import { begin } from './gather.ts';
import { handFloor, holdFloor, insertStep, returnFloor } from './hold.ts';
import { callOff, handLead, letIn, takeLead } from './lead.ts';
import type { Facilitating, Facilitation, Outcome } from './outcome.ts';
import { askSmaller, giveTime, setSlowMode } from './pace.ts';
import { pauseTalk, sizePause, timeOut } from './pause.ts';
import { refusedNow } from './refused-now.ts';
import type { ConversationState } from './state.ts';
import { endGently, moveOn, skipStep, stepBack } from './steps.ts';
import { takeBackApprovals } from './together.ts';

/**
 * What a facilitator's command does: the events to record, or why not. Whether they lead this talk is what its log says
 * (FA4). No events means that the wish is fulfilled already.
 */
export function facilitate(
  guide: Guide,
  state: ConversationState,
  command: ConversationCommand,
  asking: Facilitating,
): Outcome {
  const { memberId, now } = asking;
  const standing = state.lead?.memberId === memberId ? 'lead' : 'facilitator';
  const refused = refusedNow(state, command.type, standing);
  if (refused) return refuse(refused);
  const there: Facilitation = { guide, state, asking };
  switch (command.type) {
    case 'TakeLead':
      return takeLead(there);
    case 'HandLead':
      return handLead(there, command.to);
    case 'Admit':
      return letIn(there, command.seat, true);
    case 'SendBack':
      return letIn(there, command.seat, false);
    case 'Begin':
      return begin(there, memberId);
    case 'Stop':
      return callOff(there);
    case 'Pause':
      return pauseTalk(state, { by: null, facilitator: memberId });
    case 'TimeOut':
      return timeOut(there, command.returnAt);
    case 'SizePause':
      return sizePause(state, command, { by: null, facilitator: memberId, now });
    case 'SetSlowMode':
      return setSlowMode(there, command.on);
    case 'Whisper':
      return whisperTo(there, command);
    case 'AnswerHelp':
      return answerHelp(there, command.seat);
    case 'TakeBackApprovals':
      return takeBackApprovals(there, command.turnId, { by: null, facilitator: memberId });
    default:
      return 'turnId' in command ? actOnTurn(there, command) : refuse('not-yours-to-do');
  }
}

/** FL2, FA10. An act on the turn that was on when it was pressed, and on no other. */
function actOnTurn(there: Facilitation, command: Extract<ConversationCommand, { turnId: string }>): Outcome {
  const { guide, state } = there;
  const { turn } = state;
  const step = turn && stepById(guide, turn.stepId);
  if (!turn || !step || command.turnId !== turn.turnId) return refuse('stale-turn');
  const at = { ...there, turn, step };
  switch (command.type) {
    case 'MoveOn':
      return moveOn(at);
    case 'SkipStep':
      return skipStep(at, command.reason);
    case 'StepBack':
      return stepBack(at);
    case 'EndGently':
      return endGently(at);
    case 'HoldFloor':
      return holdFloor(at);
    case 'ReturnFloor':
      return returnFloor(at);
    case 'HandFloor':
      return handFloor(at, command.to);
    case 'InsertStep':
      return insertStep(at, command.what, command.to);
    case 'GiveTime':
      return giveTime(at, command.minutes);
    case 'AskSmaller':
      return askSmaller(at);
    default:
      return refuse('not-yours-to-do');
  }
}
