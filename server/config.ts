import { z } from 'zod';
import { ringOf } from './keys/env-keys.ts';

/** The operator's settings. Every fault is reported at once, in plain words; nothing starts on a guess. */
const port = z
  .string()
  .regex(/^\d+$/, 'must be a number')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be at most 65535');

const webUrl = z
  .url({ protocol: /^https?$/, error: 'must be a web address such as https://turnward.example' })
  .transform((value) => value.replace(/\/+$/, ''));

const wholeNumber = (atMost: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value <= atMost, `must be at most ${atMost}`);

const onThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

const serviceUrl = webUrl.refine((value) => {
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || onThisMachine(hostname);
}, 'must begin with https:// (http:// is for a service on this machine)');

export const settings = {
  PORT: { schema: port, fallback: '3000', about: 'The port to listen on; 0 takes any free one.' },
  HOST: {
    schema: z.string().min(1, 'must not be empty'),
    fallback: '0.0.0.0',
    about: 'The address to listen on. 127.0.0.1 keeps Turnward to this machine; the default lets a phone nearby join.',
  },
  PUBLIC_URL: {
    schema: webUrl,
    fallback: undefined,
    about:
      'The address people use, where it differs from this machine\u2019s own. With https, cookies are bound to it.',
  },
  DATA_DIR: {
    schema: z.string().min(1, 'must not be empty'),
    fallback: './data',
    about: 'Where the database and the generated secrets live. Back it up; keep it private.',
  },
  KEY_PROVIDER: {
    schema: z.enum(['file', 'env', 'kms'], { error: 'must be one of file, env, kms' }),
    fallback: 'file',
    about:
      'Where the key comes from that everything is sealed with: a file in the data folder, TURNWARD_KEK, or a key service. See docs/privacy.md.',
  },
  TURNWARD_KEK: {
    schema: z
      .string()
      .refine(
        (value) => ringOf(value) !== undefined,
        'must be 32 random bytes in base64; several are parted by commas',
      ),
    fallback: undefined,
    secret: true,
    about:
      'For KEY_PROVIDER=env: 32 random bytes in base64. Several, parted by commas: the first seals, the others still open.',
  },
  KMS_URL: {
    schema: serviceUrl,
    fallback: undefined,
    about: 'For KEY_PROVIDER=kms: the address of the key service. scripts/key-service.ts is a small one to read.',
  },
  KMS_TOKEN: {
    schema: z.string().regex(/^[\x21-\x7e]{16,500}$/, 'must be 16 to 500 letters, digits and signs without blanks'),
    fallback: undefined,
    secret: true,
    about: 'For KEY_PROVIDER=kms: what this server shows the key service.',
  },
  SESSION_DAYS: {
    schema: wholeNumber(400).refine((value) => value >= 1, 'must be at least 1'),
    fallback: '90',
    about: 'How many days a device stays signed in.',
  },
  EXIT_URL: {
    schema: webUrl,
    fallback: 'https://www.bbc.com/weather',
    about: 'Where "Leave quickly" leads: a neutral page that anybody might have open.',
  },
  HOST_CONTACT: {
    schema: z.string().max(200, 'must be at most 200 characters'),
    fallback: '',
    about: 'Who runs this place and how to reach them; shown on the start page.',
  },
  DEEP_GUIDES: {
    schema: z.enum(['ask', 'facilitator'], { error: 'must be one of ask, facilitator' }),
    fallback: 'ask',
    about: 'ask: deep guides open once each partner, alone, has cleared the way. facilitator: only where one leads.',
  },
  HELP_FILE: {
    schema: z.string(),
    fallback: '',
    about:
      'A JSON file with the help lines of your place, each with the day on which you checked it; see docs/help.md.',
  },
  SMTP_URL: {
    schema: z.url({
      protocol: /^smtps?$/,
      error: 'must be an address such as smtps://name:password@mail.example:465',
    }),
    fallback: undefined,
    secret: true,
    about:
      'The server that sends mail: links to sign in, and notices about one\u2019s own account. Without it there is no mail.',
  },
  MAIL_FROM: {
    schema: z.email('must be a mail address'),
    fallback: undefined,
    about: 'With SMTP_URL: the address that mail comes from. Choose a neutral one: others see who wrote.',
  },
  FACILITATOR_FACTORS: {
    schema: z.enum(['required', 'optional'], { error: 'must be required or optional' }),
    fallback: 'required',
    about:
      'Whether whoever looks after a couple must sign in with a passkey, or a password and an app. "optional" is for trials alone.',
  },
  TRUST_PROXY: {
    schema: wholeNumber(10),
    fallback: '0',
    about: 'How many reverse proxies stand in front; needed so that limits count people, not the proxy.',
  },
  LOG_LEVEL: {
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be one of silent, error, warn, info, debug',
    }),
    fallback: 'info',
    about: 'How much is logged. No level logs anybody\u2019s words.',
  },
} as const;

type Setting = keyof typeof settings;
export type Config = {
  [Name in Setting]: z.output<(typeof settings)[Name]['schema']> | ((typeof settings)[Name]['fallback'] & undefined);
};

/** What the chosen provider of keys can't do without. */
function lackingForKeys(env: Record<string, string | undefined>): string[] {
  const needed = { env: ['TURNWARD_KEK'], kms: ['KMS_URL', 'KMS_TOKEN'] }[env.KEY_PROVIDER ?? ''] ?? [];
  return needed
    .filter((name) => !env[name])
    .map((name) => `${name} is not set: KEY_PROVIDER=${env.KEY_PROVIDER} needs it.`);
}

/** ML1. Mail has a server and a sender, or there is none. */
function lackingForMail(env: Record<string, string | undefined>): string[] {
  const missing = ['SMTP_URL', 'MAIL_FROM'].filter((name) => !env[name]);
  return missing.length === 1 ? [`${missing[0]} is not set: mail needs SMTP_URL and MAIL_FROM.`] : [];
}

/** The configuration, or every fault in it as a line of its own. An empty variable counts as not set. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { faults: string[] } {
  const faults: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const { schema, fallback } = setting;
    const given = env[name] || fallback;
    if (given === undefined) continue;
    const parsed = schema.safeParse(given);
    if (parsed.success) config[name] = parsed.data;
    else {
      const shown = 'secret' in setting ? 'is not as it must be' : `is "${given}"`;
      for (const issue of parsed.error.issues) faults.push(`${name} ${shown}: it ${issue.message}.`);
    }
  }
  faults.push(...lackingForKeys(env), ...lackingForMail(env));
  return faults.length > 0 ? { faults } : { config: config as Config };
}
