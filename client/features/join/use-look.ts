import type { InviteLook } from '@turnward/shared/wire/doors.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { type Answer, doors } from '../../space/doors.ts';

export type Look =
  | { state: 'nothing' | 'looking' }
  | { state: 'found'; found: InviteLook }
  | { state: 'refused'; refusal: Extract<Answer<InviteLook>, { ok: false }>['refusal'] };

/** What a link's secret opens, asked once. Looking uses nothing up. */
export function useLook(secret: string): Look {
  const looking = useMemo(() => lookOnce(secret), [secret]);
  return useSyncExternalStore(looking.subscribe, looking.snapshot);
}

function lookOnce(secret: string) {
  let look: Look = { state: secret ? 'looking' : 'nothing' };
  let asked = !secret;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    if (!asked) {
      asked = true;
      void doors.lookAtLink(secret).then((answer) => {
        look = answer.ok ? { state: 'found', found: answer.value } : { state: 'refused', refusal: answer.refusal };
        for (const each of listeners) each();
      });
    }
    return () => listeners.delete(listener);
  };
  return { subscribe, snapshot: () => look };
}
