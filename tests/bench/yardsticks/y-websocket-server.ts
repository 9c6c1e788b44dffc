/** Yardstick: `@y/websocket-server` as it comes, on `ws`. Documents in memory; nothing is stored, anybody may do anything. */
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 * 1024 });
server.on('connection', (socket, request) => setupWSConnection(socket, request));

http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
