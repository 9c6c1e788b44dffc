import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** The web addresses under which this server is meant to be reached. */
export type Origins = {
  /** Security row 2: only the exact origin of a page we served may speak to us. */
  isOurs(origin: string | undefined): boolean;
  /** Where a link for somebody else's device leads, given the address that this person used. */
  forOthers(usedOrigin: string | undefined): string;
  readonly printed: { local: string; network: string[] };
};

const localNames = ['localhost', '127.0.0.1', '[::1]'];

export function openOrigins(config: Pick<Config, 'HOST' | 'PUBLIC_URL'>, port: number): Origins {
  const listensWidely = config.HOST === '0.0.0.0' || config.HOST === '::';
  const network = listensWidely ? lanAddresses().map((address) => `http://${address}:${port}`) : [];
  const local = localNames.map((name) => `http://${name}:${port}`);
  const named = listensWidely ? [] : [`http://${config.HOST}:${port}`];
  const publicOrigin = config.PUBLIC_URL && new URL(config.PUBLIC_URL).origin;
  const known = new Set(publicOrigin ? [publicOrigin] : [...local, ...network, ...named]);

  return {
    isOurs: (origin) => origin !== undefined && known.has(origin),
    forOthers(usedOrigin) {
      if (config.PUBLIC_URL) return config.PUBLIC_URL;
      const used = usedOrigin !== undefined && known.has(usedOrigin) ? usedOrigin : undefined;
      const reachable = used !== undefined && !local.includes(used) ? used : network[0];
      return reachable ?? used ?? `http://localhost:${port}`;
    },
    printed: { local: config.PUBLIC_URL ?? named[0] ?? `http://localhost:${port}`, network },
  };
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && one.family === 'IPv4' && !one.internal)
    .map((one) => one?.address ?? '');
}
