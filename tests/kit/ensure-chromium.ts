/** Makes sure that the journeys have a browser, tries it, and says which. Needs no root; names the line to run if stuck. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { findChromium, unpacked } from './chromium.ts';

/** Unpacked beside its final place and then moved there, so that a half-unpacked browser is never used. */
async function unpack(): Promise<void> {
  const archives = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  const beside = `${unpacked}-${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  const usual = tmpdir();
  process.env['TMPDIR'] = beside;
  const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  await Promise.all(parts.map((part) => inflate(join(archives, part))));
  process.env['TMPDIR'] = usual;
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(beside, unpacked);
}

async function tryIt(): Promise<boolean> {
  const found = findChromium();
  if (!found) return false;
  try {
    const browser = await launchBrowser();
    console.log(`Chromium ${browser.version()} (${found.from}): ${found.executablePath}`);
    await browser.close();
    return true;
  } catch (error) {
    console.error(`${found.executablePath} does not start: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

async function unpackAndTry(): Promise<boolean> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  await unpack();
  if (await tryIt()) return true;
  rmSync(unpacked, { recursive: true });
  return false;
}

/** As root we may install what is missing; otherwise we name the line. */
async function installAndTry(): Promise<boolean> {
  const line = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    console.log(`No Chromium could be started; running: ${line}`);
    return spawnSync('sh', ['-c', line], { stdio: 'inherit' }).status === 0 && (await tryIt());
  }
  console.error(`The browser tests need Chromium. On Debian and Ubuntu:\n\n  sudo sh -c '${line}'\n`);
  console.error('Elsewhere install Chromium or Chrome, or name one: CHROMIUM=<its path> npm test');
  return false;
}

const wanted = process.env['CHROMIUM'] ?? '';
const ways = { '': [tryIt, unpackAndTry, installAndTry], npm: [tryIt, unpackAndTry] }[wanted] ?? [tryIt];
for (const way of ways) if (await way()) process.exit();
process.exit(1);
