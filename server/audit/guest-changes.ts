import type { Recorded } from '@turnward/shared/kernel/event.ts';
import type { SpaceEvent } from '@turnward/shared/space/events.ts';
import type { AuditKind } from '../ports/audit-store.ts';
import type { AnyEvent } from '../ports/event-store.ts';
import type { Audit } from './audit.ts';

/** DR4. What becomes of a guest's place stands in that guest's own record; the space says it to all of its members itself. */
export function guestChanges(recorded: readonly Recorded<AnyEvent>[], record: Audit['record']): void {
  for (const { event, stream } of recorded) {
    const change = stream.startsWith('space:') && changeIn(event as SpaceEvent);
    if (change) record(change.memberId, change.what, stream);
  }
}

function changeIn(event: SpaceEvent): { memberId: string; what: AuditKind } | undefined {
  switch (event.type) {
    case 'MemberJoined':
      return event.role === 'partner' ? undefined : { memberId: event.memberId, what: 'guest-joined' };
    case 'GuestProposed':
      return { memberId: event.memberId, what: 'guest-asked' };
    case 'MemberThawed':
      return { memberId: event.memberId, what: 'guest-joined' };
    case 'MemberFrozen':
      return { memberId: event.memberId, what: 'guest-frozen' };
    case 'MemberLeft':
      return { memberId: event.memberId, what: 'guest-left' };
    default:
      return undefined;
  }
}
