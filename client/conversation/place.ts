import { openConversation } from '@turnward/shared/space/state.ts';
import type { SpaceStore } from '../space/space-store.ts';
import type { Line } from './line.ts';

export type PlaceParts = {
  take: () => Line;
  giveBack: () => void;
  space: (spaceId: string) => Pick<SpaceStore, 'subscribe' | 'snapshot'>;
  /** Whether the page is out of sight. */
  hidden: () => boolean;
};

export type Place = ReturnType<typeof openPlace>;

/**
 * PR8, R8. The place, in a talk that is on, of whoever has gone to another page of ours: to everybody else they are away, as with a hidden
 * page, and no line was lost. One in a tab, until a talk is opened or that one is over; which page it is nobody is told.
 */
export function openPlace({ take, giveBack, space, hidden }: PlaceParts) {
  let leave: (() => void) | undefined;
  const letGo = () => {
    leave?.();
    leave = undefined;
  };
  return {
    letGo,
    keep(spaceId: string, conversationId: string): void {
      letGo();
      const { connection } = take();
      const around = space(spaceId);
      const say = (away: boolean) => connection.report({ conversationId: null, writing: false, away });
      const look = () => {
        const { phase, state, connection: line } = around.snapshot();
        const over = phase === 'ready' && openConversation(state)?.conversationId !== conversationId;
        if (over) say(hidden());
        if (over || phase === 'refused' || line === 'signed-out') letGo();
      };
      const stop = [connection.onOpen(() => say(true)), around.subscribe(look)];
      leave = () => {
        for (const each of stop) each();
        giveBack();
      };
      say(true);
      look();
    },
  };
}
