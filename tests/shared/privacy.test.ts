import type { Answer } from '@turnward/shared/conversation/commands.ts';
import { own, talk } from '@turnward/shared/conversation/outcome.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { reachAndRespond } from '@turnward/shared/guides/reach-and-respond.ts';
import {
  isOfTalk,
  mayRead,
  parseStreamName,
  readableStreams,
  type StreamKind,
  type Viewer,
} from '@turnward/shared/kernel/stream.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../kit/decider.ts';
import { play } from '../kit/spec-log.ts';

const KINDS: StreamKind[] = ['space', 'talk', 'own/a', 'own/b', 'aside/a', 'aside/b', 'fit/a', 'fit/b'];
const MAY: [string, Viewer, StreamKind[]][] = [
  ['partner a', { role: 'partner', seat: 'a' }, ['space', 'talk', 'own/a', 'aside/a', 'fit/a']],
  ['partner b', { role: 'partner', seat: 'b' }, ['space', 'talk', 'own/b', 'aside/b', 'fit/b']],
  ['the facilitator', { role: 'facilitator' }, ['space', 'talk', 'aside/a', 'aside/b']],
];

describe('privacy', () => {
  it.each(MAY)('PR1 opens to %s these streams and no others', (_, viewer, may) => {
    expect(KINDS.filter((kind) => mayRead(kind, viewer))).toEqual(may);
    const ofTheTalk = may.filter(isOfTalk).map((kind) => `${kind}:c1`);
    expect(readableStreams('c1', viewer)).toEqual(ofTheTalk);
  });

  it('PR1 reads a stream’s audience from its name, and knows no other names', () => {
    expect(parseStreamName('own/a:c1')).toEqual({ kind: 'own/a', id: 'c1' });
    for (const name of ['own/c:c1', 'own/:c1', 'own:c1', 'talk:', 'talk', ':c1', '', 'toString:c1', 'Talk:c1']) {
      expect(parseStreamName(name)).toBeUndefined();
    }
  });

  const PRIVATE: [stepId: string, one: Answer, other: Answer | 'pass'][] = [
    ['ready', { choice: 'yes' }, { choice: 'yes', text: { when: 'Tomorrow would be better.' } }],
    ['rate', { scales: { stirred: 0 } }, { scales: { stirred: 9 } }],
    [
      'underneath',
      { text: { fear: 'x', need: 'y' } },
      { text: { show: 'anger', under: 'x'.repeat(400), fear: 'z', need: 'w' } },
    ],
    ['underneath', { text: { fear: 'x', need: 'y' } }, 'pass'],
    ['intend', { text: { text: 'To listen.' } }, 'pass'],
    ['after', { scales: { stirred: 1, heard: 10 } }, 'pass'],
    ['keep', { choice: 'keep' }, { choice: 'let-go' }],
  ];

  it.each(PRIVATE)('PR3 keeps the answer to %s with its author, whatever it is', (stepId, one, other) => {
    const before = play(reachAndRespond).to(stepId);
    const answers = [one, other].map((answer) =>
      answer === 'pass' ? before.copy().pass('a') : before.copy().answer('a', answer),
    );
    for (const after of answers) {
      expect(after.readBy('b')).toEqual(before.readBy('b'));
      expect(after.seenBy('b')).toEqual(before.seenBy('b'));
      expect(after.read('own/a')).toHaveLength(before.read('own/a').length + 1);
    }
  });

  it('PR3 shows the partner the same end of a private step, whatever was answered or passed', () => {
    const ends = (
      ['pass', { text: { fear: 'x', need: 'y' } }, { text: { fear: 'z', need: 'w', show: 'v' } }] as const
    ).map((answer) => {
      const log = play(reachAndRespond).to('underneath');
      if (answer === 'pass') log.pass('a');
      else log.answer('a', answer);
      return log.answer('b').readBy('b');
    });
    for (const end of ends) expect(end).toEqual(ends[0]);
  });

  it('PR4 puts no number where the partner reads, in any guide', () => {
    for (const guide of GUIDES) {
      const log = play(guide);
      const numbers = [];
      for (let turn = 0; log.state.phase === 'live' && turn < 200; turn++) {
        const from = log.entries.length;
        log.playTurn();
        numbers.push(...log.entries.slice(from).filter(({ words }) => words?.scales));
      }
      for (const { stream, event } of numbers) expect(stream).toBe(`own/${'seat' in event && event.seat}:c1`);
      expect(JSON.stringify([log.read('talk'), log.read('space')])).not.toContain('scales');
    }
  });

  it('PR4 parts the number from the words shown beside it', () => {
    const log = play(heard).to('respond.check');
    const { turnId, opensAt } = log.turn;
    const answer = { choice: 'park', scales: { met: 4 }, text: { text: 'More time.' } };
    const about = { turnId, stepId: 'respond.check', kind: 'check', seat: 'a' } as const;
    given(log)
      .when({ type: 'Contribute', turnId, answer }, 'a', opensAt)
      .records(
        own({ type: 'Answered', ...about }, { scales: { met: 4 } }),
        talk({ type: 'Contributed', ...about, choice: 'park' }, { text: { text: 'More time.' } }),
        talk({ type: 'TurnStarted', turnId: `t${log.state.turns + 1}`, stepId: 'share~2', holders: ['b'], opensAt }),
      );
  });

  it('PR7 shows both together, in one record, and neither before', () => {
    const log = play(heard)
      .to('intend')
      .answer('b', { text: { text: 'To listen.' } });
    expect(JSON.stringify(log.read('talk'))).not.toContain('To listen.');
    const about = { turnId: log.turn.turnId, stepId: 'intend', kind: 'intend' } as const;
    const mine = { text: { text: 'To be honest.' } };
    given(log)
      .when({ type: 'Contribute', turnId: about.turnId, answer: mine }, 'a')
      .records(
        own({ type: 'Answered', ...about, seat: 'a' }, mine),
        talk({ type: 'Revealed', ...about, seat: 'a' }, mine),
        {
          ...talk({ type: 'Revealed', ...about, seat: 'b' }),
          words: { copyOf: { kind: 'own/b', seq: log.read('own/b').length } },
        },
        talk({ type: 'TurnStarted', turnId: 't4', stepId: 'share', holders: ['a'], opensAt: log.now }),
      );
    log.answer('a', mine);
    const shown = log.readBy('a').filter(({ event }) => event.type === 'Revealed');
    expect(shown.map(({ words }) => words?.text?.text)).toEqual(['To be honest.', 'To listen.']);
  });

  it('PR7 shows who passed as passed, and the other’s words all the same', () => {
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const log = play(heard).to('intend');
      if (first === 'a') log.pass('a').answer('b', { text: { text: 'To listen.' } });
      else log.answer('b', { text: { text: 'To listen.' } }).pass(second);
      const shown = log.read('talk').filter(({ event }) => event.type === 'Revealed');
      expect(shown.map(({ event, words }) => [event.type === 'Revealed' && event.passed, words?.text?.text])).toEqual([
        [true, undefined],
        [undefined, 'To listen.'],
      ]);
      expect(Object.values(log.state.authors)).toEqual(['b']);
    }
  });
});
