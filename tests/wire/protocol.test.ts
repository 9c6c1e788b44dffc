import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONVERSATION_REFUSALS } from '@turnward/shared/conversation/refusals.ts';
import { DOOR_REFUSALS } from '@turnward/shared/kernel/refusals.ts';
import { SPACE_REFUSALS } from '@turnward/shared/space/refusals.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../kit/server.ts';
import { replay } from './replay.ts';
import { transcriptsIn } from './transcript.ts';

const text = readFileSync(path.join(import.meta.dirname, '../../shared/wire/PROTOCOL.md'), 'utf8');
const transcripts = transcriptsIn(text);

describe('the transcripts of PROTOCOL.md', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const named = transcripts.map((transcript) => {
    const first = transcript.lines[0]?.at;
    return [`${transcript.rules.join(' ')} ${transcript.heading} (line ${first})`.trim(), transcript] as const;
  });
  it.each(named)('%s', { timeout: 20_000 }, (_name, transcript) => replay(server, transcript));

  it('cover every chapter that has any', () => {
    expect(new Set(transcripts.map(({ heading }) => heading)).size).toBeGreaterThanOrEqual(10);
  });

  it('know every refusal by name', () => {
    const inTable = [...text.matchAll(/^\| (?:a door|a conversation|a space)[^|]*\|(.*)\|$/gm)].map(([, row = '']) =>
      [...row.matchAll(/`([a-z-]+)`/g)].map(([, refusal]) => refusal),
    );
    expect(inTable).toEqual([[...DOOR_REFUSALS], [...CONVERSATION_REFUSALS], [...SPACE_REFUSALS]]);
  });
});
