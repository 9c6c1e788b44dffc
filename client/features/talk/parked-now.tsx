import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { useFocusOnArrival } from './pause-part.tsx';

/** It is parked: nobody has to say more about it, and the talk can go on, or rest. */
export function ParkedNow({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useText();
  const { send } = conversation;
  const words = useFocusOnArrival<HTMLParagraphElement>(true);
  const pause = () => {
    onClose();
    send({ type: 'Pause' });
  };
  return (
    <>
      <p ref={words} tabIndex={-1} data-testid="parked-now">
        {t('park.after.words')}
      </p>
      <Actions>
        <Button kind="primary" onClick={onClose}>
          {t('park.after.on')}
        </Button>
        <Button kind="pause" onClick={pause}>
          {t('talk.needPause')}
        </Button>
      </Actions>
    </>
  );
}
