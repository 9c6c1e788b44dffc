import { wrongWith } from '@turnward/client/features/lock/pin.ts';
import { expect, it } from 'vitest';

it.each([
  ['', '', { first: 'lock.pin.short' }],
  ['12', '12', { first: 'lock.pin.short' }],
  ['12a4', '12a4', { first: 'lock.pin.digits' }],
  ['1234', '1234', { first: 'lock.pin.plain' }],
  ['987654', '987654', { first: 'lock.pin.plain' }],
  ['0000', '0000', { first: 'lock.pin.plain' }],
  ['2706', '2760', { second: 'lock.pin.differs' }],
  ['2706', '2706', {}],
  ['270619841122', '270619841122', {}],
])('LK5 a new PIN “%s”, once more “%s”: %o', (pin, again, wrong) => {
  expect(wrongWith(pin, again)).toEqual(wrong);
});
