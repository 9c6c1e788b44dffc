import { createServer } from 'node:http';
import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { Documents } from '@turnward/server/documents/documents.ts';
import { openDocumentGateway } from '@turnward/server/documents/gateway.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { openLog } from '@turnward/server/log.ts';
import type { DocumentStore } from '@turnward/server/ports/document-store.ts';
import { aSession } from '../kit/a-session.ts';

// A process to be killed: the line of edits on real files, which ends itself without warning at a moment of its own saving.
// The cookie is the member; documents rest at once, so that rows are brought into one whenever everybody has left.
const [, , dataDir = '', port = '0', at = '', which = '1'] = process.argv;
const { documents: store } = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });

let left = Number(which);
/** Kills at the chosen call of this kind: before it, in the midst of it, or once it is durable and nobody has heard. */
const perilous =
  <Asked extends unknown[], Answer>(kind: string, act: (...asked: Asked) => Promise<Answer>) =>
  async (...asked: Asked): Promise<Answer> => {
    const [killAt, moment] = at.split('-');
    const now = killAt === kind && --left === 0;
    const end = () => process.kill(process.pid, 'SIGKILL');
    if (now && moment === 'before') end();
    const answer = act(...asked);
    if (now && moment === 'during') setImmediate(end);
    const answered = await answer;
    if (now && moment === 'after') end();
    return answered;
  };

const perilousStore: DocumentStore = {
  find: (name) => store.find(name),
  open: (name, spaceId) => store.open(name, spaceId),
  append: perilous('append', (...asked: Parameters<DocumentStore['append']>) => store.append(...asked)),
  compact: perilous('compact', (...asked: Parameters<DocumentStore['compact']>) => store.compact(...asked)),
  destroy: (names) => store.destroy(names),
};

const log = openLog('error');
const sessions = {
  holds: () => true,
  ofLocked: async ({ headers: { cookie = '' } }: { headers: { cookie?: string | undefined } }) =>
    aSession({ idHash: cookie, memberId: cookie }),
};
const documents = new Documents({
  store: perilousStore,
  sessions,
  standing: async () => ({ spaceId: 's', seat: null, access: 'write', guideCards: [] }),
  failed: (error) => log.error({ error }, 'failed'),
  now: Date.now,
  rest: 10,
});
const http = createServer((_request, response) => void response.end('ok\n'));
openDocumentGateway({
  http,
  documents,
  sessions,
  isOurs: () => true,
  lineOpened: () => undefined,
  log,
  ticks: () => performance.now(),
});
http.listen(Number(port), '127.0.0.1');
