import { LOAD_AND_STORE } from './load-and-store.ts';
import type { Mutant, Waiting } from './mutant.ts';
import { PAGE_MUTANTS } from './pages.ts';
import { PARKS } from './parks.ts';
import { RULES } from './rules.ts';
import { WAY_IN } from './way-in.ts';

export const ALL_MUTANTS: readonly Mutant[] = [...WAY_IN, ...PAGE_MUTANTS, ...RULES, ...PARKS, ...LOAD_AND_STORE];

/** What is to come with accounts, consents and key services; `SECURITY.md` says so, too. */
export const WAITING: readonly Waiting[] = [
  { row: 6, for: 'a new secret at step-up', place: 'server/session.ts, renew' },
  { row: 7, for: 'the idle end and the app lock', place: 'server/session.ts, holds and lock' },
  { row: 8, for: 'twelve hours for accounts', place: 'server/session.ts, holds' },
  { row: 10, for: 'a deleted person’s sessions', place: 'server/session.ts, endOthers' },
  { row: 11, for: 'the offer to end other sessions', place: 'server/http, account doors' },
  { row: 12, for: 'step-up before a factor changes', place: 'server/http, account doors' },
  { row: 13, for: 'the list of own sessions', place: 'server/session.ts, listOf' },
  { row: 14, for: 'step-up before export, deletion and invitation', place: 'server/http, account doors' },
  { row: 22, for: 'the app lock, offline too', place: 'client/features, lock' },
  { row: 33, for: 'consents to delete and to export all', place: 'shared/space/consents.ts' },
  { row: 35, for: 'no oracle of sign-in names', place: 'server/accounts, sign-in' },
  { row: 36, for: 'a facilitator’s second factor', place: 'server/accounts, founding and leading' },
  { row: 37, for: 'recovery codes', place: 'server/accounts, recovery' },
  { row: 39, for: 'rotation of key-encryption keys', place: 'server/keys' },
];
