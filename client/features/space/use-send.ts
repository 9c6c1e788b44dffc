import type { SpaceRequest } from '@turnward/shared/space/commands.ts';
import type { CommandReply, Refusal } from '@turnward/shared/wire/protocol.ts';
import { useState } from 'react';
import type { Space } from '../../space/replica.ts';

/** A command behind a button: one at a time, with the refusal kept for the person to read. */
export function useSend(send: Space['send']): {
  ask: (request: SpaceRequest) => Promise<CommandReply>;
  asking: boolean;
  refusal: Refusal | null;
} {
  const [state, setState] = useState<{ asking: boolean; refusal: Refusal | null }>({ asking: false, refusal: null });
  const ask = async (request: SpaceRequest) => {
    setState({ asking: true, refusal: null });
    const reply = await send(request);
    setState({ asking: false, refusal: reply.ok ? null : reply.refusal });
    return reply;
  };
  return { ask, ...state };
}
