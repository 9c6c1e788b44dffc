import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';

/** Kysely over `node:sqlite`. The database stays ours to close: never call `destroy` on the result. */
export function kyselyOn<Tables>(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new SqliteDialect({
      database: {
        close: () => {},
        prepare(sql) {
          const statement = database.prepare(sql);
          const bound = (values: readonly unknown[]) => values as SQLInputValue[];
          return {
            reader: statement.columns().length > 0,
            all: (values) => statement.all(...bound(values)),
            run: (values) => statement.run(...bound(values)),
            iterate: (values) => statement.iterate(...bound(values)),
          };
        },
      },
    }),
  });
}
