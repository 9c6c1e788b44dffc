/** A mail in plain text. Nothing in it may be anybody's word or name (ML5). */
export type Letter = { to: string; subject: string; text: string };

/** Sends mail behind whoever asks: nobody waits for it, and nothing fails because of it (ML7). */
export interface Mail {
  send(letter: Letter): void;
  /** Lets go of what was not sent yet. */
  close(): Promise<void>;
}
