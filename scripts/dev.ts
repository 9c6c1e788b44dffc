/**
 * The development servers: Vite for the pages, and the server restarted on each change. Open the address Vite prints.
 * Both stop together, on a signal or when one of them ends.
 */
import { start } from './run-step.ts';

const pages = 5173;
const children = [
  start('node', ['--watch', '--watch-preserve-output', 'server/main.ts'], {
    PUBLIC_URL: `http://localhost:${pages}`,
  }),
  start('vite', ['client', '--port', String(pages), '--strictPort']),
];

const stop = (): void => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop();
  });
}
