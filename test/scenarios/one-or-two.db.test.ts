import { pino } from 'pino';
import {
  issueVoucher,
  judgeHistory,
  keptEvents,
  setVoucherMode,
  staffByPhone,
  voidSale,
} from '../../src/loyalty';
import { Intake } from '../../src/sync/intake';
import { Importer } from '../../src/sync/pull/history-import';
import { startImport } from '../../src/sync/pull/history-rows';
import { createConnection } from '../../src/sync/connections';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { goldenSale } from '../support/golden-event';
import { Reports } from '../support/reports';
import { ANA, CASHIER, openShop, OWNER, percent } from '../support/shop';
import { json, SmartPosServer } from '../support/smartpos-server';

const MINUTE = 60_000;
const BIA = '+5511988880009';
const OTHER_ID = '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7099';
const test = suiteDatabase();
let shop: number;
let reports: Reports;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  reports = await Reports.of(test, shop);
  test.clock.advance(60 * MINUTE);
});

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const chat = (phone: string): Chat => new Chat(test, shop, phone);
const balance = async (phone = ANA): Promise<string> => (await chat(phone).says('saldo')).text;
/** What a person is asked about. */
const kept = async (): Promise<string[]> =>
  (await test.db.asMerchant(shop, (work) => keptEvents(work, 10))).events.map(({ reason }) => reason);
const iso = (at = test.clock.now()): string => new Date(at).toISOString();
const buyer = (phone: string) => ({ name: null, phone, cpf: null, email: null });
const sold = (change: object = {}) => ({
  ...goldenSale(),
  creationDate: iso(),
  updatedAt: iso(),
  totalAmount: 52.9,
  refundedAmount: 0,
  customer: buyer(ANA),
  ...change,
});
const machineTells = (change: object = {}, type = 'sale.approved'): Promise<void> =>
  reports.tell({ type, data: sold(change) });

const recordByHand = async (): Promise<void> => {
  await chat(CASHIER).dialog([
    ['venda 52,90 11 98888-0001', 'Registro uma venda'],
    ['sim', 'registrada'],
  ]);
  test.clock.advance(MINUTE);
};
const voidByHand = (): Promise<void> =>
  chat(CASHIER).dialog([
    ['estornar venda 52,90 11 98888-0001', 'R$ 52,90'],
    ['sim', ''],
  ]);
const decide = (word: string) => async (): Promise<void> => {
  await chat(OWNER).dialog([
    ['pendências', 'a equipe registrou à mão'],
    [`${word} 1`, ''],
  ]);
  await reports.read();
  expect(await kept()).toEqual([]);
};
const areOne = decide('descartar');
const areTwo = decide('ler');

describe('what is told before the person says whether they are one', () => {
  it.each([
    ['two purchases', areTwo, 'R$ 4,65'],
    ['one purchase', areOne, 'R$ 2,00'],
  ])('a correction of the amount holds (%s), and is asked about once', async (_, answer, expected) => {
    await recordByHand();
    const creationDate = iso();
    await machineTells();
    test.clock.advance(MINUTE);
    await machineTells({ creationDate, totalAmount: 40 }, 'sale.updated');
    expect(await kept()).toEqual(['recorded-by-hand']);
    await answer();
    expect(await balance()).toContain(expected);
  });

  it('an amount that is corrected and corrected back is as it was told last', async () => {
    await recordByHand();
    const creationDate = iso();
    for (const totalAmount of [52.9, 40, 52.9]) {
      await machineTells({ creationDate, updatedAt: null, totalAmount }, 'sale.updated');
      test.clock.advance(MINUTE);
    }
    await areTwo();
    expect(await balance()).toContain('R$ 5,30');
  });

  it('a refund that turns out smaller is as it was told last', async () => {
    await recordByHand();
    const creationDate = iso();
    for (const refundedAmount of [0, 30, 10]) {
      await machineTells({ creationDate, refundedAmount }, 'sale.updated');
      test.clock.advance(MINUTE);
    }
    await areTwo();
    expect(await balance()).toContain('R$ 4,80');
  });
});

