import { chmodSync, statSync } from 'node:fs';

/** KE7. Takes a file or folder away from everybody but its owner; answers whether that was needed. */
export function makePrivate(path: string): boolean {
  if (process.platform === 'win32') return false;
  const { mode } = statSync(path);
  if ((mode & 0o077) === 0) return false;
  chmodSync(path, mode & 0o700);
  return true;
}
