// Plain JavaScript, so that a Node too old to read the rest can still say so.
const least = [24, 12];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < least[0] || (major === least[0] && minor < least[1])) {
  console.error(
    `Turnward runs on Node ${least.join('.')} or newer; this is ${process.version}. On Linux "npm ci" brings its own. ` +
      'Elsewhere, or where optional packages were left out, please install Node 24 and try again.',
  );
  process.exit(1);
}
