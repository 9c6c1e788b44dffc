import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import type { Words } from '@turnward/shared/kernel/event.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Gone, Note } from '@turnward/shared/transcript/afterwards.ts';
import { type Act, facilitatorAct } from '@turnward/shared/transcript/facilitator-act.ts';
import type { Line, Said } from '@turnward/shared/transcript/sections.ts';
import type { CopiedLine, CopyLanguage } from '@turnward/shared/wire/talks-copy.ts';
import { ACT_WORDS } from './act-words.ts';
import type { CopyTimes } from './copy-times.ts';
import { COPY_WORDS, filled } from './copy-words.ts';
import { KIND_WORDS } from './kind-words.ts';

/** First names of the two by seat, and of everybody by member id. */
export type CopyNames = { of: Record<Seat, string>; people: Record<string, string> };
export type Teller = { guide: Guide; names: CopyNames; language: CopyLanguage; times: CopyTimes };

/** CO7. The lines of a kept talk as a copy tells them. What only its author reads is not among them, whatever comes in. */
export function copiedLines(lines: readonly Line[], teller: Teller): CopiedLine[] {
  return lines.flatMap((line) => copiedLine(line, teller) ?? []);
}

function copiedLine(line: Line, teller: Teller): CopiedLine | undefined {
  const { guide, names, language, times } = teller;
  const words = COPY_WORDS[language];
  const { at } = line;
  const sentence = (what: string): CopiedLine => ({ at, who: null, what });
  switch (line.type) {
    case 'said':
      return saidLine(line, teller);
    case 'together': {
      const what = KIND_WORDS[language][line.step.kind];
      const gone = line.gone && filled(words.erasedTogether, { date: times.date(line.gone.at) });
      return { at, who: words.both, what, ...(gone ? { instead: gone } : { said: fieldsOf(line.words, line.step) }) };
    }
    case 'passed':
      return sentence(filled(words.passed, { name: names.of[line.seat] }));
    case 'asked': {
      const asked = line.card.words ?? guide.cards?.find(({ id }) => id === line.card.cardId)?.text;
      return asked === undefined || asked === line.step.prompt
        ? undefined
        : sentence(filled(words.asked, { words: asked }));
    }
    case 'paused':
      return sentence(line.minutes === undefined ? words.paused : filled(words.pausedFor, { minutes: line.minutes }));
    case 'stopped':
      return sentence(words.stopped);
    case 'act': {
      const act = facilitatorAct(line.act);
      return act && sentence(actWords(act, teller));
    }
    case 'private':
      return undefined;
  }
}

function saidLine({ at, seat, step, words: said, choice, joint, ...later }: Said, teller: Teller): CopiedLine {
  const { names, language } = teller;
  const words = COPY_WORDS[language];
  const name = names.of[seat];
  const kind = KIND_WORDS[language][step.kind];
  const what = joint === undefined ? kind : joint === 'agreed' ? words.agreedByBoth : words.proposed;
  const chosen = step.choices.find(({ id }) => id === choice)?.label;
  const instead = hidden(later, name, teller);
  return {
    at,
    who: name,
    what: later.landed ? `${what}. ${words.landed}` : what,
    ...(instead === undefined ? { said: fieldsOf(said, step) } : { instead }),
    ...(chosen !== undefined && { choice: chosen }),
    ...(later.notes.length > 0 && { notes: later.notes.map((note) => noteLine(note, name, teller)) }),
  };
}

function noteLine(note: Note, name: string, teller: Teller): CopiedLine {
  const instead = hidden(note, name, teller);
  const text = note.text ?? '';
  const { at } = note;
  const what = COPY_WORDS[teller.language].note;
  return { at, who: name, what, ...(instead === undefined ? { said: [{ label: null, text }] } : { instead }) };
}

/** ER1, ER2. Why these words are not here: destroyed, or folded away by their author. */
function hidden(
  { gone, folded }: { gone: Gone | undefined; folded: boolean },
  name: string,
  { language, times }: Teller,
): string | undefined {
  const words = COPY_WORDS[language];
  if (gone) return filled(words[gone.why], { name, date: times.date(gone.at) });
  return folded ? filled(words.folded, { name }) : undefined;
}

/** Words alone: numbers are their author’s own (PR4). */
function fieldsOf(words: Words | undefined, step: Step): { label: string | null; text: string }[] {
  return Object.entries(words?.text ?? {}).map(([id, text]) => ({
    label: step.fields.length > 1 ? (step.fields.find((field) => field.id === id)?.label ?? null) : null,
    text,
  }));
}

function actWords(
  { id, by, seat, heir, to, other, minutes, reason, moment }: Act,
  { names, language, times }: Teller,
): string {
  return filled(ACT_WORDS[language][id], {
    name: seat ? names.of[seat] : (names.people[by] ?? ''),
    to: to ? names.of[to] : (names.people[heir ?? ''] ?? ''),
    other: other ? names.of[other] : '',
    minutes: minutes ?? '',
    reason: reason ?? '',
    moment: moment === undefined ? '' : times.moment(moment),
  });
}
