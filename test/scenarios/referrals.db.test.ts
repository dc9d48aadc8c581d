import {
  acceptReferral,
  activate,
  applySales,
  balanceOf,
  blockCustomer,
  checkBooks,
  eraseCustomer,
  findOrCreateCustomers,
  identityKey,
  mergeCustomers,
  pause,
  putMember,
  referralCode,
  referralTerms,
  type Sale,
  setReferralTerms,
  staffByPhone,
  type Work,
} from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { ANA, BIA, CASHIER, customerKnownBy, openShop, OWNER, saleOf } from '../support/shop';
import { faultsOf } from '../support/voucher-books';

const DAY = 86_400_000;
const CARLA = '+5511988880007';
const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, []);
  test.clock.advance(120_000);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop)).toEqual([]);
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));
const later = (change: Partial<Sale> & { phone?: string } = {}): Sale => {
  test.clock.advance(60_000);
  return saleOf({ ...change, occurredAt: test.clock.now(), updatedAt: test.clock.now() });
};

async function offer(): Promise<void> {
  await chat(OWNER).dialog([
    [
      'indicação: R$ 10 para quem indica e R$ 5 para o amigo',
      /\*R\$ 10,00\* para quem indica e \*R\$ 5,00\* para o amigo.*Fica assim\?/,
    ],
    ['sim', 'já podem dizer'],
  ]);
}

async function codeOf(phone: string): Promise<string> {
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await chat(phone).says('indicar')).text)?.[0] ?? '';
}

const has = async (phone: string): Promise<string> => (await chat(phone).says('saldo')).text;

it('promises within bounds, a large prize with the PIN, and one message sets it once', async () => {
  const owner = chat(OWNER);
  await owner.dialog([
    [
      'indicação: R$ 1.000,01 para quem indica e R$ 5 para o amigo',
      /até \*R\$ 1\.000,00\* para cada lado.*3\.650 dias/,
    ],
    ['indicação: R$ 10 para quem indica e R$ 5 para o amigo por 4000 dias', /3\.650 dias/],
    ['indicação: R$ 80 para quem indica e R$ 20,01 para o amigo', 'Fica assim?'],
    ['sim', 'PIN'],
  ]);
  expect(await test.db.asMerchant(shop, referralTerms)).toBeNull();
  await new PinPages(test, shop).enter(owner);
  expect((await owner.hears()).text).toContain('já podem dizer');
  const set = (giverCents: number) =>
    test.db.asMerchant(shop, async (work) => {
      const by = await staffByPhone(work, OWNER);
      const terms = { giverCents, friendCents: 500, validDays: null };
      return setReferralTerms(work, { terms, by: by!, key: 'once' });
    });
  expect(await set(1_000)).toEqual({ ok: true, value: null });
  expect(await set(1_000)).toEqual({ ok: true, value: null });
  expect(await set(1_100)).toEqual({ ok: false, refusal: { code: 'idempotency-conflict' } });
  expect(await set(-1)).toMatchObject({ ok: false });
});

it('both earn after the friend’s first purchase, once, and are told', async () => {
  await chat(ANA).dialog([['indicar', 'não tem prêmio por indicação']]);
  await chat(CASHIER).dialog([['indicação: R$ 1 para quem indica e R$ 1 para o amigo', /gerência/]]);
  await offer();
  const code = await codeOf(ANA);
  expect(await codeOf(ANA)).toBe(code);
  await chat(BIA).dialog([[`vim pela indicação ${code}`, /primeira compra.*\*R\$ 5,00\*/]]);
  expect(await has(ANA)).toContain('ainda não tem');
  const first = later({ phone: BIA });
  await sell(first);
  await sell(first, later({ phone: BIA }));
  expect(await has(ANA)).toContain('R$ 10,00');
  expect(await has(BIA)).toContain('R$ 5,00');
  const told = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'referral-paid' }),
  );
  expect(told).toHaveLength(2);
});

it('what a friend buys while nothing is earned pays nobody; the first purchase after it does', async () => {
  await offer();
  await chat(BIA).says(`vim pela indicação ${await codeOf(ANA)}`);
  await test.db.asMerchant(shop, (work) => pause(work, { what: 'earning', by: null }));
  await sell(later({ phone: BIA }));
  expect(await has(ANA)).toContain('ainda não tem');
  test.clock.advance(60_000);
  await test.db.asMerchant(shop, (work) => activate(work, { by: null, override: true }));
  await sell(later({ phone: BIA }));
  expect(await has(ANA)).toContain('R$ 10,00');
});