describe('what was recorded is voided', () => {
  it('counts once where the machine told before, and nobody is asked any more', async () => {
    await recordByHand();
    await machineTells();
    await voidByHand();
    await reports.read();
    expect(await kept()).toEqual([]);
    expect(await balance()).toContain('R$ 2,65');
  });

  it('is cancelled where the machine cancelled it', async () => {
    await recordByHand();
    const creationDate = iso();
    await machineTells();
    test.clock.advance(MINUTE);
    await machineTells({ creationDate, isCanceled: true }, 'sale.cancelled');
    await voidByHand();
    await reports.read();
    expect(await balance()).not.toContain('2,65');
  });

  it('and another that was recorded like it stands: it may be that one', async () => {
    await recordByHand();
    await machineTells();
    await chat(CASHIER).dialog([
      ['venda 52,90 11 98888-0001', 'já foi registrada às'],
      ['sim', 'registrada'],
    ]);
    const [twice] = await rows('sales_told_twice');
    await test.db.asMerchant(shop, async (work) => {
      const by = (await staffByPhone(work, CASHIER))!;
      await voidSale(work, { id: String(twice?.['hand_id']), by });
    });
    await reports.read();
    expect(await kept()).toEqual(['recorded-by-hand']);
    expect(await balance()).toContain('R$ 2,65');
    await areOne();
    expect(await balance()).toContain('R$ 2,65');
  });

  it('after the person said that they are one: nothing is left of it', async () => {
    await recordByHand();
    await machineTells();
    await areOne();
    test.clock.advance(MINUTE);
    await voidByHand();
    expect(await balance()).not.toContain('2,65');
  });
});

describe('a receipt', () => {
  it('of a second purchase of that amount can be claimed where the first is the one recorded', async () => {
    await recordByHand();
    await machineTells();
    await areOne();
    test.clock.advance(5 * MINUTE);
    await machineTells({ uniqueIdentifier: OTHER_ID, customer: null, payment: { nsu: '000732' } });
    expect((await chat(ANA).says('nota 000732 52,90')).text).toContain('R$ 52,90');
    expect(await balance()).toContain('R$ 5,30');
  });

  describe('of the sale that was told without a buyer, then with one', () => {
    let creationDate: string;
    const payment = { nsu: '000731' };
    beforeEach(async () => {
      await recordByHand();
      creationDate = iso();
      await machineTells({ customer: null, payment });
      test.clock.advance(10_000);
      await machineTells({ creationDate, payment }, 'sale.updated');
      expect(await kept()).toEqual(['recorded-by-hand']);
    });

    const isNobodysElse = async (): Promise<void> => {
      expect((await chat(BIA).says('nota 000731 52,90')).text).not.toContain('R$ 52,90');
      expect((await chat(ANA).says('nota 000731 52,90')).text).toContain('já é sua');
      await chat(CASHIER).dialog([['venda 52,90 11 98888-0009', 'Registro uma venda']]);
      expect((await chat(OWNER).says('vincular venda 000731 11 98888-0009')).text).not.toContain('R$ 52,90');
    };

    it('is nobody else’s to claim while it waits', isNobodysElse);

    it('is nobody else’s to claim as the one that staff recorded, and is no sale beside it', async () => {
      await areOne();
      await isNobodysElse();
      const standing = (await rows('sales')).filter((sale) => sale['refunded_cents'] === 0);
      expect(standing).toMatchObject([{ details: { nsu: '000731' } }]);
      await machineTells({ creationDate, isCanceled: true, payment }, 'sale.cancelled');
      test.clock.advance(10_000);
      expect(await balance()).not.toContain('2,65');
    });

    it('counts beside it where they are two', async () => {
      await areTwo();
      expect(await balance()).toContain('R$ 5,30');
    });
  });
});

