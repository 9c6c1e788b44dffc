/**
 * Makes the pictures that the README and the guide for therapists show: a real server, a real browser, people with made-up
 * words.
 */
import { launchBrowser, newPage } from '../kit/browser.ts';
import { startServer } from '../kit/server.ts';
import { takeFacilitating } from './facilitating.ts';
import { takeRoom } from './room.ts';

const server = await startServer();
const browser = await launchBrowser();
const device = (width: number) => newPage(browser, { width, baseURL: server.origin });

await takeRoom(await device(390), await device(1280));
await takeFacilitating(device, (minutes) => server.advance(minutes * 60_000));

await browser.close();
await server.close();
