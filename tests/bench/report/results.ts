import type { DocumentPeerName } from '../documents/document-peer.ts';
import { type Faults, faultless } from '../load/account.ts';
import type { Window } from '../load/open-loop.ts';
import type { Caseload } from '../measures/caseload.ts';
import type { Cold } from '../measures/cold.ts';
import type { Ends } from '../measures/ends.ts';
import type { Idle } from '../measures/idle.ts';
import type { IdleDocuments } from '../measures/idle-documents.ts';
import type { Long } from '../measures/long.ts';
import type { Rejoin } from '../measures/rejoin.ts';
import type { Stored } from '../measures/stored.ts';
import type { Sustained } from '../measures/sustained.ts';
import type { Peer } from '../peers/peer.ts';

type UnderLoad = { steady?: Window[]; sustained?: Sustained };
export type PeerResults = UnderLoad & { idle?: Idle; rejoin?: Rejoin };
export type DocumentResults = UnderLoad & { idle?: IdleDocuments };

/** All figures of a run, as measured; absent where a measure was left out. */
export type Results = {
  peers: Record<Peer['name'], PeerResults>;
  documents: Record<DocumentPeerName, DocumentResults>;
  long?: Long;
  stored?: Stored;
  cold?: Cold[];
  caseload?: Caseload;
  ends?: Ends;
};

export const noResults = (): Results => ({
  peers: { Turnward: {}, 'bare Socket.IO': {}, 'raw ws': {} },
  documents: { Turnward: {}, '@y/websocket-server': {}, Hocuspocus: {}, 'raw relay': {} },
});

export type Fault = { where: string; rate: number; faults: Faults; trouble: string };

/** Every window of load in the run, and whose it was. */
export function windowsOf({ peers, documents, long }: Results): { where: string; window: Window }[] {
  const of = (where: string, windows: readonly Window[] = []) => windows.map((window) => ({ where, window }));
  const underLoad = (what: string, results: Record<string, UnderLoad>) =>
    Object.entries(results).flatMap(([name, { steady, sustained }]) => [
      ...of(`${name}, ${what}`, steady),
      ...of(`${name}, ${what}`, sustained?.windows),
    ]);
  return [
    ...underLoad('talks', peers),
    ...underLoad('documents', documents),
    ...of('long talks', long?.short),
    ...of('long talks', long?.long),
  ];
}

/** Every window in which something was missing, doubled, refused or sent to the wrong room. */
export const faultsOf = (results: Results): Fault[] =>
  windowsOf(results)
    .filter(({ window }) => !faultless(window.faults))
    .map(({ where, window: { rate, faults, trouble } }) => ({ where, rate, faults, trouble }));
