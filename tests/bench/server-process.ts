import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { cpuMs, onServerCore, rssMb } from './machine.ts';

const STARTS_WITHIN_MS = 15_000;

/** A server under load: a process of its own on a core of its own. */
export type ServerProcess = {
  readonly port: number;
  cpuMs(): number;
  rssMb(): number;
  /** SIGTERM, and wait. */
  stop(): Promise<void>;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
};

/** `flags` are Node's own, before the script. */
export type Start = {
  script: string;
  port: number;
  flags?: readonly string[];
  env?: Record<string, string>;
  profile?: string | undefined;
};

/** Servers still up; a bench that ends early takes them with it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a script under this Node and waits until it accepts connections. Throws with its output where it does not. */
export async function startServer({ script, port, flags = [], env = {}, profile }: Start): Promise<ServerProcess> {
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const [program = '', ...args] = [...onServerCore, process.execPath, ...flags, ...profiling, script];
  const child = spawn(program, args, {
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await accepts(port, child, () => output);
  // taskset replaces itself with node, so this is the server's own pid.
  const pid = child.pid ?? 0;
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  running.add(child);
  child.once('exit', () => running.delete(child));
  return {
    port,
    cpuMs: () => cpuMs(pid),
    rssMb: () => rssMb(pid),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function accepts(port: number, child: ChildProcess, output: () => string): Promise<void> {
  const giveUpAt = performance.now() + STARTS_WITHIN_MS;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`The server ended while starting:\n${output()}`);
    if (await answers(port)) return;
    await wait(2);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not accept connections within ${STARTS_WITHIN_MS / 1000} s:\n${output()}`);
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    const done = (answer: boolean) => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => done(true)).once('error', () => done(false));
  });

/** A port that was free a moment ago, kept across restarts so that clients can come back to it. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  return address.port;
}
