export type Day = 'before' | 'today' | 'after';

/** On which day a moment is, seen from another, by the calendar of this device. Both in ms. */
export function dayFrom(now: number): (at: number) => Day {
  const start = new Date(now).setHours(0, 0, 0, 0);
  // Not 24 hours later: days with a change of the clocks are longer or shorter.
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return (at) => (at < start ? 'before' : at < next.getTime() ? 'today' : 'after');
}
