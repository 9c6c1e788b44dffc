import { readFileSync } from 'node:fs';

/** The flags that `npm start` gives Node, read from its own line, so that what is measured is what people run. */
export function startFlags(): string[] {
  const packageFile = new URL('../../package.json', import.meta.url);
  const { start } = JSON.parse(readFileSync(packageFile, 'utf8')).scripts as { start: string };
  const given = /node ((?:--\S+ )*)server\/main\.ts/.exec(start);
  if (!given) throw new Error(`"npm start" no longer starts server/main.ts: ${start}`);
  return (given[1] ?? '').split(' ').filter(Boolean);
}
