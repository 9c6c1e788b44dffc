/** Who may import whom. Each rule has a sentence; tests/tooling/boundaries.test.ts shows that each one bites. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
/** Pure libraries that documents are made of. */
const merging = ['yjs', 'lib0', 'fractional-indexing'];
const line = '(shared|server|client)';
const schemas = 'shared/(guides/guide-schema|wire/(account-doors|doors|fit-doors|help-lines|lock-doors|schemas))[.]ts';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other, even for types only, are one module or hide a third.',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      comment: 'What is imported exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'names-say-what-is-inside',
      comment: 'A file called utils or index says nothing, and everything ends up in it.',
      severity: 'error',
      from: { path: `^(${line}|tests|scripts)/` },
      to: {
        path: '/(index|utils?|helpers?|types|common|manager|service)[.]tsx?$',
        pathNot: 'node_modules/',
      },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'The program does not know that it is tested.',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'Scripts use the program; only the tests of the tooling use scripts.',
      severity: 'error',
      from: { pathNot: '^(scripts|tests/tooling)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared imports only shared, so that the same rules run on the server, in the browser and in a test.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', npm('zod', ...merging)] },
    },
    {
      name: 'merging-in-documents-only',
      comment: 'What a document holds is told in Yjs; deciders fold events and know nothing that merges.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/documents/' },
      to: { path: npm(...merging) },
    },
    {
      name: 'zod-in-guides-and-wire-only',
      comment: 'Schemas guard what comes from outside: guides and the wire. Deciders trust their types.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/(guides|wire)/' },
      to: { path: npm('zod') },
    },
    {
      name: 'kernel-is-the-floor',
      comment: 'kernel <- guides: the kernel stands on nothing.',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { path: '^shared/(?!kernel/)' },
    },
    {
      name: 'guides-stand-on-kernel',
      comment: 'guides <- conversation: a guide is data and knows nothing that runs it.',
      severity: 'error',
      from: { path: '^shared/guides/' },
      to: { path: '^shared/(?!guides/|kernel/)' },
    },
    {
      name: 'deciders-do-not-know-the-wire',
      comment: 'conversation, space, documents, fit <- wire: what is decided does not depend on how it travels.',
      severity: 'error',
      from: { path: '^shared/(conversation|space|documents|fit)/' },
      to: { path: '^shared/wire/' },
    },
    {
      name: 'notes-know-what-happened',
      comment:
        'conversation <- notes: a note is drafted from events; no document and no frame tells it anything (NO1).',
      severity: 'error',
      from: { path: '^shared/notes/' },
      to: { path: '^shared/(?!notes/|kernel/|guides/|conversation/)' },
    },
    {
      name: 'nothing-shared-knows-notes',
      comment: 'A note is read beside the talk: no rule, no document and no frame depends on it.',
      severity: 'error',
      from: { path: '^shared/(?!notes/)' },
      to: { path: '^shared/notes/' },
    },
    {
      name: 'server-and-client-never-meet',
      comment: 'They share shared/ and the wire, nothing else.',
      severity: 'error',
      from: { path: '^(server|client)/' },
      to: { path: '^(server|client)/', pathNot: '^$1/' },
    },
    {
      name: 'commands-never-meet-edits',
      comment: 'A command may be refused, an edit is merged: the two lines have nothing to say to each other.',
      severity: 'error',
      from: { path: `^${line}/(conversation|space)/` },
      to: { path: `^${line}/documents/` },
    },
    {
      name: 'edits-never-meet-commands',
      comment: 'A command may be refused, an edit is merged: the two lines have nothing to say to each other.',
      severity: 'error',
      from: { path: `^${line}/documents/` },
      to: { path: `^${line}/(conversation|space)/` },
    },
    {
      name: 'ports-are-words-only',
      comment: 'A port is an agreement: it needs the words of shared and other ports, and no program.',
      severity: 'error',
      from: { path: '^server/ports/' },
      to: { pathNot: '^(shared|server/ports)/' },
    },
    {
      name: 'adapters-see-ports-only',
      comment: 'An adapter fulfils ports with keys, shared words, Node and its driver; it never calls the program.',
      severity: 'error',
      from: { path: '^server/adapters/([^/]+)/' },
      to: {
        pathNot: ['^server/adapters/$1/', '^server/(ports|keys)/', '^shared/', npm('kysely', 'nodemailer', '@types/nodemailer')],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'only-compose-sees-adapters',
      comment: 'Which adapter is behind a port is decided in one place.',
      severity: 'error',
      from: { pathNot: ['^server/(compose[.]ts|adapters/)', '^tests/'] },
      to: { path: '^server/adapters/' },
    },
    {
      name: 'keys-know-no-store',
      comment: 'Keys are made and wrapped without knowing where anything is stored.',
      severity: 'error',
      from: { path: '^server/keys/' },
      to: { path: '^server/(?!keys/|ports/)' },
    },
    {
      name: 'sockets-at-the-edge',
      comment: 'socket.io, ws and express are seen only in gateways, http, compose and main.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/(http/|compose[.]ts|main[.]ts)', '/gateway[.]ts$'] },
      to: { path: npm('socket[.]io', 'ws', 'express', '@types/express') },
    },
    {
      name: 'client-features-are-islands',
      comment: 'What one feature needs of another belongs in ui or in a replica.',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/$1/' },
    },
    {
      name: 'client-features-do-not-know-the-app',
      comment: 'app -> features: a page is put into the app and does not reach back.',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/(app/|main[.]tsx|vite[.]config[.]ts)' },
      to: { path: '^client/(app/|main[.]tsx)' },
    },
    {
      name: 'client-lines-do-not-draw',
      comment: 'Replicas and doors hold state and send wishes; drawing is for features and ui.',
      severity: 'error',
      from: { path: '^client/(conversation|space|documents|line)/' },
      to: { path: '^client/(features|room|ui|styles|i18n)/' },
    },
    {
      name: 'room-draws-a-talk-for-all',
      comment: 'A talk looks the same to whoever sits in it: room knows replicas, ui and words, and no feature.',
      severity: 'error',
      from: { path: '^client/room/' },
      to: { path: '^client/(?!room/|conversation/|space/|documents/|ui/|styles/|i18n/)' },
    },
    {
      name: 'ui-draws-what-it-is-given',
      comment: 'ui knows ui, styles and words: no replica, no fetch.',
      severity: 'error',
      from: { path: '^client/ui/' },
      to: { path: '^client/(?!ui/|styles/|i18n/)' },
    },
    {
      name: 'ui-decides-nothing',
      comment: 'ui may name the things of shared (types, the kernel) and runs none of its rules.',
      severity: 'error',
      from: { path: '^client/ui/' },
      to: { path: '^shared/(?!kernel/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'i18n-is-words',
      comment: 'Words know the things they name (shared) and nothing that shows them.',
      severity: 'error',
      from: { path: '^client/i18n/' },
      to: { path: '^client/(?!i18n/)' },
    },
    {
      name: 'schemas-stay-on-the-server',
      comment:
        'Schemas bring zod, which weighs more than a whole replica: what the browser runs takes only their types.',
      severity: 'error',
      from: { path: ['^client/', '^shared/'], pathNot: `^${schemas}` },
      to: { path: [`^${schemas}`, npm('zod')], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^client/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
    },
  },
};
