import { applySales, lookAtMachines, machinesOf } from '../../../src/loyalty';
import { createConnection } from '../../../src/sync/connections';
import { suiteDatabase } from '../../support/database';
import { Chat } from '../../support/dialog';
import { ANA, CASHIER, openShop, OWNER, saleOf } from '../../support/shop';

const MINUTE = 60_000;
const at = (text: string): number => Date.parse(`${text}-03:00`);

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(at('2026-11-09T08:00:00'));
  shop = await openShop(test.db);
});

/** Each half hour from nine to six on these days of November. */
const sell = (
  terminal: string,
  days: readonly number[],
  change: { acquirer?: string; store?: string } = {},
) =>
  test.db.asMerchant(shop, (work) =>
    applySales(
      work,
      days.flatMap((day) =>
        Array.from({ length: 19 }, (_, i) =>
          saleOf({
            terminal,
            ...change,
            phone: null,
            occurredAt: at(`2026-11-${String(day).padStart(2, '0')}T09:00:00`) + i * 30 * MINUTE,
          }),
        ),
      ),
    ),
  );

async function look(moment: string): Promise<unknown[]> {
  test.clock.set(at(moment));
  await lookAtMachines(test, test.clock.now());
  return test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'machine-silent' }).orderBy('seq').select('staff_id', 'params'),
  );
}

it('tells the owner once of a silent machine, and again only after it spoke', async () => {
  await sell('T1', [16, 17, 18, 19, 20]);
  expect(await look('2026-11-20T18:30:00')).toEqual([]);
  expect(await look('2026-11-23T09:20:00')).toEqual([]);
  expect(await look('2026-11-23T12:00:00')).toEqual([
    { staff_id: expect.any(String), params: expect.objectContaining({ machine: 'T1', acquirer: 'stone' }) },
  ]);
  for (const moment of ['2026-11-23T14:00:00', '2026-11-24T12:00:00'])
    expect(await look(moment)).toHaveLength(1);
  expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([{ id: 'T1', isSilent: true }]);
  await sell('T1', [25]);
  expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([{ id: 'T1', isSilent: false }]);
  expect(await look('2026-11-25T18:05:00')).toHaveLength(1);
  expect(await look('2026-11-26T12:00:00')).toHaveLength(2);
});

it('says nothing of a new machine, of one at work, or at night', async () => {
  await sell('T1', [16, 17, 18, 19, 20]);
  await sell('NEW', [20]);
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ terminal: 'T1', occurredAt: at('2026-11-23T11:50:00') })]),
  );
  expect(await look('2026-11-23T12:00:00')).toEqual([]);
  expect(await look('2026-11-24T02:00:00')).toEqual([]);
});

describe('while SmartPOS cannot tell of its sales', () => {
  const SILENT = '2026-11-23T12:00:00';
  const connected = (state: Record<string, unknown>): Promise<unknown> =>
    test.db.asMerchant(shop, async (work) => {
      const keys = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret' };
      const { id } = await createConnection(work, { ...keys, company: null });
      return work.trx('connections').where({ id }).update(state);
    });
  const becomes = (state: Record<string, unknown>): Promise<unknown> =>
    test.db.asMerchant(shop, (work) => work.trx('connections').update(state));
  const before = new Date(at('2026-11-20T18:30:00'));
  const after = new Date(at('2026-11-23T12:04:00'));
  beforeEach(() => sell('T1', [16, 17, 18, 19, 20]));

  it.each([
    ['it is disconnected', { ended_at: before, polled_until: before }],
    ['the keys are refused', { poll_failure: 'keys', polled_until: before }],
    ['it was never read', { poll_failure: 'unreachable', polled_until: null }],
    ['the service was off and has not read it again', { polled_until: before }],
  ])('(%s) no machine is called silent; once it can, it is told', async (_why, state) => {
    await connected(state);
    expect(await look(SILENT)).toEqual([]);
    await becomes({ ended_at: null, poll_failure: null, polled_until: after });
    expect(await look('2026-11-23T12:04:30')).toEqual([]);
    expect(await look('2026-11-23T12:05:30')).toHaveLength(1);
  });

  it.each([
    ['was read since', { polled_until: after }],
    ['is not asked, and sends events', { polled_until: null }],
    ['failed only after it had been read', { poll_failure: 'unreachable', polled_until: after }],
  ])('one that %s does tell', async (_why, state) => {
    await connected(state);
    expect(await look(SILENT)).toHaveLength(1);
  });
});

it('looks at a machine only when its silence would begin to tell', async () => {
  await sell('T1', [16, 17, 18, 19, 20]);
  await look('2026-11-20T18:30:00');
  const due = await test.db.call('SELECT shops_with_machines_to_look_at(?) AS id', [
    new Date(at('2026-11-22T12:00:00')),
  ]);
  expect(due).not.toContainEqual({ id: shop });
});

it('says where machines come from before there are any', async () => {
  const owner = new Chat(test, shop, OWNER);
  expect((await owner.says('máquinas')).text).toContain('Diga “conectar smartpos”');
  const keys = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId: 'id', apiKeySecret: 'secret' };
  await test.db.asMerchant(shop, (work) => createConnection(work, keys));
  expect((await owner.says('máquinas')).text).toContain('Faça uma venda em cada uma');
});

