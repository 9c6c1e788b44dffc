import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { refuseWith } from './app.ts';

const QUARTER_HOUR = 15 * 60;

/** Security row 35. How often an address may knock at each door. A family behind one address fits; guessing does not. */
const LIMITS = {
  code: { points: 10, duration: QUARTER_HOUR },
  token: { points: 60, duration: QUARTER_HOUR },
  begin: { points: 30, duration: 60 * 60 },
  invite: { points: 60, duration: QUARTER_HOUR },
  myData: { points: 20, duration: QUARTER_HOUR },
  note: { points: 60, duration: QUARTER_HOUR },
} as const;

/** All addresses together, so that many of them can't share the guessing of codes. */
const ALL_CODES = { points: 300, duration: QUARTER_HOUR };

/** Guards one door. */
export type Limit = (door: keyof typeof LIMITS) => RequestHandler;

export function openLimits(): Limit {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([door, limit]) => [door, new RateLimiterMemory(limit)]),
  ) as Record<keyof typeof LIMITS, RateLimiterMemory>;
  const allCodes = new RateLimiterMemory(ALL_CODES);

  return (door) => async (request, response, next) => {
    try {
      await limiters[door].consume(network(request.ip ?? ''));
      if (door === 'code') await allCodes.consume('all');
    } catch {
      return refuseWith(response, 429, 'too-many');
    }
    next();
  };
}

/** An IPv6 household has a /64 of addresses: it counts as one. */
const network = (address: string): string =>
  isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
