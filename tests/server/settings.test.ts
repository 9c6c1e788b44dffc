import { describe, expect, it } from 'vitest';
import { runToEnd } from '../kit/process.ts';

describe('settings that are wrong', () => {
  it('are all named at once, in plain words, and nothing starts', { timeout: 20_000 }, async () => {
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'ftp://room.example',
      SESSION_DAYS: '0',
      EXIT_URL: 'nowhere',
      TRUST_PROXY: 'yes',
      LOG_LEVEL: 'loud',
    };
    const { code, output } = await runToEnd(wrong);
    expect(code).toBe(1);
    const [first, ...faults] = output.trim().split('\n');
    expect(first).toBe("Turnward can't start with these settings:");
    expect(faults.map((fault) => fault.trim().split(' ')[0])).toEqual(Object.keys(wrong));
    for (const fault of faults) expect(fault).toMatch(/ is ".+": it must be .+\.$/);
    expect(output).not.toMatch(/Error:|at file:|zod/i);
  });
});
