import { readFileSync } from 'node:fs';
import { type HelpPlace, helpFileSchema } from '@turnward/shared/wire/help-lines.ts';
import type { z } from 'zod';

/** How long a number counts as freshly checked, in ms. */
const HALF_A_YEAR = 183 * 86_400_000;
const MOST_FAULTS = 10;

export type HelpFile = {
  places: HelpPlace[];
  /** How many lines were checked longer ago than half a year: numbers change. */
  old: number;
};

/**
 * R14 LQ7. The host's help lines. Throws a sentence for each fault, with the place in the file where it is, so that nobody reads a
 * number that was mistyped, and the server does not start without the lines that its host meant it to show.
 */
export function readHelpFile(path: string, now: number): HelpFile {
  const parsed = helpFileSchema.safeParse(jsonIn(path));
  const faults = parsed.success ? inFuture(parsed.data, now) : faultsOf(parsed.error);
  if (!parsed.success || faults.length > 0) throw new Error(`HELP_FILE ${path} can't be used: ${faults.join('; ')}.`);
  const old = parsed.data
    .flatMap(({ lines }) => lines)
    .filter(({ checked }) => now - Date.parse(checked) > HALF_A_YEAR);
  return { places: parsed.data, old: old.length };
}

function jsonIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`HELP_FILE ${path} can't be read. Is it there, and may this program read it?`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`HELP_FILE ${path} is not JSON: ${(error as Error).message}.`);
  }
}

/** `place 2, line 1, checked must be …`: counted from 1, as a person counts. */
function faultsOf({ issues }: z.ZodError): string[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => {
    const at = issue.path.map((part, depth) => {
      if (typeof part !== 'number') return String(part) === 'lines' ? '' : String(part);
      return `${depth === 0 ? 'place' : 'entry'} ${part + 1}`;
    });
    return [...at.filter(Boolean), issue.message].join(', ');
  });
}

/** A day that has not come yet in any time zone is a slip. */
function inFuture(places: HelpPlace[], now: number): string[] {
  return places.flatMap(({ lines }, place) =>
    lines.flatMap(({ checked }, line) =>
      Date.parse(checked) > now + 86_400_000
        ? [`place ${place + 1}, entry ${line + 1}, checked, ${checked} has not come yet`]
        : [],
    ),
  );
}
