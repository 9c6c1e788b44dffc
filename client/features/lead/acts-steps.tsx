import { useState } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextBox } from '../../ui/text-box.tsx';
import { ActButton } from './act-button.tsx';
import { ActGroup } from './act-group.tsx';
import { ActPopover } from './act-popover.tsx';
import type { Acting } from './use-act.ts';

export type ActsProps = { room: GuestRoom; acting: Acting };

/** On, back, and past a step. Moving both on is asked once; each is for the turn it was pressed for (FA10). */
export function StepActs({ room, acting }: ActsProps) {
  const t = useText();
  const { act, sending } = acting;
  const turnId = room.state.turn?.turnId ?? '';
  const of = { room, busy: sending };
  const [reason, setReason] = useState('');
  return (
    <ActGroup title={t('lead.steps')}>
      <ActPopover
        {...of}
        of="MoveOn"
        kind={room.state.hold ? 'secondary' : 'primary'}
        label={t('lead.next')}
        title={t('lead.next.ask')}
      >
        {({ close, press }) => (
          <Button kind="primary" onClick={() => press(() => act({ type: 'MoveOn', turnId }, close))}>
            {t('lead.next.yes')}
          </Button>
        )}
      </ActPopover>
      <ActButton {...of} of="StepBack" onPress={() => act({ type: 'StepBack', turnId })}>
        {t('lead.back')}
      </ActButton>
      <ActPopover {...of} of="SkipStep" label={t('lead.skip')} title={t('lead.skip.ask')}>
        {({ close }) => {
          const done = () => {
            setReason('');
            close();
          };
          return <SkipReason acting={acting} turnId={turnId} reason={reason} onReason={setReason} onDone={done} />;
        }}
      </ActPopover>
    </ActGroup>
  );
}

const LONGEST_REASON = 280;

type SkipReasonProps = {
  acting: Acting;
  turnId: string;
  reason: string;
  onReason: (reason: string) => void;
  onDone: () => void;
};

function SkipReason({ acting, turnId, reason, onReason, onDone }: SkipReasonProps) {
  const t = useText();
  const [tried, setTried] = useState(false);
  const problem = reason.trim() === '' ? t('refusal.empty') : reason.length > LONGEST_REASON && t('refusal.too-long');
  const skip = () => {
    setTried(true);
    if (!problem) acting.act({ type: 'SkipStep', turnId, reason: reason.trim() }, onDone);
  };
  return (
    <>
      <TextBox
        label={t('lead.skip.reason')}
        hint={t('lead.skip.reason.hint')}
        value={reason}
        onText={onReason}
        max={LONGEST_REASON}
        rows={2}
        voice="ui"
        problem={(tried && problem) || undefined}
      />
      <Button kind="primary" aria-disabled={acting.sending} onClick={skip}>
        {t('lead.skip.yes')}
      </Button>
    </>
  );
}
