import { stepById } from '../guides/all-guides.ts';
import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import type { Seat } from '../kernel/stream.ts';
import { askForHelp, checkIn, shareRatings, whisper } from './aside.ts';
import { openWords, takeBackWords } from './closed.ts';
import type { ConversationCommand } from './commands.ts';
import { approve, contribute, passFloor } from './contribute.ts';
import { isWrittenTogether } from './floor.ts';
import { begin, setReady } from './gather.ts';
import { addNote, foldWords, withdrawWords } from './kept.ts';
import { finishMarking, markCard } from './marking.ts';
import { type Asking, type ConversationDraft, needsFacilitator, type Outcome, type Scene, talk } from './outcome.ts';
import { parkNews } from './park.ts';
import { comeBack, pauseTalk, sizePause, stopForToday } from './pause.ts';
import { end } from './progress.ts';
import { refusedNow } from './refused-now.ts';
import type { ConversationState } from './state.ts';
import { approveVersion, takeBackApprovals } from './together.ts';

/** A conversation comes to be: opened for a guide, with the seat that will be sharer first, and who leads it, if anybody. */
export const opening = (opened: {
  conversationId: string;
  spaceId: string;
  guide: Guide;
  first: Seat;
  lead?: string;
}): ConversationDraft => {
  const { guide, ...about } = opened;
  const slow = guide.slow ? { slow: true as const } : {}; // PK1
  return talk({ type: 'ConversationOpened', ...about, guideId: guide.id, guideVersion: guide.version, ...slow });
};

/**
 * What a partner's command does: the events to record, or why not. Pure: time and presence arrive in `asking`, the
 * guide as data, and words are passed through unread. No events means that the wish is fulfilled already.
 */
export function decide(guide: Guide, state: ConversationState, command: ConversationCommand, asking: Asking): Outcome {
  const refused = refusedNow(state, command.type, 'partner');
  if (refused) return refuse(refused);
  const scene = { guide, state, asking };
  const { seat, now } = asking;
  switch (command.type) {
    case 'SetReady':
      return setReady(scene, command.ready);
    case 'Begin':
      return begin(scene);
    case 'MarkCard':
      return markCard(scene, command);
    case 'FinishMarking':
      return finishMarking(scene, command.done);
    case 'Pause':
      return pauseTalk(state, { by: seat });
    case 'SizePause':
      return sizePause(state, command, { by: seat, now });
    case 'Return':
      // FI3. A deep talk that was led goes on with somebody who leads.
      if (state.lead?.lost && needsFacilitator(guide, asking)) return refuse('needs-a-facilitator');
      return comeBack(state, command, asking);
    case 'Stop':
      return state.phase === 'gathering' ? end(state, 'put-off', false) : stopForToday(scene); // GA3, PA5
    case 'Whisper':
      return whisper(scene, command);
    case 'CheckIn':
      return checkIn(scene, command);
    case 'ShareRatings':
      return shareRatings(scene, command.on);
    case 'AskForHelp':
      return askForHelp(scene);
    case 'FoldWords':
      return foldWords(state, command, seat);
    case 'WithdrawWords':
      return withdrawWords(state, command, seat);
    case 'AddNote':
      return addNote(state, command, seat);
    case 'OpenWords':
      return openWords(scene, command.seq);
    case 'TakeBackWords':
      return takeBackWords(scene, command.turnId);
    case 'ParkNews':
      return parkNews(scene, command);
    case 'TakeBackApprovals':
      return takeBackApprovals(scene, command.turnId, { by: seat });
    case 'Contribute':
    case 'Approve':
    case 'PassFloor':
    case 'ApproveVersion':
      return onTheFloor(scene, command);
    default:
      return refuse('not-yours-to-do'); // FA2
  }
}

type OnTheFloor = Extract<ConversationCommand, { type: 'Contribute' | 'Approve' | 'PassFloor' | 'ApproveVersion' }>;

/** The order of the guards is the order of precedence: first the turn, then the holder. That a pause is on was asked before. */
function onTheFloor(scene: Scene, command: OnTheFloor): Outcome {
  const { guide, state, asking } = scene;
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
  }
}
