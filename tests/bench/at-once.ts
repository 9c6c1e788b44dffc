/** Handshakes in flight: below the 511 connections that a listening socket queues, above which the kernel waits a second. */
const HANDSHAKES = 250;

/** Does all of it, so many at once; the results stand as the tasks did. */
export async function atOnce<Task, Result>(
  tasks: readonly Task[],
  run: (task: Task) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < tasks.length) {
      const i = next++;
      results[i] = await run(tasks[i] as Task);
    }
  };
  await Promise.all(Array.from({ length: Math.min(HANDSHAKES, tasks.length) }, work));
  return results;
}
