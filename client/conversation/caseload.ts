import { useSyncExternalStore } from 'react';
import { spaceStore } from '../space/replica.ts';
import { type CaseloadRow, openCaseloadStore } from './caseload-store.ts';
import { type Headers, type HeadersStore, openHeadersStore } from './headers-store.ts';
import { giveBackLine, takeLine } from './line.ts';

export type { CaseloadRow } from './caseload-store.ts';
export type { Headers } from './headers-store.ts';

const headers = new Map<string, HeadersStore>();
const caseloads = new Map<string, ReturnType<typeof openCaseloadStore>>();

function headersStore(conversationId: string): HeadersStore {
  const parts = { take: takeLine, giveBack: giveBackLine };
  const store = headers.get(conversationId) ?? openHeadersStore(conversationId, parts);
  headers.set(conversationId, store);
  return store;
}

/** The couples that a facilitator looks after; draws again when something happens with any of them. */
export function useCaseload(spaceIds: readonly string[]): readonly CaseloadRow[] {
  const key = spaceIds.join(' ');
  const store = caseloads.get(key) ?? openCaseloadStore(spaceIds, { space: spaceStore, headers: headersStore });
  caseloads.set(key, store);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** What happened in one talk, also one that has ended, in headers alone: what a progress note is drafted from. */
export function useHeaders(conversationId: string): Headers {
  const store = headersStore(conversationId);
  return useSyncExternalStore(store.subscribe, store.snapshot);
}
