import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Mutant } from './mutant.ts';

const project = join(import.meta.dirname, '../..');
/** How long a mutant may take, in minutes. One that hangs was not noticed by a test. */
const PATIENCE = 4;
const NOT_COPIED = new Set(['node_modules', '.git', 'data', 'coverage', 'out']);

/** `by`: the test that failed first, or why the mutant lives. */
export type Verdict = { killed: boolean; by: string; seconds: number };
type Ran = { passed: boolean; failed: string[]; said: string };
type Told = { testResults: { assertionResults: { status: string; fullName: string }[] }[] };

/** The project in a folder of its own: what is changed there is changed nowhere else. */
export class Copy {
  readonly #folder = mkdtempSync(join(tmpdir(), 'turnward-mutant-'));

  constructor() {
    cpSync(project, this.#folder, { recursive: true, filter: (from) => !NOT_COPIED.has(basename(from)) });
    linkModules(this.#folder);
  }

  /** Takes the control out, runs the tests that should notice, and puts it back. */
  async judge({ file, find, put, tests, titled, pages }: Mutant): Promise<Verdict> {
    const began = performance.now();
    const verdict = (killed: boolean, by: string): Verdict => ({
      killed,
      by,
      seconds: (performance.now() - began) / 1000,
    });
    const path = join(this.#folder, file);
    const text = readFileSync(path, 'utf8');
    if (text.split(find).length !== 2) return verdict(false, `${file} does not hold this text exactly once: ${find}`);
    writeFileSync(
      path,
      text.replace(find, () => put),
    );
    try {
      if (pages) await this.#build();
      const { failed, said } = await this.tests(tests, { minutes: PATIENCE, bail: true, ...(titled && { titled }) });
      const [first] = failed;
      return first === undefined
        ? verdict(false, `No test of ${tests.join(', ')} failed. ${said}`)
        : verdict(true, first);
    } finally {
      writeFileSync(path, text);
      if (pages) await this.#build();
    }
  }

  /** Runs test files; `said` is the end of what they printed where they did not pass. */
  async tests(files: readonly string[], { minutes, titled, bail }: Running): Promise<Ran> {
    const report = join(this.#folder, 'report.json');
    rmSync(report, { force: true });
    const args = ['run', ...files, '--reporter=json', `--outputFile=${report}`];
    if (titled) args.push('-t', titled);
    if (bail) args.push('--bail=1');
    const { code, said } = await this.#run('node_modules/vitest/vitest.mjs', args, minutes);
    const failed = failuresIn(report);
    return { passed: code === 0, failed, said: code === 0 ? '' : `${failed.join('\n')}\n${said.slice(-2_000)}` };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #build(): Promise<void> {
    const { code, said } = await this.#run('scripts/build-if-stale.ts', [], PATIENCE);
    if (code !== 0) throw new Error(`The pages could not be built:\n${said}`);
  }

  /** In a process group of its own, which is ended as a whole where it takes too long. */
  async #run(script: string, args: readonly string[], minutes: number): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: this.#folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const keep = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-8_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const late = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), minutes * 60_000);
    const [code] = await once(child, 'close');
    clearTimeout(late);
    return { code, said };
  }
}

type Running = { minutes: number; titled?: string; bail?: true };

/** The titles of tests that ran and failed. A file that could not be loaded has none: nothing was noticed by it. */
function failuresIn(report: string): string[] {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Told;
    return testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    );
  } catch {
    return [];
  }
}

/** Packages are those of the project; its own workspaces are those of the copy. */
function linkModules(folder: string): void {
  const own = join(folder, 'node_modules/@turnward');
  mkdirSync(own, { recursive: true });
  for (const workspace of ['shared', 'server', 'client', 'tests'])
    symlinkSync(join(folder, workspace), join(own, workspace));
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name === '@turnward' || name.startsWith('.vite')) continue;
    symlinkSync(join(project, 'node_modules', name), join(folder, 'node_modules', name));
  }
}
