import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** One message of a page's line: its name, and what came with it. */
type Message = { name: string; body: Record<string, unknown>; raw: string };
type Line = { sent: Message[]; received: Message[] };

const lines = new WeakMap<Page, Line>();

/** All that goes over the line of this page from its next address on. Asked again: the same. */
export function listened(page: Page): Line {
  const known = lines.get(page);
  if (known) return known;
  const line: Line = { sent: [], received: [] };
  lines.set(page, line);
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => keep(line.sent, String(payload)));
    socket.on('framereceived', ({ payload }) => keep(line.received, String(payload)));
  });
  return line;
}

/** Answers are kept with an empty name; what only keeps the line open is not kept. */
function keep(into: Message[], frame: string): void {
  const at = frame.indexOf('[');
  if (!frame.startsWith('4') || at < 0) return;
  const [first, second] = JSON.parse(frame.slice(at)) as unknown[];
  const [name, body] = typeof first === 'string' ? [first, second] : ['', first];
  into.push({ name, body: (body ?? {}) as Record<string, unknown>, raw: frame });
}

const sentOf = (page: Page, type: string): number =>
  listened(page).sent.filter(({ body }) => (body['command'] as { type?: string } | undefined)?.type === type).length;

/**
 * Presses until a command has gone out. A page ignores a press within a moment of a change on purpose (CL6), and takes one
 * press only while the answer is under way, so nothing is asked twice.
 */
export async function pressUntilSent(page: Page, type: string, press: () => Promise<unknown>): Promise<void> {
  const before = sentOf(page, type);
  await expect
    .poll(
      async () => {
        if (sentOf(page, type) === before) await press().catch(() => undefined);
        return sentOf(page, type) - before;
      },
      { timeout: 20_000, interval: 400 },
    )
    .toBe(1);
}
