import type { Page } from 'playwright-core';

export type FramesHeard = {
  /** What came down on the line of commands, as text. */
  commands: string[];
  /** What came down on the line of edits: the document's name and its bytes. */
  edits: { document: string; bytes: Buffer }[];
};

/** Everything that the server sends to sockets which this page opens from now on. */
export function listenTo(page: Page): FramesHeard {
  const heard: FramesHeard = { commands: [], edits: [] };
  page.on('websocket', (socket) => {
    const document = /\/yjs\/([^?]*)/.exec(socket.url())?.[1];
    socket.on('framereceived', ({ payload }) => {
      if (document === undefined) heard.commands.push(String(payload));
      else heard.edits.push({ document: decodeURIComponent(document), bytes: Buffer.from(payload) });
    });
  });
  return heard;
}

/** Whether any frame holds these words, in a spelling that a frame could give them. */
export function wasHeard({ commands, edits }: FramesHeard, words: string): boolean {
  const spelled = [
    Buffer.from(words),
    Buffer.from(words, 'utf16le'),
    Buffer.from(Buffer.from(words).toString('base64')),
  ];
  const frames = [...commands.map((text) => Buffer.from(text)), ...edits.map(({ bytes }) => bytes)];
  return frames.some((frame) => spelled.some((each) => frame.includes(each)));
}
