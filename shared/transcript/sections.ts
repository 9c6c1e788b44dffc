import type { OwnEvent, TalkEvent } from '../conversation/events.ts';
import { sharerOf } from '../conversation/floor.ts';
import { stepById } from '../guides/all-guides.ts';
import type { Guide, Step } from '../guides/guide.ts';
import type { Recorded, Words } from '../kernel/event.ts';
import { otherSeat, type Seat } from '../kernel/stream.ts';
import { type Gone, goneIn, isFolded, type Note, notesTo } from './afterwards.ts';
import { type AskedCard, cardOf } from './asked-card.ts';
import { facilitatorAct } from './facilitator-act.ts';

/** One entry of the timeline. `id` is unique in the talk; `at` in ms. */
export type Line = { id: string; at: number } & (
  | {
      type: 'said';
      seat: Seat;
      step: Step;
      words: Words | undefined;
      choice: string | undefined;
      /** Where it is in `talk`. */
      seq: number;
      /** Its words were destroyed: why, and when. */
      gone: Gone | undefined;
      folded: boolean;
      notes: Note[];
      /** Words for both: agreed to by both, or only proposed. */
      joint: 'agreed' | 'proposed' | undefined;
      /** The other said: yes, that is it. */
      landed: boolean;
    }
  | { type: 'passed'; seat: Seat; step: Step }
  /** Written by both in one text, and agreed to by both. */
  | { type: 'together'; step: Step; words: Words | undefined; gone: Gone | undefined }
  /** The card of the deck that a turn asked, as it was worded then. */
  | { type: 'asked'; step: Step; card: AskedCard }
  /** Seen by its author alone. `step` is absent where the question was how to come back from a pause. */
  | { type: 'private'; step: Step | undefined; words: Words | undefined; choice: string | undefined }
  | { type: 'paused'; minutes: number | undefined }
  | { type: 'stopped' }
  /** What a facilitator did, as everybody read it then (FA3). */
  | { type: 'act'; act: Recorded<TalkEvent> }
);
export type Said = Extract<Line, { type: 'said' }>;

/** A stretch of one line of the guide's outline. `sharer`: whose side it was about, where the step knows one. */
export type Section = { id: string; outline: string; sharer: Seat | undefined; at: number; lines: Line[] };

export type TranscriptSource = {
  guide: Guide;
  seat: Seat;
  first: Seat;
  talk: readonly Recorded<TalkEvent>[];
  own: readonly Recorded<OwnEvent>[];
};

/** `step` is where in the guide it stands: for a step put in between, the one that waits behind it. */
type OpenTurn = { turnId: string; id: string; step: Step | undefined; at: number; lines: Line[] };

/** A kept talk as sections by step and turn, with the reader's own private answers in their places. */
export function sectionsOf(source: TranscriptSource): Section[] {
  const { guide, talk, own } = source;
  const turns: OpenTurn[] = [];
  const before: Line[] = [];
  for (const recorded of talk) {
    const { event, seq, at } = recorded;
    if (event.type === 'TurnStarted' || event.type === 'TurnResumed') {
      const { turnId } = event;
      const lines = [...before.splice(0), ...askedIn(guide, recorded)];
      turns.push({ turnId, id: `turn-${seq}`, step: stepOf(event, guide, turns), at, lines });
      continue;
    }
    // What was done before it began stands at the head of the first turn.
    (turns.at(-1)?.lines ?? before).push(...linesOf(source, recorded));
  }
  for (const recorded of own) place(turns, talk, guide, recorded);
  markLanded(turns.flatMap(({ lines }) => lines));
  return joined(turns, source.first);
}

function linesOf(source: TranscriptSource, recorded: Recorded<TalkEvent>): Line[] {
  const { seq, at } = recorded;
  const act: Line[] = facilitatorAct(recorded) ? [{ id: `act-${seq}`, at, type: 'act', act: recorded }] : [];
  return [...act, ...whatWasSaid(source, recorded)];
}

