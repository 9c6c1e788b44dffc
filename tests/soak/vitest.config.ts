import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** For as long as it takes; not part of `npm test`. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['tests/soak/*.soak.ts'],
    testTimeout: 0,
    hookTimeout: 60_000,
  },
});
