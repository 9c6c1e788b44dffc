import type { Refusal, SentCommand } from '@turnward/shared/wire/protocol.ts';
import { useRef, useState } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useSteadyPress } from '../../ui/steady-press.ts';
import { benchKey } from './acts-view.ts';

export type Acting = {
  /** Sends once at a time, and not within a moment of a change (CL6). `done` is called where it was taken. */
  act: (command: SentCommand, done?: () => void) => void;
  sending: boolean;
  refusal: Refusal | undefined;
};

/**
 * The way from a button of the console to the talk. `key` names what its buttons are about. What was answered counts as a
 * change too: no act happens twice.
 */
export function useAct(room: GuestRoom, key = benchKey(room.state)): Acting {
  const [sending, setSending] = useState(false);
  const [answered, setAnswered] = useState(0);
  const [refusal, setRefusal] = useState<Refusal>();
  const underway = useRef(false);
  const steady = useSteadyPress(`${key} ${answered}`);
  const act: Acting['act'] = (command, done) =>
    steady(async () => {
      if (underway.current) return;
      underway.current = true;
      setSending(true);
      setRefusal(undefined);
      const reply = await room.send(command);
      underway.current = false;
      setSending(false);
      setAnswered((count) => count + 1);
      if (reply.ok) done?.();
      else setRefusal(reply.refusal);
    });
  return { act, sending, refusal };
}
