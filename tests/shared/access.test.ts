import { type Access, type Asker, accessTo, type Moment } from '@turnward/shared/documents/access.ts';
import type { DocumentRef } from '@turnward/shared/documents/names.ts';
import { describe, expect, it } from 'vitest';

const MEMBERS: Record<string, Asker> = {
  robin: { memberId: 'robin', role: 'partner', seat: 'a' },
  kim: { memberId: 'kim', role: 'partner', seat: 'b' },
  ada: { memberId: 'ada', role: 'facilitator' },
  eve: { memberId: 'eve', role: 'facilitator' },
};

const conversationId = 'c1';
const notesOf = (memberId: string): DocumentRef => ({ kind: 'notes', spaceId: 's1', memberId });
const DOCUMENTS: Record<string, DocumentRef> = {
  deck: { kind: 'deck', conversationId },
  'draft-of-robin': { kind: 'draft', conversationId, seat: 'a' },
  'draft-of-kim': { kind: 'draft', conversationId, seat: 'b' },
  story: { kind: 'story', conversationId },
  'notes-of-ada': notesOf('ada'),
  'notes-of-eve': notesOf('eve'),
  'notes-of-robin': notesOf('robin'),
  'notes-of-nobody': notesOf('nobody'),
};

/** Robin and Kim are the partners, Ada and Eve facilitate. A star stands for each of what may stand there. */
const TABLE = `
  document         member     phase      paused  at a step  somebody       this asker  the guide lets  may
                                                 for both   leads          leads       them write
  ---------------------------------------------------------------------------------------------------
  deck             *          gathering  *       *          *              *           *               write
  deck             *          live       no      *          no             *           *               write
  deck             *          live       no      *          yes            yes         *               write
  deck             *          live       no      *          yes            no          *               read
  deck             *          live       yes     *          *              *           *               read
  deck             *          ended      *       *          *              *           *               none

  draft-of-robin   robin      gathering  *       *          *              *           *               write
  draft-of-robin   robin      live       *       *          *              *           *               write
  draft-of-robin   robin      ended      *       *          *              *           *               none
  draft-of-robin   kim        *          *       *          *              *           *               none
  draft-of-robin   ada,eve    *          *       *          *              *           *               none

  draft-of-kim     kim        gathering  *       *          *              *           *               write
  draft-of-kim     kim        live       *       *          *              *           *               write
  draft-of-kim     kim        ended      *       *          *              *           *               none
  draft-of-kim     robin      *          *       *          *              *           *               none
  draft-of-kim     ada,eve    *          *       *          *              *           *               none

  story            *          gathering  *       *          *              *           *               none
  story            robin,kim  live       no      yes        *              *           *               write
  story            ada,eve    live       no      yes        *              *           yes             write
  story            ada,eve    live       no      yes        *              *           no              read
  story            *          live       no      no         *              *           *               read
  story            *          live       yes     *          *              *           *               read
  story            *          ended      *       *          *              *           *               none

  notes-of-ada     ada        *          *       *          *              *           *               write
  notes-of-ada     eve        *          *       *          *              *           *               none
  notes-of-ada     robin,kim  *          *       *          *              *           *               none
  notes-of-eve     eve        *          *       *          *              *           *               write
  notes-of-eve     ada        *          *       *          *              *           *               none
  notes-of-eve     robin,kim  *          *       *          *              *           *               none
  notes-of-robin   *          *          *       *          *              *           *               none
  notes-of-nobody  *          *          *       *          *              *           *               none
`;

const PHASES = ['gathering', 'live', 'ended'] as const;
const YES_OR_NO = ['yes', 'no'];
const COLUMNS = [
  Object.keys(DOCUMENTS),
  Object.keys(MEMBERS),
  PHASES,
  YES_OR_NO,
  YES_OR_NO,
  YES_OR_NO,
  YES_OR_NO,
  YES_OR_NO,
];

/** Every way to choose one of each column, as `deck robin live no yes no no`. */
const everyCase = (columns: readonly (readonly string[])[]): string[] =>
  columns.reduce<string[]>(
    (found, column) => found.flatMap((begun) => column.map((each) => `${begun} ${each}`.trim())),
    [''],
  );

type Row = { text: string; cases: string[]; access: Access };

const [, BODY = ''] = TABLE.split('---\n');
const rows: Row[] = BODY.split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const cells = line.trim().split(/\s+/);
    const choices = COLUMNS.map((column, at) => (cells[at] === '*' ? column : (cells[at]?.split(',') ?? [])));
    return { text: cells.join(' '), cases: everyCase(choices), access: cells.at(-1) as Access };
  });

function accessIn(each: string): Access {
  const [document = '', member = '', phase, ...flags] = each.split(' ');
  const [paused, together, facilitated, leads, facilitatorWrites] = flags.map((flag) => flag === 'yes');
  const moment = { phase, paused, together, facilitated, leads, facilitatorWrites } as Moment;
  return accessTo(DOCUMENTS[document] as DocumentRef, MEMBERS[member] as Asker, moment);
}

describe('who may do what with a document', () => {
  it('DO1 is said once for every document, member and moment', () => {
    const said = rows.flatMap(({ cases }) => cases);
    expect([...said].sort()).toEqual([...everyCase(COLUMNS)].sort());
    expect(said).toHaveLength(8 * 4 * 3 * 2 ** 5);
  });

  it.each(rows)('DO1 $text', ({ cases, access }) => {
    expect(cases.map((each) => [each, accessIn(each)])).toEqual(cases.map((each) => [each, access]));
  });

  it('DO1 gives a partner nothing of the other’s draft and of any notes, whatever else is the case', () => {
    for (const each of everyCase(COLUMNS)) {
      const [document = '', member = ''] = each.split(' ');
      const foreign =
        document.startsWith('notes') || document === (member === 'robin' ? 'draft-of-kim' : 'draft-of-robin');
      if (MEMBERS[member]?.role === 'partner' && foreign) expect([each, accessIn(each)]).toEqual([each, 'none']);
    }
  });
});
