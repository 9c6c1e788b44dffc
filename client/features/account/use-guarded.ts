import { useRef, useState } from 'react';
import type { Answer } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';

export type Guarded<Asked extends unknown[]> = {
  ask: (...asked: Asked) => Promise<void>;
  asking: boolean;
  refusal: Extract<Answer<unknown>, { ok: false }>['refusal'] | null;
  /** A sign-in is asked for first: `again` goes on with what was asked, `letGo` leaves it. */
  held: boolean;
  again: () => void;
  letGo: () => void;
};

/**
 * A door that may want a fresh sign-in first (AC5). What was asked for is kept meanwhile, so that nothing is typed twice.
 */
export function useGuarded<Asked extends unknown[], Value>(
  door: (...asked: Asked) => Promise<Answer<Value>>,
  onAnswer: (value: Value) => void,
): Guarded<Asked> {
  const asked = useRef<Asked>(undefined);
  const [held, setHeld] = useState(false);
  const { ask, asking, refusal } = useDoor(async (...what: Asked) => {
    asked.current = what;
    const answer = await door(...what);
    setHeld(!answer.ok && answer.refusal === 'sign-in-again');
    return answer;
  }, onAnswer);
  const again = () => {
    setHeld(false);
    if (asked.current) void ask(...asked.current);
  };
  return {
    ask,
    asking,
    refusal: refusal === 'sign-in-again' ? null : refusal,
    held,
    again,
    letGo: () => setHeld(false),
  };
}
