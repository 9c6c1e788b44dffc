import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { Said, Section } from '@turnward/shared/transcript/sections.ts';
import { useText } from '../../i18n/text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './transcript.module.css';

const SHOWN = 90;

/** Leads to the words to which the other said: yes, that is it. */
export function WhatLanded({ sections, names }: { sections: readonly Section[]; names: Record<Seat, string> }) {
  const t = useText();
  const landed = sections.flatMap(({ lines }) =>
    lines.filter((line): line is Said => line.type === 'said' && line.landed),
  );
  if (landed.length === 0) return null;
  return (
    <Disclosure summary={t('kept.landed')}>
      <ul className={styles.jumps}>
        {landed.map((line) => (
          <li key={line.id}>
            <a href={`#${line.id}`} onClick={(event) => go(event, line.id)}>
              {names[line.seat]}: {shortened(Object.values(line.words?.text ?? {}).join(' '))}
            </a>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** R6. Moves there without writing the place into the address or the history. */
function go(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  const line = document.getElementById(id);
  line?.scrollIntoView({ block: 'center' });
  line?.focus({ preventScroll: true });
}

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);
