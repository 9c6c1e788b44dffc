import { Worker } from 'node:worker_threads';
import type { NoteLanguage, NoteParts } from '@turnward/shared/notes/note-export.ts';

export type DrawNote = (parts: NoteParts, language: NoteLanguage) => Promise<Uint8Array>;

/** Fonts are read and pages set beside the event loop: a live talk must not wait for somebody's export. */
export const drawInWorker: DrawNote = (parts, language) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./note-worker.ts', import.meta.url), { workerData: { parts, language } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker that draws a note ended without one.')));
  });
