import {
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../i18n/text.ts';
import { announce } from './announce.ts';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { refuseTooLong } from './too-long.ts';

type BoxProps = Omit<FieldProps, 'children'> &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'id' | 'maxLength' | 'rows' | 'children'> & {
    /** In UTF-16 units. Nothing is cut off: what is too long is said, and may be shortened. */
    max: number;
    /** Lines shown while empty; it grows with what is written. */
    rows?: number;
    /** `words`: what will be said to another person, in serif. `ui`: everything else. */
    voice?: 'words' | 'ui';
    ref?: Ref<HTMLTextAreaElement>;
  };

export type TextBoxProps = Omit<BoxProps, 'onChange'> & { value: string; onText: (text: string) => void };

/** A box to write in. It grows with the text, and speaks of its limit only near it. */
export const TextBox = ({ value, onText, ...box }: TextBoxProps) => (
  <Box {...box} words={value} value={value} onChange={(event) => onText(event.currentTarget.value)} />
);

export type BoundBoxProps = Omit<BoxProps, 'onChange' | 'value'> & {
  /** What stands in it, as far as is known here: for the counter alone. Whoever holds `ref` puts the words in. */
  words: string;
  /** In UTF-16 units: what would make it longer than goes to the server at once is not let in, and is said. */
  most: number;
  /** Drawn over the words, at the same size: others' carets. */
  over?: ReactNode;
};

/** The same box for words that are written elsewhere too: React never touches them, so that carets and composition stay whole. */
export function BoundBox({ most, problem, ...box }: BoundBoxProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(0);
  const refusal = over > 0 ? t('box.refused', { count: over }) : undefined;
  useImperativeHandle(box.ref, () => area.current as HTMLTextAreaElement, []);
  useLayoutEffect(() => (area.current ? refuseTooLong(area.current, most, setOver) : undefined), [most]);
  useEffect(() => {
    if (refusal) announce(refusal);
  }, [refusal]);
  return <Box {...box} ref={area} problem={refusal ?? problem} />;
}

/** The last part of a limit, where it begins to matter to the person who writes. */
const NEAR = 0.85;

type DrawnProps = BoxProps & { words: string; over?: ReactNode };

function Box({ label, hint, problem, words, over, max, rows = 4, voice = 'words', ref, ...box }: DrawnProps) {
  const t = useText();
  const textarea = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => textarea.current as HTMLTextAreaElement, []);
  useGrowth(textarea, words);
  const left = max - words.length;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <>
          <div className={styles.over}>
            <textarea
              className={styles.box}
              data-voice={voice}
              style={{ '--rows': rows } as React.CSSProperties}
              autoCapitalize="sentences"
              {...box}
              {...control}
              ref={textarea}
            />
            {over}
          </div>
          {words.length > max * NEAR && (
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
