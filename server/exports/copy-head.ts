import type { CopyLanguage, TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { copyTimes } from './copy-times.ts';
import { COPY_WORDS, filled } from './copy-words.ts';

/** R18, R24. What stands on top of a copy, and `mark` on every page of it: who took it out, when, and that both agreed. */
export type CopyHead = { title: string; lines: string[]; talks: string[]; mark: string };

export function copyHead({ number, takenOut, agreed, talks }: TalksCopy, language: CopyLanguage): CopyHead {
  const words = COPY_WORDS[language];
  const { date, moment } = copyTimes(language);
  const [a = '', b = ''] = agreed.map(({ name }) => name);
  const taken = { name: takenOut.by, moment: moment(takenOut.at) };
  const consents = agreed.map(({ name, at, until }) =>
    at === null || until === null
      ? filled(words.practice, { name })
      : filled(words.agreed, { name, at: moment(at), until: moment(until) }),
  );
  return {
    title: filled(words.title, { a, b }),
    lines: [filled(words.takenOut, taken), ...consents, filled(words.number, { number })],
    talks: talks.map(({ title, openedAt }) => `${title}, ${date(openedAt)}`),
    mark: filled(words.mark, { a, b, ...taken, number: number.slice(0, 8) }),
  };
}
