import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Where npm links the tools, so that scripts also work when they are not started by npm. */
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}` };

/** Starts a program at the project's root with our output, signals left to the caller. */
export const start = (program: string, args: readonly string[], extra: Record<string, string> = {}) =>
  spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...env, ...extra } });

/** Runs a program to its end; its exit code, 1 where it was ended by a signal or could not start. */
export const run = (program: string, ...args: string[]): Promise<number> =>
  new Promise((resolve) => {
    start(program, args)
      .once('exit', (code) => resolve(code ?? 1))
      .once('error', (error) => {
        console.error(error.message);
        resolve(1);
      });
  });
