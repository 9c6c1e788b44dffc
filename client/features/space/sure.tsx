import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

export type Way = { words: string; request: SpaceRequest; danger?: boolean };

export type SureProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What can be done now, the mildest first. */
  ways: readonly Way[];
  space: Space;
  onDone?: (() => void) | undefined;
  children: ReactNode;
};

/** Asks once before something that can't be undone, and says exactly what happens. */
export function Sure({ open, onClose, title, ways, space, onDone, children }: SureProps) {
  const t = useText();
  const { ask, asking, refusal } = useSend(space.send);
  const go = async (request: SpaceRequest) => {
    const reply = await ask(request);
    if (!reply.ok) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      {children}
      <RefusalNotice refusal={refusal} />
      <Actions>
        {ways.map(({ words, request, danger }) => (
          <Button
            key={words}
            kind={danger ? 'danger' : 'secondary'}
            {...(danger && { icon: <Trash2 size={20} aria-hidden="true" /> })}
            onClick={() => go(request)}
            aria-disabled={asking}
          >
            {words}
          </Button>
        ))}
        <Button kind="quiet" onClick={onClose}>
          {t('leaving.not')}
        </Button>
      </Actions>
    </Dialog>
  );
}
