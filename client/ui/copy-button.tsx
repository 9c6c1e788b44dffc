import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import styles from './copy-button.module.css';

/**
 * A text with a button that copies it. Where the browser offers no clipboard (a page over plain http, as on a home
 * network), the text is selected instead, and the button says so.
 */
export function CopyText({ text, label, code }: { text: string; label: string; code?: boolean }) {
  const t = useText();
  const shown = useRef<HTMLOutputElement>(null);
  const [state, setState] = useState<'ready' | 'copied' | 'selected'>('ready');

  const copy = async () => {
    const outcome = await copyOrSelect(text, shown.current);
    setState(outcome);
    announce(t(`copy.${outcome}`));
  };

  return (
    <div className={styles.copy} data-state={state}>
      <output ref={shown} className={styles.text} data-code={code || undefined} aria-label={label}>
        {text}
      </output>
      <Button
        onClick={copy}
        icon={state === 'copied' ? <Check size={20} aria-hidden /> : <Copy size={20} aria-hidden />}
      >
        {t(`copy.${state}`)}
      </Button>
    </div>
  );
}

async function copyOrSelect(text: string, shown: HTMLElement | null): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
