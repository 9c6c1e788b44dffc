import type { Kind } from '@turnward/shared/guides/guide.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Language } from '@turnward/shared/space/events.ts';

/** What the practice partner is called and says: plain, kind, and clearly made up. Keyed by step kind. */
export const PRACTICE_NAME: Record<Language, string> = { en: 'Practice partner', de: 'Übungspartner' };

/** The two of a rehearsal. */
export const PRACTICE_COUPLE: Record<Language, Record<Seat, string>> = {
  en: { a: 'Alex (practice)', b: 'Sam (practice)' },
  de: { a: 'Alex (Übung)', b: 'Sam (Übung)' },
};

type Said = Partial<Record<Kind, string>> & { otherwise: string };

export const PRACTICE_WORDS: Record<Language, Said> = {
  en: {
    otherwise: 'I am only here for practice, and I am with you.',
    intend: 'I want to bring an open ear.',
    share: 'I am afraid that I will say the wrong thing, so I say nothing. This is a practice sentence.',
    mirror: 'What I took in is what you just wrote: you told me one thing, and it matters to you.',
    add: 'The piece that is missing is that I would like to go slowly.',
    validate: 'It makes sense that you would feel this, having lived through what you did.',
    feel_with: 'I picture it as heavy. Something in me goes quiet, hearing it.',
    ask: 'Would you, today, sit beside me for ten minutes without phones?',
    comfort: 'I am here, and what I can give is my whole attention this evening.',
    write_private: 'A private line, for practice.',
    plan: 'In the coming hour we drink a cup of tea together.',
    thank: 'It helped me that you waited until I had finished.',
  },
  de: {
    otherwise: 'Ich bin nur zum Üben hier, und ich bin bei dir.',
    intend: 'Ich möchte ein offenes Ohr mitbringen.',
    share: 'Ich habe Angst, das Falsche zu sagen, darum sage ich nichts. Das ist ein Übungssatz.',
    mirror: 'Angekommen ist bei mir, was du gerade geschrieben hast: Du hast mir etwas erzählt, das dir wichtig ist.',
    add: 'Was noch fehlt: Ich möchte gern langsam gehen.',
    validate: 'Es passt, dass du so fühlst, nach dem, was du erlebt hast.',
    feel_with: 'Ich stelle es mir schwer vor. In mir wird etwas still, wenn ich es höre.',
    ask: 'Würdest du heute zehn Minuten ohne Handy neben mir sitzen?',
    comfort: 'Ich bin da, und was ich geben kann, ist heute Abend meine ganze Aufmerksamkeit.',
    write_private: 'Eine private Zeile, zum Üben.',
    plan: 'In der nächsten Stunde trinken wir zusammen einen Tee.',
    thank: 'Mir hat geholfen, dass du gewartet hast, bis ich fertig war.',
  },
};
