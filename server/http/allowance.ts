import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How often something may be done: so many points in so many seconds. */
export type Measure = { points: number; duration: number };

/** DR1. Takes a point from what is left to this key under this measure; false where nothing is left. */
export type Allowance = (measure: Name, key: string) => Promise<boolean>;

const QUARTER_HOUR = 15 * 60;
const HOUR = 60 * 60;

/**
 * Security rows 34 and 35. By address a family behind one router fits, guessing does not; by account and by space, whatever
 * the address, a person can do all that they could mean, and a stolen session little else.
 */
const MEASURES = {
  'code by address': { points: 10, duration: QUARTER_HOUR },
  'token by address': { points: 60, duration: QUARTER_HOUR },
  'begin by address': { points: 30, duration: HOUR },
  'invite by address': { points: 60, duration: QUARTER_HOUR },
  'signIn by address': { points: 30, duration: QUARTER_HOUR },
  'account by address': { points: 120, duration: QUARTER_HOUR },
  'pin by address': { points: 200, duration: QUARTER_HOUR },
  'mail by address': { points: 10, duration: QUARTER_HOUR },
  'note by address': { points: 60, duration: QUARTER_HOUR },
  'myData by address': { points: 20, duration: QUARTER_HOUR },
  'export by address': { points: 60, duration: QUARTER_HOUR },
  'code by account': { points: 10, duration: QUARTER_HOUR },
  'token by account': { points: 60, duration: QUARTER_HOUR },
  'begin by account': { points: 30, duration: HOUR },
  'invite by account': { points: 40, duration: QUARTER_HOUR },
  'signIn by account': { points: 30, duration: QUARTER_HOUR },
  'account by account': { points: 120, duration: QUARTER_HOUR },
  'pin by account': { points: 200, duration: QUARTER_HOUR },
  'mail by account': { points: 10, duration: QUARTER_HOUR },
  'note by account': { points: 60, duration: QUARTER_HOUR },
  'myData by account': { points: 20, duration: QUARTER_HOUR },
  'export by account': { points: 20, duration: QUARTER_HOUR },
  'invite by space': { points: 50, duration: QUARTER_HOUR },
  /** All addresses together, so that many of them can't share the guessing of codes. */
  'codes by all': { points: 300, duration: QUARTER_HOUR },
  /** ML4. To one address, whoever asks. */
  'mails to one': { points: 5, duration: HOUR },
  'tries of a link': { points: 10, duration: QUARTER_HOUR },
  /** Refusals that one person finds in their own record. */
  denials: { points: 60, duration: HOUR },
} as const satisfies Record<string, Measure>;

type Name = keyof typeof MEASURES;

/** In memory, for one node. */
export function openAllowance(): Allowance {
  const limiters = new Map<Name, RateLimiterMemory>();
  for (const [name, measure] of Object.entries(MEASURES)) limiters.set(name as Name, new RateLimiterMemory(measure));
  return async (name, key) => {
    try {
      await limiters.get(name)?.consume(key);
      return true;
    } catch {
      return false;
    }
  };
}
