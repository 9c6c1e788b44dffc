import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { STIRRED_FROM } from '@turnward/shared/conversation/pause.ts';
import type { Log } from './spec-log.ts';

/** The same command as far as the partner may know, with other private words and numbers. */
export function another(log: Log, command: ConversationCommand, secret: number): ConversationCommand {
  if (command.type === 'Return') {
    return {
      ...command,
      stirred: otherNumber(command.stirred, secret),
      sentence: command.sentence ?? 'Between me and me.',
    };
  }
  if (command.type === 'Whisper') return { ...command, text: veiled(command.text) };
  if (command.type === 'CheckIn') {
    const { location, phone, contact, pauseWord } = command;
    const boxes = { location: veiled(location), phone: veiled(phone), contact: veiled(contact), pauseWord };
    return { ...command, ...boxes, alone: secret % 2 === 0 };
  }
  if (command.type === 'ParkNews' && command.note !== undefined) return { ...command, note: veiled(command.note) };
  if (command.type !== 'Contribute' || !log.state.turn) return command;
  const { answer } = command;
  const { visibility, kind } = log.step;
  const numbers = Object.entries(answer.scales ?? {}).map(([id, value]) => [id, otherNumber(value, secret)]);
  const scales = answer.scales && { scales: Object.fromEntries(numbers) };
  // What is shown later, and what goes with "not now", is not private.
  const isPrivate = visibility === 'self' && kind !== 'keep' && answer.choice !== 'not-now';
  const words = Object.entries(answer.text ?? {}).map(([id, text]) => [id, veiled(text)]);
  const when = kind === 'ready' && isPrivate ? { when: 'Rather not, but yes.'.slice(secret) } : {};
  const text = isPrivate && (answer.text || kind === 'ready') && { text: { ...Object.fromEntries(words), ...when } };
  return { ...command, answer: { ...answer, ...scales, ...text } };
}

const veiled = (text: string): string => text.replaceAll(/\w/g, 'z');

/** Another valid rating on the same side of what offers a settling pause; what is no rating stays as it is. */
function otherNumber(value: number, secret: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 10) return value;
  return value < STIRRED_FROM ? (value + secret) % STIRRED_FROM : STIRRED_FROM + ((value - STIRRED_FROM + secret) % 4);
}
