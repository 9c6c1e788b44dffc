import { guideById, stepById } from '@turnward/shared/guides/all-guides.ts';
import type { MyData, MyEvent, MyRoom, MyTalk } from '@turnward/shared/wire/my-data.ts';
import { plainHtml } from '../plain-html.ts';
import { MY_DATA_WORDS, type MyDataLanguage } from './my-data-words.ts';

const plain = (text: string): string => plainHtml(text).replaceAll('\n', '<br>');

/** MY2. Somebody's data as one page that opens anywhere, without a script, a picture or an address in it. */
export function myDataPage(data: MyData, language: MyDataLanguage): string {
  const words = MY_DATA_WORDS[language];
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const clock = (at: number) => `<time datetime="${new Date(at).toISOString()}">${plain(time.format(at))} UTC</time>`;

  const said = ({ at, event, words: own }: MyEvent): string => {
    const about = 'stepId' in event && typeof event.stepId === 'string' ? event.stepId : event.type;
    const lines =
      own === null
        ? [plain(words.destroyed)]
        : [...Object.entries(own?.text ?? {}), ...Object.entries(own?.scales ?? {})].map(
            ([field, value]) => `<strong>${plain(field)}</strong> ${plain(String(value))}`,
          );
    const choice = 'choice' in event && typeof event.choice === 'string' ? ` · ${plain(event.choice)}` : '';
    return `<li>${clock(at)} · ${plain(about)}${choice}${lines.map((line) => `<p>${line}</p>`).join('')}</li>`;
  };
  const list = (items: readonly string[]) => (items.length > 0 ? `<ul>${items.join('')}</ul>` : '');
  const part = (title: string, text: string) => (text === '' ? '' : `<h4>${plain(title)}</h4><p>${plain(text)}</p>`);

  const talk = ({ guideId, openedAt, events, drafts, progress }: MyTalk): string => {
    const guide = guideById(guideId);
    const title = (box: string) => {
      const [stepId = '', field = ''] = box.split('/');
      return `${words.draft}: ${(guide && stepById(guide, stepId)?.prompt) ?? stepId} (${field})`;
    };
    const unshared = Object.entries(drafts).map(([box, text]) => part(title(box), text));
    const note = Object.values(progress ?? {}).join('\n\n');
    return `<h3>${plain(guide?.title ?? guideId)}, ${clock(openedAt)}</h3>${list(events.map(said))}${unshared.join('')}${part(words.progress, note.trim())}`;
  };
  const room = ({ did, notes = '', talks }: MyRoom, at: number): string =>
    `<section><h2>${plain(words.room)} ${at + 1}</h2>${part(words.notes, notes)}${talks.map(talk).join('')}<h3>${plain(words.did)}</h3>${list(did.map(said))}</section>`;

  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${plain(words.title)}</title>
<style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 sans-serif}li{margin-block:.75rem}p{margin:.25rem 0}</style></head>
<body><h1>${plain(words.title)}</h1><p>${clock(data.madeAt)}</p>
${data.rooms.length > 0 ? data.rooms.map(room).join('\n') : `<p>${plain(words.none)}</p>`}
<h2>${plain(words.about)}</h2>${words.isAndIsNot.map((sentence) => `<p>${plain(sentence)}</p>`).join('')}
</body></html>
`;
}
