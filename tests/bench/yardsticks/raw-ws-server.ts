/**
 * Yardstick: raw `ws` doing the work that a command needs and no more. A room of sockets in memory; a command is parsed,
 * numbered, acked to its sender and delivered to the others. Nothing is stored, sealed, decided or checked.
 */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

type Frame = {
  n: number;
  command: { id: string; command: { turnId: string; answer: { text: Record<string, string> } } };
};

const rooms = new Map<string, { seq: number; sockets: Set<WebSocket> }>();

const roomOf = (id: string) => {
  const room = rooms.get(id) ?? { seq: 0, sockets: new Set() };
  rooms.set(id, room);
  return room;
};

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 * 1024 });

server.on('connection', (socket, request) => {
  const room = roomOf(new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('room') ?? '');
  room.sockets.add(socket);
  socket.on('close', () => room.sockets.delete(socket));
  socket.on('message', (data) => {
    const { n, command }: Frame = JSON.parse(data.toString());
    const seq = ++room.seq;
    const stream = `talk:${command.id}`;
    const { turnId, answer } = command.command;
    const event = { type: 'Contributed', turnId, stepId: 'plan', kind: 'plan', seat: 'a', joint: true };
    const now = Date.now();
    const delivery = JSON.stringify({ stream, events: [{ seq, at: now, event, words: { text: answer.text } }], now });
    for (const other of room.sockets) if (other !== socket) other.send(delivery);
    socket.send(JSON.stringify({ ack: n, ok: true, stream, seq }));
  });
  socket.send(JSON.stringify({ joined: true, head: room.seq }));
});

http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
