import type { Me } from '@turnward/shared/wire/doors.ts';
import { sessionEnd } from '../../line/session-end.ts';
import { watchPage } from '../../line/wakings.ts';
import { doors } from '../../space/doors.ts';
import { refreshMe } from '../../space/me.ts';
import { accountDoors } from './account-doors.ts';
import { landing } from './account-view.ts';

/** In ms: how often it is told at most that the page is in use, and how long without use until it is asked whether it still may show anything. */
const TOLD = 60_000;
const IDLE = 30 * 60_000;
/** A session that seems to have ended and then to be there again this soon is believed to have ended. In ms. */
const WAVERS = 10_000;

let known: { memberId: string; ends: boolean } | undefined;
let cameFrom: string | undefined;
let usedAt = Date.now();
let toldAt = Number.NEGATIVE_INFINITY;
let cameBackAt = Number.NEGATIVE_INFINITY;

/**
 * SE4. Tells the server that this page is in use, and takes everything off the screen once the session has ended, without a
 * connection too: the server alone knows of talks that keep it, so it is asked, and silence counts as an end (row 22).
 */
export function watchSession(): void {
  const used = () => {
    usedAt = Date.now();
    if (sessionEnd.now() || usedAt - toldAt < TOLD) return;
    toldAt = usedAt;
    void tell();
  };
  for (const act of ['pointerdown', 'keydown'] as const) addEventListener(act, used, { capture: true, passive: true });
  const look = () => void lookWhetherOver();
  watchPage(look);
  setInterval(look, TOLD);
  void learn();
}

async function tell(): Promise<void> {
  const answer = await accountDoors.stay();
  if (answer.ok) await learn();
}

async function learn(): Promise<void> {
  const account = await accountDoors.account();
  if (!account.ok) return;
  sessionEnd.knownAs();
  known = { memberId: account.value.memberId, ends: account.value.session === 'account' };
}

async function lookWhetherOver(): Promise<void> {
  if (!known?.ends || sessionEnd.now() || Date.now() - usedAt < IDLE) return;
  if (!(await accountDoors.account()).ok) sessionEnd.note();
}

/** On the page of a session that has ended: somebody may have signed in elsewhere, or the end was only guessed. */
export async function lookWhetherBack(): Promise<void> {
  if (Date.now() - cameBackAt < WAVERS) return;
  const me = await doors.me();
  if (!me.ok || !isSame(me.value)) return;
  cameBackAt = Date.now();
  sessionEnd.over();
}

/** Where to go on after signing in again. The address alone, and in this page's memory alone. */
export function comeBackTo(path: string): void {
  cameFrom = path;
}

/**
 * After signing in. Whoever comes back as the same person goes on with all that this page still holds; for anybody else it begins
 * anew. Where the session ended before it was learnt whose it was, the page begins anew at the same address, which the server guards.
 */
export function goOn(me: Me, navigate: (path: string, how: { replace: true }) => void): void {
  const home = landing(me.member);
  const back = cameFrom ?? home;
  if (!isSame(me)) {
    location.replace(known ? home : back);
    return;
  }
  cameFrom = undefined;
  toldAt = Number.NEGATIVE_INFINITY;
  usedAt = Date.now();
  sessionEnd.over();
  void learn();
  void refreshMe();
  navigate(back, { replace: true });
}

const isSame = ({ member }: Me): boolean => known !== undefined && member?.memberId === known.memberId;
