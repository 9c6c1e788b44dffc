import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What is done under a lock takes milliseconds: an older one was left by a process that died. */
const STALE_MS = 10_000;
const WAIT_MS = 50;
const TRIES = 300;

/** Runs `work` while no other process does so for the same file: a server and a command may both change it. */
export async function alone<T>(path: string, work: () => T): Promise<T> {
  const lock = `${path}.lock`;
  for (let tries = 1; !take(lock); tries += 1) {
    if (tries === TRIES) throw new Error(`${lock} is held by another process. Try again when that one is done.`);
    const taken = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (taken !== undefined && Date.now() - taken > STALE_MS) rmSync(lock, { force: true });
    else await pause(WAIT_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
