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

  it('KE11 never show a secret, and name what the chosen provider of keys lacks', { timeout: 20_000 }, async () => {
    const secrets = { TURNWARD_KEK: 'half-a-key-that-nobody-reads', KMS_TOKEN: 'short-secret' };
    const { code, output } = await runToEnd({ ...secrets, KEY_PROVIDER: 'kms', KMS_URL: 'http://keys.example' });
    expect(code).toBe(1);
    expect(output).toContain('TURNWARD_KEK is not as it must be: it must be 32 random bytes in base64');
    expect(output).toContain('KMS_TOKEN is not as it must be');
    expect(output).toContain('KMS_URL is "http://keys.example": it must begin with https://');
    for (const secret of Object.values(secrets)) expect(output).not.toContain(secret);
    const lacking = await runToEnd({ KEY_PROVIDER: 'env' });
    expect(lacking.output).toContain('TURNWARD_KEK is not set: KEY_PROVIDER=env needs it.');
  });

  it('ML1 mail has a server and a sender, and the server’s password is never shown', { timeout: 20_000 }, async () => {
    const lacking = await runToEnd({ SMTP_URL: 'smtp://someone:hidden-password@mail.example' });
    expect(lacking.code).toBe(1);
    expect(lacking.output).toContain('MAIL_FROM is not set: mail needs SMTP_URL and MAIL_FROM.');
    const wrong = await runToEnd({ SMTP_URL: 'http://someone:hidden-password@mail.example', MAIL_FROM: 'nobody' });
    expect(wrong.output).toContain('SMTP_URL is not as it must be');
    expect(wrong.output).toContain('MAIL_FROM is "nobody": it must be a mail address');
    expect(lacking.output + wrong.output).not.toContain('hidden-password');
  });
});
