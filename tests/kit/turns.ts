/** Counts how often the event loop came round: what holds it lets nobody have a turn. */
export function countTurns() {
  let turns = 0;
  let next = setImmediate(function again() {
    turns += 1;
    next = setImmediate(again);
  });
  return {
    get soFar() {
      return turns;
    },
    stop: () => clearImmediate(next),
  };
}
