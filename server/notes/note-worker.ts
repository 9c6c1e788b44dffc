import { parentPort, workerData } from 'node:worker_threads';
import { drawNote } from './note-pdf.ts';

/** Draws one note and ends. */
const { parts, language } = workerData as { parts: Parameters<typeof drawNote>[0]; language: 'en' | 'de' };
parentPort?.postMessage(await drawNote(parts, language));
