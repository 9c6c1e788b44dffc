import type { CaseloadRow } from '@turnward/client/conversation/caseload.ts';
import { coupleOf } from '@turnward/client/features/caseload/caseload-view.ts';
import type { Day } from '@turnward/client/features/caseload/day.ts';
import { stepById } from '@turnward/shared/guides/all-guides.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import type { SpaceState } from '@turnward/shared/space/state.ts';
import type { LedRecord } from './led-record.ts';
import { bothConfirm, couple, evaAsks, lived } from './space-lived.ts';

const NAMES = { ada: 'Ada', ben: 'Ben', eva: 'Eva', ulli: 'Ulli' };

/** The space that Eva accompanies, after these commands and events; each event is a second later than the one before. */
export function accompanied(commands: SpaceCommand[] = [], events: SpaceEvent[] = []): SpaceState {
  const { state, log } = lived(...couple, ...evaAsks, ...bothConfirm, ...commands);
  return events.reduce((space, event, n) => {
    const seq = log.length + 1 + n;
    return evolveSpace(space, { stream: 'space:s', seq, at: seq * 1000, event });
  }, state);
}

export const opened = (conversationId: string, guideId = 'heard'): SpaceEvent => ({
  type: 'ConversationListed',
  conversationId,
  guideId,
  openedBy: 'eva',
});
export const closed = (
  conversationId: string,
  reason: 'completed' | 'stopped' | 'put-off' = 'completed',
): SpaceEvent => ({ type: 'ConversationClosed', conversationId, reason, kept: false });

type Known = { state?: SpaceState; spaceId?: string; spaceName?: string; talk?: LedRecord } & Partial<
  Pick<CaseloadRow['space'], 'presence' | 'connection'>
>;

/** A row as the caseload's store gives it to Eva's page. */
export function rowOf({
  state = accompanied(),
  spaceId = 's',
  spaceName = 'Kitchen',
  talk,
  ...rest
}: Known = {}): CaseloadRow {
  const send = () => Promise.reject(new Error('Nothing is sent here.'));
  return {
    spaceId,
    space: {
      phase: 'ready',
      state,
      me: state.members.find(({ memberId }) => memberId === 'eva'),
      names: NAMES,
      spaceName,
      log: [],
      requestNames: {},
      otherTimes: {},
      presence: {},
      connection: 'connected',
      send,
      ...rest,
    },
    talk: talk
      ? {
          phase: 'ready',
          conversationId: 'c',
          state: talk.state,
          events: Object.values(talk.streams).flat(),
          now: () => talk.now,
          guide: talk.guide,
          step: talk.state.turn ? stepById(talk.guide, talk.state.turn.stepId) : undefined,
        }
      : null,
  };
}

/** The couple of such a row, as Eva sees it. */
export const seen = (known: Known = {}, dayOf: (at: number) => Day = () => 'after') =>
  coupleOf(rowOf(known), 'eva', dayOf);
