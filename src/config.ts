import { z } from 'zod';
import { paceOf, pacingVariables, type Pace } from './pacing';

const ROLES = ['web', 'worker', 'whatsapp'] as const;
export type ProcessRole = (typeof ROLES)[number];

const port = z.coerce.number().int().min(0).max(65_535);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((name) => `${name}//`).join(' or ')}`,
  });

/** With the `+` and what tells of which message, within the 64 characters of RFC 5321. */
const LONGEST_RETURN_NAME = 14;

const secretKey = z.string().refine((text) => /^[A-Za-z0-9+/]{43}=$/.test(text), {
  error: 'must be 32 bytes in base64 (openssl rand -base64 32)',
});

const environment = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** The owner of the tables, for migrations; without it the program's own login migrates. */
  MIGRATIONS_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  ROLES: z
    .string()
    .default(ROLES.join(','))
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(ROLES)).min(1)),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(8080),
  PRIVATE_PORT: port.default(9090),
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** Proxies in front of the public port, each of which names the one before it. */
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  DATA_DIR: z.string().min(1).default('data'),
  /** Whether strangers may open shops of their own by chat. */
  OPEN_SHOPS: onOff.optional(),
  /** 32 bytes in base64: what is secret in the database is encrypted under it. */
  SECRET_KEY: secretKey.optional(),
  /** Keys of before, while everything is brought under the present one. */
  PREVIOUS_SECRET_KEYS: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .pipe(z.array(secretKey).max(5))
    .optional(),
  /** Of SmartPOS; without it the sandbox's, where that runs. */
  SMARTPOS_URL: url('http:', 'https:').optional(),
  /** The sandbox SmartPOS, the demo shops and the try-it page; on by default with the embedded database only. */
  SANDBOX: onOff.optional(),
  SANDBOX_PORT: port.default(8090),
  CHROME_PATH: z.string().min(1).optional(),
  /** Takes the e-mails: `smtp://user:password@host:587`, or `smtps:`; with MAIL_FROM, or neither. */
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  /** The address that e-mails come from; the shop's name stands before it. */
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).optional(),
  /** Where mail that does not arrive comes back to, a part of its own after `+`; with MAIL_RETURN_SECRET, or neither. */
  MAIL_RETURNS: z
    .email({ error: 'must be an e-mail address' })
    .refine((address) => address.lastIndexOf('@') <= LONGEST_RETURN_NAME, {
      error: `must have at most ${LONGEST_RETURN_NAME} characters before the @: each message adds its own`,
    })
    .optional(),
  /** What the mail server says when it hands such mail over. */
  MAIL_RETURN_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{24,200}$/, {
      error: 'must be 24 to 200 characters without blanks (openssl rand -hex 24)',
    })
    .optional(),
  /** Meta's Graph API, with its version: for shops on WhatsApp's Cloud API. */
  CLOUD_API_URL: url('http:', 'https:').default('https://graph.facebook.com/v23.0'),
  /** An operator's own phrases, a file for each language (npm run phrases). */
  PHRASES_PT: z.string().min(1).optional(),
  PHRASES_EN: z.string().min(1).optional(),
  PHRASES_ES: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  /** 0 turns pulling off. */
  POLL_SECONDS: z.coerce.number().int().min(0).max(86_400).default(30),
  SWEEP_SECONDS: z.coerce.number().min(0.05).max(600).default(2),
  /** Of one connection; more are answered by 429. */
  EVENTS_PER_SECOND: z.coerce.number().int().min(1).max(1_000_000).default(500),
  /** Messages of one chat that come within it are one turn. */
  BURST_MS: z.coerce.number().int().min(0).max(10_000).default(700),
  ...pacingVariables,
});

export interface MailConfig {
  smtpUrl: string;
  /** The address that e-mails come from. */
  from: string;
  /** Where what does not arrive comes back to, and by which secret it is handed over; null: it is not read. */
  returns: { address: string; secret: string } | null;
}

export interface Config {
  databaseUrl: string | null;
  migrationsDatabaseUrl: string | null;
  databasePool: number;
  redisUrl: string | null;
  roles: readonly ProcessRole[];
  host: string;
  port: number;
  privatePort: number;
  publicUrl: string | null;
  proxies: number;
  dataDir: string;
  openShops: boolean;
  /** Null: one is made and kept in `dataDir`. */
  secretKey: Buffer | null;
  previousSecretKeys: readonly Buffer[];
  smartposUrl: string;
  sandbox: boolean;
  sandboxPort: number;
  chromePath: string | null;
  /** Null: nothing goes by e-mail. */
  mail: MailConfig | null;
  cloudApiUrl: string;
  /** By language; null where there is none. */
  phraseFiles: { pt: string | null; en: string | null; es: string | null };
  logLevel: string;
  pollSeconds: number;
  sweepSeconds: number;
  burstMs: number;
  eventsPerSecond: number;
  /** Of a WhatsApp number; null: as fast as it goes. */
  pace: Pace | null;
}

