import { type Ref, type TextareaHTMLAttributes, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

export type TextBoxProps = Omit<FieldProps, 'children'> &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'onChange' | 'id' | 'maxLength' | 'rows'> & {
    value: string;
    onText: (text: string) => void;
    /** In UTF-16 units. Nothing is cut off: what is too long is said, and may be shortened. */
    max: number;
    /** Lines shown while empty; it grows with what is written. */
    rows?: number;
    /** `words`: what will be said to another person, in serif. `ui`: everything else. */
    voice?: 'words' | 'ui';
    ref?: Ref<HTMLTextAreaElement>;
  };

/** The last part of a limit, where it begins to matter to the person who writes. */
const NEAR = 0.85;

/** A box to write in. It grows with the text, and speaks of its limit only near it. */
export function TextBox({ label, hint, problem, onText, max, rows = 4, voice = 'words', ref, ...box }: TextBoxProps) {
  const t = useText();
  const textarea = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => textarea.current as HTMLTextAreaElement);
  useGrowth(textarea, box.value);
  const left = max - box.value.length;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <>
          <textarea
            className={styles.box}
            data-voice={voice}
            style={{ '--rows': rows } as React.CSSProperties}
            autoCapitalize="sentences"
            onChange={(event) => onText(event.currentTarget.value)}
            {...box}
            {...control}
            ref={textarea}
          />
          {box.value.length > max * NEAR && (
            <p className={styles.count} data-state={left < 0 ? 'over' : 'near'}>
              {left < 0 ? t('box.over', { count: -left }) : t('box.left', { count: left })}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

/** Where the browser can't size a box by its content, its height follows the text. */
function useGrowth(box: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + 2}px`;
  }, [box, text]);
}
