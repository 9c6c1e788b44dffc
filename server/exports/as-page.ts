import type { CopiedLine, CopiedTalk, CopyLanguage, TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { plainHtml as plain } from '../plain-html.ts';
import { copyHead } from './copy-head.ts';
import { copyTimes } from './copy-times.ts';
import { COPY_WORDS, filled } from './copy-words.ts';
import { sealed } from './seal.ts';

/** Browsers repeat the foot of a table on every printed page: the mark stands there. What somebody said is not torn apart. */
const STYLE = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 sans-serif}
article{break-inside:avoid;margin-block:1rem;padding-inline-start:1rem;border-inline-start:3px solid #888}
article article{border-style:dotted}p{margin:.25rem 0}.said{white-space:pre-wrap;overflow-wrap:anywhere}
small,.mark{color:#555}h1{line-height:1.2}h2{margin-block-start:3rem}h2,h3{break-after:avoid}code{overflow-wrap:anywhere}
table{border-collapse:collapse;inline-size:100%}td{padding:0}.mark{padding-block-start:1rem}
@page{margin:1.5cm}@media print{body{margin:0;max-width:none;padding:0}.mark{font-size:8pt}}`;

/** A copy as one page that opens anywhere, without a script, a picture or an address in it; made to be printed. */
export function asPage(copy: TalksCopy, language: CopyLanguage): { text: string; seal: string } {
  const words = COPY_WORDS[language];
  const { date, clock } = copyTimes(language);
  const head = copyHead(copy, language);
  const paragraphs = (lines: readonly string[]): string[] => lines.map((line) => `<p>${plain(line)}</p>`);

  const line = ({ at, who, what, said = [], choice, instead, notes = [] }: CopiedLine): string =>
    [
      `<article><p>${who === null ? '' : `<strong>${plain(who)}</strong> · `}${plain(what)} <small>${clock(at)}</small></p>`,
      ...said.map(
        ({ label, text }) =>
          `${label === null ? '' : `<p><small>${plain(label)}</small></p>`}<p class="said">${plain(text)}</p>`,
      ),
      ...paragraphs([choice, instead].flatMap((each) => each ?? [])),
      ...notes.map(line),
      '</article>',
    ].join('\n');
  const talk = ({ title, openedAt, sections }: CopiedTalk): string[] => [
    `<section><h2>${plain(title)}, ${date(openedAt)}</h2>`,
    ...sections.flatMap(({ title: part, side, lines }) => [
      `<h3>${plain(part)}${side === null ? '' : ` · ${plain(filled(words.side, { name: side }))}`}</h3>`,
      ...lines.map(line),
    ]),
    '</section>',
  ];
  const lines = [
    `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${plain(head.title)}</title>\n<style>${STYLE}</style></head><body>`,
    `<table role="presentation"><tfoot><tr><td class="mark">${plain(head.mark)}</td></tr></tfoot><tbody><tr><td>`,
    `<header><h1>${plain(head.title)}</h1>`,
    ...paragraphs(head.lines),
    `<p>${words.contains}:</p><ul>${head.talks.map((each) => `<li>${plain(each)}</li>`).join('')}</ul>`,
    ...paragraphs(copy.about),
    '</header>',
    ...copy.talks.flatMap(talk),
  ];
  return sealed(lines, (seal) => `<p>${words.seal}: <code>${seal}</code></p></td></tr></tbody></table></body></html>`);
}
