import { Worker } from 'node:worker_threads';
import type { NoteLanguage, NoteParts } from '@turnward/shared/notes/note-export.ts';

/** Rejects where the note could not be drawn, in time, or for anybody: `gone` tells that nobody waits for it any more. */
export type DrawNote = (parts: NoteParts, language: NoteLanguage, gone: AbortSignal) => Promise<Uint8Array>;

/** In ms. The longest note there may be takes less than two seconds. */
const LONGEST_DRAWING = 10_000;
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** NO4. Draws beside the event loop, for at most so many ms: a live talk must not wait for somebody's export. */
export const drawWithin =
  (atMost: number, resourceLimits = MEMORY): DrawNote =>
  async (parts, language, gone) => {
    gone.throwIfAborted();
    const program = new URL('./note-worker.ts', import.meta.url);
    const worker = new Worker(program, { workerData: { parts, language }, resourceLimits });
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const leave = () => reject(gone.reason);
    gone.addEventListener('abort', leave);
    const timer = setTimeout(() => reject(new Error(`A note was not drawn within ${atMost} ms.`)), atMost);
    worker.once('message', resolve);
    worker.on('error', reject);
    worker.once('exit', () => reject(new Error('The worker that draws a note ended without one.')));
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
      await worker.terminate();
    }
  };

export const drawInWorker: DrawNote = drawWithin(LONGEST_DRAWING);
