import type { Session, Sessions } from './session.ts';

/** Ends that are further off than this are expected later, in ms: housekeeping comes by more often. */
const AHEAD = 60_000;

/**
 * SE10. Closes what a session has open at the moment in which it ends by itself, instead of when somebody next looks; and asks for
 * the PIN where only a talk carries it past its 12 hours (LK10).
 */
export function openSessionEnds(parts: {
  sessions: Pick<Sessions, 'holds' | 'isLocked' | 'end' | 'endsAt'>;
  lockOverdue: (session: Session) => Promise<boolean>;
  failed: (error: unknown) => void;
  now: () => number;
}) {
  const { sessions, lockOverdue, failed, now } = parts;
  const timers = new Map<string, NodeJS.Timeout>();

  /** Something may have ended it: whoever is here on it is sent away if so. */
  const look = async (session: Session): Promise<void> => {
    if (!sessions.holds(session)) {
      if (!sessions.isLocked(session)) await sessions.end(session);
    } else if (!(await lockOverdue(session))) expect(session);
  };

  /** A line is open on this session: it is looked at when its end is due. */
  const expect = (session: Session): void => {
    const wait = sessions.endsAt(session) - now();
    if (wait > AHEAD || timers.has(session.idHash)) return;
    const timer = setTimeout(() => {
      timers.delete(session.idHash);
      look(session).catch(failed);
    }, wait);
    timers.set(session.idHash, timer.unref());
  };

  return {
    look,
    expect,
    rest(): void {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
