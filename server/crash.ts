import { framesOf, kindOf } from './log.ts';

/**
 * DR5. Where something breaks that nothing catches, the process ends and says where, not with what: the message of an error,
 * its properties and the line of source that Node would print may hold words.
 */
export function dieQuietly(process: NodeJS.Process): void {
  const die = (error: unknown) => {
    process.stderr.write(`Turnward ended by a defect: ${kindOf(error)}\n${framesOf(error).join('\n')}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}
