import { parseArgs } from 'node:util';

export const TALK_MEASURES = ['idle', 'steady', 'sustained', 'rejoin', 'long', 'stored'] as const;
export const DOCUMENT_MEASURES = ['documents', 'cold', 'idle-documents'] as const;
const MEASURES = [...TALK_MEASURES, ...DOCUMENT_MEASURES, 'caseload', 'ends'] as const;
export type Measure = (typeof MEASURES)[number];

/** How much is run. Seconds are those of one window of load. */
export type Options = {
  measures: readonly Measure[];
  /** A short run to try the bench itself; its figures are not for comparing. */
  quick: boolean;
  seconds: number;
  /** How long to wait in all for moments in which the machine is quiet, in seconds. */
  patience: number;
  /** The folder for the server's CPU profiles, where they are asked for. */
  profile: string | undefined;
};

const USAGE = `npm run bench -- [--quick] [--only ${MEASURES.join(',')}] [--seconds 4] [--patience 0] [--profile FOLDER]`;

/** Reads the command line; throws a sentence where it is not understood. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      seconds: { type: 'string' },
      patience: { type: 'string', default: '0' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  });
  const { quick, profile } = values;
  const asked = values.only?.flatMap((list) => list.split(',')) ?? [];
  const measures = MEASURES.filter((measure) => asked.length === 0 || asked.includes(measure));
  const unknown = asked.filter((name) => !MEASURES.some((measure) => measure === name));
  if (unknown.length > 0) throw new Error(`There is no measure called ${unknown.join(', ')}.\n${USAGE}`);
  const seconds = Number(values.seconds ?? (quick ? 1.5 : 4));
  if (!(seconds >= 0.5 && seconds <= 60)) throw new Error(`--seconds must lie between 0.5 and 60.\n${USAGE}`);
  const patience = Number(values.patience);
  if (!(patience >= 0 && patience <= 7200)) throw new Error(`--patience must lie between 0 and 7200.\n${USAGE}`);
  return { measures, quick, seconds, patience, profile };
}

/** Whether any of these is to be measured. */
export const wants = ({ measures }: Options, names: readonly Measure[]): boolean =>
  names.some((name) => measures.includes(name));
