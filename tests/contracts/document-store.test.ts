import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { dataFolder, openFolder } from './data-folder.ts';
import { documentStoreContract } from './document-store.contract.ts';

documentStoreContract('memory', async () => openMemory());
documentStoreContract('SQLite', async () => openFolder(dataFolder()));