describe('a history that is judged later', () => {
  const smartpos = new SmartPosServer();
  beforeAll(() => smartpos.start());
  afterAll(() => smartpos.stop());
  beforeEach(async () => {
    await recordByHand();
    await test.db.asMerchant(shop, (work) =>
      work.trx('connections').update({ ended_at: new Date(work.now) }),
    );
    const creationDate = iso();
    test.clock.advance(40 * MINUTE);
    smartpos.reset();
    smartpos.on('sales', json([sold({ creationDate, updatedAt: creationDate })]));
    await test.db.asMerchant(shop, async (work) => {
      const { id } = await createConnection(work, { ...smartpos.keys, company: 'Padaria' });
      await startImport(work, id, false);
    });
    const intake = new Intake(test.db, test.clock, test.doorbell);
    const logger = pino({ level: 'silent' });
    const importer = new Importer({ db: test.db, intake, clock: test.clock, logger });
    await importer.importDue();
    await importer.idle();
    expect(await rows('sales')).toHaveLength(2);
    for (let judged = 1; judged > 0;) judged = await test.db.asMerchant(shop, (work) => judgeHistory(work));
  });
  afterEach(() =>
    test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date(work.now) })),
  );

  it('counts nothing that staff recorded by hand, until a person says that they are two', async () => {
    expect(await balance()).toContain('R$ 2,65');
    expect(await kept()).toEqual(['recorded-by-hand']);
    await areTwo();
    expect(await balance()).toContain('R$ 5,30');
  });

  it('counts it once where a person says that they are one, also as a purchase', async () => {
    await areOne();
    expect(await balance()).toContain('R$ 2,65');
    expect((await rows('sales')).filter((sale) => sale['refunded_cents'] === 0)).toHaveLength(1);
    await test.db.asMerchant(shop, (work) => judgeHistory(work));
    expect(await balance()).toContain('R$ 2,65');
  });

  it('counts it where what was recorded is voided', async () => {
    await voidByHand();
    await reports.read();
    expect(await kept()).toEqual([]);
    expect(await balance()).toContain('R$ 2,65');
  });
});

describe('a voucher that came with a sale in doubt', () => {
  let voucherCode: string;
  beforeEach(async () => {
    await machineTells({ uniqueIdentifier: OTHER_ID, totalAmount: 900 });
    voucherCode = await test.db.asMerchant(shop, async (work) => {
      const by = await staffByPhone(work, OWNER);
      await setVoucherMode(work, { mode: 'automatic', by: by! });
      const [ana] = await work.trx('customer_identities').where({ value: ANA });
      const issued = await issueVoucher(work, {
        customerId: (ana as { customer_id: string }).customer_id,
        cents: 3000,
        key: 'v',
      });
      if (!issued.ok) throw new Error(issued.refusal.code);
      return issued.value.code;
    });
    await recordByHand();
  });
  const vouchers = async () =>
    (await rows('vouchers')).map(({ state, returned_cents: back }) => [state, back]);

  it.each([
    ['at once', { voucher: true }],
    ['in a later report', { voucher: false }],
  ])('is used at once (%s), whatever the person says', async (_, { voucher }) => {
    const creationDate = iso();
    await machineTells(voucher ? { voucherCode } : {});
    test.clock.advance(MINUTE);
    await machineTells({ creationDate, voucherCode }, 'sale.updated');
    expect(await vouchers()).toEqual([['redeemed', 0]]);
    await areOne();
    expect((await rows('sales')).filter((sale) => sale['voucher_cents'] === 3000)).toHaveLength(1);
    // Of the one purchase, R$ 22,90 were paid in money.
    expect(await balance()).toContain('R$ 16,15');
    test.clock.advance(MINUTE);
    await machineTells({ creationDate, voucherCode, isCanceled: true }, 'sale.cancelled');
    expect(await vouchers()).toEqual([['redeemed', 3000]]);
    expect(await kept()).toEqual([]);
  });

  it('has paid for the machine’s sale where they are two', async () => {
    await machineTells({ voucherCode });
    await areTwo();
    expect(await vouchers()).toEqual([['redeemed', 0]]);
    expect((await rows('outbox')).map(({ template }) => template)).not.toContain('voucher-not-honoured');
    expect(await balance()).toContain('R$ 18,80');
  });
});
