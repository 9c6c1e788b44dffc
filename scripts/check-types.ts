/** Checks the types of every workspace under its own terms: shared sees neither the browser nor Node. */
import { run } from './run-step.ts';

const projects = ['shared', 'server', 'client', 'tests', 'scripts'];
const codes: number[] = [];
for (const project of projects) codes.push(await run('tsc', '--project', project));
process.exitCode = Math.max(...codes);
