/** Holds the weight of the JavaScript a person waits for, gzip, from what Vite wrote down about the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run-step.ts';

type Chunk = { file: string; imports?: string[] };
export type Manifest = Record<string, Chunk>;

const dist = join(root, 'client/dist');

/** The files needed before the chunks made from these sources can run: theirs and all they import, each once. */
export function filesBehind(manifest: Manifest, sources: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk for ${key}. Was it renamed? See scripts/check-size.ts.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  sources.forEach(visit);
  return files;
}

const kilobytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1000;

/** The scripts that the page itself names. */
const named = (html: string): string[] =>
  [...html.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map(([, file]) => file ?? '');

function weigh(): void {
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  const manifest = JSON.parse(read('.vite/manifest.json')) as Manifest;
  const start = ['index.html', 'features/start/start-page.tsx'].filter((source) => source in manifest);
  const pages = [
    { name: 'start page', sources: start, limit: 110 },
    { name: 'live room, in all', sources: [...start, 'features/talk/talk-page.tsx'], limit: 170 },
  ];
  for (const { name, sources, limit } of pages) {
    const size = kilobytes(new Set([...named(read('index.html')), ...filesBehind(manifest, sources)]));
    console.log(`${name}: ${size.toFixed(1)} kB of JavaScript (gzip), at most ${limit}`);
    if (size > limit) process.exitCode = 1;
  }
}

if (import.meta.main) weigh();
