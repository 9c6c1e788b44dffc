/**
 * Whether this SQLite is free of the fault that can lose pages when a write-ahead log is started anew: fixed in 3.51.3 and
 * carried back to 3.50.7 and 3.44.6 only.
 */
export function isSafeSqlite(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major !== 3) return major > 3;
  if (minor > 51) return true;
  const leastPatch = new Map([
    [51, 3],
    [50, 7],
    [44, 6],
  ]).get(minor);
  return leastPatch !== undefined && patch >= leastPatch;
}
