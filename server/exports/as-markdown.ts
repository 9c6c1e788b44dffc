import type { CopiedLine, CopiedTalk, CopyLanguage, TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { copyHead } from './copy-head.ts';
import { copyTimes } from './copy-times.ts';
import { COPY_WORDS, filled } from './copy-words.ts';
import { sealed } from './seal.ts';

const LINE_ENDS = /\r\n|[\r\n\u2028\u2029]/;

/** A copy as Markdown. Row 19: what people wrote stands indented, where Markdown leaves every sign as it is. */
export function asMarkdown(copy: TalksCopy, language: CopyLanguage): { text: string; seal: string } {
  const words = COPY_WORDS[language];
  const { date, clock } = copyTimes(language);
  const head = copyHead(copy, language);

  const line = ({ at, who, what, said = [], choice, instead, notes = [] }: CopiedLine): string[] => [
    `${who === null ? '' : `**${plain(who)}** · `}${plain(what)} · ${clock(at)}`,
    ...said.flatMap(({ label, text }) => [...(label === null ? [] : [plain(label)]), verbatim(text)]),
    ...[choice, instead].flatMap((each) => (each === undefined ? [] : [plain(each)])),
    ...notes.flatMap(line),
  ];
  const talk = ({ title, openedAt, sections }: CopiedTalk): string[] => [
    `## ${plain(title)}, ${date(openedAt)}`,
    ...sections.flatMap(({ title: part, side, lines }) => [
      `### ${plain(part)}${side === null ? '' : ` · ${plain(filled(words.side, { name: side }))}`}`,
      ...lines.flatMap(line),
    ]),
  ];
  const parts = [
    `# ${plain(head.title)}`,
    ...head.lines.map(plain),
    `${words.contains}:\n\n${head.talks.map((each) => `- ${plain(each)}`).join('\n')}`,
    ...copy.about.map(plain),
    ...copy.talks.flatMap(talk),
    `---\n\n${plain(head.mark)}`,
  ];
  return sealed([...parts.join('\n\n').split('\n'), ''], (seal) => `${words.seal}: ${seal}`);
}

/** A sentence in one line, with nothing in it that Markdown would act on. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^ ?(\d+)(?=[.)])/, '$1\\')
    .replace(/^ ?([#+=-])/, '\\$1');

const verbatim = (text: string): string =>
  text
    .split(LINE_ENDS)
    .map((line) => `    ${line}`)
    .join('\n');
