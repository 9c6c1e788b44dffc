import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { readConfig } from './config.ts';
import { keyFileIn } from './keys/file-key-provider.ts';
import { addKey } from './keys/key-file.ts';

/**
 * KE9. `npm run rotate-keys`: makes a new current key-encryption key. It touches the key file alone, since the databases belong to
 * one process (ES11): a running server takes the new key up within half a minute, another one at its next start.
 */
const read = readConfig(process.env);
if ('faults' in read) {
  process.stderr.write(`The settings are wrong:\n${read.faults.map((fault) => `  ${fault}\n`).join('')}`);
  process.exit(1);
}

const ways = {
  async file(dataDir: string) {
    const id = await addKey(keyFileIn(dataDir));
    return `A new key was made: ${id}. A running Turnward begins to use it within half a minute, a stopped one when it starts.
Then it wraps everything anew, drops the old key from the key file, and says so in its log.
Make a new backup of keys.db and of the key file after that: a backup from before needs the key file from before.`;
  },
  async env() {
    return `Put this in front of the others in TURNWARD_KEK, with a comma, and start Turnward again:
${randomBytes(32).toString('base64')}
It wraps everything anew and says in its log when the old key can be taken out of TURNWARD_KEK.`;
  },
  async kms() {
    return `Make a new current key at the key service. A running Turnward asks for it every half minute and wraps everything anew.
Its log says when that is done; the old key can be removed at the service then.`;
  },
};

await ways[read.config.KEY_PROVIDER](read.config.DATA_DIR).then(
  (said) => process.stdout.write(`${said}\n`),
  (error: Error) => {
    process.stderr.write(`No new key was made: ${error.message}\n`);
    process.exitCode = 1;
  },
);
