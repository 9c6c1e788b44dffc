import { deGuides } from '@turnward/client/i18n/de-guides.ts';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { BETWEEN } from '@turnward/shared/guides/between.ts';
import type { Guide, Step } from '@turnward/shared/guides/guide.ts';
import { textId } from '@turnward/shared/guides/script.ts';
import { SETTLE_LIBRARY } from '@turnward/shared/guides/settle-library.ts';
import { describe, expect, it } from 'vitest';

type Text = [id: string, english: string | undefined];

const textsOfStep = (step: Step): Text[] => {
  const texts: Text[] = [
    ['purpose', step.purpose],
    ['prompt', step.prompt],
    ['hint', step.hint],
    ['listening', step.listening],
    ...step.fields.map(({ id, label }): Text => [`field.${id}`, label]),
    ...step.scales.map(({ id, label }): Text => [`scale.${id}`, label]),
    ...step.choices.map(({ id, label }): Text => [`choice.${id}`, label]),
    ...step.starters.map((starter, n): Text => [`starter.${n}`, starter]),
  ];
  return texts.map(([id, english]) => [`${textId(step.id)}.${id}`, english]);
};

const textsOfGuide = (guide: Guide): Text[] =>
  [
    ['title', guide.title] satisfies Text,
    ['about', guide.about] satisfies Text,
    ...guide.outline.map(({ id, title }): Text => [`outline.${id}`, title]),
    ...(guide.cards ?? []).map(({ id, text }): Text => [`card.${id}`, text]),
    ...guide.steps.flatMap(textsOfStep),
  ].map(([id, english]): Text => [`guide.${guide.id}.${id}`, english]);

const textsOfLibrary = (): Text[] =>
  SETTLE_LIBRARY.flatMap(({ id, title, about, steps }): Text[] => [
    [`guide.settle.${id}.title`, title],
    [`guide.settle.${id}.about`, about],
    ...steps.map((step, n): Text => [`guide.settle.${id}.step.${n}`, step]),
  ]);

const textsOfBetween = (): Text[] =>
  Object.values(BETWEEN)
    .flatMap(textsOfStep)
    .map(([id, english]) => [`guide.${id}`, english]);

const english = new Map(
  [...GUIDES.flatMap(textsOfGuide), ...textsOfBetween(), ...textsOfLibrary()].filter(
    (text): text is [string, string] => text[1] !== undefined,
  ),
);

describe('the German of the guides', () => {
  it('every text of every guide, step in between and settling exercise has a German one', () => {
    expect([...english.keys()].filter((id) => !deGuides[id])).toEqual([]);
  });

  it('no German text is left over from a guide that changed', () => {
    expect(Object.keys(deGuides).filter((id) => !english.has(id))).toEqual([]);
  });

  it('is German: none is the English text, and a starter stays open where the English one is open', () => {
    for (const [id, source] of english) {
      expect(deGuides[id], id).not.toBe(source);
      if (id.includes('.starter.')) expect(deGuides[id]?.endsWith('…'), id).toBe(source.endsWith('…'));
    }
  });

  it('R25 assumes nobody’s gender', () => {
    const gendered = /\b(Partner|Partnerin|Ehemann|Ehefrau|Mann|Frau)\b/;
    expect(Object.values(deGuides).filter((text) => gendered.test(text))).toEqual([]);
  });
});
