/** Yardstick: raw `ws` passing bytes on. Whatever a socket sends goes to the others on the same path, unread. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

const rooms = new Map<string, Set<WebSocket>>();

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 * 1024 });

server.on('connection', (socket, request) => {
  const path = request.url ?? '/';
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data);
  });
});

http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
