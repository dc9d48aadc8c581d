import { applySales, type Rule, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [
    percent(500),
    { benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-item', name: 'café' } } },
  ]);
  test.clock.advance(120_000);
});

const DAY_MS = 24 * 3_600_000;
const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));
let minute = 0;
const purchase = (phone = ANA): Sale => {
  const at = START + (minute += 1) * 1_000;
  return saleOf({
    buyer: { name: 'Ana', phone, cpf: null, email: null, cardFingerprint: null },
    totalCents: 2_000,
    occurredAt: at,
    updatedAt: at,
  });
};

describe('the stamps of a card', () => {
  it('stand in the balance, in three languages, until the card is full', async () => {
    const ana = new Chat(test, shop, ANA);
    expect((await ana.says('saldo')).text).not.toContain('Selos');
    await sell(purchase());
    expect((await ana.says('quantos selos eu tenho?')).text).toContain('Selos: 1 de 3 para café.');
    await sell(purchase());
    expect((await ana.says('how many stamps do I have?')).text).toContain('2 de 3');
    expect((await ana.says('cuántos sellos me faltan')).text).toContain('2 de 3');
    await sell(purchase());
    const { text } = await ana.says('saldo');
    expect(text).not.toContain('Selos');
    expect(text).toContain('1 voucher');
    expect((await new Chat(test, shop, BIA).says('saldo')).text).not.toContain('Selos');
  });

  it('are told while the card can still be filled', async () => {
    const season: Rule = {
      benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-item', name: 'panetone' } },
      conditions: { dates: ['2026-11-01', '2026-11-24'] },
    };
    test.clock.set(START);
    shop = await openShop(test.db, [season]);
    test.clock.set(START + 3_600_000);
    await sell(purchase());
    const ana = new Chat(test, shop, ANA);
    expect((await ana.says('saldo')).text).toContain('Selos: 1 de 3 para panetone.');
    test.clock.set(START + DAY_MS);
    expect((await ana.says('saldo')).text).toContain('Selos');
    test.clock.set(START + 2 * DAY_MS);
    expect((await ana.says('saldo')).text).not.toContain('Selos');
  });

  it('are one less after a purchase was taken back', async () => {
    const sale = purchase();
    await sell(purchase(), sale);
    await sell({ ...sale, refundedCents: sale.totalCents, updatedAt: sale.occurredAt + 1_000 });
    expect((await new Chat(test, shop, ANA).says('saldo')).text).toContain('Selos: 1 de 3');
  });
});
