import type { AuditKind, AuditRow, AuditStore } from '../ports/audit-store.ts';

/** How long entries are kept, in ms: a year. */
const KEPT = 365 * 86_400_000;
/** What one person reads of their own at once. */
const PAGE = 200;

export type Audit = {
  /** DR4. Writes an entry to this person's own record. Whoever asks does not wait, and is not held up where it fails. */
  record(memberId: string, what: AuditKind, about: string): void;
  /** Their own entries, newest first. */
  of(memberId: string): Promise<AuditRow[]>;
  /** Forgets what is older than a year. */
  sweep(): Promise<number>;
};

export function openAudit(parts: { store: AuditStore; now: () => number; failed: (error: unknown) => void }): Audit {
  const { store, now, failed } = parts;
  return {
    record: (memberId, what, about) => void store.add({ at: now(), memberId, what, about }).catch(failed),
    of: (memberId) => store.of(memberId, PAGE),
    sweep: () => store.sweep(now() - KEPT),
  };
}
