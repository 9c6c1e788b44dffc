import type { EventStore } from '../ports/event-store.ts';
import type { TokenStore } from '../ports/token-store.ts';
import type { Names } from './names.ts';
import type { RunSpaceCommand } from './run-space-command.ts';
import type { Spaces } from './spaces.ts';

/** What the ways into a space are made of. `now` is the server's clock in ms. */
export type AdmissionParts = {
  events: EventStore;
  tokens: TokenStore;
  spaces: Spaces;
  names: Names;
  run: RunSpaceCommand;
  now: () => number;
};
