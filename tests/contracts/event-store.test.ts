import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { eventStoreContract } from './event-store.contract.ts';

eventStoreContract('memory', async () => openMemory().events);
eventStoreContract('SQLite', async () => (await openFolder(dataFolder())).events);
