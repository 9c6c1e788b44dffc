import { pastTalks, peopleOf } from '@turnward/client/features/caseload/couple-view.ts';
import { dayFrom } from '@turnward/client/features/caseload/day.ts';
import { describe, expect, it } from 'vitest';
import { accompanied, closed, opened, rowOf } from './caseload-rows.ts';

describe('the people of a couple’s file', () => {
  it('ME9 are all there, the two first, with where they are and on how many devices', () => {
    const { space } = rowOf({ presence: { ben: { state: 'away', devices: 2 }, eva: { state: 'here', devices: 1 } } });
    expect(peopleOf(space, 'eva')).toMatchObject([
      { name: 'Ada', mark: 'a', mine: false, presence: 'notHere' },
      { name: 'Ben', mark: 'b', mine: false, presence: 'away', devices: 2 },
      { name: 'Eva', mark: 'facilitator', mine: true, presence: 'here', standing: 'member' },
    ]);
  });

  it('ME1 include who still waits, and ME3 who was frozen', () => {
    const frozen = accompanied([{ type: 'FreezeMember', memberId: 'eva', by: 'ada' }]);
    expect(peopleOf(rowOf({ state: frozen }).space, 'ada').at(-1)).toMatchObject({ name: 'Eva', standing: 'frozen' });
  });
});

describe('the talks so far', () => {
  it('CA3 are those that ended since this facilitator came, the latest first', () => {
    const state = accompanied([], [opened('c1'), closed('c1'), opened('c2'), closed('c2', 'stopped'), opened('c3')]);
    expect(pastTalks(state, 'eva').map(({ conversationId }) => conversationId)).toEqual(['c2', 'c1']);
    expect(pastTalks(state, 'somebody-else')).toEqual([]);
  });
});

describe('days', () => {
  const noon = new Date(2026, 2, 29, 12).getTime();

  it('ME10 know the day by the calendar of this device, also where the clocks change', () => {
    const day = dayFrom(noon);
    const at = (date: number, hour: number, minute = 0) => day(new Date(2026, 2, date, hour, minute).getTime());
    expect([at(28, 23, 59), at(29, 0), at(29, 23, 59), at(30, 0)]).toEqual(['before', 'today', 'today', 'after']);
  });
});
