import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Registry } from 'prom-client';
import request from 'supertest';
import { recordStatus } from '../../src/bot/hosting/channel-states';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import { createApp } from '../../src/http';
import { HttpMetrics } from '../../src/http/metrics';
import { InProcessDoorbell } from '../../src/jobs/in-process';
import { MeasuredDoorbell } from '../../src/jobs/measured';
import { receive } from '../../src/bot/receiving/receive';
import { createHealthRouter } from '../../src/product/health';
import { watchBooks, watchRedis, watchSessions } from '../../src/product/health/process-figures';
import { createConnection } from '../../src/sync/connections';
import { tellOwners } from '../../src/loyalty';
import { Intake } from '../../src/sync/intake';
import { FULL_PACE, readInbox } from '../support/inbox';
import { ALERT_RULES as RULES } from '../support/alert-rules';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { groupedBy, holds, samplesOf, selectorsOf, taken, type Sample } from '../support/prometheus';
import { ANA, openShop } from '../support/shop';
import { untilSeen } from '../support/until';

const document = (name: string): string => readFileSync(join(__dirname, '..', '..', 'docs', name), 'utf8');

const PANELS = (
  JSON.parse(document('grafana-dashboard.json')) as { panels: { targets: { expr: string }[] }[] }
).panels;
/** Over time, or of what tells nothing: alerts.services.test.ts evaluates them as Prometheus does. */
const NOT_OF_A_MOMENT = [
  'SmartbisGone',
  'SmartbisSessionsShort',
  'SmartbisRequestsFail',
  'SmartbisJobsFail',
  'SmartbisJudgingSlow',
];

let test: TestDatabase;
/** Of one process of all roles, before and after everything went wrong. */
let well: Sample[];
let ill: Sample[];

beforeAll(async () => {
  test = await openTestDatabase();
  const registry = new Registry();
  const state = { redis: true, books: 0 };
  const app = createApp([createHealthRouter({ db: test.db, clock: test.clock, registry })], test.logger);
  watchSessions(registry, () => ({ most: 1, inUse: 0, waiting: 0 }));
  watchRedis(registry, () => state.redis);
  watchBooks(registry, () => state.books);
  const http = new HttpMetrics(registry);
  const doorbell = new MeasuredDoorbell(new InProcessDoorbell(test.logger), registry);
  const scrape = async (): Promise<Sample[]> => samplesOf((await request(app).get('/metrics')).text);
  well = await scrape();
  [state.redis, state.books] = [false, 1];
  await goWrong(await openShop(test.db));
  await goDown(await openShop(test.db, [], 'Outra Padaria'));
  const answer = { statusCode: 503, writableFinished: true } as ServerResponse;
  http.watch({ url: '/v1/vouchers/x' } as IncomingMessage, answer)();
  for (const bell of ['sales', 'turns'] as const) {
    doorbell.answer(bell, 1, () => Promise.reject(new Error('bad')));
    doorbell.ring(bell, '1');
  }
  const failed = async (): Promise<number> =>
    samplesOf(await registry.metrics()).filter(({ name }) => name === 'smartbis_job_seconds_count').length;
  await untilSeen('both jobs to fail', failed, (count) => count === 2);
  test.clock.advance(7 * 3_600_000);
  ill = await scrape();
  await doorbell.close();
});
afterAll(() => test.close());

/** A shop of which everything waits. */
async function goWrong(shop: number): Promise<void> {
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const event = (id: string, type: string) =>
    intake.add({
      merchantId: shop,
      connectionId: 'con_x',
      deliveryId: id,
      source: 'webhook',
      body: JSON.stringify({ type, data: {} }),
    });
  for (let i = 0; i < 21; i++) await event(`odd ${i}`, 'nobody.knows');
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  await event('waits', 'sale.approved');
  const said = { chatId: 'chat-1', phone: ANA, name: 'Ana', kind: 'text', at: START } as const;
  await receive(test.db, shop, { ...said, id: 'm1', text: 'saldo' }, 0);
  await test.db.asMerchant(shop, async (work) => {
    for (let i = 0; i < 52; i++) enqueueReply(work, 'chat-1', `c${i}`, { text: 'Oi' });
    const settled = { state: 'failed', settled_at: new Date(work.now) };
    await work.trx('outbox').whereNot({ cause: 'c51' }).update(settled);
    await tellOwners(work, { cause: 'program', notice: { kind: 'program-unreadable', shop: 'Padaria' } });
    await recordStatus(work, { state: 'logged-out' });
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId: 'x', apiKeySecret: 'x' };
    const { id } = await createConnection(work, keys);
    await work.trx('connections').where({ id }).update({ poll_failure: 'unreachable' });
  });
}

const goDown = (shop: number): Promise<void> =>
  test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'down' }));

const asked = [
  ...RULES.map(({ alert, expr }) => [alert, expr] as const),
  ...PANELS.flatMap(({ targets }) => targets.map(({ expr }) => [expr, expr] as const)),
];

it.each(asked)('%s takes what the product tells: metric, labels and their values', (_name, expr) => {
  const selectors = selectorsOf(expr);
  expect(selectors.length).toBeGreaterThan(0);
  for (const selector of selectors) {
    const found = taken(selector, ill);
    expect([selector, found.length > 0]).toEqual([selector, true]);
    for (const label of groupedBy(expr)) expect(Object.keys(found[0]?.labels ?? {})).toContain(label);
  }
});

it.each(RULES)('$alert says how urgent it is and what to do', ({ labels, annotations }) => {
  expect(['page', 'ticket']).toContain(labels.severity);
  expect(annotations.summary).toMatch(/^[A-Z].*\.$/);
  expect(annotations.action).toMatch(/\.$/);
});

it.each(RULES.filter(({ alert }) => !NOT_OF_A_MOMENT.includes(alert)))(
  '$alert is silent while all is well, and not when it is not',
  ({ alert, expr }) => {
    const without = ill.map((one) =>
      one.name === 'smartbis_database_up' ? { ...one, value: alert === 'SmartbisDatabaseGone' ? 0 : 1 } : one,
    );
    expect([holds(expr, well), holds(expr, without)]).toEqual([false, true]);
  },
);
