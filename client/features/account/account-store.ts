import type { Account, SessionList } from '@turnward/shared/wire/account-doors.ts';
import { useSyncExternalStore } from 'react';
import { lingering } from '../../line/listeners.ts';
import { watchPage } from '../../line/wakings.ts';
import type { Answer } from '../../space/doors.ts';
import { accountDoors } from './account-doors.ts';

type Refusal = Extract<Answer<unknown>, { ok: false }>['refusal'];

/**
 * What this page knows of one's account: asked when somebody looks, and again whenever the page comes back. `asksOthers`: their
 * ways in were changed here, and it was not said yet whether their other sessions should end (AC12).
 */
export type Known =
  | { phase: 'connecting' }
  | { phase: 'refused'; refusal: Refusal }
  | { phase: 'ready'; account: Account; sessions: SessionList['sessions']; asksOthers: boolean };

let known: Known = { phase: 'connecting' };

async function refresh(): Promise<void> {
  const [account, list] = await Promise.all([accountDoors.account(), accountDoors.sessions()]);
  if (account.ok && list.ok) {
    const asksOthers = known.phase === 'ready' && known.asksOthers;
    known = { phase: 'ready', account: account.value, sessions: list.value.sessions, asksOthers };
  } else if (known.phase !== 'ready' || isOut(account) || isOut(list)) {
    known = { phase: 'refused', refusal: refusalOf(account) ?? refusalOf(list) ?? 'unavailable' };
  }
  readers.tell();
}

const refusalOf = (answer: Answer<unknown>) => (answer.ok ? undefined : answer.refusal);
const isOut = (answer: Answer<unknown>) => refusalOf(answer) === 'signed-out';

const readers = lingering(() => {
  const unwatch = watchPage(() => void refresh());
  void refresh();
  return () => {
    unwatch();
    known = { phase: 'connecting' };
  };
});

export const accountStore = {
  use: (): Known => useSyncExternalStore(readers.subscribe, () => known),
  /** A door answered how the account is now; what it changed for the sessions is asked anew. */
  changed(account: Account): void {
    if (known.phase === 'ready') known = { ...known, account };
    readers.tell();
    void refresh();
  },
  /** The same, after a change of one's ways in. */
  waysChanged(account: Account): void {
    if (known.phase === 'ready') known = { ...known, asksOthers: account.others > 0 };
    this.changed(account);
  },
  othersAnswered(): void {
    if (known.phase === 'ready') known = { ...known, asksOthers: false };
    readers.tell();
  },
  signedInOn({ sessions }: SessionList): void {
    if (known.phase === 'ready') known = { ...known, sessions };
    readers.tell();
  },
  refresh,
};
