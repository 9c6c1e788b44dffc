import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose, type Turnward } from '@turnward/server/compose.ts';
import { type Config, readConfig } from '@turnward/server/config.ts';

/** Facilitators come without passkeys, where a test is not about them. */
const usual = { LOG_LEVEL: 'error', HOST: '127.0.0.1', FACILITATOR_FACTORS: 'optional' };

export type TestServer = Turnward & {
  origin: string;
  dataDir: string;
  /** Moves the server's clock ahead by so many ms. */
  advance(ms: number): void;
  /** Closes and starts again on the same data and port. */
  restart(): Promise<void>;
};

/** A real server on loopback with real SQLite in a folder of its own; only its clock can be moved. */
export async function startServer(settings: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'turnward-'));
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const configFor = (port: number): Config => {
    const own = { DATA_DIR: dataDir, PORT: String(port) };
    const read = readConfig({ ...usual, ...settings, ...own });
    if ('faults' in read) throw new Error(read.faults.join('\n'));
    return read.config;
  };
  let running = await compose(configFor(0), { now, ticks: now });
  const { port } = running;
  return {
    port,
    addresses: running.addresses,
    protection: running.protection,
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    advance: (ms) => {
      ahead += ms;
    },
    async restart() {
      await running.close();
      running = await compose(configFor(port), { now, ticks: now });
    },
    async close() {
      await running.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