it('a first purchase that is refunded takes it back, and one that stands again gives it again', async () => {
  await offer();
  const code = await codeOf(ANA);
  await chat(BIA).says(`vim pela indicação ${code}`);
  const first = later({ phone: BIA });
  await sell(first);
  await chat(ANA).says('resgatar 10');
  await chat(ANA).says('sim');
  const refund = { ...first, refundedCents: first.totalCents, updatedAt: test.clock.now() + 1 };
  await sell(refund);
  await sell(refund);
  expect(await has(BIA)).toContain('ainda não tem');
  expect(await has(ANA)).toContain('descontam *R$ 10,00*');
  await sell(later({ phone: BIA }));
  expect(await has(BIA)).toContain('R$ 5,00');
  expect(await has(ANA)).not.toContain('descontam');
});

it('one’s own code, a ring, a customer and a second code are refused', async () => {
  await offer();
  const ana = await codeOf(ANA);
  const bia = await codeOf(BIA);
  await sell(later({ phone: CARLA }));
  await chat(ANA).dialog([[`vim pela indicação ${ana}`, 'seu próprio código']]);
  await chat(BIA).dialog([[`vim pela indicação ${ana}`, 'Anotado']]);
  await chat(ANA).dialog([[`vim pela indicação ${bia}`, 'foi você quem trouxe']]);
  await chat(CARLA).dialog([[`vim pela indicação ${ana}`, 'ainda não comprou aqui']]);
  await chat(BIA).dialog([
    [`vim pela indicação ${await codeOf(CARLA)}`, 'Vale a primeira vez'],
    ['vim pela indicação ZZZZ-ZZZZ', 'Não conheço esse código'],
  ]);
});

it('a purchase after ninety days, or one reported late from before, gives nothing', async () => {
  await offer();
  const code = await codeOf(ANA);
  const early = later({ phone: BIA });
  test.clock.advance(1000);
  await chat(BIA).says(`vim pela indicação ${code}`);
  await sell(later({ phone: BIA }));
  expect(await has(BIA)).toContain('R$ 5,00');
  await sell(early);
  expect(await has(BIA)).toContain('ainda não tem');
  await chat(CARLA).says(`vim pela indicação ${code}`);
  test.clock.advance(91 * DAY);
  await sell(later({ phone: CARLA }));
  expect(await has(CARLA)).toContain('ainda não tem');
  expect(await has(ANA)).toContain('ainda não tem');
});

const idOf = (phone: string): Promise<string> =>
  test.db.asMerchant(shop, (work) => customerKnownBy(work, { kind: 'phone', value: phone }));
const cashback = async (id: string) => {
  const { available, debt } = (await test.db.asMerchant(shop, (work) => balanceOf(work, id))).cashback;
  return { available, debt };
};

it('what was paid for a friend is found again after the friend became another', async () => {
  await offer();
  await chat(BIA).says(`vim pela indicação ${await codeOf(ANA)}`);
  const first = later({ phone: BIA });
  await sell(first);
  const [ana, bia, carla] = [await idOf(ANA), await idOf(BIA), await idOf(CARLA)];
  await test.db.asMerchant(shop, (work) => mergeCustomers(work, { keep: carla, absorb: bia }));
  expect([await cashback(ana), await cashback(carla)]).toEqual([
    { available: 1000, debt: 0 },
    { available: 500, debt: 0 },
  ]);
  await sell({ ...first, refundedCents: first.totalCents, updatedAt: test.clock.now() + 1 });
  expect([await cashback(ana), await cashback(carla)]).toEqual([
    { available: 0, debt: 0 },
    { available: 0, debt: 0 },
  ]);
});

it('who is blocked, or erased, is paid nothing, and gives nothing back', async () => {
  await offer();
  await chat(BIA).says(`vim pela indicação ${await codeOf(ANA)}`);
  await chat(CARLA).says(`vim pela indicação ${await codeOf(BIA)}`);
  const [ana, bia, carla] = [await idOf(ANA), await idOf(BIA), await idOf(CARLA)];
  await test.db.asMerchant(shop, (work) => eraseCustomer(work, ana));
  const first = [later({ phone: BIA }), later({ phone: CARLA })];
  await sell(first[0] ?? later());
  await test.db.asMerchant(shop, async (work) => {
    const by = await staffByPhone(work, OWNER);
    await blockCustomer(work, { customerId: bia, blocked: true, by: by! });
  });
  await sell(first[1] ?? later());
  const refunds = first.map((sale) => ({
    ...sale,
    refundedCents: sale.totalCents,
    updatedAt: test.clock.now() + 1,
  }));
  const now = async () => [await cashback(ana), await cashback(bia), await cashback(carla)];
  expect(await now()).toEqual([
    { available: 0, debt: 0 },
    { available: 500, debt: 0 },
    { available: 500, debt: 0 },
  ]);
  await sell(...refunds);
  expect(await now()).toEqual([ana, bia, carla].map(() => ({ available: 0, debt: 0 })));
});

