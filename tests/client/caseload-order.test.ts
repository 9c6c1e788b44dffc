import { callsOf, type Filter, inOrder } from '@turnward/client/features/caseload/caseload-order.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { describe, expect, it } from 'vitest';
import { accompanied, seen } from './caseload-rows.ts';
import { LedRecord } from './led-record.ts';

const NOW = 1_000_000;
const meets = (at: number) => accompanied([{ type: 'SetMeeting', at, by: 'eva' }]);
const today = () => 'today' as const;

const attic = seen({ spaceId: 's1', spaceName: 'Attic' });
const late = seen({ spaceId: 's2', spaceName: 'Bay', state: meets(NOW + 9000) }, today);
const early = seen({ spaceId: 's3', spaceName: 'Cliff', state: meets(NOW + 1000) }, today);
const live = seen({ spaceId: 's4', spaceName: 'Dune', talk: new LedRecord(heard).begin() });
const all = [attic, late, early, live];
const shown = (filter: Filter) => inOrder(all, filter).map(({ spaceName }) => spaceName);

describe('the order of the caseload', () => {
  it('CA2 has a talk that is on first, then who is met today by the clock, then the others by name', () => {
    expect(shown('all')).toEqual(['Dune', 'Cliff', 'Bay', 'Attic']);
  });

  it('CA2 does not change by the order in which couples come in', () => {
    expect(inOrder([...all].reverse(), 'all')).toEqual(inOrder(all, 'all'));
  });

  it('CA2 shows only those who are in a talk, or met today; who waits is listed apart', () => {
    expect([shown('live'), shown('today'), shown('waiting')]).toEqual([['Dune'], ['Dune', 'Cliff', 'Bay'], []]);
  });
});

describe('calls in the caseload', () => {
  it('WH5 names whoever asks for help once, also where they whispered too', () => {
    const talk = new LedRecord(heard).begin();
    talk.partner('a', { type: 'Whisper', text: 'Can you come?' });
    talk.partner('a', { type: 'AskForHelp' });
    talk.partner('b', { type: 'Whisper', text: 'I am lost.' });
    const couple = seen({ talk });
    expect(callsOf([attic, couple])).toEqual([
      { couple, seat: 'a', what: 'help' },
      { couple, seat: 'b', what: 'whisper' },
    ]);
  });

  it('WH5 has none where nobody calls', () => {
    expect(callsOf(all)).toEqual([]);
  });
});
