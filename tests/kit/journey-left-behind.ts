import type { Page } from 'playwright-core';

/** Everything a page can leave behind on a device, as one text. */
export async function leftBehind(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    readableCookies: document.cookie,
    history: history.state,
    name: window.name,
    address: location.href,
    title: document.title,
  }));
  return JSON.stringify(stored);
}

/** Waits until Help is kept on this device for times without a connection. */
export const helpIsKept = (page: Page): Promise<unknown> =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

/** What is kept on this device for times without a connection: each address with what was answered there. */
export const keptOffline = (page: Page): Promise<{ path: string; text: string }[]> =>
  page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        all.push({ path: new URL(url).pathname, text: (await (await cache.match(url))?.text()) ?? '' });
      }
    }
    return all;
  });
