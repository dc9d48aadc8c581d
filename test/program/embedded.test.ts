import { pino } from 'pino';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/clock';
import { openDatabase, type Database } from '../../src/db';
import { applySales } from '../../src/loyalty';
import { keptSecretKey, Secrets } from '../../src/secrets';
import { createConnection } from '../../src/sync/connections';
import { SilentDoorbell } from '../support/database';
import { books, deliver, Program, saleEvent } from '../support/program';
import { openShop, percent, saleOf } from '../support/shop';
import { moment, until, untilSeen } from '../support/until';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-'));
});
afterEach(() => Program.endAll());
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function withDatabase<T>(body: (db: Database) => Promise<T>): Promise<T> {
  const secrets = new Secrets(keptSecretKey(directory));
  const doorbell = new SilentDoorbell();
  const db = await openDatabase({
    logger: pino({ level: 'silent' }),
    url: null,
    migrationsUrl: null,
    pool: 1,
    dataDir: directory,
    clock: systemClock,
    secrets,
    doorbell,
  });
  try {
    return await body(db);
  } finally {
    await db.close();
  }
}

it('killed in the midst of taking events in, it loses nothing that it acknowledged', async () => {
  const { shop, connection } = await withDatabase(async (db) => {
    const id = await openShop(db, [percent(500)]);
    const made = await db.asMerchant(id, (work) =>
      createConnection(work, {
        baseUrl: 'http://127.0.0.1:9/v1',
        company: null,
        apiKeyId: 'x',
        apiKeySecret: 'x',
      }),
    );
    return { shop: id, connection: made };
  });
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 3; kill++) {
    const program = Program.run({ DATA_DIR: directory, EVENTS_PER_SECOND: '100000', POLL_SECONDS: '0' });
    const url = await program.url();
    const sender = async (lane: number): Promise<void> => {
      for (let i = 0; ; i++) {
        const id = `${kill}-${lane}-${i}`;
        const status = await deliver(url, connection, id, saleEvent(id));
        if (status === null) return;
        if (status === 202) acknowledged.push(id);
      }
    };
    const senders = Array.from({ length: 8 }, (_, lane) => sender(lane));
    const enough = acknowledged.length + 20;
    await until('twenty more', () => acknowledged.length >= enough, { seconds: 120, everyMs: 5 });
    await program.stop('SIGKILL');
    await Promise.all(senders);
  }
  const known = await withDatabase((db) =>
    db.asMerchant(shop, async (work) => {
      const rows = (await work.trx('inbox_events').select('delivery_id')) as { delivery_id: string }[];
      return new Set(rows.map((row) => row.delivery_id));
    }),
  );
  expect(acknowledged.length).toBeGreaterThanOrEqual(60);
  expect(acknowledged.filter((id) => !known.has(id))).toEqual([]);
});

it('starts the demo, stops on Ctrl-C, and keeps what was said', async () => {
  const run = () => Program.run({ DATA_DIR: directory, SANDBOX: 'on', SANDBOX_PORT: '0' });
  const ask = async (url: string, path: string, body?: object): Promise<unknown> => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${url}/try/api/shops${path}`, init)).json();
  };
  const first = run();
  const url = await first.url();
  const [shop] = (await ask(url, '')) as { id: string }[];
  const [phone] = (await ask(url, `/${shop?.id}/phones`)) as { chatId: string }[];
  const chat = `/${shop?.id}/chats/${encodeURIComponent(phone?.chatId ?? '')}/messages`;
  await fetch(`${url}/try/api/shops${chat}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'b3c7d6a0-0000-4000-8000-000000000001', text: 'saldo' }),
  });
  const messages = await untilSeen(
    'an answer',
    async () => (await ask(url, chat)) as { text: string }[],
    ({ length }) => length >= 2,
  );
  expect(messages.map(({ text }) => text)).toEqual(['saldo', expect.stringContaining('saldo')]);
  // As npm and a terminal do it.
  first.child.kill('SIGINT');
  await moment(20);
  expect(await first.stop('SIGINT')).toBe(0);
  const second = run();
  expect(await ask(await second.url(), chat)).toHaveLength(2);
  expect(await second.stop('SIGTERM')).toBe(0);
});

