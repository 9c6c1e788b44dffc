import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../scripts/check-boundaries.ts';

const project = join(import.meta.dirname, '../..');

/** For each rule one import that breaks it, planted in a tree of its own. A bare name is a package. */
const planted: [rule: string, from: string, to: string, type?: 'type'][] = [
  ['no-cycles', 'shared/kernel/hen.ts', 'shared/kernel/egg.ts', 'type'],
  ['names-say-what-is-inside', 'server/tidy.ts', 'server/http/utils.ts'],
  ['nothing-imports-tests', 'server/log.ts', 'tests/kit/clock.ts'],
  ['nothing-imports-scripts', 'server/config.ts', 'scripts/check.ts'],
  ['shared-is-pure', 'shared/conversation/clock.ts', 'node:crypto'],
  ['shared-is-pure', 'shared/space/reach.ts', 'server/log.ts', 'type'],
  ['zod-in-guides-and-wire-only', 'shared/space/guard.ts', 'zod', 'type'],
  ['merging-in-documents-only', 'shared/conversation/merged.ts', 'yjs', 'type'],
  ['kernel-is-the-floor', 'shared/kernel/high.ts', 'shared/guides/guide.ts', 'type'],
  ['guides-stand-on-kernel', 'shared/guides/busy.ts', 'shared/conversation/decide.ts'],
  ['deciders-do-not-know-the-wire', 'shared/space/wired.ts', 'shared/wire/protocol.ts', 'type'],
  ['notes-know-what-happened', 'shared/notes/overheard.ts', 'shared/documents/story.ts', 'type'],
  ['nothing-shared-knows-notes', 'shared/documents/noted.ts', 'shared/notes/progress-note.ts', 'type'],
  ['a-transcript-is-what-happened', 'shared/transcript/framed.ts', 'shared/wire/protocol.ts', 'type'],
  ['server-and-client-never-meet', 'server/http/pages.ts', 'client/app/app.ts'],
  ['server-and-client-never-meet', 'client/space/direct.ts', 'server/session.ts', 'type'],
  ['commands-never-meet-edits', 'server/conversation/story.ts', 'server/documents/room.ts'],
  ['edits-never-meet-commands', 'shared/documents/access.ts', 'shared/conversation/state.ts', 'type'],
  ['ports-are-words-only', 'server/ports/bank.ts', 'node:fs'],
  ['adapters-see-ports-only', 'server/adapters/sqlite/eager.ts', 'server/session.ts'],
  ['adapters-see-ports-only', 'server/adapters/sqlite/leaning.ts', 'server/adapters/memory/store.ts'],
  ['only-compose-sees-adapters', 'server/main.ts', 'server/adapters/memory/store.ts'],
  ['keys-know-no-store', 'server/keys/curious.ts', 'server/adapters/memory/store.ts'],
  ['sockets-at-the-edge', 'server/conversation/publish.ts', 'socket.io', 'type'],
  ['sockets-at-the-edge', 'server/space/doorman.ts', 'express'],
  ['client-features-are-islands', 'client/features/begin/form.ts', 'client/features/join/form.ts'],
  ['client-features-do-not-know-the-app', 'client/features/help/page.ts', 'client/app/app.ts'],
  ['client-lines-do-not-draw', 'client/conversation/replica.ts', 'client/ui/button.ts'],
  ['client-lines-do-not-draw', 'client/conversation/drawn.ts', 'client/room/said.ts'],
  ['room-draws-a-talk-for-all', 'client/room/said.ts', 'client/features/help/page.ts'],
  ['ui-draws-what-it-is-given', 'client/ui/knowing.ts', 'client/space/doors.ts'],
  ['ui-decides-nothing', 'client/ui/judging.ts', 'shared/conversation/decide.ts'],
  ['i18n-is-words', 'client/i18n/shown.ts', 'client/ui/button.ts'],
  ['schemas-stay-on-the-server', 'client/space/heavy.ts', 'shared/wire/doors.ts'],
  ['nothing-missing', 'client/app/lost.ts', './nowhere.ts'],
];

/** A cycle is told once, of one of its modules; this closes the one above. */
const cycleEnd: (typeof planted)[number] = ['no-cycles', 'shared/kernel/egg.ts', 'shared/kernel/hen.ts', 'type'];

/** Imports that the rules must leave alone. */
const allowed: typeof planted = [
  ['', 'server/conversation/gateway.ts', 'socket.io'],
  ['', 'server/compose.ts', 'server/adapters/memory/store.ts'],
  ['', 'server/adapters/sqlite/store.ts', 'node:sqlite'],
  ['', 'server/adapters/sqlite/queries.ts', 'kysely'],
  ['', 'server/adapters/sqlite/sealed.ts', 'server/keys/seal.ts'],
  ['', 'shared/wire/doors.ts', 'zod'],
  ['', 'shared/notes/drafted.ts', 'shared/conversation/events.ts', 'type'],
  ['', 'client/space/light.ts', 'shared/wire/doors.ts', 'type'],
  ['', 'client/ui/refusal.ts', 'shared/wire/protocol.ts', 'type'],
  ['', 'client/app/routes.ts', 'client/features/begin/start.ts'],
  ['', 'client/features/begin/start.ts', 'client/ui/button.ts'],
  ['', 'client/features/begin/talk.ts', 'client/room/said.ts'],
  ['', 'client/room/outline.ts', 'client/conversation/replica.ts'],
  ['', 'tests/server/whole.ts', 'server/adapters/sqlite/store.ts'],
];

const folders = ['shared', 'server', 'client', 'tests', 'scripts'];
const isFile = (target: string): boolean => folders.some((folder) => target.startsWith(`${folder}/`));

function plant(tree: string): void {
  const rows = [...planted, cycleEnd, ...allowed];
  const sources = new Map(rows.filter(([, , to]) => isFile(to)).map(([, , to]) => [to, 'export type It = 1;\n']));
  for (const [, from, to, type] of rows) {
    const path = relative(dirname(from), to);
    const target = isFile(to) ? (path.startsWith('.') ? path : `./${path}`) : to;
    sources.set(from, `import ${type ? 'type { It } from ' : ''}'${target}';\n${sources.get(from) ?? ''}`);
  }
  for (const [file, text] of sources) {
    mkdirSync(join(tree, dirname(file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  symlinkSync(join(project, 'node_modules'), join(tree, 'node_modules'));
}

describe('boundaries', () => {
  const tree = mkdtempSync(join(tmpdir(), 'turnward-boundaries-'));
  let found: { rule: string; from: string; to: string }[];
  let read: Set<string>;

  beforeAll(async () => {
    plant(tree);
    const { summary, modules } = await judge(tree, folders);
    read = new Set(modules.filter(({ dependencies }) => dependencies.length > 0).map(({ source }) => source));
    found = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  });
  afterAll(() => rmSync(tree, { recursive: true }));

  it.each(planted)('%s: %s must not import %s', (rule, from) => {
    const ends = rule === 'no-cycles' ? [from, cycleEnd[1]] : [from];
    expect(found.filter((violation) => ends.includes(violation.from)).map((violation) => violation.rule)).toContain(
      rule,
    );
  });

  it.each(allowed)('%s%s may import %s', (_, from) => {
    expect(read).toContain(from);
    expect(found.filter((violation) => violation.from === from)).toEqual([]);
  });

  it('shows every rule biting', () => {
    const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
    const rules = forbidden.map(({ name }: { name: string }) => name);
    expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual(rules.sort());
  });
});
