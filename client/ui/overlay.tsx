import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../i18n/text.ts';
import { Button } from './button.tsx';
import { useFrameActions } from './frame-actions.ts';
import styles from './overlay.module.css';

export type OverlayProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  shape: 'dialog' | 'sheet';
  children: ReactNode;
};

/** The drawing behind `Dialog` and `Sheet`, loaded when the first one opens. Leave quickly stays in reach (R5). */
export function Overlay({ open, onClose, title, shape, children }: OverlayProps) {
  const t = useText();
  const { leaveQuickly } = useFrameActions();
  return (
    <ModalOverlay
      className={styles.veil ?? ''}
      data-shape={shape}
      isOpen={open}
      onOpenChange={(next) => next || onClose()}
      isDismissable
    >
      <Modal className={styles.window ?? ''} data-shape={shape}>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.bar}>
            <Button kind="quiet" onClick={onClose} icon={<X size={20} aria-hidden="true" />}>
              {t('dialog.close')}
            </Button>
            <Button kind="quiet" onClick={leaveQuickly}>
              {t('frame.leave')}
            </Button>
          </div>
          <div className={styles.content}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