it('lists the machines by acquirer and store in the chat', async () => {
  await sell('M-2', [20], { acquirer: 'mercado-pago', store: 'loja-1' });
  await sell('M-1', [19], { acquirer: 'mercado-pago', store: 'loja-1' });
  await sell('S-1', [18], { acquirer: 'stone', store: 'loja-2' });
  const owner = new Chat(test, shop, OWNER);
  expect((await owner.says('máquinas')).text).toBe(
    'Vi 3 maquininhas nas vendas:\nMercado Pago, loja-1:\n• M-1: última venda em *19/11/2026* às 18:00\n' +
      '• M-2: última venda em *20/11/2026* às 18:00\nStone, loja-2:\n• S-1: última venda em *18/11/2026* às 18:00',
  );
  for (const phone of [CASHIER, ANA])
    expect((await new Chat(test, shop, phone).says('máquinas')).text).not.toContain('M-1');
});

describe('machines of two acquirers with one number', () => {
  it('are two: each is listed with its own last sale, and the silence of one is told while the other sells', async () => {
    await sell('01', [16, 17, 18, 19, 20], { acquirer: 'stone' });
    await sell('01', [16, 17, 18, 19, 20, 23], { acquirer: 'cielo' });
    const owner = new Chat(test, shop, OWNER);
    expect((await owner.says('máquinas')).text).toMatch(
      /^Vi 2 maquininhas.*Cielo.*01: última venda em \*23\/11\/2026\*.*Stone.*01: última venda em \*20\/11\/2026\*/s,
    );
    expect(await look('2026-11-23T16:00:00')).toEqual([
      { staff_id: expect.any(String), params: expect.objectContaining({ machine: '01', acquirer: 'stone' }) },
    ]);
    expect(await look('2026-11-23T17:30:00')).toHaveLength(1);
    expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([
      { acquirer: 'cielo', isSilent: false },
      { acquirer: 'stone', isSilent: true },
    ]);
    expect((await owner.says('status')).text).toMatch(/Maquininhas: 2, de Cielo e Stone/);
  });

  it('is one where a sale does not name the acquirer, or not yet', async () => {
    const sellNameless = (days: readonly number[]) =>
      test.db.asMerchant(shop, (work) =>
        applySales(
          work,
          days.map((day) =>
            saleOf({
              terminal: '01',
              acquirer: null,
              phone: null,
              occurredAt: at(`2026-11-${day}T18:00:00`),
            }),
          ),
        ),
      );
    await sellNameless([10]);
    expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([{ id: '01', acquirer: null }]);
    await sell('01', [16, 17, 18, 19, 20], { acquirer: 'stone' });
    await sellNameless([21]);
    expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([
      { id: '01', acquirer: 'stone', lastSaleAt: at('2026-11-21T18:00:00') },
    ]);
    await look('2026-11-21T18:10:00');
    const due = await test.db.call('SELECT shops_with_machines_to_look_at(?) AS id', [
      new Date(test.clock.now()),
    ]);
    expect(due).not.toContainEqual({ id: shop });
  });
});

it('goes on beside the version before, which knows a machine by its number alone', async () => {
  const before = (acquirer: string | null, moment: string) =>
    test.db.asMerchant(shop, (work) =>
      work.send(
        `INSERT INTO terminals (merchant_id, id, acquirer, store, first_sale_at, last_sale_at)
         SELECT current_merchant(), '01', ?::text, NULL, t.at, t.at FROM (SELECT ?::timestamptz AS at) AS t
         ON CONFLICT (merchant_id, id) DO UPDATE SET last_sale_at = greatest(terminals.last_sale_at, excluded.last_sale_at),
           acquirer = coalesce(excluded.acquirer, terminals.acquirer), store = coalesce(excluded.store, terminals.store)
         WHERE terminals.last_sale_at < excluded.last_sale_at`,
        [acquirer, new Date(at(moment))],
      ),
    );
  const seen = () =>
    test.db.asMerchant(shop, (work) => work.trx('terminals').select('acquirer', 'last_sale_at'));
  await before('stone', '2026-11-16T10:00:00');
  await before('cielo', '2026-11-16T11:00:00');
  await before('cielo', '2026-11-16T12:00:00');
  expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([
    { acquirer: 'cielo', lastSaleAt: at('2026-11-16T12:00:00') },
    { acquirer: 'stone', lastSaleAt: at('2026-11-16T10:00:00') },
  ]);
  await sell('01', [17], { acquirer: 'stone' });
  expect(await seen()).toEqual([{ acquirer: 'stone', last_sale_at: at('2026-11-17T18:00:00') }]);
  expect(await test.db.asMerchant(shop, machinesOf)).toMatchObject([
    { acquirer: 'cielo', lastSaleAt: at('2026-11-16T12:00:00') },
    { acquirer: 'stone', lastSaleAt: at('2026-11-17T18:00:00') },
  ]);
});

it('shows many machines by pages', async () => {
  for (let i = 1; i <= 20; i++) await sell(`TERMINAL-${i}`, [18]);
  const owner = new Chat(test, shop, OWNER);
  const first = (await owner.says('máquinas')).text;
  expect(first.length).toBeLessThanOrEqual(600);
  expect(first).toContain('mais');
  const seen = [first];
  for (let i = 0; i < 4; i++) seen.push((await owner.says('mais')).text);
  const listed = seen.join('\n').match(/TERMINAL-\d+/g);
  expect(new Set(listed).size).toBe(20);
  expect(listed).toHaveLength(20);
});
