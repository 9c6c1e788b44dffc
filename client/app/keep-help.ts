/** LQ6. Help opens without a connection once this page was opened with one. Over plain http browsers offer no way to keep it. */
export function keepHelp(): void {
  if (import.meta.env.PROD) navigator.serviceWorker?.register('/offline-worker.js').catch(() => undefined);
}
