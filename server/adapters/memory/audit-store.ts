import type { AuditRow, AuditStore } from '../../ports/audit-store.ts';

export class MemoryAuditStore implements AuditStore {
  #rows: AuditRow[] = [];

  async add(row: AuditRow): Promise<void> {
    this.#rows.push({ ...row });
  }

  async of(memberId: string, limit: number): Promise<AuditRow[]> {
    const own = this.#rows.filter((row) => row.memberId === memberId).reverse();
    return own.slice(0, limit).map((row) => ({ ...row }));
  }

  async sweep(before: number): Promise<number> {
    const kept = this.#rows.filter(({ at }) => at >= before);
    const gone = this.#rows.length - kept.length;
    this.#rows = kept;
    return gone;
  }
}
