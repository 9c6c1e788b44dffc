import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUIDES } from '@turnward/shared/guides/all-guides.ts';
import { STUCK } from '@turnward/shared/guides/macros.ts';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
/** Packages and services that write or judge text. */
const WRITERS =
  /openai|anthropic|gemini|mistral|cohere|ollama|llama|huggingface|transformers|langchain|sentiment|\bai-/i;

describe('words are those of the two', () => {
  it('R12 nothing that is installed writes or judges words', () => {
    const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as { packages: object };
    const names = Object.keys(lock.packages);
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => WRITERS.test(name))).toEqual([]);
  });

  it('R12 what is offered to begin a sentence with is written in the guide, and says nothing in anybody’s place but that words are missing', () => {
    const starters = GUIDES.flatMap(({ steps }) => steps.flatMap(({ starters: offered }) => offered));
    expect(starters.length).toBeGreaterThan(5);
    expect(new Set(starters.filter((starter) => !/…$/.test(starter)))).toEqual(new Set([STUCK]));
  });

  it('R12 no event, and no answer of a door, has a score of anybody', () => {
    const shapes = globSync('shared/{conversation,space,fit}/events.ts', { cwd: project });
    const wires = globSync('shared/wire/*.ts', { cwd: project });
    expect(shapes).toHaveLength(3);
    const scored = [...shapes, ...wires].filter((file) =>
      /\b(score|sincer|honest|rank|streak|points?)\w*\??:/i.test(readFileSync(join(project, file), 'utf8')),
    );
    expect(scored).toEqual([]);
  });
});
