/** A process that holds words and then breaks, as `server/main.ts` would. `argv[2]`: how. */
import { dieQuietly } from '@turnward/server/crash.ts';

dieQuietly(process);
const [, , how = '', words = ''] = process.argv;
const held = { words, about: [words] };
class Broken extends Error {
  readonly held = held;
}
if (how === 'thrown')
  setImmediate(() => {
    throw new Broken(`${words}\n    at ${words}`, { cause: held });
  });
if (how === 'rejected') void Promise.reject(new Broken(words));
if (how === 'parsed') setImmediate(() => JSON.parse(words));
if (how === 'no error')
  setImmediate(() => {
    throw held;
  });
