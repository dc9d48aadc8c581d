import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { selfSignedCertificate } from '../support/whatsapp-web-page/certificate';

/** An address of this machine that is not taken for it by name, so that a password must be kept from the way. */
const HOST = '127.0.0.2';
const [USER, PASSWORD] = ['loja@example.com', 'p@ss word'];
const LOGIN = `${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@`;
const CHILD = join(__dirname, '..', 'support', 'mail-child.mjs');

const certificate = selfSignedCertificate('mail', HOST);
let folder: string;
let trusted: string;
let open: SMTPServer | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartbis-tls-'));
  trusted = join(folder, 'authority.pem');
  await writeFile(trusted, certificate.cert);
});
afterEach(async () => {
  await new Promise<void>((resolve) => (open === null ? resolve() : open.close(resolve)));
  open = null;
});
afterAll(() => rm(folder, { recursive: true }));

interface Taken {
  secure: boolean;
  user: unknown;
}

/** A real SMTP server, with what it took and the passwords that it was shown. */
async function server(
  options: SMTPServerOptions,
): Promise<{ port: number; taken: Taken[]; shown: string[] }> {
  const [taken, shown]: [Taken[], string[]] = [[], []];
  open = new SMTPServer({
    ...certificate,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username = '', password = '' }, _session, callback) => {
      shown.push(password ?? '');
      if (username === USER && password === PASSWORD) return callback(null, { user: username });
      return callback(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onData: (stream, session, callback) => {
      stream.resume();
      stream.on('end', () => {
        taken.push({ secure: session.secure, user: session.user });
        callback(null);
      });
    },
    ...options,
  });
  const listening = open;
  listening.on('error', () => undefined);
  await new Promise<void>((resolve) => listening.listen(0, HOST, resolve));
  return { port: (listening.server.address() as AddressInfo).port, taken, shown };
}

async function deliver(url: string, trusts: string | null = trusted): Promise<unknown> {
  const env = { PATH: process.env['PATH'], ...(trusts === null ? {} : { NODE_EXTRA_CA_CERTS: trusts }) };
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, url], { env });
  return JSON.parse(stdout);
}

it('goes over TLS from the first byte (smtps), with the password', async () => {
  const { port, taken } = await server({ secure: true });
  expect(await deliver(`smtps://${LOGIN}${HOST}:${port}`)).toEqual({ state: 'sent' });
  expect(taken).toEqual([{ secure: true, user: USER }]);
});

it('goes over TLS by STARTTLS (smtp), and the password only then', async () => {
  const { port, taken } = await server({ secure: false });
  expect(await deliver(`smtp://${LOGIN}${HOST}:${port}`)).toEqual({ state: 'sent' });
  expect(taken).toEqual([{ secure: true, user: USER }]);
});

it.each(['LOGIN', 'PLAIN'])('says who we are by AUTH %s', async (method) => {
  const { port, taken } = await server({ secure: true, authMethods: [method] });
  expect(await deliver(`smtps://${LOGIN}${HOST}:${port}`)).toEqual({ state: 'sent' });
  expect(taken).toMatchObject([{ user: USER }]);
});

it('a password that is refused holds what waits, and says so', async () => {
  const { port, taken } = await server({ secure: true });
  const wrong = LOGIN.replace('p%40ss', 'wrong');
  expect(await deliver(`smtps://${wrong}${HOST}:${port}`)).toMatchObject({
    state: 'held',
    reason: 'mail-server-refuses-us',
  });
  expect(taken).toEqual([]);
});

it.each([
  ['cannot do TLS', { secure: false, disabledCommands: ['STARTTLS'] }, 'smtp', true],
  ['shows a certificate of nobody that we trust', { secure: true }, 'smtps', false],
  ['shows such a one after STARTTLS', { secure: false }, 'smtp', false],
] as const)(
  'no password is shown to a server that %s: the message waits',
  async (_what, options, scheme, isTrusted) => {
    const { port, taken, shown } = await server({
      ...options,
      disabledCommands: [...('disabledCommands' in options ? options.disabledCommands : [])],
    });
    const outcome = await deliver(`${scheme}://${LOGIN}${HOST}:${port}`, isTrusted ? trusted : null);
    expect(outcome).toMatchObject({ state: 'held' });
    expect([taken, shown]).toEqual([[], []]);
  },
);
