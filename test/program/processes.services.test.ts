import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { Client } from 'pg';
import type { Database } from '../../src/db';
import { MIGRATION_LOCK } from '../../src/db/migrate';
import { Secrets } from '../../src/secrets';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { CuttableWay } from '../support/cuttable';
import { openBeside } from '../support/database';
import { createDatabase } from '../support/postgres';
import { deliver, Program, saleEvent } from '../support/program';
import { ownRedis, requiredService } from '../support/services';
import { openShop, percent } from '../support/shop';
import { moment, until, untilSeen } from '../support/until';

const redisUrl = ownRedis('processes');
const server = requiredService('TEST_DATABASE_URL');
const key = randomBytes(32);
let own: Awaited<ReturnType<typeof createDatabase>>;
let db: Database;
let shop: number;
let connection: ConnectionSecrets;
let env: Record<string, string>;

beforeAll(async () => {
  own = await createDatabase(server);
  const secrets = new Secrets(key);
  db = await openBeside(own.url, secrets, 4);
  shop = await openShop(db, [percent(500)]);
  connection = await db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'x',
      apiKeySecret: 'x',
    }),
  );
  env = {
    DATABASE_URL: own.url,
    REDIS_URL: redisUrl,
    SECRET_KEY: key.toString('base64'),
    POLL_SECONDS: '0',
    EVENTS_PER_SECOND: '10000',
  };
});
afterEach(() => Program.endAll());
afterAll(async () => {
  await db.close();
  await own.drop();
});

const count = (table: string): Promise<number> =>
  db.asMerchant(shop, async (work) => Number((await work.trx(table).count())[0]?.['count']));

const has = (table: string, rows: number): Promise<number> =>
  untilSeen(
    `${rows} ${table}`,
    () => count(table),
    (seen) => seen >= rows,
    { seconds: 120, everyMs: 100 },
  );

it('web, two workers and a whatsapp host share the work: each sale is one award and one message', async () => {
  const web = Program.run({ ...env, ROLES: 'web' });
  const others = ['worker', 'worker', 'whatsapp'].map((roles) => Program.run({ ...env, ROLES: roles }));
  const url = await web.url();
  await Promise.all(others.map((program) => program.works()));
  const ids = Array.from({ length: 60 }, (_, i) => `sale-${i}`);
  // Each sale twice, by two deliveries.
  const statuses = await Promise.all(
    ids.flatMap((id) => [
      deliver(url, connection, `a-${id}`, saleEvent(id)),
      deliver(url, connection, `b-${id}`, saleEvent(id)),
    ]),
  );
  expect(new Set(statuses)).toEqual(new Set([202]));
  await has('simulator_messages', 60);
  expect([await count('sales'), await count('transactions'), await count('simulator_messages')]).toEqual([
    60, 60, 60,
  ]);
  expect(await Promise.all([web, ...others].map((program) => program.stop()))).toEqual([0, 0, 0, 0]);
});

it('goes on when the database went away and came back, and loses nothing that it acknowledged', async () => {
  const program = Program.run(env);
  const url = await program.url();
  const before = await count('sales');
  expect(await deliver(url, connection, 'outage-1', saleEvent('outage-1'))).toBe(202);
  await has('sales', before + 1);

  const name = new URL(own.url).pathname.slice(1);
  const owner = new Client(server);
  await owner.connect();
  await owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await owner.query('SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = $1', [
    name,
  ]);
  const event = saleEvent('outage-2');
  expect(await deliver(url, connection, 'outage-2', event)).toBe(503);
  await owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await owner.end();

  await untilSeen(
    'the event to be taken',
    () => deliver(url, connection, 'outage-2', event),
    (status) => status === 202,
  );
  await has('sales', before + 2);
  expect(await program.stop()).toBe(0);
});

it('asked to end while it still starts, it ends in order', async () => {
  const migrating = new Client(own.url);
  await migrating.connect();
  await migrating.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const program = Program.run(env);
  const waiting = async (): Promise<number> => {
    const { rows } = await migrating.query(
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    );
    return rows.length;
  };
  await untilSeen('it to wait for its turn', waiting, (seen) => seen > 0, { seconds: 120 });
  // Its turn does not come.
  expect(await program.stop()).toBe(0);
  expect(program.output).toContain('Até logo');
  await migrating.end();
});

