import { HIDDEN_FOR, openHiddenClock } from '@turnward/client/features/lock/hidden-clock.ts';
import { describe, expect, it } from 'vitest';

/** A page whose clock the test moves; `asleep`: timers of hidden pages wait, as on a phone. */
function aPage({ asleep = false } = {}) {
  let time = 0;
  let timers: { at: number; then: () => void }[] = [];
  const page = { locked: 0, another: false };
  const clock = openHiddenClock({
    now: () => time,
    after(ms, then) {
      const timer = { at: time + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    anotherInFront: async () => page.another,
    lock: () => {
      page.locked += 1;
    },
  });
  const pass = async (ms: number) => {
    time += ms;
    if (asleep) return;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { then } of due) then();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { page, clock, pass };
}

describe('the clock of a hidden page', () => {
  it('LK2 locks after two minutes hidden, while still hidden', async () => {
    const { page, clock, pass } = aPage();
    clock.hidden();
    await pass(HIDDEN_FOR - 1);
    expect(page.locked).toBe(0);
    await pass(1);
    expect(page.locked).toBe(1);
  });

  it('LK2 begins anew each time the page is seen', async () => {
    const { page, clock, pass } = aPage();
    for (let times = 0; times < 5; times += 1) {
      clock.hidden();
      await pass(HIDDEN_FOR - 1);
      clock.shown();
      await pass(HIDDEN_FOR);
    }
    expect(page.locked).toBe(0);
  });

  it('LK2 counts from the first moment out of sight, however often it is said', async () => {
    const { page, clock, pass } = aPage();
    clock.hidden();
    await pass(HIDDEN_FOR / 2);
    clock.hidden();
    await pass(HIDDEN_FOR / 2);
    expect(page.locked).toBe(1);
  });

  it('LK2 a page that slept is locked before it is seen again', async () => {
    const { page, clock, pass } = aPage({ asleep: true });
    clock.hidden();
    await pass(121_000);
    expect(page.locked).toBe(0);
    clock.shown();
    expect(page.locked).toBe(1);
  });

  it('LK9 stays open while another page is in front, and locks two minutes after none is', async () => {
    const { page, clock, pass } = aPage();
    page.another = true;
    clock.hidden();
    for (let minutes = 0; minutes < 20; minutes += 2) await pass(HIDDEN_FOR);
    expect(page.locked).toBe(0);
    page.another = false;
    await pass(HIDDEN_FOR);
    expect(page.locked).toBe(1);
  });

  it('LK2 seen again while it is asked whether another is in front, it stays open', async () => {
    const { page, clock, pass } = aPage();
    clock.hidden();
    const passed = pass(HIDDEN_FOR);
    clock.shown();
    const before = page.locked;
    await passed;
    expect(page.locked).toBe(before);
  });
});
