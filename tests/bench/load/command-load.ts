import type { Room } from '../line/line.ts';
import type { Load } from './account.ts';
import type { Offer } from './open-loop.ts';
import { Tally } from './tally.ts';

let numbered = 1;

/** Commands, each to a room and from a device drawn by chance, numbered through the whole run. */
export function commandLoad(rooms: readonly Room[], { rate, seconds, chance }: Offer): Load {
  const capacity = Math.ceil(rate * seconds * 1.2) + 1000;
  const tally = new Tally(numbered, capacity);
  numbered += capacity;
  tally.listenTo(rooms);
  return {
    fire(due) {
      if (tally.full) return;
      const room = chance.below(rooms.length);
      const device = chance.below(3);
      rooms[room]?.lines[device]?.contribute(tally.send(due, room, device));
    },
    get sent() {
      return tally.sent;
    },
    get progress() {
      return tally.progress;
    },
    get settled() {
      return tally.settled;
    },
    close: () => tally.close(rooms),
  };
}
