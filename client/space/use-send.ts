import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { CommandReply, Refusal } from '@turnward/shared/wire/protocol.ts';
import { useRef, useState } from 'react';
import type { Space } from './space-store.ts';

/** A command behind a button, with the refusal kept for the person to read. Pressed again meanwhile, it is the same wish. */
export function useSend(send: Space['send']): {
  ask: (request: SpaceRequest) => Promise<CommandReply>;
  asking: boolean;
  refusal: Refusal | null;
} {
  const pending = useRef<Promise<CommandReply>>(undefined);
  const [state, setState] = useState<{ asking: boolean; refusal: Refusal | null }>({ asking: false, refusal: null });
  const ask = async (request: SpaceRequest) => {
    setState({ asking: true, refusal: null });
    const reply = await send(request);
    pending.current = undefined;
    setState({ asking: false, refusal: reply.ok ? null : reply.refusal });
    return reply;
  };
  return {
    ask: (request) => {
      pending.current ??= ask(request);
      return pending.current;
    },
    ...state,
  };
}
