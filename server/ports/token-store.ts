/**
 * A secret that opens a door: an invite link, a spoken code, a link for one's own other device.
 * Only the SHA-256 (hex) is stored. `subject` is what it opens: an invite id for `link` and `code`, a member id for
 * `device` and `mail`, which signs in; a member id and the id of a change that waits, parted by a blank, for `cancel`. `waiting` finds the entry request of somebody who came by code: `hash` is of their member id, `subject` the request.
 */
export type TokenRow = {
  hash: string;
  kind: 'link' | 'code' | 'device' | 'waiting' | 'mail' | 'cancel';
  spaceId: string;
  subject: string;
  expiresAt: number;
};

export interface TokenStore {
  add(token: TokenRow): Promise<void>;
  /** The row if it is there and not expired at `now` (ms). Looking uses nothing up. */
  look(hash: string, now: number): Promise<TokenRow | undefined>;
  /** Takes the row out: of any number of callers at once, one gets it. */
  take(hash: string, now: number): Promise<TokenRow | undefined>;
  /** Takes out all that open this, used or not. */
  removeOf(subject: string): Promise<void>;
  sweep(now: number): Promise<number>;
}