function whatWasSaid({ guide, talk }: TranscriptSource, { seq, at, event, words }: Recorded<TalkEvent>): Line[] {
  const id = `talk-${seq}`;
  switch (event.type) {
    case 'Contributed':
    case 'Revealed': {
      const step = stepById(guide, event.stepId);
      if (!step || step.kind === 'settle') return [];
      const { seat } = event;
      if (event.passed) return [{ id, at, type: 'passed', seat, step }];
      const choice = event.type === 'Contributed' ? event.choice : undefined;
      const joint =
        event.type === 'Contributed' && event.joint ? (isAgreed(talk, seq) ? 'agreed' : 'proposed') : undefined;
      const gone = words === null ? goneIn(talk, seq) : undefined;
      const later = { seq, gone, folded: isFolded(talk, seq), notes: notesTo(talk, seq) };
      return [{ id, at, type: 'said', seat, step, words: words ?? undefined, choice, joint, landed: false, ...later }];
    }
    case 'Agreed': {
      const step = stepById(guide, event.stepId);
      const gone = words === null ? goneIn(talk, seq) : undefined;
      return step ? [{ id, at, type: 'together', step, words: words ?? undefined, gone }] : [];
    }
    case 'Paused':
      return [{ id, at, type: 'paused', minutes: minutesUntilResumed(talk, event.pauseId, at) }];
    case 'Stopped':
      return [{ id, at, type: 'stopped' }];
    default:
      return [];
  }
}

type Began = Extract<TalkEvent, { type: 'TurnStarted' | 'TurnResumed' }>;

/** FA8. A step put in between, and the turn that goes on after it, belong where the talk stood. */
function stepOf(event: Began, guide: Guide, turns: readonly OpenTurn[]): Step | undefined {
  if (event.type === 'TurnStarted' && !event.detour) return stepById(guide, event.stepId);
  return turns.at(-1)?.step;
}

/** A turn that asked a card says which, before what was answered to it. */
function askedIn(guide: Guide, started: Recorded<TalkEvent>): Line[] {
  const card = cardOf(started);
  const step = card && started.event.type === 'TurnStarted' && stepById(guide, started.event.stepId);
  return step ? [{ id: `talk-${started.seq}`, at: started.at, type: 'asked', step, card }] : [];
}

/** Puts a private answer into the turn it answered, or beside the pause it came back from. */
function place(
  turns: OpenTurn[],
  talk: readonly Recorded<TalkEvent>[],
  guide: Guide,
  { seq, at, event, words }: Recorded<OwnEvent>,
): void {
  const id = `own-${seq}`;
  if (event.type === 'ReturnRated') {
    const paused = talk.find(({ event: each }) => each.type === 'Paused' && each.pauseId === event.pauseId);
    const turn = turns.find(({ lines }) => lines.some((line) => line.id === `talk-${paused?.seq}`));
    if (turn && words) insert(turn, { id, at, type: 'private', step: undefined, words, choice: undefined });
    return;
  }
  if (event.type !== 'Answered') return;
  const step = stepById(guide, event.stepId);
  const turn = turns.find(({ turnId }) => turnId === event.turnId);
  // What was shown together stands in the talk already; whether now was good and what to keep say nothing later.
  if (!step || !turn || step.visibility === 'reveal_together' || step.kind === 'ready' || step.kind === 'keep') return;
  if (words || event.choice)
    insert(turn, { id, at, type: 'private', step, words: words ?? undefined, choice: event.choice });
}

function insert({ lines }: OpenTurn, line: Line): void {
  const after = lines.findIndex(({ at }) => at > line.at);
  lines.splice(after === -1 ? lines.length : after, 0, line);
}

/** What landed are the words before a "yes, that is it", said by the other. */
function markLanded(lines: readonly Line[]): void {
  for (const [at, line] of lines.entries()) {
    if (line.type !== 'said' || line.step.kind !== 'check' || line.choice !== 'yes') continue;
    const said = lines.slice(0, at).findLast((each) => each.type === 'said' && each.seat === otherSeat(line.seat));
    if (said?.type === 'said' && said.words?.text) said.landed = true;
  }
}

/** Turns that follow each other in the same line of the outline, with the same sharer, read as one section. */
function joined(turns: readonly OpenTurn[], first: Seat): Section[] {
  const sections: Section[] = [];
  for (const { id, step, at, lines } of turns) {
    if (!step || lines.every(({ type }) => type === 'asked')) continue;
    const swapped = step.actor === 'sharer' || step.actor === 'responder';
    const sharer = swapped ? sharerOf(step.round, first) : undefined;
    const last = sections.at(-1);
    if (last && last.outline === step.outline && last.sharer === sharer) last.lines.push(...lines);
    else sections.push({ id, outline: step.outline, sharer, at, lines: [...lines] });
  }
  return sections;
}

const isAgreed = (talk: readonly Recorded<TalkEvent>[], seq: number): boolean =>
  talk.some(({ event }) => event.type === 'Approved' && event.seq === seq);

function minutesUntilResumed(talk: readonly Recorded<TalkEvent>[], pauseId: string, since: number): number | undefined {
  const resumed = talk.find(({ event }) => event.type === 'Resumed' && event.pauseId === pauseId);
  return resumed && Math.max(1, Math.round((resumed.at - since) / 60_000));
}
