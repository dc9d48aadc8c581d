import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import request from 'supertest';
import { receive } from '../../src/bot/receiving/receive';
import { recordStatus } from '../../src/bot/hosting/channel-states';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import { createHealthRouter } from '../../src/product/health';
import { createApp, createHttpServer } from '../../src/http';
import { HttpMetrics, routeOf } from '../../src/http/metrics';
import { MeasuredDoorbell } from '../../src/jobs/measured';
import { InProcessDoorbell } from '../../src/jobs/in-process';
import { watchBooks, watchRedis, watchSessions } from '../../src/product/health/process-figures';
import { openDatabase } from '../../src/db';
import { createConnection } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { FULL_PACE, readInbox } from '../support/inbox';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { ANA, openShop } from '../support/shop';
import { untilSeen } from '../support/until';

const yaml = require('js-yaml') as { load(text: string): unknown };
const document = (name: string): string => readFileSync(join(__dirname, '..', '..', 'docs', name), 'utf8');

let test: TestDatabase;
let shop: number;
let registry: Registry;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  test = await openTestDatabase();
  registry = new Registry();
  app = createApp([createHealthRouter({ db: test.db, clock: test.clock, registry })], test.logger);
  shop = await openShop(test.db);
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(START));

/** The page, and its values by `name{labels}`. */
async function scrape(): Promise<{ text: string; values: Map<string, number> }> {
  const { text } = await request(app).get('/metrics').expect(200);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = lines.map((line) => {
    const at = line.lastIndexOf(' ');
    return [line.slice(0, at), Number(line.slice(at + 1))] as const;
  });
  return { text, values: new Map(values) };
}

it('nothing waits: every age and count is 0', async () => {
  const { values } = await scrape();
  for (const name of [
    'inbox_due',
    'inbox_oldest_due_seconds',
    'turns_due',
    'turns_oldest_due_seconds',
    'outbox_oldest_due_seconds{class="answer"}',
    'outbox_rows{class="marketing",state="queued"}',
    'outbox_failed_last_day{class="transactional"}',
    'connections{state="failing"}',
  ])
    expect([name, values.get(`smartbis_${name}`)]).toEqual([name, 0]);
  expect(values.get('smartbis_database_up')).toBe(1);
  expect(values.get('smartbis_channels{channel="simulator",state="never-started"}')).toBe(1);
});

it('tells what waits over all shops and for how long, without naming anybody', async () => {
  const other = await openShop(test.db, [], 'Outra Padaria');
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const event = (id: string, body: string, merchantId: number) =>
    intake.add({ merchantId, connectionId: 'con_x', deliveryId: id, source: 'webhook', body });
  await event('odd', '{"type":"nobody.knows","data":{}}', shop);
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  await event('first', '{"type":"sale.approved","data":{}}', shop);
  test.clock.advance(60_000);
  await event('second', '{"type":"sale.approved","data":{}}', other);
  const said = { chatId: 'chat-1', phone: ANA, name: 'Ana', kind: 'text', at: START } as const;
  await receive(test.db, shop, { ...said, id: 'm1', text: 'saldo' }, 0);
  await receive(test.db, shop, { ...said, id: 'm2', text: 'oi' }, 0);
  await test.db.asMerchant(shop, async (work) => {
    enqueueReply(work, 'chat-1', 'c1', { text: 'Oi' });
    enqueueReply(work, 'chat-1', 'c2', { text: 'Oi' });
    enqueueReply(work, 'chat-1', 'later', { text: 'Oi' }, work.now + 3_600_000);
    await work
      .trx('outbox')
      .where({ cause: 'c2' })
      .update({ state: 'failed', settled_at: new Date(work.now) });
    await recordStatus(work, { state: 'logged-out' });
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId: 'x', apiKeySecret: 'x' };
    const { id } = await createConnection(work, keys);
    await work.trx('connections').where({ id }).update({ poll_failure: 'unreachable' });
  });
  test.clock.advance(30_000);
  const { text, values } = await scrape();
  const figures = {
    inbox_due: 2,
    inbox_oldest_due_seconds: 90,
    turns_due: 1,
    turns_oldest_due_seconds: 30,
    'outbox_rows{class="answer",state="queued"}': 2,
    'outbox_oldest_due_seconds{class="answer"}': 30,
    'outbox_oldest_due_seconds{class="marketing"}': 0,
    'outbox_failed_last_day{class="answer"}': 1,
    'kept_events{reason="unknown-type"}': 1,
    'channels{channel="simulator",state="logged-out"}': 1,
    'channels{channel="simulator",state="never-started"}': 1,
    'connections{state="failing"}': 1,
    'connections{state="well"}': 0,
    pull_oldest_due_seconds: 30,
  };
  const told = Object.keys(figures).map((name) => [name, values.get(`smartbis_${name}`)]);
  expect(Object.fromEntries(told)).toEqual(figures);
  for (const secret of ['Padaria', ANA, ANA.slice(3), 'chat-1', 'saldo']) expect(text).not.toContain(secret);
  test.clock.advance(86_400_000);
  expect((await scrape()).values.get('smartbis_outbox_failed_last_day{class="answer"}')).toBe(0);
});

it('the program itself may read none of it across shops', async () => {
  for (const table of ['inbox_due', 'outbox', 'kept_events', 'channel_states'])
    expect([table, await test.db.call(`SELECT * FROM ${table}`)]).toEqual([table, []]);
});