/** All faults of the environment, each with its variable. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly { variable: string; fault: string }[]) {
    super(['The configuration has faults:', ...faults.map((f) => `  ${f.variable}: ${f.fault}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** What a variable must be, where its schema does not say it itself. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return `must be at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `must be at most ${String(issue.maximum)}`;
  if (issue.code !== 'invalid_type') return undefined;
  return issue.expected === 'int' ? 'must be a whole number' : `must be a ${issue.expected}`;
}

/** Parses the environment once. Throws a ConfigError that names every fault. An empty variable counts as unset. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(set, { error: inWords });
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ variable: String(issue.path[0]), fault: issue.message }));
  faults.push(...faultsBetween(set));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const e = parsed.data;
  const isSandbox = e.SANDBOX ?? e.DATABASE_URL === undefined;
  return {
    databaseUrl: e.DATABASE_URL ?? null,
    migrationsDatabaseUrl: e.MIGRATIONS_DATABASE_URL ?? null,
    databasePool: e.DATABASE_POOL,
    redisUrl: e.REDIS_URL ?? null,
    roles: [...new Set(e.ROLES)],
    host: e.HOST,
    port: e.PORT,
    privatePort: e.PRIVATE_PORT,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    proxies: e.PROXIES,
    dataDir: e.DATA_DIR,
    previousSecretKeys: (e.PREVIOUS_SECRET_KEYS ?? []).map((key) => Buffer.from(key, 'base64')),
    openShops: e.OPEN_SHOPS ?? false,
    secretKey: e.SECRET_KEY === undefined ? null : Buffer.from(e.SECRET_KEY, 'base64'),
    smartposUrl: e.SMARTPOS_URL?.replace(/\/+$/, '') ?? smartposOf(isSandbox, e.SANDBOX_PORT),
    sandbox: isSandbox,
    sandboxPort: e.SANDBOX_PORT,
    chromePath: e.CHROME_PATH ?? null,
    mail: mailOf(e),
    cloudApiUrl: e.CLOUD_API_URL.replace(/\/+$/, ''),
    phraseFiles: { pt: e.PHRASES_PT ?? null, en: e.PHRASES_EN ?? null, es: e.PHRASES_ES ?? null },
    logLevel: e.LOG_LEVEL ?? (e.DATABASE_URL === undefined ? 'warn' : 'info'),
    pollSeconds: e.POLL_SECONDS,
    sweepSeconds: e.SWEEP_SECONDS,
    burstMs: e.BURST_MS,
    eventsPerSecond: e.EVENTS_PER_SECOND,
    pace: paceOf(e),
  };
}

function mailOf(e: z.output<typeof environment>): MailConfig | null {
  if (e.SMTP_URL === undefined || e.MAIL_FROM === undefined) return null;
  const { MAIL_RETURNS: address, MAIL_RETURN_SECRET: secret } = e;
  const returns = address === undefined || secret === undefined ? null : { address, secret };
  return { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM, returns };
}

/** How the outside reaches the public port; `listensAt`: where it does, if that is known. */
export const publicUrlOf = (
  config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
  listensAt: string | null = null,
): string => config.publicUrl ?? listensAt ?? `http://${config.host}:${config.port}`;

const smartposOf = (isSandbox: boolean, sandboxPort: number): string =>
  isSandbox ? `http://127.0.0.1:${sandboxPort}/v1` : 'https://api.smartpos.app/v1';

/** Faults that no single variable shows. */
function faultsBetween(env: Record<string, string | undefined>): { variable: string; fault: string }[] {
  const faults: { variable: string; fault: string }[] = [];
  if (env['DATABASE_URL'] === undefined) {
    if (env['REDIS_URL'] !== undefined)
      faults.push({
        variable: 'REDIS_URL',
        fault: 'needs DATABASE_URL: the embedded database serves one process only',
      });
    if (env['MIGRATIONS_DATABASE_URL'] !== undefined)
      faults.push({ variable: 'MIGRATIONS_DATABASE_URL', fault: 'needs DATABASE_URL' });
    if (env['ROLES'] !== undefined && !ROLES.every((role) => env['ROLES']?.includes(role)))
      faults.push({
        variable: 'ROLES',
        fault: 'must be all of them without DATABASE_URL: the embedded database serves one process only',
      });
  } else if (env['SECRET_KEY'] === undefined) {
    faults.push({ variable: 'SECRET_KEY', fault: 'is needed with DATABASE_URL (openssl rand -base64 32)' });
  }
  for (const [one, other] of [
    ['SMTP_URL', 'MAIL_FROM'],
    ['MAIL_FROM', 'SMTP_URL'],
    ['MAIL_RETURNS', 'SMTP_URL'],
    ['MAIL_RETURNS', 'MAIL_RETURN_SECRET'],
    ['MAIL_RETURN_SECRET', 'MAIL_RETURNS'],
  ] as const)
    if (env[one] !== undefined && env[other] === undefined)
      faults.push({ variable: other, fault: `is needed with ${one}` });
  return faults;
}
