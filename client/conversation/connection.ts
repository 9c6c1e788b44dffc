import {
  type ClientToServer,
  type CommandEnvelope,
  type CommandReply,
  type Follow,
  type FollowReply,
  type PresenceReport,
  type Refusal,
  type ServerToClient,
  SOCKET_PATH,
  WIRE_VERSION,
} from '@turnward/shared/wire/protocol.ts';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { type Listeners, listeners } from '../line/listeners.ts';
import { watchPage } from '../line/wakings.ts';

/** How the line to the server is. `signed-out`, `locked` and `old-version` do not mend by waiting. */
export type LineState =
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'offline'
  | 'signed-out'
  | 'locked'
  | 'old-version';

/** In ms: the first wait before trying again, the longest, and how long an opening line or an answer may take. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 1500;
const OPENING = 5000;
const ANSWER = 4000;
/** How long the first answer may take after the page slept: a line that died meanwhile must not hold it up. In ms. */
const FIRST_ANSWER = 1200;
/** How far off the server's clock may seem before it is taken anew, in ms. */
const CLOCK_WAS_SET = 2000;

export type ConnectionOptions = {
  /** Default: the server this page came from. */
  url?: string;
  /** Extra headers of the handshake; only outside browsers. */
  headers?: Record<string, string>;
  /** Calls when the page may have missed something; returns the way to stop. */
  watch?: (woken: () => void) => () => void;
};

export type Connection = ReturnType<typeof openConnection>;

/**
 * One line per tab, websocket only. It comes back by itself, quickly; what was missed is fetched by whoever follows a
 * stream (`onOpen`). A question without an answer in time means that the line is dead: it is cut and opened anew.
 */
export function openConnection({ url, headers, watch = watchPage }: ConnectionOptions = {}) {
  const options: Partial<ManagerOptions & SocketOptions> = {
    path: SOCKET_PATH,
    transports: ['websocket'],
    auth: { wire: WIRE_VERSION },
    autoConnect: false,
    forceNew: true,
    reconnection: false,
    timeout: OPENING,
    ...(headers && { extraHeaders: headers }),
  };
  const socket: Socket<ServerToClient, ClientToServer> = url === undefined ? io(options) : io(url, options);
  const changed = listeners();
  const opened = listeners();
  let state: LineState = 'connecting';
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ahead = 0;
  let roundTrip: number | undefined;
  let patience = ANSWER;
  let closed = false;

  const become = (next: LineState) => {
    if (next === state) return;
    state = next;
    changed.tell();
  };
  const online = () => globalThis.navigator?.onLine !== false;

  const connect = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!closed && !socket.connected) socket.connect();
  };
  const later = (longest = LONGEST_WAIT) => {
    if (closed || timer !== undefined) return;
    const wait = Math.min(longest, FIRST_WAIT * 2 ** failures) * (0.5 + jitter() / 2);
    failures = Math.min(failures + 1, 6);
    timer = setTimeout(connect, wait);
  };
  const lost = () => {
    if (state === 'signed-out' || state === 'locked' || state === 'old-version') return;
    become(online() ? 'reconnecting' : 'offline');
    later();
  };
  const reset = () => {
    socket.disconnect();
    if (state === 'connected') become('reconnecting');
    connect();
  };

  socket.on('connect', () => {
    failures = 0;
    become('connected');
    opened.tell();
  });
  socket.on('disconnect', lost);
  // The server puts the reason of a refused handshake where Socket.IO carries one: in the message.
  socket.on('connect_error', ({ message }) => {
    if (message === ('wrong-version' satisfies Refusal)) become('old-version');
    else if (message === ('signed-out' satisfies Refusal)) become('signed-out');
    else if (message === ('locked' satisfies Refusal)) become('locked');
    else lost();
  });
  // A device's clock that was set meanwhile must not keep a step closed. Small differences are only the way here.
  for (const name of ['events', 'headers'] as const) {
    socket.on(name, ({ now }) => {
      if (Math.abs(now - Date.now() - ahead) > CLOCK_WAS_SET) ahead = now - Date.now();
    });
  }
  socket.on('farewell', ({ reason }) => {
    if (reason === 'signed-out' || reason === 'locked') become(reason);
  });

  const woken = () => {
    if (state === 'old-version') return;
    if (!online()) {
      if (state !== 'signed-out' && state !== 'locked') become('offline');
    } else if (socket.connected) {
      patience = FIRST_ANSWER;
      opened.tell();
      patience = ANSWER;
    } else {
      failures = 0;
      reset();
    }
  };
  const unwatch = watch(woken);
  connect();

  /** Asks and waits for the answer; undefined where the line was lost or stayed silent. */
  const ask = async <Reply>(question: () => Promise<Reply>): Promise<Reply | undefined> => {
    if (!socket.connected) return undefined;
    const line = socket.id;
    try {
      return await question();
    } catch {
      if (socket.connected && socket.id === line) reset();
      return undefined;
    }
  };

  return {
    state: () => state,
    subscribe: changed.subscribe,
    /** Calls whenever the line has just opened or may have missed something: the moment to catch up and to send again. */
    onOpen: opened.subscribe as Listeners['subscribe'],
    onEvents: (listener: ServerToClient['events']) => on('events', listener),
    onHeaders: (listener: ServerToClient['headers']) => on('headers', listener),
    /** Calls where something may be read no more, all of a space or its kept talks: whoever follows something asks again. */
    onUnfollowed: (listener: ServerToClient['unfollowed']) => on('unfollowed', listener),
    onPresence: (listener: ServerToClient['presence']) => on('presence', listener),
    /** The server's clock in ms, as well as it is known. */
    now: () => Date.now() + ahead,
    /** How long the last answer took, in ms. */
    roundTrip: () => roundTrip,

    async follow(follow: Follow): Promise<FollowReply | undefined> {
      const asked = Date.now();
      const reply = await ask<FollowReply>(() => socket.timeout(patience).emitWithAck('follow', follow));
      if (reply?.ok) {
        roundTrip = Date.now() - asked;
        ahead = Math.round(reply.now + roundTrip / 2 - Date.now());
      }
      return reply;
    },
    unfollow(target: Pick<Follow, 'to' | 'id'>): void {
      if (socket.connected) socket.emit('unfollow', target);
    },
    command: (envelope: CommandEnvelope): Promise<CommandReply | undefined> =>
      ask<CommandReply>(() => socket.timeout(ANSWER).emitWithAck('command', envelope)),
    report(report: PresenceReport): void {
      if (socket.connected) socket.emit('presence', report);
    },
    /** Leaves this line for a new one at once: whoever signed in anew is known on it. */
    openAnew: reset,
    /** Tries again at once instead of waiting. */
    wake: woken,
    close(): void {
      closed = true;
      clearTimeout(timer);
      unwatch();
      socket.disconnect();
    },
  };

  function on<Name extends keyof ServerToClient>(name: Name, listener: ServerToClient[Name]): () => void {
    socket.on(name, listener as never);
    return () => {
      socket.off(name, listener as never);
    };
  }
}

/** 0 to 1, so that two devices that lost one server do not come back in step. */
function jitter(): number {
  return (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;
}
