import { ACCOUNT_MUTANTS } from './accounts.ts';
import { CONSENTS } from './consents.ts';
import { LOAD_AND_STORE } from './load-and-store.ts';
import type { Mutant } from './mutant.ts';
import { PAGE_MUTANTS } from './pages.ts';
import { PARKS } from './parks.ts';
import { RULES } from './rules.ts';
import { WAY_IN } from './way-in.ts';

export const ALL_MUTANTS: readonly Mutant[] = [
  ...WAY_IN,
  ...ACCOUNT_MUTANTS,
  ...PAGE_MUTANTS,
  ...RULES,
  ...PARKS,
  ...CONSENTS,
  ...LOAD_AND_STORE,
];
