import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script, kills it (SIGKILL) once it printed so many lines, or lets it kill itself. Answers with all
 * that it printed; rejects where it ended in any other way.
 */
export async function runUntilKilled(script: URL, args: readonly string[], lines = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (printed.length === lines) child.kill('SIGKILL');
  }
  const signal = await exited;
  if (signal !== 'SIGKILL') throw new Error(`${fileURLToPath(script)} ended by itself`);
  return printed;
}
