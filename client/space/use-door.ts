import { useRef, useState } from 'react';
import type { Answer } from './doors.ts';

type Refusal = Extract<Answer<unknown>, { ok: false }>['refusal'];

/** A door behind a button: asks once at a time, holds the refusal, hands on what it answered. */
export function useDoor<Asked extends unknown[], Value>(
  door: (...asked: Asked) => Promise<Answer<Value>>,
  onAnswer: (value: Value) => void,
): { ask: (...asked: Asked) => Promise<void>; asking: boolean; refusal: Refusal | null } {
  const busy = useRef(false);
  const [state, setState] = useState<{ asking: boolean; refusal: Refusal | null }>({ asking: false, refusal: null });
  const ask = async (...asked: Asked) => {
    if (busy.current) return;
    busy.current = true;
    setState({ asking: true, refusal: null });
    const answer = await door(...asked);
    busy.current = false;
    setState({ asking: false, refusal: answer.ok ? null : answer.refusal });
    if (answer.ok) onAnswer(answer.value);
  };
  return { ask, ...state };
}
