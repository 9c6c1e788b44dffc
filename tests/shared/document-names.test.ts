import { type DocumentRef, documentName, documentsOf, parseDocumentName } from '@turnward/shared/documents/names.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const anyRef: fc.Arbitrary<DocumentRef> = fc.oneof(
  fc.record({ kind: fc.constant('deck' as const), conversationId: id }),
  fc.record({ kind: fc.constant('story' as const), conversationId: id }),
  fc.record({ kind: fc.constant('draft' as const), conversationId: id, seat: fc.constantFrom(...SEATS) }),
  fc.record({ kind: fc.constant('notes' as const), spaceId: id, memberId: id }),
);

describe('the names of documents', () => {
  it('DO1 law: say which document it is, and nothing else does', () => {
    fc.assert(
      fc.property(anyRef, (ref) => {
        expect(parseDocumentName(documentName(ref))).toEqual(ref);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const ref = parseDocumentName(name);
        if (ref) expect(documentName(ref)).toBe(name);
      }),
    );
  });

  it.each([
    '',
    'deck',
    'deck/',
    'deck//',
    'deck/c1/',
    'deck/c1/a',
    'story/c1/a',
    'draft/c1',
    'draft/c1/',
    'draft/c1/c',
    'draft/c1/A',
    'draft/c1/a/b',
    'notes/s1',
    'notes/s1/',
    'notes/s1/m1/x',
    'talk/c1',
    'guide/g1',
    'DECK/c1',
    ' deck/c1',
    'deck/c1\n',
    'deck/c 1',
    'deck/..',
    'deck/%2e%2e',
    '/deck/c1',
    `deck/${'x'.repeat(65)}`,
    `notes/s1/${'x'.repeat(65)}`,
    'constructor/c1',
    '__proto__/c1',
  ])('DO1 knows no document by the name "%s"', (name) => {
    expect(parseDocumentName(name)).toBeUndefined();
  });

  it('KP2 lists all that belongs to one conversation, each by a name that is one', () => {
    const refs = documentsOf('c1').map(parseDocumentName);
    expect(refs).toEqual([
      { kind: 'deck', conversationId: 'c1' },
      { kind: 'draft', conversationId: 'c1', seat: 'a' },
      { kind: 'draft', conversationId: 'c1', seat: 'b' },
      { kind: 'story', conversationId: 'c1' },
    ]);
  });
});
