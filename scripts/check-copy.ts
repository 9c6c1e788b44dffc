/** `npm run check-copy -- FILE`: whether a copy of whole talks still fits its seal (CO8). Ends with 1 where it does not. */
import { readFileSync } from 'node:fs';
import { readSeal } from '../server/exports/seal.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the file: npm run check-copy -- talks.md');
  process.exit(2);
}
const found = readSeal(readFileSync(file, 'utf8'));
if (!found) console.error('This file bears no seal.');
else if (!found.fits) console.error('The lines of this file do not fit its seal: it was changed.');
else console.log(`The lines fit the seal. Now see whether the room shows the same one:\n${found.seal}`);
process.exitCode = found?.fits ? 0 : 1;
