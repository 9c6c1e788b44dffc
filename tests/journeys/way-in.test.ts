import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aJourney, type Device } from '../kit/journey.ts';
import { begin, inviteByCode, inviteByLink } from './room-steps.ts';

const journey = aJourney();
const device = (view: Device = {}): Promise<Page> => journey.device({ width: 390, ...view });

describe('the way in', () => {
  it('SP1 a link is looked at without being used up, its secret leaves the address bar, and it brings a partner in', async () => {
    const [ada, ben] = await Promise.all([device(), device({ width: 1280 })]);
    await begin(ada);
    const url = await inviteByLink(ada);

    await ben.goto(url);
    await ben.getByRole('heading', { name: 'Ada invites you' }).waitFor();
    expect(ben.url()).toBe(`${journey.server.origin}/join`);
    await ben.getByRole('button', { name: 'This is not a good time' }).click();
    await ben.getByRole('heading', { name: 'That is all right' }).waitFor();

    await ben.goto('about:blank');
    await ben.goto(url);
    await ben.getByLabel('Your first name').fill('Ben');
    await ben.getByRole('button', { name: 'Join the room' }).click();
    await ben.getByText('Ben (you)').waitFor();
    await ada.getByText('Ben', { exact: true }).waitFor();
  });

  it('SP3 whoever comes by spoken code waits until they are let in by name', async () => {
    const [ada, ben] = await Promise.all([device(), device()]);
    await begin(ada);
    const code = await inviteByCode(ada);

    await ben.goto('/code');
    await ben.getByLabel('The code').fill(code.toLowerCase().replace('-', ' '));
    await ben.getByLabel('Your first name').fill('Ben');
    await ben.getByRole('button', { name: 'Ask to come in' }).click();
    await ben.getByRole('heading', { name: 'Your partner can let you in now' }).waitFor();

    await ada.getByRole('button', { name: 'Let Ben in' }).click();
    await ben.getByText('Ben (you)').waitFor();
  });

  it('SP3 whoever is not let in is told kindly, and can ask again with another code', async () => {
    const [ada, ben] = await Promise.all([device(), device()]);
    await begin(ada);
    const ask = async () => {
      await ben.getByLabel('The code').fill(await inviteByCode(ada));
      await ben.getByLabel('Your first name').fill('Ben');
      await ben.getByRole('button', { name: 'Ask to come in' }).click();
    };
    await ben.goto('/code');
    await ask();
    await ada.getByRole('button', { name: 'Not them' }).click();
    await ben.getByRole('heading', { name: 'Not this time' }).waitFor();
    expect(await ada.getByText('Ben', { exact: true }).count()).toBe(0);

    await ben.getByRole('button', { name: 'Enter another code' }).click();
    await ask();
    await ada.getByRole('button', { name: 'Let Ben in' }).click();
    await ben.getByText('Ben (you)').waitFor();
  });

  it('SP2 an invitation that was taken back says so and opens nothing', async () => {
    const [ada, ben] = await Promise.all([device(), device()]);
    await begin(ada);
    const url = await inviteByLink(ada);
    await ada.getByText('Open invitations').click();
    await ada.getByRole('button', { name: 'Take back' }).click();
    await ada.getByTestId('made-link').waitFor({ state: 'detached' });

    await ben.goto(url);
    await ben.getByRole('heading', { name: 'This link does not open a room' }).waitFor();
  });

  it('SP6 a second device comes in as the same person', async () => {
    const [laptop, phone] = await Promise.all([device({ width: 1280 }), device()]);
    await begin(laptop);
    await laptop.getByRole('button', { name: 'Show a QR code' }).click();
    const url = await laptop.getByLabel('Link for your other device').innerText();

    await phone.goto(url);
    await phone.getByRole('button', { name: 'Bring me in' }).click();
    await phone.getByText('Ada (you)').waitFor();
  });

  it('R6 titles and addresses name nobody and nothing', async () => {
    const page = await device();
    await begin(page);
    expect(await page.title()).toBe('Turnward');
    expect(page.url()).toMatch(/\/space\/[\w-]+$/);
  });
});
