import process from 'node:process';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Turnward needs Node 24 or newer; this is ${process.version}. "npm start" brings its own.\n`);
  process.exit(1);
}

const { readConfig } = await import('./config.ts');
const read = readConfig(process.env);
if ('faults' in read) {
  process.stderr.write(
    `Turnward can't start with these settings:\n${read.faults.map((fault) => `  ${fault}\n`).join('')}`,
  );
  process.exit(1);
}

const { dieQuietly } = await import('./crash.ts');
dieQuietly(process);

const { compose } = await import('./compose.ts');
const turnward = await compose(read.config).catch((error: Error) => {
  process.stderr.write(`Turnward could not start: ${error.message}\n`);
  process.exit(1);
});

const { local, network } = turnward.addresses;
const others = network.map((address) => `  From a phone on the same network: ${address}\n`).join('');
process.stdout.write(`Turnward is ready.\n  On this machine: ${local}\n${others}  ${turnward.protection}\n`);

let closing = false;
const stop = () => {
  if (closing) return;
  closing = true;
  turnward.close().then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`Turnward stopped with a fault: ${error.message}\n`);
      process.exit(1);
    },
  );
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
