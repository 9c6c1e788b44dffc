import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const project = path.join(import.meta.dirname, '../..');
/** The ways by which a page or a server could call somebody who is not looking. */
const CALLS =
  /new Notification\(|Notification\.requestPermission|showNotification|PushManager|pushManager|setAppBadge|web-push/;

describe('nobody is called back', () => {
  it('R7 R8 R21 no notification, badge or push exists, so none comes late at night', () => {
    const sources = globSync('{client,server,shared}/**/*.{ts,tsx,html,js}', { cwd: project }).filter(
      (file) => !/node_modules|client\/dist/.test(file),
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(sources.filter((file) => CALLS.test(readFileSync(path.join(project, file), 'utf8')))).toEqual([]);
  });
});
