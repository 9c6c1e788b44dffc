/**
 * Yardstick: bare Socket.IO doing the work that a command needs and no more. A room in memory; a command is numbered,
 * delivered to the others and acked to its sender. Nothing is stored, sealed, decided or checked.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';

type Envelope = { id: string; command: { turnId: string; answer: { text: Record<string, string> } } };
type Reply = (reply: { ok: true; stream: string; seq: number }) => void;

const seqs = new Map<string, number>();

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, maxHttpBufferSize: 64 * 1024 });

io.on('connection', (socket) => {
  const room = String(socket.handshake.auth['room']);
  socket.join(room);
  socket.on('join', (_nothing: null, reply: (reply: { head: number }) => void) => reply({ head: seqs.get(room) ?? 0 }));
  socket.on('command', (envelope: Envelope, reply: Reply) => {
    const seq = (seqs.get(room) ?? 0) + 1;
    seqs.set(room, seq);
    const stream = `talk:${envelope.id}`;
    const { turnId, answer } = envelope.command;
    const event = { type: 'Contributed', turnId, stepId: 'plan', kind: 'plan', seat: 'a', joint: true };
    const now = Date.now();
    socket.to(room).emit('events', { stream, events: [{ seq, at: now, event, words: { text: answer.text } }], now });
    reply({ ok: true, stream, seq });
  });
});

http.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => process.exit());
