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
  signIn: { points: 30, duration: QUARTER_HOUR },
  account: { points: 120, duration: QUARTER_HOUR },
  pin: { points: 200, duration: QUARTER_HOUR },
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
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [left = [], right = []] = address.split('::', 2).map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
