import { settings } from './config.ts';

/** Prints `.env.example`: every setting with its default, as the schema has it. */
const lines = Object.entries(settings).flatMap(([name, { about, fallback }]) => [
  `# ${about}`,
  `${fallback === undefined || fallback === '' ? '#' : ''}${name}=${fallback ?? ''}`,
  '',
]);
process.stdout.write(
  `# Written by \`npm run env:example\` from server/config.ts. Every line is optional.\n\n${lines.join('\n')}`,
);
