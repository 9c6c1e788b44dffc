import { expect, it } from 'vitest';
import { filesBehind, type Manifest } from '../../scripts/check-size.ts';

const manifest: Manifest = {
  'index.html': { file: 'main.js', imports: ['_react.js'] },
  '_react.js': { file: 'react.js' },
  'talk.tsx': { file: 'talk.js', imports: ['_react.js', '_socket.js'] },
  '_socket.js': { file: 'socket.js', imports: ['_react.js'] },
};

it('counts a chunk and all it imports, each once', () => {
  expect([...filesBehind(manifest, ['index.html', 'talk.tsx'])].sort()).toEqual([
    'main.js',
    'react.js',
    'socket.js',
    'talk.js',
  ]);
});

it('fails where a page it should weigh is not in the build', () => {
  expect(() => filesBehind(manifest, ['gone.tsx'])).toThrow('no chunk for gone.tsx');
});
