import type { TalkEvent } from '@turnward/shared/conversation/events.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { Guide, Kind, Step } from '@turnward/shared/guides/guide.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import { facilitatorAct } from '@turnward/shared/transcript/facilitator-act.ts';

/** Something that was said, with its kind. `texts` is empty where a choice or a pass was all of it. */
export type Said = {
  type: 'said';
  seq: number;
  /** null: written by both, in one text. */
  seat: Seat | null;
  kind: Kind;
  step: Step;
  texts: { fieldId: string; text: string }[];
  choice?: string;
  passed: boolean;
  heavy: boolean;
  /** It arrived closed: that it was opened is in the talk (PK2). */
  closed: boolean;
  /** The words were destroyed; that something was said remains. */
  gone: boolean;
};

/** What a facilitator did, in its place between what was said. */
export type Act = { type: 'act'; seq: number; recorded: Recorded<TalkEvent> };

export type Entry = Said | Act;

/** Everything said in the open, in order. */
function saidSoFar(talk: readonly Recorded<TalkEvent>[], guide: Guide): Said[] {
  return talk.flatMap(({ event, seq, words }) => {
    if (event.type !== 'Contributed' && event.type !== 'Revealed' && event.type !== 'Agreed') return [];
    const step = stepById(guide, event.stepId);
    if (!step) return [];
    const written = words?.text ?? {};
    const texts = step.fields.flatMap(({ id }) => (written[id] ? [{ fieldId: id, text: written[id] }] : []));
    const choice = event.type === 'Contributed' ? event.choice : undefined;
    return [
      {
        type: 'said',
        seq,
        seat: event.type === 'Agreed' ? null : event.seat,
        kind: event.kind,
        step,
        texts,
        ...(choice !== undefined && { choice }),
        passed: event.type !== 'Agreed' && (event.passed ?? false),
        heavy: event.type !== 'Agreed' && (step.heavy ?? false),
        closed: event.type === 'Contributed' && (event.closed ?? false),
        gone: words === null,
      },
    ];
  });
}

export type Exchange = { earlier: Entry[]; recent: Entry[] };

/** Each partner's latest words are enough to answer to; what came before is one tap away. So with what a facilitator did. */
const RECENT = 2;
const RECENT_ACTS = 2;

/**
 * What to read beside the present step. `recent`: the latest words of this part of the script (arriving, one round, the
 * close), what followed them, and whatever the last turn brought; beside private steps the last turn alone. `earlier`:
 * all the rest. A joint proposal is shown where it is answered. Acts of a facilitator stand between what was said.
 */
export function exchangeOf(
  talk: readonly Recorded<TalkEvent>[],
  guide: Guide,
  step: Step,
  proposal: number | undefined,
): Exchange {
  const said = saidSoFar(talk, guide).filter((each) => !isSilent(each) && each.seq !== proposal);
  const part = partOfScript(guide, stepOnTheWay(talk, guide) ?? step);
  const inPart = (its: Step) => !guide.steps.includes(its) || partOfScript(guide, its) === part;
  const words = said.filter(({ step: its, texts }) => texts.length > 0 && inPart(its));
  const fromHere = words.slice(-RECENT)[0]?.seq ?? Number.POSITIVE_INFINITY;
  const fromLastTurn = turnBefore(talk);
  const from = step.visibility === 'self' ? fromLastTurn : Math.min(fromHere, fromLastTurn);
  const acts = actsIn(talk);
  const fresh = new Set<Entry>([
    ...said.filter(({ seq }) => seq >= from),
    ...acts.filter(({ seq }) => seq >= from).slice(-RECENT_ACTS),
  ]);
  const entries = [...said, ...acts].toSorted((one, other) => one.seq - other.seq);
  return {
    earlier: entries.filter((entry) => !fresh.has(entry)),
    recent: entries.filter((entry) => fresh.has(entry)),
  };
}

/** FA3. Since it began: what happened in the waiting rooms was read there. */
function actsIn(talk: readonly Recorded<TalkEvent>[]): Act[] {
  const begun = talk.findIndex(({ event }) => event.type === 'ConversationBegun');
  if (begun === -1) return [];
  return talk
    .slice(begun)
    .flatMap((recorded) =>
      facilitatorAct(recorded) ? [{ type: 'act', seq: recorded.seq, recorded } satisfies Act] : [],
    );
}

/** The step of the guide at which the talk stands, also while another one is put in between. */
function stepOnTheWay(talk: readonly Recorded<TalkEvent>[], guide: Guide): Step | undefined {
  const started = talk.findLast(({ event }) => event.type === 'TurnStarted' && !event.detour)?.event;
  return started?.type === 'TurnStarted' ? stepById(guide, started.stepId) : undefined;
}

/** The seq at which the turn before the present one started. */
function turnBefore(talk: readonly Recorded<TalkEvent>[]): number {
  const turns = talk.filter(({ event }) => event.type === 'TurnStarted');
  return turns.at(-2)?.seq ?? 0;
}

/** Words of the other that this partner can read. */
export const isTheirs = (entry: Entry, reader: Seat): boolean =>
  entry.type === 'said' && entry.seat !== reader && entry.texts.length > 0;

/** A breath taken says nothing to read. */
const isSilent = ({ kind, texts, passed }: Said): boolean => kind === 'settle' && texts.length === 0 && !passed;

function partOfScript(guide: Guide, step: Step): string {
  if (step.round === 2) return 'second';
  const swapped = guide.steps.some(({ id }) => id === `${step.id}~2`);
  if (swapped) return 'first';
  const firstSwapped = guide.steps.findIndex(({ round }) => round === 2);
  return guide.steps.indexOf(step) > firstSwapped && firstSwapped !== -1 ? 'after' : 'before';
}
