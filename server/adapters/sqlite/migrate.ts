import { rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { type Migration, Migrator } from 'kysely/migration';
import { makePrivate } from '../../keys/make-private.ts';
import { kyselyOn } from './kysely.ts';

/**
 * ES12. Brings a database up to date. Where that changes one that is in use already, a copy is written to `<path>.before-<name
 * of the first change>` first, and stays. Rejects with a sentence for the operator; then nothing was changed.
 */
export async function migrate(
  database: DatabaseSync,
  path: string,
  migrations: Record<string, Migration>,
): Promise<{ copy?: string }> {
  const migrator = new Migrator({ db: kyselyOn(database), provider: { getMigrations: async () => migrations } });
  const known = await migrator.getMigrations();
  const missing = known.filter((each) => !each.executedAt);
  const [next] = missing;
  const copy = next && missing.length < known.length ? `${path}.before-${next.name}` : undefined;
  if (copy) {
    rmSync(copy, { force: true });
    database.prepare('VACUUM INTO ?').run(copy);
    makePrivate(copy);
  }
  // One transaction for all changes: Kysely itself opens none on SQLite.
  database.exec('BEGIN IMMEDIATE');
  const { error } = await migrator.migrateToLatest();
  database.exec(error ? 'ROLLBACK' : 'COMMIT');
  if (error) {
    throw new Error(
      `The database ${path} could not be brought up to date. It may have been written by a newer Turnward: use that one.`,
      { cause: error },
    );
  }
  return copy ? { copy } : {};
}
