import path from 'node:path';
import { createViteServer } from 'vitest/node';

const project = path.join(import.meta.dirname, '../..');

export type ModulePage = { url: string; close: () => Promise<void> };

/** A page that runs one module of this project as it is, with all it imports. `module`: from the root of the project. */
export async function servePage(module: string): Promise<ModulePage> {
  const server = await createViteServer({
    root: project,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
    plugins: [
      {
        name: 'one-module',
        configureServer: ({ middlewares }) => {
          middlewares.use('/page', (_request, response) => {
            response.setHeader('content-type', 'text/html');
            response.end(`<!doctype html><meta charset="utf-8"><body><script type="module" src="/${module}"></script>`);
          });
        },
      },
    ],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('The page is not served.');
  return { url: `http://127.0.0.1:${address.port}/page`, close: () => server.close() };
}