it('of two who say each other’s code at once, one brings the other', async () => {
  await offer();
  const run = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
  for (let pair = 0; pair < 20; pair++) {
    const people = [await idOf(`+55119888810${10 + pair}`), await idOf(`+55119888820${10 + pair}`)];
    const codes = await Promise.all(people.map((id) => run((work) => referralCode(work, id))));
    const accepted = await Promise.all(
      people.map((friendId, i) =>
        run((work) => acceptReferral(work, { friendId, code: codes[1 - i] ?? '' })),
      ),
    );
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

it('who is a manager no more cannot end what they began', async () => {
  const by = (await test.db.asMerchant(shop, (work) => staffByPhone(work, OWNER)))!;
  const place = (role: 'manager' | 'cashier') =>
    test.db.asMerchant(shop, (work) =>
      putMember(work, { member: { phone: CARLA, name: 'Carla', role }, by }),
    );
  await place('manager');
  await chat(CARLA).says('indicação: R$ 10 para quem indica e R$ 5 para o amigo');
  await place('cashier');
  expect((await chat(CARLA).says('sim')).text).not.toContain('já podem dizer');
});

it('who turns out to have brought themselves gives it back', async () => {
  await offer();
  const code = await codeOf(ANA);
  await chat(BIA).says(`vim pela indicação ${code}`);
  await sell(later({ phone: BIA }));
  expect(await has(ANA)).toContain('R$ 10,00');
  await test.db.asMerchant(shop, async (work) => {
    const [ana, bia] = [
      { kind: 'phone' as const, value: ANA },
      { kind: 'phone' as const, value: BIA },
    ];
    const wanted = new Map([ana, bia].map((identity) => [identityKey(identity), { identity, name: null }]));
    const ids = await findOrCreateCustomers(work, wanted);
    const of = (identity: typeof ana): string => ids.get(identityKey(identity)) ?? '';
    await mergeCustomers(work, { keep: of(ana), absorb: of(bia) });
  });
  expect(await has(ANA)).toContain('ainda não tem');
});

it('who turns out to have been brought by whom they had brought gives that back', async () => {
  await offer();
  const dora = '+5511988880008';
  await chat(BIA).says(`vim pela indicação ${await codeOf(ANA)}`);
  await chat(CARLA).says(`vim pela indicação ${await codeOf(BIA)}`);
  await chat(dora).says(`vim pela indicação ${await codeOf(CARLA)}`);
  await sell(later({ phone: BIA }), later({ phone: CARLA }), later({ phone: dora }));
  const [ana, bia, carla, another] = [await idOf(ANA), await idOf(BIA), await idOf(CARLA), await idOf(dora)];
  await test.db.asMerchant(shop, (work) => mergeCustomers(work, { keep: ana, absorb: another }));
  // Brought by nobody any more, they keep what they were given for bringing Bia, and Bia for bringing Carla.
  expect([await cashback(ana), await cashback(bia), await cashback(carla)]).toEqual([
    { available: 1000, debt: 0 },
    { available: 1500, debt: 0 },
    { available: 500, debt: 0 },
  ]);
});

it('who says a code while they become whoever it is of brings nobody', async () => {
  await offer();
  const run = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
  for (let pair = 0; pair < 20; pair++) {
    const [keep, absorb] = [await idOf(`+55119888830${10 + pair}`), await idOf(`+55119888840${10 + pair}`)];
    const code = await run((work) => referralCode(work, keep));
    await Promise.all([
      run((work) => mergeCustomers(work, { keep, absorb })),
      run((work) => acceptReferral(work, { friendId: absorb, code })),
    ]);
    const own = await run((work) => work.trx('referrals').whereIn('friend_id', [keep, absorb]));
    expect(own).toEqual([]);
  }
});

it.each([
  ['the last second of the ninety days', 90 * DAY - 1_000, 500],
  ['the instant at which they end', 90 * DAY, 0],
  ['the very moment of the code', 0, 500],
])('a first purchase at %s', async (_when, after, given) => {
  await offer();
  const [giverId, friendId] = [await idOf(ANA), await idOf(BIA)];
  const said = test.clock.now();
  await test.db.asMerchant(shop, async (work) => {
    const code = await referralCode(work, giverId);
    expect((await acceptReferral(work, { friendId, code })).ok).toBe(true);
  });
  test.clock.set(said + after + 1_000);
  await sell(saleOf({ phone: BIA, occurredAt: said + after, updatedAt: said + after }));
  expect(await cashback(friendId)).toEqual({ available: given, debt: 0 });
});
