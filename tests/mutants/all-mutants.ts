import { ACCOUNT_MUTANTS } from './accounts.ts';
import { LOAD_AND_STORE } from './load-and-store.ts';
import type { Mutant, Waiting } from './mutant.ts';
import { PAGE_MUTANTS } from './pages.ts';
import { RULES } from './rules.ts';
import { WAY_IN } from './way-in.ts';

export const ALL_MUTANTS: readonly Mutant[] = [
  ...WAY_IN,
  ...ACCOUNT_MUTANTS,
  ...PAGE_MUTANTS,
  ...RULES,
  ...LOAD_AND_STORE,
];

/** What is to come with accounts, consents and key services; `SECURITY.md` says so, too. */
export const WAITING: readonly Waiting[] = [
  { row: 14, for: 'step-up before export, deletion and invitation', place: 'server/http, account doors' },
  { row: 33, for: 'consents to delete and to export all', place: 'shared/space/consents.ts' },
];
