import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

/** What Help is made of beside the page itself, and what every page names. */
const PARTS = ['help-page', 'help-content', 'host-lines', 'overlay', 'de'];
/** One font is enough; other letters are drawn in the system's. */
const FONT = /nunito-sans-latin-wght/;
const ALWAYS = ['/', '/appearance.js', '/icon.svg'];

/** Writes `offline-worker.js` with the files that Help needs without a connection: those of its chunks and of all they import. */
export function offlineHelp(): Plugin {
  return {
    name: 'offline-help',
    apply: 'build',
    generateBundle(_options, bundle) {
      const source = readFileSync(join(import.meta.dirname, 'offline-worker.js'), 'utf8');
      const files = JSON.stringify([...ALWAYS, ...filesOf(bundle).map((file) => `/${file}`)]);
      this.emitFile({ type: 'asset', fileName: 'offline-worker.js', source: source.replace("['FILES']", files) });
    },
  };
}

function filesOf(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
  const files = new Set<string>();
  const visit = (file: string) => {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    if (!chunk || files.has(file)) return;
    files.add(file);
    for (const asset of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) {
      if (!asset.endsWith('.woff2') || FONT.test(asset)) files.add(asset);
    }
    chunk.imports.forEach(visit);
  };
  for (const chunk of chunks) if (chunk.isEntry || PARTS.includes(chunk.name)) visit(chunk.fileName);
  return [...files].sort();
}