it('asked to end while a database that says nothing is waited for, it ends in order', async () => {
  const mute = createServer();
  const sockets: Socket[] = [];
  mute.on('connection', (socket) => void sockets.push(socket));
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { port } = mute.address() as AddressInfo;
  const program = Program.run({ ...env, DATABASE_URL: `postgres://127.0.0.1:${port}/x` });
  await until('it to ask', () => sockets.length > 0, { seconds: 120 });
  expect(await program.stop()).toBe(0);
  expect(program.output).toContain('Até logo');
  sockets.forEach((socket) => socket.destroy());
  mute.close();
});

it('asked to end at whatever moment of its start, it ends in order, and the next one serves', async () => {
  for (let i = 0; i < 16; i++) {
    const program = Program.run(env);
    await moment(i * 100);
    const code = await program.stop();
    // Before it could hear of it, the signal itself ends it.
    const end = code === null ? String(program.child.signalCode) : `${code} ${program.output.trim()}`;
    expect([i, end]).toEqual([i, expect.stringMatching(/^(SIGTERM|0 [^]*Até logo\.)$/)]);
  }
  const next = Program.run(env);
  const url = await next.url();
  const before = await count('simulator_messages');
  expect(await deliver(url, connection, 'next', saleEvent('next'))).toBe(202);
  await has('simulator_messages', before + 1);
  expect(await next.stop()).toBe(0);
});

it.each([
  ['is gone', (way: CuttableWay) => way.close()],
  ['says nothing any more', (way: CuttableWay) => Promise.resolve(way.cut())],
])('asked to end while Redis %s, each process ends in order', async (_what, lose) => {
  const way = await CuttableWay.to(new URL(redisUrl));
  const through = new URL(redisUrl);
  through.port = String(way.port);
  const programs = ['web', 'worker', 'whatsapp'].map((roles) =>
    Program.run({ ...env, REDIS_URL: through.href, ROLES: roles }),
  );
  const [web] = programs;
  const url = (await web?.url()) ?? '';
  await Promise.all(programs.map((program) => program.works()));
  const id = randomBytes(6).toString('hex');
  expect(await deliver(url, connection, id, saleEvent(id))).toBe(202);
  await lose(way);
  expect(await Promise.all(programs.map((program) => program.stop()))).toEqual([0, 0, 0]);
  expect(programs.map(({ output }) => output.includes('Até logo'))).toEqual([true, true, true]);
  await way.close().catch(() => undefined);
});

it.each([
  ['says nothing any more', (way: CuttableWay) => way.cut()],
  ['ends what is connected and lets nobody in', (way: CuttableWay) => (way.cut(), way.drop())],
])('while the database %s it is alive and not ready, and ready again afterwards', async (_what, lose) => {
  const way = await CuttableWay.to(new URL(own.url));
  const through = new URL(own.url);
  through.port = String(way.port);
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  free.close();
  const program = Program.run({
    ...env,
    DATABASE_URL: through.href,
    ROLES: 'web',
    PRIVATE_PORT: String(port),
  });
  await program.works();
  const asked = async (path: string): Promise<[number, unknown]> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return [answer.status, await answer.json()];
  };
  const ready = [200, { status: 'ok' }];
  const notReady = [503, { status: 'the database does not answer' }];
  expect(await asked('/readyz')).toEqual(ready);
  lose(way);
  const isNot = (answer: [number, unknown]): boolean => answer[0] === 503;
  expect(await untilSeen('it not to be ready', () => asked('/readyz'), isNot)).toEqual(notReady);
  expect(await asked('/livez')).toEqual(ready);
  way.mend();
  const is = (answer: [number, unknown]): boolean => answer[0] === 200;
  expect(await untilSeen('it to be ready', () => asked('/readyz'), is)).toEqual(ready);
  expect(await program.stop()).toBe(0);
  await way.close();
});
