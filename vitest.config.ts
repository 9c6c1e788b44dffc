import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

type Project = Extract<TestProjectConfiguration, { test?: unknown }>;

/** One project for each folder of tests: `npm run vitest -- --project wire`. */
const project = (name: string, test: Project['test'] = {}): Project => ({
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...test },
});

/** Real processes and real browsers: time enough on a slow machine, and one file at a time beside the rest. */
const slow = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } },
  fileParallelism: false,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'rules', include: ['tests/*.test.ts'] } },
      project('shared'),
      project('contracts'),
      project('wire'),
      project('server'),
      project('client'),
      project('security'),
      project('tooling'),
      project('faults', slow),
      project('journeys', slow),
    ],
  },
});
