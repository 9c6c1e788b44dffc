import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './person.ts';

const MAIN = path.join(import.meta.dirname, '../../server/main.ts');

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** The program itself, as a process of its own that can be killed without warning and started again on its data. */
export type ServerProcess = {
  origin: string;
  dataDir: string;
  /** All it has written so far, of every run. */
  output(): string;
  /** Sends a signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<Ended>;
  /** Starts it on the same data and port; resolves once `/healthz` answers. */
  start(): Promise<void>;
  /** Ends what still runs and removes the data. */
  remove(): Promise<void>;
};

/** `fileLimit`: the largest file it may write, in blocks of 512 bytes: a full disk for this process alone. */
type Settings = { env?: Record<string, string>; fileLimit?: number | undefined };

export async function startProcess({ env = {}, fileLimit }: Settings = {}): Promise<ServerProcess> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'turnward-'));
  const port = String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  let output = '';
  let child: ChildProcess | undefined;
  let limit = fileLimit;

  const server: ServerProcess = {
    origin,
    dataDir,
    output: () => output,
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) throw new Error('Not running.');
      const exited = once(child, 'exit');
      child.kill(signal);
      const [code, by] = await exited;
      return { code, signal: by };
    },
    async start() {
      const running = runMain({ HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, ...env }, limit);
      limit = undefined;
      child = running;
      const keep = (chunk: Buffer) => {
        output += chunk.toString();
      };
      running.stdout?.on('data', keep);
      running.stderr?.on('data', keep);
      await until(async () => {
        const healthy = await fetch(`${origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (!healthy) throw new Error(`The server is not up:\n${output}`);
      });
    },
    async remove() {
      if (child && child.exitCode === null && child.signalCode === null) await server.end('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Runs the program once, to its end: for settings with which it must not start. */
export async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = runMain(env);
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const [code] = await once(child, 'close');
  return { code, output };
}

function runMain(env: Record<string, string>, fileLimit?: number): ChildProcess {
  const stdio: 'pipe'[] = ['pipe', 'pipe', 'pipe'];
  const settings = { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio };
  if (fileLimit === undefined) return spawn(process.execPath, [MAIN], settings);
  return spawn('/bin/sh', ['-c', `ulimit -f ${fileLimit}; exec "$0" "$@"`, process.execPath, MAIN], settings);
}

/** A port that was free a moment ago; the server must come back on the one its clients know. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  return address.port;
}
