import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

const SERVER_CORE = '0';
const LOAD_CORE = '1';
/** Of util-linux. */
const TASKSET = 'taskset';

/** Asked before this process is moved: afterwards it would count its own core alone. */
const cores = availableParallelism();

/** Whether the server and the load get a core each; without `taskset` or a second core they share, and the figures say so. */
export const pinned = cores >= 2 && hasTaskset();

/** The start of a command line that runs a program on the server's core. */
export const onServerCore: readonly string[] = pinned ? [TASKSET, '-c', SERVER_CORE] : [];

/** Moves this process, all its threads included, to the core of the load. */
export function moveToLoadCore(): void {
  if (pinned) execFileSync(TASKSET, ['-a', '-p', '-c', LOAD_CORE, String(process.pid)], { stdio: 'ignore' });
}

function hasTaskset(): boolean {
  try {
    execFileSync(TASKSET, ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** CPU time that a process has used, all threads, in ms: from the scheduler's own count in ns where the kernel shows it. */
export function cpuMs(pid: number): number {
  try {
    let ns = 0;
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ', 1)[0]);
    }
    return ns / 1e6;
  } catch {
    // utime and stime in hundredths of a second, counted from behind the name, which may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }
}

/** CPU time that all programs of this machine have used together, in ms, the kernel's and the hypervisor's share included. */
export function allCpuMs(): number {
  const fields = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/).slice(1, 9).map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields;
  return (user + nice + system + irq + softirq + steal) * 10;
}

/** Resident memory in MB. */
export function rssMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

export const describeMachine = () => ({
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  pinned,
});
