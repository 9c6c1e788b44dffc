import type { Generated } from 'kysely';
import type { AuditRow } from '../../ports/audit-store.ts';
import type { SessionRow } from '../../ports/session-store.ts';
import type { TokenRow } from '../../ports/token-store.ts';

/** `turnward.db`: what happened, and the sealed words. */
export type EventTables = {
  stream: { id: number; name: string; space_id: string };
  /**
   * Rows in arrival order. `header` is the event as JSON. `command_events` counts the events that one command wrote to the
   * stream, on the first of them; it is 0 on the others. `body_id` is null where there never were words, and 0 where the words to copy had been destroyed before.
   */
  event: {
    stream_id: number;
    seq: number;
    at: number;
    type: string;
    header: string;
    author: string;
    command_id: string;
    command_events: number;
    body_id: number | null;
  };
  body: { id: number; sealed: Uint8Array };
  /**
   * What was destroyed here and whose keys are still to be destroyed: the key of a body, all keys of a stream by its name, or one
   * of them by its id.
   */
  shred_due: { body_id: number | null; stream: string | null; stream_key_id: number | null; at: number };
  /** One row: the last row of `shred_log` that this file has followed. A restored backup has followed fewer. */
  shred_followed: { through: number };
  /** `key_id` is the stream key that all rows of the document are sealed with, null before the first. */
  document: { id: number; name: string; space_id: string; incarnation: string; key_id: number | null };
  /** Updates in arrival order. A snapshot stands in the row of the last update that it replaced. */
  document_row: { id: number; document_id: number; sealed: Uint8Array };
  audit: { id: Generated<number>; at: number; member_id: string; what: AuditRow['what']; about: string };
  /** `strong` is 0 or 1. */
  session: {
    id_hash: string;
    member_id: string;
    device: string;
    kind: SessionRow['kind'];
    created_at: number;
    expires_at: number;
    auth_at: number;
    strong: number;
    seen_at: number;
    locked_at: number | null;
  };
  /** `folded_name` is how the name is compared. The `totp_…` of an app belong together: all set, or none. */
  account: {
    member_id: string;
    name: string | null;
    folded_name: string | null;
    password: string | null;
    password_at: number | null;
    totp_kek_id: string | null;
    totp_wrapped: Uint8Array | null;
    totp_sealed: Uint8Array | null;
    totp_counts_from: number | null;
    totp_step: number;
  };
  /** `transports` is a JSON list. */
  passkey: {
    id: string;
    member_id: string;
    public_key: Uint8Array;
    counter: number;
    transports: string;
    label: string;
    created_at: number;
    counts_from: number;
  };
  recovery_code: { hash: string; member_id: string; created_at: number };
  /** `change` is a `WaitingChange` as JSON. */
  pending_change: { id: string; member_id: string; change: string; due: number };
  mail_address: { member_id: string; found: string; sealed: Uint8Array; at: number };
  /** One row, of id 1. */
  mail_key: { id: number; kek_id: string; wrapped: Uint8Array };
  app_lock: { member_id: string; pin: string };
  app_lock_tries: { device: string; count: number; at: number };
  token: { hash: string; kind: TokenRow['kind']; space_id: string; subject: string; expires_at: number };
};

/**
 * `keys.db`: kept apart, with a backup policy of its own. No row is ever deleted: a destroyed key is overwritten with zeros in
 * its place. Deleting rows lets SQLite rearrange pages, which leaves copies of live keys in their gaps, out of reach of
 * `secure_delete` once those keys are destroyed in turn (ES5).
 */
export type KeyTables = {
  /** `proof` is a random key wrapped by this key-encryption key: it shows at start whether the right one was given. */
  kek: { id: string; proof: Uint8Array };
  /**
   * Of a stream by its author; or of a document, see `documentKeys`. `tag` is random and stays with the key: ids are given again
   * where older copies were put back. Null for keys from before there were tags.
   */
  stream_key: {
    id: number;
    stream: string;
    author: string;
    kek_id: string;
    wrapped: Uint8Array;
    live: number;
    tag: string | null;
  };
  body_key: { body_id: number; stream_key_id: number; wrapped: Uint8Array };
  /** `tag` is that of the stream key, or `tagOfBodyKey`. Null where it was not known: then the id alone says which. */
  shred_log: { id: number; kind: 'body' | 'stream_key'; object_id: number; at: number; tag: string | null };
};
