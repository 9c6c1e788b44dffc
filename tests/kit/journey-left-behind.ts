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
