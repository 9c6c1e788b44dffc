import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, newPage, type View } from './browser.ts';
import { startServer, type TestServer } from './server.ts';

/** `cookie`: signs the device in, as `name=value`. `baseURL`: where another server than the file's own is meant. */
export type Device = View & { cookie?: string };

export type Journey = {
  server: TestServer;
  /** Where Leave quickly leads: an ordinary page on this machine that knows nothing of us. */
  elsewhere: string;
  /** The page of a device of its own: own cookies, own storage. Closed after the test. */
  device(device?: Device): Promise<Page>;
  /** Every address that any device asked for in this test, sockets included. */
  asked(): string[];
};

/** How long a person would wait for anything here, in ms. Longer than the longest reading time. */
const PATIENCE = 15_000;

/** Where `JOURNEY_PICTURES` names a folder, what each device showed when a journey failed is put there. */
async function takePictures(pages: readonly Page[]): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES'];
  if (!folder) return;
  for (const [n, page] of pages.entries()) {
    await page.screenshot({ path: `${folder}/device-${n + 1}.png`, fullPage: true }).catch(() => undefined);
  }
}

/**
 * A real server, with these settings, and a real browser for the journeys of one file. After each test it holds for every device: nothing was
 * asked of another origin, nothing threw, and the content security policy had nothing to stop.
 */
export function aJourney(settings: Record<string, string> = {}): Journey {
  let running: { server: TestServer; browser: Browser; weather: Server; elsewhere: string } | undefined;
  let pages: Page[] = [];
  let asked: string[] = [];
  let faults: string[] = [];
  let others: string[] = [];
  const now = () => {
    if (!running) throw new Error('The journey has not begun yet.');
    return running;
  };

  beforeAll(async () => {
    const weather = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Weather</title><p>Sunny.</p>');
    });
    await new Promise<void>((resolve) => weather.listen(0, '127.0.0.1', resolve));
    const elsewhere = `http://127.0.0.1:${(weather.address() as AddressInfo).port}/weather`;
    const server = await startServer({ EXIT_URL: elsewhere, ...settings });
    running = { server, browser: await launchBrowser(), weather, elsewhere };
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(pages);
    await Promise.all(pages.map((page) => page.context().close()));
    const ours = [now().server.origin, new URL(now().elsewhere).origin, ...others];
    const foreign = asked.filter((url) => !ours.includes(new URL(url).origin.replace(/^ws/, 'http')));
    const seen = { foreign, faults };
    pages = [];
    asked = [];
    faults = [];
    others = [];
    expect(seen).toEqual({ foreign: [], faults: [] });
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.server.close();
    running?.weather.close();
  });

  return {
    get server() {
      return now().server;
    },
    get elsewhere() {
      return now().elsewhere;
    },
    asked: () => asked,
    async device({ cookie, ...view } = {}) {
      const { server, browser } = now();
      const page = await newPage(browser, { baseURL: server.origin, ...view });
      pages.push(page);
      if (view.baseURL) others.push(view.baseURL);
      const context = page.context();
      context.setDefaultTimeout(PATIENCE);
      context.on('request', (request) => {
        if (/^(http|ws)/.test(request.url())) asked.push(request.url());
      });
      context.on('page', watch);
      watch(page);
      if (cookie) {
        const [name = '', value = ''] = cookie.split('=');
        await context.addCookies([
          { name, value, url: view.baseURL ?? server.origin, httpOnly: true, sameSite: 'Strict' },
        ]);
      }
      return page;
    },
  };

  function watch(page: Page): void {
    page.on('websocket', (socket) => asked.push(socket.url()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
  }
}
