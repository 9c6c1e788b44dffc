import { isDeepStrictEqual } from 'node:util';

/** What the names in a transcript stand for. */
export type Bound = Map<string, unknown>;

/** Puts in what is known. A name that stands alone and is not known yet gets a new value where `make` gives one. */
export function filled(pattern: unknown, bound: Bound, make?: (name: string) => unknown): unknown {
  if (typeof pattern === 'string') {
    if (/^\$\w+$/.test(pattern)) {
      if (!bound.has(pattern) && make) bound.set(pattern, make(pattern));
      return bound.get(pattern) ?? pattern;
    }
    return pattern.replace(/\$\w+/g, (name) => String(bound.get(name) ?? name));
  }
  if (Array.isArray(pattern)) return pattern.map((each) => filled(each, bound, make));
  if (pattern === null || typeof pattern !== 'object') return pattern;
  return Object.fromEntries(
    Object.entries(pattern).map(([key, value]) => [String(filled(key, bound)), filled(value, bound, make)]),
  );
}

/** Whether a value is what the pattern says, key by key and nothing more; names met for the first time are bound. */
export function fits(pattern: unknown, value: unknown, bound: Bound): boolean {
  if (pattern === '$_') return value !== undefined;
  if (typeof pattern === 'string' && /^\$\w+$/.test(pattern) && !bound.has(pattern)) {
    bound.set(pattern, value);
    return value !== undefined;
  }
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((each, at) => fits(each, value[at], bound))
    );
  }
  if (pattern === null || typeof pattern !== 'object') return isDeepStrictEqual(filled(pattern, bound), value);
  if (value === null || typeof value !== 'object') return false;
  const keys = Object.keys(pattern).map((key) => String(filled(key, bound)));
  if (keys.length !== Object.keys(value).length) return false;
  return Object.entries(pattern).every(([key, each]) =>
    fits(each, (value as Record<string, unknown>)[String(filled(key, bound))], bound),
  );
}