it.each([
  ['a wrong variable', { PORT: 'eighty', ROLES: 'cook' }, /PORT: .*\n.*ROLES: /s],
  [
    'a database that is down',
    { DATABASE_URL: 'postgres://127.0.0.1:1/x', SECRET_KEY: Buffer.alloc(32).toString('base64') },
    /DATABASE_URL/,
  ],
  ['a data directory that is a file', { DATA_DIR: __filename }, /DATA_DIR must name a directory/],
  ['an address that is not this machine’s', { HOST: '203.0.113.9' }, /203\.0\.113\.9 is no address.*HOST/],
])('says what to do about %s, and ends with 1', async (_name, env, words) => {
  const program = Program.run({ DATA_DIR: directory, ...(env as Record<string, string>) });
  expect(await program.ended).toBe(1);
  expect(program.output).toMatch(words);
  expect(program.output).not.toMatch(/\n\s+at /);
});

it.each(['PORT', 'PRIVATE_PORT', 'SANDBOX_PORT'])(
  'says which port is taken, and by which variable another is chosen: %s',
  async (variable) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const others = { DATA_DIR: directory, SANDBOX: 'on', SANDBOX_PORT: '0' };
    const program = Program.run({ ...others, [variable]: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(new RegExp(`Port ${port} is in use.*\\b${variable}\\b`, 's'));
    expect(program.output).not.toMatch(/\n\s+at /);
    taken.close();
  },
);

it.each([
  ['makes its database', 'database.new'],
  ['brings it up to date', 'database'],
])(
  'asked to end or killed while it %s, it leaves nothing by which the next one fails',
  async (_name, sign) => {
    const stoppedAtSign = async (signal: NodeJS.Signals): Promise<number | null> => {
      const program = Program.run({ DATA_DIR: directory });
      await until('the sign', () => existsSync(join(directory, sign)), { seconds: 120, everyMs: 5 });
      return program.stop(signal);
    };
    expect(await stoppedAtSign('SIGTERM')).toBe(0);
    // The making is given up: where it takes long, a stop would.
    expect(existsSync(join(directory, 'database'))).toBe(sign === 'database');
    rmSync(directory, { recursive: true, force: true });
    expect(await stoppedAtSign('SIGKILL')).toBeNull();
    const next = Program.run({ DATA_DIR: directory });
    await next.works();
    expect(await next.stop()).toBe(0);
  },
);

it('does not begin anew where a restore was broken off, and says what to do', async () => {
  mkdirSync(join(directory, 'database.restored'));
  const program = Program.run({ DATA_DIR: directory });
  expect(await program.ended).toBe(1);
  expect(program.output).toMatch(/restore .*was broken off.*again/s);
  expect(program.output).not.toMatch(/\n\s+at /);
});

it('refuses a data directory that another process has open', async () => {
  const first = Program.run({ DATA_DIR: directory });
  await first.works();
  const second = Program.run({ DATA_DIR: directory });
  expect(await second.ended).toBe(1);
  expect(second.output).toMatch(/running already: process \d+/);
  expect(await first.stop()).toBe(0);
});

it('the books end with 0 where every invariant holds, with 1 where one does not of however many shops, with 2 where they cannot be checked', async () => {
  const [sound, ...faulty] = await withDatabase(async (db) => {
    const shops: number[] = [];
    for (let i = 0; i < 3; i++) {
      const shop = await openShop(db, [percent(500)]);
      const now = Date.now();
      await db.asMerchant(shop, (work) => applySales(work, [saleOf({ occurredAt: now, updatedAt: now })]));
      shops.push(shop);
    }
    expect(await books({ DATA_DIR: directory })).toMatchObject({
      status: 2,
      text: expect.stringContaining('running') as string,
    });
    return shops;
  });
  const stateOf = (shop: number | undefined, state: string): unknown =>
    expect.stringMatching(new RegExp(`^shop ${shop}: 1 sales, 1 postings, \\d+ invariants: ${state}$`, 'm'));
  const summary = (text: string): unknown =>
    expect.stringMatching(new RegExp(`^3 shops checked in .*, ${text}$`, 'm'));
  const held = await books({ DATA_DIR: directory });
  expect(held).toEqual({ status: 0, text: summary('0 with faults') });
  for (const shop of [sound, ...faulty]) expect(held.text).toEqual(stateOf(shop, 'all hold'));

  await withDatabase(async (db) => {
    for (const shop of faulty)
      await db.asMerchant(shop, ({ trx }) => trx('balances').increment('quantity', 1));
  });
  const { status, text } = await books({ DATA_DIR: directory });
  const fault = expect.stringMatching(
    /^  balances are what the postings sum to.*: differs from its postings by 1,/,
  ) as unknown;
  expect([status, text.trimEnd().split('\n')]).toEqual([
    1,
    [
      stateOf(sound, 'all hold'),
      ...faulty.flatMap((shop) => [stateOf(shop, 'NOT ALL HOLD'), fault]),
      summary('2 with faults'),
    ],
  ]);
});
