import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium to test with. `env` is what it needs beside our own environment. */
export type Chromium = { executablePath: string; env: Record<string, string>; from: 'CHROMIUM' | 'installed' | 'npm' };

/** Where ensure-chromium.ts unpacks the Chromium that comes by npm; goes away with node_modules. */
export const unpacked = join(import.meta.dirname, '../../node_modules/.cache/turnward-chromium');

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The Chromium named by `CHROMIUM` (a path, or `npm` for the one that came by npm); else the one from npm where it had
 * to be unpacked because no other started; else an installed one. Undefined where there is none yet.
 */
export function findChromium(wanted = process.env['CHROMIUM']): Chromium | undefined {
  if (wanted && wanted !== 'npm') return { executablePath: wanted, env: {}, from: 'CHROMIUM' };
  const executablePath = join(unpacked, 'chromium');
  if (existsSync(executablePath)) return { executablePath, env: ownLibraries, from: 'npm' };
  const installed = wanted ? undefined : installedChromium();
  return installed ? { executablePath: installed, env: {}, from: 'installed' } : undefined;
}

/** The npm Chromium brings the few libraries that a bare Debian or Ubuntu lacks. */
const ownLibraries = { LD_LIBRARY_PATH: join(unpacked, 'al2023/lib'), FONTCONFIG_PATH: join(unpacked, 'fonts') };

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
