import { LONGEST_NOTE, notePart } from '@turnward/shared/documents/notes.ts';
import { EXPORT_WORDS } from '@turnward/shared/notes/note-export.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, stepNow } from '../kit/couple.ts';
import { DocumentDevice } from '../kit/document-device.ts';
import { aFacilitatedCouple, aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { readPdf } from '../kit/note-sheet.ts';
import { Person } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';

const OBSERVED = 'Both slowed down when asked for a smaller piece.';
const SECRET = 'Zimtschnecke';

let server: TestServer;
let couple: FacilitatedCouple;
let conversationId: string;

/** As a browser's link asks for it. */
async function download(who: Person, id = conversationId, language = 'en') {
  const response = await fetch(`${server.origin}/api/progress/${id}/pdf?language=${language}`, {
    headers: { cookie: who.cookie },
  });
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

async function write(assessment: string): Promise<void> {
  const name = `progress/${conversationId}/${couple.facilitatorId}`;
  const device = await new DocumentDevice(couple.facilitator, name).synced();
  notePart(device.doc, 'assessment').insert(0, assessment);
  await device.saved();
  device.close();
}

beforeAll(async () => {
  server = await startServer();
  couple = await aFacilitatedCouple(server);
  conversationId = await openLed(couple, 'heard');
  await beginLed(couple, conversationId);
  const state = couple.a.stateOf(conversationId);
  expect(stepNow(state).kind).toBe('ready');
  accepted(await couple.a.do(conversationId, { type: 'Whisper', text: `A ${SECRET} of mine.` }));
});
afterAll(() => server.close());

describe('a progress note on paper', () => {
  it('NO3 is refused before it was begun, and to whoever is not signed in', async () => {
    expect((await download(couple.facilitator)).status).toBe(404);
    expect((await download(new Person(server.origin))).status).toBe(401);
  });

  it('NO3 holds what its author wrote, says what it is and is not, and can be read out', async () => {
    await write(OBSERVED);
    const { status, headers, bytes } = await download(couple.facilitator);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe('attachment; filename="progress-note.pdf"');
    expect(headers.get('cache-control')).toBe('no-store');
    const { text, tagged, language, title } = await readPdf(bytes);
    expect(text).toContain(OBSERVED);
    for (const sentence of EXPORT_WORDS.en.isAndIsNot) expect(flat(text)).toContain(sentence);
    expect({ tagged, language, title }).toEqual({ tagged: true, language: 'en', title: 'Progress note' });
  });

  it('NO3 is in the language that is asked for', async () => {
    const { text, language } = await readPdf((await download(couple.facilitator, conversationId, 'de')).bytes);
    expect(language).toBe('de');
    expect(flat(text)).toContain(EXPORT_WORDS.de.isAndIsNot[0]);
  });

  it('NO3 holds no word of the couple, and its file name nobody’s name', async () => {
    const { headers, bytes } = await download(couple.facilitator);
    const { text } = await readPdf(bytes);
    for (const word of [SECRET, 'Robin', 'Kim']) {
      expect(text).not.toContain(word);
      expect(headers.get('content-disposition')).not.toContain(word);
    }
  });

  it('NO4 is drawn once at a time for each person', async () => {
    const both = await Promise.all([download(couple.facilitator), download(couple.facilitator)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect((await download(couple.facilitator)).status).toBe(200);
  });

  it('NO4 is refused where a box holds too much, before anything is drawn', async () => {
    const name = `progress/${conversationId}/${couple.facilitatorId}`;
    const device = await new DocumentDevice(couple.facilitator, name).synced();
    notePart(device.doc, 'plan').insert(0, 'a'.repeat(LONGEST_NOTE + 1));
    await device.saved();
    const { status, bytes } = await download(couple.facilitator);
    expect([status, new TextDecoder().decode(bytes)]).toEqual([409, '{"refusal":"too-long"}']);
    notePart(device.doc, 'plan').delete(0, 1);
    await device.saved();
    expect((await download(couple.facilitator)).status).toBe(200);
    device.close();
  });

  it('NO2 is its author’s alone: neither partner, observer nor another facilitator gets it, nor a trace of it', async () => {
    const observer = await aGuest(couple, 'observer');
    const other = await aGuest(couple, 'facilitator');
    for (const who of [couple.a, couple.b, observer.person, other.person]) {
      const { status, bytes } = await download(who);
      expect([status, new TextDecoder().decode(bytes)]).toEqual([404, '{"refusal":"not-found"}']);
    }
    expect((await download(couple.facilitator, 'no-such-talk')).status).toBe(404);
    expect((await download(couple.facilitator, '%2e%2e')).status).toBe(404);
  });

  it('NO2 stays with its author when the membership has ended', async () => {
    const { facilitator, facilitatorId, spaceId } = couple;
    accepted(await couple.b.ask(spaceId, { type: 'EndMembership', memberId: facilitatorId }));
    const { status, bytes } = await download(facilitator);
    expect(status).toBe(200);
    expect((await readPdf(bytes)).text).toContain(OBSERVED);
  });
});

/** Lines run together, as they were before the page was set. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
