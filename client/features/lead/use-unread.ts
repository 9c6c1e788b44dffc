import { useState } from 'react';

/** How many of so many have come since they were last in sight. */
export function useUnread(count: number, inSight: boolean): number {
  const [seen, setSeen] = useState(0);
  if (inSight && seen !== count) setSeen(count);
  return inSight ? 0 : count - seen;
}
