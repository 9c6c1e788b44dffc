import type { Guide } from '../guides/guide.ts';
import { refuse } from '../kernel/decider.ts';
import type { Seat } from '../kernel/stream.ts';
import type { ConversationCommand } from './commands.ts';
import { decide } from './decide.ts';
import { facilitate } from './facilitate.ts';
import { noteCards, noteLead } from './lead.ts';
import type { Circumstances, Outcome } from './outcome.ts';
import { refusedNow } from './refused-now.ts';
import type { ConversationState } from './state.ts';

/** FA2. Who asks, as the server found it by their session: no frame says so. `server` speaks of the member it names. */
export type Asker =
  | { role: 'partner'; seat: Seat }
  | { role: 'facilitator' | 'observer'; memberId: string }
  | { role: 'server'; memberId: string };

/**
 * What anybody's command does: the events to record, or why not. Pure, as `decide` is. Each role has its own way through,
 * and each asks the table of rights first (FA1).
 */
export function decideFor(
  guide: Guide,
  state: ConversationState,
  command: ConversationCommand,
  asker: Asker,
  circumstances: Circumstances,
): Outcome {
  switch (asker.role) {
    case 'partner':
      return decide(guide, state, command, { ...circumstances, seat: asker.seat });
    case 'facilitator':
      return facilitate(guide, state, command, { ...circumstances, memberId: asker.memberId });
    case 'observer':
      return refuse(refusedNow(state, command.type, 'observer') ?? 'not-yours-to-do'); // ME5
    case 'server': {
      const refused = refusedNow(state, command.type, 'server');
      if (refused) return refuse(refused);
      const ground = { guide, state, asking: circumstances };
      if (command.type === 'NoteLead') return noteLead(ground, asker.memberId, command);
      if (command.type === 'NoteCards') return noteCards(ground, asker.memberId);
      return refuse('not-yours-to-do');
    }
  }
}
