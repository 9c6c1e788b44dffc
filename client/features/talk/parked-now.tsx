import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';

/** It is parked: nobody has to say more about it, and the talk can go on, or rest. */
export function ParkedNow({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useText();
  const { send } = conversation;
  const pause = () => {
    onClose();
    send({ type: 'Pause' });
  };
  return (
    <div data-testid="parked-now" role="status">
      <p>{t('park.after.words')}</p>
      <Actions>
        <Button kind="primary" onClick={onClose}>
          {t('park.after.on')}
        </Button>
        <Button kind="pause" onClick={pause}>
          {t('talk.needPause')}
        </Button>
      </Actions>
    </div>
  );
}
