import { ConfigError, readConfig } from '../src/config';

const SECRET_KEY = Buffer.alloc(32).toString('base64');
const MAIL = { SMTP_URL: 'smtp://mail', MAIL_FROM: 'avisos@smartbis.example' };

const faults = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => fault.variable).sort();
    throw error;
  }
  return [];
};

it('needs nothing: all roles, embedded, with the sandbox', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    sandbox: true,
    roles: ['web', 'worker', 'whatsapp'],
    port: 8080,
  });
});

it('is production with DATABASE_URL: no sandbox, one role or several', () => {
  const env = {
    DATABASE_URL: 'postgres://db/smartbis',
    REDIS_URL: 'redis://cache',
    SECRET_KEY,
    ROLES: 'web, worker',
  };
  expect(readConfig(env)).toMatchObject({
    sandbox: false,
    roles: ['web', 'worker'],
    redisUrl: 'redis://cache',
  });
});

it.each([
  ['PORT', 'eighty', 'must be a number'],
  ['PROXIES', '1.5', 'must be a whole number'],
  ['PRIVATE_PORT', '70000', 'must be at most 65535'],
  ['POLL_SECONDS', '-3', 'must be at least 0'],
  ['SANDBOX', 'maybe', 'must be one of on, off'],
])('says what %s must be instead of %s', (variable, value, fault) => {
  expect(() => readConfig({ [variable]: value })).toThrow(`  ${variable}: ${fault}`);
});

it('reports all faults together, each with its variable', () => {
  const env = {
    DATABASE_URL: 'mysql://x',
    PORT: '99999',
    ROLES: 'web,cook',
    SECRET_KEY: 'short',
    SANDBOX: 'yes',
    POLL_SECONDS: 'often',
  };
  expect(faults(env)).toEqual(['DATABASE_URL', 'POLL_SECONDS', 'PORT', 'ROLES', 'SANDBOX', 'SECRET_KEY']);
});

it.each([
  ['DATABASE_URL without a key', { DATABASE_URL: 'postgres://db/x' }, ['SECRET_KEY']],
  [
    'several processes on one embedded database',
    { REDIS_URL: 'redis://cache', ROLES: 'web' },
    ['REDIS_URL', 'ROLES'],
  ],
])('refuses %s', (_name, env, expected) => {
  expect(faults(env as Record<string, string>)).toEqual(expected);
});

it.each([
  ['a server without a sender', { SMTP_URL: 'smtp://mail' }, ['MAIL_FROM']],
  ['a sender without a server', { MAIL_FROM: 'avisos@smartbis.example' }, ['SMTP_URL']],
  ['neither in its form', { SMTP_URL: 'http://mail', MAIL_FROM: 'avisos' }, ['MAIL_FROM', 'SMTP_URL']],
  [
    'an address for returned mail without its secret',
    { ...MAIL, MAIL_RETURNS: 'volta@smartbis.example' },
    ['MAIL_RETURN_SECRET'],
  ],
  [
    'a secret for returned mail without its address',
    { ...MAIL, MAIL_RETURN_SECRET: 'x'.repeat(24) },
    ['MAIL_RETURNS'],
  ],
  [
    'an address for returned mail that is too long for what each message adds, and a short secret',
    { ...MAIL, MAIL_RETURNS: 'correio-devolvido@smartbis.example', MAIL_RETURN_SECRET: 'secret' },
    ['MAIL_RETURNS', 'MAIL_RETURN_SECRET'],
  ],
  [
    'and accepts both',
    { ...MAIL, MAIL_RETURNS: 'devolvidos.br1@smartbis.example', MAIL_RETURN_SECRET: 'x'.repeat(24) },
    [],
  ],
  ['and accepts both', { SMTP_URL: 'smtps://u:p@mail', MAIL_FROM: 'avisos@smartbis.example' }, []],
])('refuses e-mail with %s', (_name, env, expected) => {
  expect(faults(env as Record<string, string>)).toEqual(expected);
});

it('never repeats a secret in its complaint', () => {
  const env = { DATABASE_URL: 'mysql://user:hunter2@db/x', SECRET_KEY: 'hunter2' };
  expect(() => readConfig(env)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});
