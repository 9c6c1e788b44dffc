import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPage } from '../kit/browser.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const project = join(import.meta.dirname, '../..');
/** Names of things in markup; nothing is loaded from there. */
const NAMES = ['http://www.w3.org/'];

describe('a page in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
    page = await newPage(browser, { baseURL: server.origin });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('R6 runs no script that was put into it (row 17)', async () => {
    await page.goto('/');
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="document.title = \'ran\'">');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return document.title === 'ran';
    });
    expect(ran).toBe(false);
  });

  it('R6 says nowhere where it came from, an invitation least of all (row 18)', async () => {
    const referrers: (string | undefined)[] = [];
    const asked: Promise<unknown>[] = [];
    page.on('request', (request) => {
      asked.push(request.allHeaders().then(({ referer }) => referrers.push(referer)));
    });
    await page.goto(`/join#${'A'.repeat(43)}`);
    await page.waitForLoadState('networkidle');
    await Promise.all(asked);
    expect(referrers.length).toBeGreaterThan(0);
    expect(referrers.filter((each) => each !== undefined)).toEqual([]);
  });

  it('R22 is allowed to load from this server and from nowhere else (row 21)', async () => {
    const answer = await fetch(server.origin);
    const policy = (answer.headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim());
    expect(policy.length).toBeGreaterThan(8);
    for (const part of policy) expect(part).toMatch(/^[a-z-]+ '(none|self)'$/);
  });

  it('R22 asks for nothing of anybody else in markup or styles (row 21)', () => {
    const files = globSync(['client/*.html', 'client/public/**/*', 'client/**/*.css'], { cwd: project }).filter(
      (file) => !/node_modules|client\/dist/.test(file) && /[.]\w+$/.test(file),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const named =
        readFileSync(join(project, file), 'utf8').match(/(https?:)?\/\/[\w.-]+[.][a-z]{2,}[^\s"')]*/g) ?? [];
      expect(
        named.filter((url) => !NAMES.some((name) => url.startsWith(name))),
        file,
      ).toEqual([]);
    }
  });
});
