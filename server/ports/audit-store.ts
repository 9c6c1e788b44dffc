/** Something that concerns how a person comes in, leaves, or was refused. No words, no names, no addresses. */
export type AuditRow = {
  /** When, in ms. */
  at: number;
  /** Whose entry it is: nobody else reads it. */
  memberId: string;
  what: AuditKind;
  /** What it was about, of a few fixed spellings: `link`, `POST /join`, a device as the server names it. */
  about: string;
};

export type AuditKind =
  | 'signed-in'
  | 'signed-out'
  | 'refused'
  | 'guest-asked'
  | 'guest-frozen'
  | 'guest-left'
  | 'guest-joined'
  | 'factor-added'
  | 'factor-removed'
  | 'exported';

export interface AuditStore {
  /** Durable when it resolves. */
  add(row: AuditRow): Promise<void>;
  /** The latest entries of one person, newest first, at most `limit`. */
  of(memberId: string, limit: number): Promise<AuditRow[]>;
  /** Forgets what is older than `before` (ms); returns how many. */
  sweep(before: number): Promise<number>;
}
