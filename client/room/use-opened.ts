import { useState } from 'react';

/** Which heavy words this reader has opened, of those that did not arrive closed. Known to nobody else (R8). */
export function useOpened(): [ReadonlySet<number>, (seq: number) => void] {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  return [opened, (seq) => setOpened(new Set(opened).add(seq))];
}
