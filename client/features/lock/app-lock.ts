import { useSyncExternalStore } from 'react';
import { listeners } from '../../line/listeners.ts';
import { pageLock } from '../../line/page-lock.ts';
import { watchPage } from '../../line/wakings.ts';
import { type Answer, doors } from '../../space/doors.ts';
import { refreshMe } from '../../space/me.ts';
import { openHiddenClock } from './hidden-clock.ts';
import { lockDoors } from './lock-doors.ts';
import { openPagesHere } from './pages-here.ts';

/** How soon the server is asked again, in ms. */
const AGAIN = 2000;

/** `opening`: it is not known yet whether this page may show anything. `pin`: whether this person has a PIN, as last heard. */
type AppLock = { opening: boolean; pin: boolean };

const changed = listeners();
let state: AppLock = { opening: true, pin: false };
let began = false;
/** LK8. Locked here, and the server does not know yet: until it does, nothing it says of this page opens it. */
let untold = false;

const become = (next: Partial<AppLock>) => {
  state = { ...state, ...next };
  changed.tell();
};

const pages = openPagesHere({
  inFront: () => document.visibilityState === 'visible' && !pageLock.now(),
  heard: (said) => {
    if (said === 'locked') pageLock.note();
    else void lookWhetherOpen();
  },
});

const clock = openHiddenClock({
  now: Date.now,
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  anotherInFront: pages.anotherInFront,
  lock: lockNow,
});

/** LK2. A page that was just loaded is locked where a PIN is set; until the server has answered it shows nothing of anybody. */
export async function openPage(): Promise<void> {
  if (began) return;
  began = true;
  for (;;) {
    const answer = await lockDoors.lock(true);
    if (answer.ok) {
      if (answer.value.locked) pageLock.note();
      become({ opening: false, pin: answer.value.pin });
      break;
    }
    await new Promise((again) => setTimeout(again, AGAIN));
  }
  document.addEventListener('visibilitychange', seen);
  seen();
  watchPage(() => void lookWhetherOpen());
}

/** At a press, or when the page was hidden for too long: everything is off the screen before the server is told. */
export function lockNow(): void {
  if (!state.pin || pageLock.now()) return;
  untold = true;
  pageLock.note();
  pages.say('locked');
  void tellServer();
}

export async function unlock(pin: string): Promise<Answer<null>> {
  const answer = await lockDoors.unlock(pin);
  if (answer.ok) {
    opened();
    pages.say('unlocked');
  }
  return answer;
}

export async function changePin(pin: string | null, current: string): Promise<Answer<unknown>> {
  const answer = await lockDoors.setPin({ pin, ...(current && { current }) });
  if (answer.ok) become({ pin: answer.value.pin });
  return answer;
}

/** Whether this person has a PIN; asked anew where they may have set one on another device. */
export async function lookForPin(): Promise<void> {
  const answer = await lockDoors.pin();
  if (answer.ok) become({ pin: answer.value.pin });
}

export const useAppLock = (): AppLock => useSyncExternalStore(changed.subscribe, () => state);
export const usePageLocked = (): boolean => useSyncExternalStore(pageLock.subscribe, pageLock.now);

function seen(): void {
  if (document.visibilityState === 'visible') clock.shown();
  else {
    clock.hidden();
    if (!state.pin) void lookForPin();
  }
}

async function tellServer(): Promise<void> {
  while (untold) {
    const answer = await lockDoors.lock(false);
    if (answer.ok || answer.refusal === 'signed-out') untold = false;
    else await new Promise((again) => setTimeout(again, AGAIN));
  }
}

/** LK9. Another page of this device may have been unlocked. */
async function lookWhetherOpen(): Promise<void> {
  if (!pageLock.now() || untold) return;
  const me = await doors.me();
  if (me.ok && !me.value.locked && pageLock.now() && !untold) opened();
}

function opened(): void {
  untold = false;
  pageLock.over();
  void refreshMe();
}
