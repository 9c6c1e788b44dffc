import type { Insertion } from '@turnward/shared/conversation/commands.ts';
import { otherSeat, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ActButton } from './act-button.tsx';
import { ActGroup } from './act-group.tsx';
import { ActPopover } from './act-popover.tsx';
import type { ActsProps } from './acts-steps.tsx';
import { TimeOut } from './time-out.tsx';

/** Settling, a step in between, a break, a gentle end. */
export function CareActs({ room, acting }: ActsProps) {
  const t = useText();
  const { act, sending } = acting;
  const { names, state, now } = room;
  const turnId = state.turn?.turnId ?? '';
  const of = { room, busy: sending };
  const insert = (what: Insertion, to?: Seat, done?: () => void) =>
    act({ type: 'InsertStep', turnId, what, ...(to && { to }) }, done);
  return (
    <ActGroup title={t('lead.care')}>
      <ActButton {...of} of="SettleBoth" onPress={() => insert('settle')}>
        {t('lead.settle')}
      </ActButton>
      <ActPopover {...of} of="InsertStep" label={t('lead.insert')} title={t('lead.insert.ask')}>
        {({ close, press }) =>
          (['mirror', 'tell'] as const).flatMap((what) =>
            SEATS.map((to) => (
              <Button
                key={`${what} ${to}`}
                icon={<Mark of={to} />}
                onClick={() => press(() => insert(what, to, close))}
              >
                {t(`lead.insert.${what}`, { name: names[to], other: names[otherSeat(to)] })}
              </Button>
            )),
          )
        }
      </ActPopover>
      <ActPopover {...of} of="TimeOut" label={t('lead.timeOut')} title={t('lead.timeOut.ask')}>
        {({ close }) => <TimeOut now={now} acting={acting} onDone={close} />}
      </ActPopover>
      <ActButton {...of} of="Pause" kind="pause" onPress={() => act({ type: 'Pause' })}>
        {t('frame.pause')}
      </ActButton>
      <ActPopover {...of} of="EndGently" label={t('lead.end')} title={t('lead.end.ask')}>
        {({ close, press }) => (
          <Button kind="primary" onClick={() => press(() => act({ type: 'EndGently', turnId }, close))}>
            {t('lead.end.yes')}
          </Button>
        )}
      </ActPopover>
    </ActGroup>
  );
}