it('times what answers a ring, and counts what failed', async () => {
  const own = new Registry();
  const doorbell = new MeasuredDoorbell(new InProcessDoorbell(test.logger), own);
  doorbell.answer('turns', 1, (key) =>
    key === 'bad' ? Promise.reject(new Error('bad')) : Promise.resolve(),
  );
  doorbell.ring('turns', 'good');
  doorbell.ringHere('turns', 'bad');
  const counted = (text: string, outcome: string): boolean =>
    text.includes(`smartbis_job_seconds_count{bell="turns",outcome="${outcome}"} 1`);
  await untilSeen(
    'one of each outcome',
    () => own.metrics(),
    (text) => counted(text, 'done') && counted(text, 'failed'),
  );
  await doorbell.close();
});

it('requests are timed by the kind of their route, and no path of anybody’s is told', async () => {
  const own = new Registry();
  const metrics = new HttpMetrics(own);
  const served = createHttpServer(createApp([], test.logger), null, (...both) => metrics.watch(...both));
  await request(served).get('/v1/customers/52998224725/balance').expect(404);
  await request(served).get('/p/pin/7.secret').expect(404);
  const text = await own.metrics();
  expect(text).toContain('smartbis_http_seconds_count{route="tills",status="4xx"} 1');
  expect(text).toContain('smartbis_http_seconds_count{route="pages",status="4xx"} 1');
  expect(text).not.toMatch(/52998224725|secret/);
  expect(['/v1/smartpos/events/con_1?x', '/', '/link/1.2'].map(routeOf)).toEqual([
    'events',
    'other',
    'linking',
  ]);
});

it('a process that is ending is not ready, and is alive', async () => {
  const health = createHealthRouter({ ...test, registry: new Registry(), isEnding: () => true });
  const ending = createApp([health], test.logger);
  await request(ending).get('/readyz').expect(503, { status: 'this process is ending' });
  await request(ending).get('/livez').expect(200);
});

it('a database that is gone is told, and no figure of before', async () => {
  const broken = { ...test.db, call: () => Promise.reject(new Error('gone')) };
  const own = new Registry();
  const router = createHealthRouter({ db: broken, clock: test.clock, registry: own });
  const { text } = await request(createApp([router], test.logger))
    .get('/metrics')
    .expect(200);
  expect(text).toContain('smartbis_database_up 0');
  expect(text).not.toMatch(/^smartbis_channels\{/m);
  expect(text).toMatch(/^process_cpu_seconds_total/m);
});

it('tells how many sessions are in use, and who waits for one', async () => {
  const sessions = 2;
  const url = process.env['TEST_DATABASE_URL'] === undefined ? null : test.url;
  const db = await openDatabase({ ...test, url, migrationsUrl: null, pool: sessions, dataDir: undefined });
  const most = url === null ? 1 : sessions;
  const own = new Registry();
  watchSessions(own, () => db.sessions());
  const figure = async (name: string): Promise<number> =>
    Number(new RegExp(`^smartbis_database_${name} (\\d+)$`, 'm').exec(await own.metrics())?.[1]);
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const asked = Array.from({ length: most + 3 }, () => db.asMerchant(shop, () => ended));
  await untilSeen(
    'three to wait',
    () => figure('waiting'),
    (count) => count === 3,
  );
  expect([await figure('sessions'), await figure('sessions_most')]).toEqual([most, most]);
  end();
  await Promise.all(asked);
  expect([await figure('sessions'), await figure('waiting')]).toEqual([0, 0]);
  await db.close();
});

describe('what is told of the figures', () => {
  const named = (text: string): string[] => [
    ...new Set([...text.matchAll(/\b(?:smartbis|process|nodejs)_\w+/g)].map(([name]) => name)),
  ];
  /** Every metric that a process of all roles has, histograms with their parts. */
  async function known(): Promise<Set<string>> {
    const doorbell = new MeasuredDoorbell(new InProcessDoorbell(test.logger), registry);
    await doorbell.close();
    const web = new Registry();
    const requests = new HttpMetrics(web);
    watchSessions(web, () => ({ most: 1, inUse: 0, waiting: 0 }));
    watchRedis(web, () => true);
    watchBooks(web, () => 0);
    expect(requests).toBeDefined();
    const metrics = [...(await registry.getMetricsAsJSON()), ...(await web.getMetricsAsJSON())];
    const parts = metrics.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
    );
    return new Set(parts);
  }

  it('the dashboard and the alerts name only metrics that there are, and miss none of ours', async () => {
    const all = await known();
    const dashboard = named(document('grafana-dashboard.json'));
    const alerts = named(document('alerts.yml'));
    expect(alerts.length).toBeGreaterThan(5);
    expect([...dashboard, ...alerts].filter((name) => !all.has(name))).toEqual([]);
    const ours = [...all].filter(
      (name) => name.startsWith('smartbis_') && !/_(?:bucket|count|sum)$/.test(name),
    );
    const shown = dashboard.map((name) => name.replace(/_(?:bucket|count|sum)$/, ''));
    expect(ours.filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('are files that can be read, each alert with what to do', () => {
    const board = JSON.parse(document('grafana-dashboard.json')) as {
      panels: { title: string; targets: { expr: string }[] }[];
    };
    for (const { title, targets } of board.panels)
      expect([title, targets.length > 0 && targets.every(({ expr }) => expr !== '')]).toEqual([title, true]);
    const { groups } = yaml.load(document('alerts.yml')) as {
      groups: {
        rules: { alert: string; expr: string; annotations: { summary: string; action: string } }[];
      }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, annotations } of rules)
      expect([alert, annotations.summary !== '' && annotations.action !== '']).toEqual([alert, true]);
  });
});
