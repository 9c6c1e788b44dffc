import type { TextId } from '../../i18n/text.ts';

const PIN_LEAST = 4;
export const PIN_MOST = 12;

/** What is wrong with a new PIN, typed twice; undefined where it can be taken. */
export function wrongWith(pin: string, again: string): { first?: TextId; second?: TextId } {
  if (!/^\d*$/.test(pin)) return { first: 'lock.pin.digits' };
  if (pin.length < PIN_LEAST) return { first: 'lock.pin.short' };
  if (new Set(pin).size === 1 || isRow(pin)) return { first: 'lock.pin.plain' };
  return pin === again ? {} : { second: 'lock.pin.differs' };
}

/** `1234` or `4321`: the first that anybody tries. */
function isRow(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
