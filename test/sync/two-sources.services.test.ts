import { randomInt } from 'node:crypto';
import { pino } from 'pino';
import { checkBooks } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, suiteDatabase } from '../support/database';
import { openShop, percent } from '../support/shop';
import { requiredService } from '../support/services';
import { moment } from '../support/until';

requiredService('TEST_DATABASE_URL');
const SALES = 120;
const logger = pino({ level: 'silent' });
const test = suiteDatabase();

interface Report {
  way: 'webhook' | 'pull';
  type: string;
  data: Record<string, unknown>;
}

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((value) => ({ value, place: randomInt(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);

/**
 * What the pull tells: all that is agreed on, with amounts as text and no payment; or what has been seen of SmartPOS, which names
 * neither a buyer nor a time nor what came back in part.
 */
type Shape = 'agreed' | 'seen';

/** What is said of one sale, both ways, and what it comes to. */
function storyOf(i: number, shape: Shape): { reports: Report[]; refunded: number } {
  const total = 1000 + i * 37;
  const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();
  const state = (minute: number, more: object): Record<string, unknown> => ({
    uniqueIdentifier: `sale-${i}`,
    creationDate: at(1),
    updatedAt: at(minute),
    totalAmount: total / 100,
    isCanceled: false,
    customer: { phone: `+55119888800${String(i % 40).padStart(2, '0')}` },
    ...more,
  });
  const third = Math.floor(total / 3);
  const ends: [string, object, number][] = [
    ['sale.updated', { refundedAmount: 0 }, 0],
    ['sale.refunded', { refundedAmount: third / 100 }, third],
    ['sale.refunded', { refundedAmount: (2 * third) / 100 }, 2 * third],
    ['sale.cancelled', { isCanceled: true }, total],
    ['sale.charged_back', {}, total],
  ];
  const [type, change, refunded] = ends.at(i % ends.length) ?? ['sale.updated', {}, 0];
  const first = state(1, { payment: { nsu: String(i) }, terminal: { id: 'T1' } });
  const middle = state(2, { refundedAmount: refunded === 0 ? 0 : Math.min(third, refunded) / 100 });
  const last = state(3, change);
  const pulled = (told: Record<string, unknown>): Record<string, unknown> =>
    shape === 'agreed'
      ? {
          ...told,
          totalAmount: String(total / 100),
          isChargedBack: type === 'sale.charged_back',
          payment: null,
        }
      : {
          id: i,
          uniqueIdentifier: `sale-${i}`,
          creationDate: at(1),
          orderName: 'Balcão',
          totalAmount: total / 100,
          discountAmount: 0,
          isCanceled: told['isCanceled'],
        };
  return {
    refunded,
    reports: [
      { way: 'webhook', type: 'sale.approved', data: first },
      { way: 'webhook', type: 'sale.refunded', data: middle },
      { way: 'webhook', type, data: last },
      { way: 'pull', type: '', data: { ...pulled(first), isChargedBack: false } },
      { way: 'pull', type: '', data: pulled(last) },
    ],
  };
}

it.each<[Shape, number]>([
  ['agreed', 1],
  ['agreed', 2],
  ['seen', 1],
  ['seen', 2],
])(
  'both ways at once, in any order and often, the pull as %s: one sale, one award, the same end (round %i)',
  async (shape) => {
    test.clock.set(START);
    const shop = await openShop(test.db, [percent(500)]);
    const { id: connectionId } = await test.db.asMerchant(shop, (work) =>
      createConnection(work, {
        baseUrl: 'http://127.0.0.1:9',
        company: null,
        apiKeyId: 'a',
        apiKeySecret: 'b',
      }),
    );
    test.clock.advance(600_000);
    const stories = Array.from({ length: SALES }, (_, i) => storyOf(i, shape));
    const twice = stories.flatMap(({ reports }, i) =>
      [...reports, ...reports].map((report, j) => ({ report, name: `${i}-${j % reports.length}` })),
    );
    const intake = (): Intake => new Intake(test.db, test.clock, test.doorbell);
    const [one, other] = [intake(), intake()];
    const readers = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let round = 0; round < 12; round++) {
          await readInbox(test.db, shop, logger, { ...FULL_PACE, largestSet: 40 });
          await moment(15);
        }
      }),
    );
    await Promise.all(
      shuffled(twice).map(async ({ report: { way, type, data }, name }, i) => {
        await moment(randomInt(150));
        const body = JSON.stringify(way === 'pull' ? data : { type, timestamp: data['updatedAt'], data });
        await (i % 2 === 0 ? one : other).add({
          merchantId: shop,
          connectionId,
          deliveryId: `${way}-${name}`,
          source: way,
          body,
        });
      }),
    );
    await readers;
    await readInbox(test.db, shop, logger, FULL_PACE);

    const rows = (table: string): Promise<Record<string, unknown>[]> =>
      test.db.asMerchant(shop, (work) => work.trx(table).select());
    const sales = await rows('sales');
    expect(sales).toHaveLength(SALES);
    const wrong = sales.filter(
      ({ id, total_cents: total, refunded_cents: refunded, cashback_cents: cents }) => {
        const story = stories[Number(String(id).slice(5))];
        const left = Number(total) - Number(refunded);
        return refunded !== story?.refunded || cents !== Math.floor((left * 5 + 50) / 100);
      },
    );
    expect(wrong).toEqual([]);
    expect(await rows('kept_events')).toHaveLength(0);
    expect(await rows('inbox_due')).toHaveLength(0);
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  },
  300_000,
);
