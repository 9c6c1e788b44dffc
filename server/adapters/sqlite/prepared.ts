import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Compilable, InferResult } from 'kysely';

/** Stands in a query for a value that each run gives. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A query prepared once and run with named parameters, at a small part of what building it each time would cost. */
export type Prepared<Params, Row> = {
  all(params: Params): Row[];
  get(params: Params): Row | undefined;
  run(params: Params): void;
};

/**
 * Builds a query with Kysely and prepares it. `build` is given an object whose every property stands for the parameter of
 * that name; a constant that a partial index looks for must be written with `sql.lit`.
 */
export function prepare<Params extends Record<string, SQLInputValue>, Query extends Compilable>(
  database: DatabaseSync,
  build: (params: Params) => Query,
): Prepared<Params, InferResult<Query> extends (infer Row)[] ? Row : never> {
  const params = new Proxy({}, { get: (_, name) => new Parameter(String(name)) }) as Params;
  const { sql, parameters } = build(params).compile();
  const statement = database.prepare(sql);
  const bind = (values: Params) =>
    parameters.map((each) => (each instanceof Parameter ? values[each.name] : each) as SQLInputValue);
  return {
    all: (values) => statement.all(...bind(values)) as never,
    get: (values) => statement.get(...bind(values)) as never,
    run: (values) => void statement.run(...bind(values)),
  };
}
