import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { offlineHelp } from './offline/offline-plugin.ts';

/** In development the pages come from Vite, everything else from the server beside it. */
const server = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;
const doors = ['/api', '/healthz', '/left', '/help-lines.json'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offlineHelp()],
  build: {
    manifest: true,
    emptyOutDir: true,
    /** Every file by its own address, as the content security policy wants: no data: fonts or pictures. */
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: {
    proxy: {
      ...Object.fromEntries(doors.map((door) => [door, { target: server }])),
      '/live': { target: server, ws: true },
      '/yjs': { target: server, ws: true },
    },
  },
});
