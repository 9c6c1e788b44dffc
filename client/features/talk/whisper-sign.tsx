import { Lock } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import type { Beside } from './use-beside.ts';

/** That something waits to be read alone, in a place that moves nothing else; what it says opens only when asked for. */
export function WhisperSign({ beside }: { beside: Beside }) {
  const t = useText();
  const { from, unread, show } = beside;
  if (unread === 0) return null;
  return (
    <Button
      kind="quiet"
      icon={<Lock size={18} aria-hidden="true" />}
      onClick={() => show(true)}
      data-testid="whisper-sign"
    >
      <span aria-hidden="true">{unread}</span>
      <span className="visually-hidden">{t('beside.sign', { name: from })}</span>
    </Button>
  );
}
