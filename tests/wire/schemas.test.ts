import type { ConversationCommand } from '@turnward/shared/conversation/commands.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { commandEnvelopeSchema } from '@turnward/shared/wire/schemas.ts';
import { describe, expect, it } from 'vitest';
import { versionOf } from '../kit/wordings.ts';

const version = versionOf('Words.');
const fits = (command: object) =>
  commandEnvelopeSchema.safeParse({ commandId: 'k'.repeat(16), to: 'conversation', id: 'c1', command }).success;

const mark = (more: object = {}) => ({ type: 'MarkCard', cardId: 'close', version, ready: true, ...more });
const approve = (more: object = {}) => ({ type: 'ApproveVersion', turnId: 't4', version, ...more });

describe('the schemas of what is asked about documents', () => {
  it('WR1 lets each of them in', () => {
    const commands: ConversationCommand[] = [
      { type: 'MarkCard', cardId: 'close', version, ready: false },
      { type: 'FinishMarking', done: true },
      { type: 'ApproveVersion', turnId: 't4', version },
      { type: 'TakeBackApprovals', turnId: 't4' },
    ];
    for (const command of commands) expect([command.type, fits(command)]).toEqual([command.type, true]);
  });

  it('WR1 takes every card of every guide, and an id of 64 characters and no more', () => {
    for (const { id: cardId } of GUIDES.flatMap(({ cards = [] }) => cards)) expect(fits(mark({ cardId }))).toBe(true);
    expect(fits(mark({ cardId: 'Aa0_-'.padEnd(64, 'x') }))).toBe(true);
    for (const cardId of ['x'.repeat(65), '', 'a/b', 'a b', 7, null]) expect(fits(mark({ cardId }))).toBe(false);
  });

  it('WR1 takes a version of 64 hex digits and nothing else', () => {
    for (const other of [version.slice(1), `${version}0`, version.toUpperCase(), 'g'.repeat(64), '', null, undefined]) {
      expect(fits(mark({ version: other }))).toBe(false);
      expect(fits(approve({ version: other }))).toBe(false);
    }
  });

  it('WR1 refuses an extra key, and what is no yes or no', () => {
    expect(fits(mark({ seat: 'b' }))).toBe(false);
    expect(fits(approve({ text: 'Words.' }))).toBe(false);
    expect(fits({ type: 'FinishMarking', done: 'yes' })).toBe(false);
    expect(fits({ type: 'TakeBackApprovals', turnId: 't4', by: 'b' })).toBe(false);
  });
});
