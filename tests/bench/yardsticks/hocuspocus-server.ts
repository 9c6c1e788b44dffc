/** Yardstick: Hocuspocus as it comes, without a token and without a store. Documents in memory, dropped after the last reader. */
import { Server } from '@hocuspocus/server';

/** Its provider is never silent for a minute; the bench's readers are. In ms. */
const SILENCE = 3_600_000;

await new Server({
  port: Number(process.env['PORT']),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  timeout: SILENCE,
  websocketOptions: { perMessageDeflate: false, maxPayload: 64 * 1024 },
}).listen();
process.once('SIGTERM', () => process.exit());
