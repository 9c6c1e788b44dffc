import type { CopyLanguage } from '@turnward/shared/wire/talks-copy.ts';

type CopyWords = Record<
  | 'title'
  | 'takenOut'
  | 'agreed'
  | 'practice'
  | 'contains'
  | 'number'
  | 'mark'
  | 'seal'
  | 'side'
  | 'both'
  | 'passed'
  | 'paused'
  | 'pausedFor'
  | 'stopped'
  | 'asked'
  | 'landed'
  | 'note'
  | 'folded'
  | 'withheld'
  | 'taken'
  | 'erased'
  | 'erasedTogether'
  | 'agreedByBoth'
  | 'proposed',
  string
> & { isAndIsNot: readonly string[]; sealed: readonly string[] };

/** What every copy of whole talks says around the words of the two. */
export const COPY_WORDS: Record<CopyLanguage, CopyWords> = {
  en: {
    title: 'Kept talks of {a} and {b}',
    takenOut: '{name} took this out of Turnward on {moment}. Both agreed to that:',
    agreed: '{name} agreed on {at}, until {until}.',
    practice: '{name} is a practice partner, who agrees to everything.',
    contains: 'In it',
    number: 'Number of this copy: {number}',
    mark: '{a} and {b} · taken out by {name} on {moment}, with the consent of both · not therapy, not for use in court · copy {number}',
    seal: 'Seal',
    side: '{name}’s side',
    both: 'Both',
    passed: '{name} passed on this step.',
    paused: 'A pause.',
    pausedFor: 'A pause of about {minutes} min.',
    stopped: 'They stopped for that day here.',
    asked: 'The card that was asked: {words}',
    landed: 'This landed.',
    note: 'added a note',
    folded: '{name} folded these words away. They are not in this copy.',
    withheld: '{name} chose not to keep these words. They were destroyed on {date}.',
    taken: '{name} took these words back. They were destroyed on {date}.',
    erased: '{name} had all of their own words destroyed, on {date}.',
    erasedTogether:
      'Both wrote this. The words were destroyed on {date}, when one of the two had all of their own words destroyed.',
    agreedByBoth: 'agreed by both',
    proposed: 'proposed',
    isAndIsNot: [
      'This is what both read in these talks, in the order in which it was said. Private writing, numbers, drafts, whispers and a facilitator’s notes are not in it. Words that their author folded away or took back are not in it either; that they were there is said.',
      'It is not therapy, not a medical record, not a record of an emergency, and not made for use in court. Whoever opens this file can read it: keep it where only you do.',
    ],
    sealed: [
      'The seal below is made of every line above it, each together with the seal so far (SHA-256). The room of the two shows the seal that this copy had when it was taken out, and both can read it there.',
      'Where the seal fits these lines and is the one in the room, nothing was changed since. It does not prove who wrote what, that what was said is true, or that nothing is missing; and whoever runs the server could have changed words before they were sealed.',
    ],
  },
  de: {
    title: 'Aufgehobene Gespräche von {a} und {b}',
    takenOut: '{name} hat dies am {moment} aus Turnward mitgenommen. Beide waren einverstanden:',
    agreed: '{name}: einverstanden am {at}, bis {until}.',
    practice: '{name} ist ein Übungsgegenüber und mit allem einverstanden.',
    contains: 'Darin',
    number: 'Nummer dieser Kopie: {number}',
    mark: '{a} und {b} · mitgenommen von {name} am {moment}, im Einverständnis beider · keine Therapie, nicht für den Gebrauch vor Gericht · Kopie {number}',
    seal: 'Siegel',
    side: 'Die Seite von {name}',
    both: 'Beide',
    passed: '{name} hat diesen Schritt ausgelassen.',
    paused: 'Eine Pause.',
    pausedFor: 'Eine Pause von etwa {minutes} Min.',
    stopped: 'Hier haben sie an diesem Tag aufgehört.',
    asked: 'Die Karte, die gefragt wurde: {words}',
    landed: 'Das ist angekommen.',
    note: 'hat eine Notiz ergänzt',
    folded: '{name} hat diese Worte weggefaltet. Sie sind nicht in dieser Kopie.',
    withheld: '{name} wollte diese Worte nicht aufheben. Sie wurden am {date} vernichtet.',
    taken: '{name} hat diese Worte zurückgenommen. Sie wurden am {date} vernichtet.',
    erased: '{name} hat am {date} alle eigenen Worte vernichten lassen.',
    erasedTogether:
      'Das haben beide geschrieben. Die Worte wurden am {date} vernichtet, als eine Person alle eigenen Worte vernichten ließ.',
    agreedByBoth: 'von beiden vereinbart',
    proposed: 'vorgeschlagen',
    isAndIsNot: [
      'Dies ist, was beide in diesen Gesprächen gelesen haben, in der Reihenfolge, in der es gesagt wurde. Was jemand für sich geschrieben hat, Zahlen, Entwürfe, Geflüstertes und Notizen einer Begleitung sind nicht darin. Worte, die weggefaltet oder zurückgenommen wurden, sind es auch nicht; dass sie da waren, steht da.',
      'Es ist keine Therapie, keine Krankenakte, keine Aufzeichnung eines Notfalls und nicht für den Gebrauch vor Gericht gemacht. Wer diese Datei öffnet, kann sie lesen: Bewahre sie dort auf, wo nur du sie öffnest.',
    ],
    sealed: [
      'Das Siegel unten entsteht aus jeder Zeile darüber, jede zusammen mit dem Siegel bis dahin (SHA-256). Im Raum der beiden steht, welches Siegel diese Kopie hatte, als sie mitgenommen wurde; beide können es dort lesen.',
      'Wenn das Siegel zu diesen Zeilen passt und dem im Raum gleicht, wurde seither nichts geändert. Es beweist nicht, wer was geschrieben hat, dass stimmt, was gesagt wurde, oder dass nichts fehlt; und wer den Server betreibt, hätte Worte ändern können, bevor sie versiegelt wurden.',
    ],
  },
};

/** Puts names and moments into a sentence; what they hold is never read as a sentence itself. */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
