import { otherSeat, SEATS } from '@turnward/shared/kernel/stream.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ActButton } from './act-button.tsx';
import { ActGroup } from './act-group.tsx';
import { ActPopover } from './act-popover.tsx';
import type { ActsProps } from './acts-steps.tsx';

const MINUTES = [2, 5, 10] as const;

/** Who has the floor, for how long, and in how small pieces. */
export function FloorActs({ room, acting: { act, sending } }: ActsProps) {
  const t = useText();
  const { names, state } = room;
  const { hold, interrupted, slow } = state;
  const turnId = state.turn?.turnId ?? '';
  const of = { room, busy: sending };
  const give = (type: 'HoldFloor' | 'ReturnFloor' | 'AskSmaller') => () => act({ type, turnId });
  return (
    <ActGroup title={t('lead.floor')}>
      {hold ? (
        <ActButton {...of} of="ReturnFloor" kind="primary" onPress={give('ReturnFloor')}>
          {t('lead.open')}
        </ActButton>
      ) : (
        <ActButton {...of} of="HoldFloor" onPress={give('HoldFloor')}>
          {t('lead.hold')}
        </ActButton>
      )}
      {interrupted && !hold && (
        <ActButton {...of} of="ReturnFloor" onPress={give('ReturnFloor')}>
          {t('lead.return')}
        </ActButton>
      )}
      <ActPopover {...of} of="HandFloor" label={t('lead.hand')} title={t('lead.hand.ask')}>
        {({ close, press }) =>
          SEATS.map((to) => (
            <Button
              key={to}
              icon={<Mark of={to} />}
              onClick={() => press(() => act({ type: 'HandFloor', turnId, to }, close))}
            >
              {t('lead.hand.to', { name: names[to], other: names[otherSeat(to)] })}
            </Button>
          ))
        }
      </ActPopover>
      <ActPopover {...of} of="GiveTime" label={t('lead.time')} title={t('lead.time.ask')}>
        {({ close, press }) =>
          MINUTES.map((minutes) => (
            <Button key={minutes} onClick={() => press(() => act({ type: 'GiveTime', turnId, minutes }, close))}>
              {t('lead.time.give', { minutes })}
            </Button>
          ))
        }
      </ActPopover>
      <ActButton {...of} of="AskSmaller" onPress={give('AskSmaller')}>
        {t('lead.smaller')}
      </ActButton>
      <ActButton {...of} of="SetSlowMode" onPress={() => act({ type: 'SetSlowMode', on: !slow })}>
        {t(slow ? 'lead.slow.end' : 'lead.slow')}
      </ActButton>
    </ActGroup>
  );
}
