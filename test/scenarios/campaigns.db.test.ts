import { createConnection } from '../../src/sync/connections';
import { tellCampaignEnd } from '../../src/bot/reports/campaign-ends';
import { checkBooks, countAllChanges, InsightThread, makeRounds, runCampaigns } from '../../src/loyalty';
import { query } from '../../src/db/rows';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { openShop, OWNER, percent, sellToWilling } from '../support/shop';
import { bought, phoneOf, silentShop } from '../support/silent-shop';

const DAY = 86_400_000;

let test: TestDatabase;
let thread: InsightThread;
beforeAll(async () => {
  test = await openTestDatabase();
  thread = new InsightThread();
});
afterAll(async () => {
  await thread.close();
  await test.close();
});
beforeEach(() => test.clock.set(START));

/** What the worker does, as two processes at once and one after them. */
async function workersLook(): Promise<void> {
  const run = (): Promise<void> =>
    runCampaigns(test, { now: test.clock.now(), thread, told: tellCampaignEnd });
  await Promise.all([run(), run()]);
  await run();
}

interface Member {
  customer_id: string;
  phone: string;
  arm: string;
  given_at: number | null;
  skipped: string | null;
  told: number;
  cashback: number;
}

const members = (shop: number): Promise<Member[]> =>
  test.db.asMerchant(shop, (inner) =>
    query(
      inner,
      `SELECT m.*, i.value AS phone, (SELECT count(*) FROM outbox o WHERE o.merchant_id = m.merchant_id
         AND o.customer_id = m.customer_id AND o.template = 'campaign') AS told,
         coalesce((SELECT sum(l.granted) FROM lots l WHERE l.merchant_id = m.merchant_id AND l.customer_id = m.customer_id), 0)::bigint AS cashback
       FROM campaign_members m JOIN customer_identities i ON i.merchant_id = m.merchant_id AND i.customer_id = m.customer_id
       ORDER BY i.value`,
    ),
  );

it('goes to whom it is for, but for those drawn by lot, each once, and costs no more than its budget', async () => {
  const shop = await silentShop(test, 60);
  const owner = new Chat(test, shop, OWNER);
  const asked = 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias, orçamento R$ 200';
  const { text: preview } = await owner.says(asked);
  expect(preview).toMatch(
    /quem não compra há 45 dias ou mais.*R\$ 15,00.*Vai para \d+ clientes; \d+,.*Custo máximo: \*R\$ 200,00\*.*30\/11\/2026.*sim/s,
  );
  await owner.dialog([
    ['texto: Sentimos sua falta, venha tomar um café!', 'venha tomar um café'],
    ['sim', 'Campanha 1 começou'],
    ['resultado da campanha 1', 'Ainda não há dados suficientes'],
  ]);
  await workersLook();
  await workersLook();
  const all = await members(shop);
  const control = all.filter(({ arm }) => arm === 'control');
  const treated = all.filter(({ arm }) => arm === 'treated');
  expect(all).toHaveLength(60);
  expect(control.length).toBeGreaterThan(15);
  expect(preview).toContain(`Vai para ${treated.length} clientes; ${control.length}, por sorteio`);
  expect(preview).toContain('O orçamento dá para 13 clientes.');
  expect(
    control.every(({ told, cashback, given_at }) => told === 0 && cashback === 0 && given_at === null),
  ).toBe(true);
  // Thirteen of R$ 15,00 are R$ 195,00.
  expect(treated.filter(({ given_at }) => given_at !== null)).toHaveLength(13);
  expect(treated.filter(({ skipped }) => skipped === 'budget')).toHaveLength(treated.length - 13);
  expect(treated.filter(({ told }) => told === 1).every(({ cashback }) => cashback === 1_500)).toBe(true);
  const { faults } = await test.db.snapshot(shop, checkBooks);
  expect(faults).toEqual([]);
});

it('stops at once: what waits does not go, and what was given stays', async () => {
  const shop = await silentShop(test, 40);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    [
      'campanha: todos os clientes ganham um voucher de R$ 10',
      /todos os clientes.*voucher de \*\*?R\$ 10,00/s,
    ],
    ['sim', 'Campanha 1'],
  ]);
  await workersLook();
  await owner.dialog([
    ['parar campanha 1', /Paro\?.*não volta/s],
    ['não', 'Nada foi feito'],
    ['resultado da campanha 1', /a campanha termina/],
    ['parar campanha 1', /Paro\?/],
    ['sim', /parada.*continua valendo/s],
    ['parar campanha 1', 'parada'],
    ['parar campanha 7', 'Não encontrei'],
    ['campanhas', /1\. todos os clientes.*parada/s],
    ['histórico', /parou a campanha 1.*começou a campanha 1/s],
  ]);
  const states = await test.db.asMerchant(shop, (inner) =>
    query(inner, `SELECT DISTINCT state, reason FROM outbox WHERE template = 'campaign'`),
  );
  expect(states).toEqual([{ state: 'suppressed', reason: 'campaign-stopped' }]);
  await test.db.asMerchant(shop, (inner) => sellToWilling(inner, [bought(99, 0)]));
  await workersLook();
  expect((await members(shop)).some(({ phone }) => phone === phoneOf(99))).toBe(false);
});

it('tells at its end what it did, by treatment and control alone, once', async () => {
  const shop = await silentShop(test, 600);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['campanha: quem não compra há 45 dias ganha 50 pontos válido por 7 dias', '50 pontos'],
    ['sim', 'Campanha 1'],
  ]);
  await workersLook();
  const all = await members(shop);
  // Of those who had it half come back, of the others one in ten.
  const numbers = (arm: string): number[] =>
    all.filter((member) => member.arm === arm).map(({ phone }) => Number(phone.slice(-5)));
  await test.db.asMerchant(shop, (inner) =>
    sellToWilling(inner, [
      ...numbers('treated')
        .filter((_, i) => i % 2 === 0)
        .map((customer) => bought(customer, 3)),
      ...numbers('control')
        .filter((_, i) => i % 10 === 0)
        .map((customer) => bought(customer, 3)),
      // Too late, and refunded whole: neither is a return.
      ...numbers('control')
        .filter((_, i) => i % 10 === 1)
        .map((customer) => bought(customer, 9)),
      ...numbers('control')
        .filter((_, i) => i % 10 === 2)
        .map((customer) => bought(customer, 3, { refundedCents: 10_000 })),
    ]),
  );
  test.clock.advance(6 * DAY);
  await workersLook();
  await owner.dialog([['resultado da campanha 1', 'Ainda não há dados suficientes']]);
  test.clock.advance(2 * DAY);
  await workersLook();
  await workersLook();
  const { text } = await owner.says('resultado da campanha 1');
  expect(text).toMatch(
    /^Funcionou: quem recebeu voltou mais\.\nVoltaram \d+ de \d+ que deviam receber e \d+ de \d+ que não\.\nDiferença: entre 3\d.* e 4\d.* pontos \(intervalo de 98%\)/,
  );
  await owner.dialog([['exportar campanha 1', /grupos de uma campanha.*linhas: 600/s]]);
  const ends = await test.db.asMerchant(shop, (inner) =>
    inner.trx('outbox').where({ template: 'campaign-end' }).select('body'),
  );
  expect(ends).toEqual([{ body: expect.stringContaining('A campanha 1 terminou.\nFuncionou') }]);
});

it('claims nothing of a small campaign', async () => {
  const shop = await silentShop(test, 20);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['campanha: quem não compra há 45 dias ganha 50 pontos válido por 7 dias', '50 pontos'],
    ['sim', 'Campanha 1'],
  ]);
  await workersLook();
  test.clock.advance(9 * DAY);
  await workersLook();
  await owner.dialog([
    [
      'resultado da campanha 1',
      /^Ainda não há dados suficientes para dizer.*menos de 30 clientes.*Menos de 10/s,
    ],
  ]);
});

it('a large one waits for the PIN', async () => {
  const shop = await silentShop(test, 40);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['campanha: todos os clientes ganham R$ 500', /Custo máximo: \*R\$ \d+\.[05]00,00/],
    ['sim', 'PIN'],
  ]);
  expect(await members(shop)).toEqual([]);
  await new PinPages(test, shop).enter(owner);
  expect((await owner.hears()).text).toContain('Campanha 1 começou');
});

it('of few it says beforehand exactly who will have it, and what that costs', async () => {
  for (let i = 0; i < 8; i++) {
    const shop = await silentShop(test, 1 + (i % 3));
    const owner = new Chat(test, shop, OWNER);
    const { text: preview } = await owner.says('campanha: todos os clientes ganham R$ 15');
    await owner.dialog([['sim', 'Campanha 1 começou']]);
    await workersLook();
    const all = await members(shop);
    const treated = all.filter(({ arm }) => arm === 'treated').length;
    const goesTo =
      treated === 0 ? 'ninguém receberia' : `Vai para ${treated} ${treated === 1 ? 'cliente' : 'clientes'}`;
    expect(preview).toContain(goesTo);
    expect(preview).toContain(`Custo máximo: *R$ ${treated * 15},00*`);
  }
});

it('of many it says about how many, and what the lot hardly ever exceeds', async () => {
  const shop = await silentShop(test, 1_001);
  await new Chat(test, shop, OWNER).dialog([
    [
      'campanha: todos os clientes ganham R$ 15',
      /Vai para cerca de 751 clientes; 250, por sorteio, não recebem.*Custo máximo: \*R\$ 12\.090,00/s,
    ],
    ['não', /./],
  ]);
});

it('has an answer for an audience of nobody, and for what is no campaign', async () => {
  const shop = await silentShop(test, 3);
  await new Chat(test, shop, OWNER).dialog([
    ['campanha: quem não compra há 400 dias ganha R$ 15', 'Ninguém se encaixa agora'],
    ['campanha: ganha R$ 15', 'Para quem é a campanha?'],
    ['campanha: quem não compra há 45 dias', 'O que eles ganham?'],
    ['campanha: quem não compra há 45 dias ganha 10% de cashback', 'use um voucher'],
    ['campanha: quem não compra há 45 dias ganha R$ 15 aos sábados', 'condição de regra'],
    ['campanha: quem gastou mais de R$ 1.000 ganha R$ 15', 'Ninguém'],
    ['campanha: todos os clientes ganham R$ 15, orçamento R$ 10', /não paga nem um|ninguém receberia/],
    [
      'campanha: quem não compra há 45 dias ganha R$ 15 em janeiro',
      /começa assim que você confirma.*até 20\/12”/s,
    ],
    ['campanha: quem não compra há 45 dias ganha R$ 15 até 30/06/2027', 'de 1 a 90 dias'],
    ['campanha: todos os clientes ganham R$ 15 até sexta', /vale por 4 dias.*Termina em \*27\/11\/2026\*/s],
    ['não', /./],
    ['campanha: quem não compra há 45 dias ganha R$ 15 válido até 20/12', /Termina em \*20\/12\/2026\*/],
    ['não', /./],
    ['campanhas', 'Ainda não há campanhas'],
    ['resultado da campanha 2', 'Não encontrei'],
    ['campaign: who spent at least R$ 100 gets R$ 15', /I understood|Entendi/],
  ]);
});

it('asks nobody back beside it, in either arm, and not who opted out before their turn', async () => {
  const shop = await openShop(test.db, [percent(100)]);
  await test.db.asMerchant(shop, (inner) =>
    sellToWilling(
      inner,
      [...Array(10).keys()].map((customer) => bought(customer, -29)),
    ),
  );
  await countAllChanges(test);
  await new Chat(test, shop, OWNER).dialog([
    ['campanha: todos os clientes ganham 10 pontos', '10 pontos'],
    ['sim', 'Campanha 1'],
  ]);
  await test.db.asMerchant(shop, (inner) => inner.trx('customers').update({ marketing_consent: false }));
  await workersLook();
  expect(await members(shop)).toEqual([]);
  await test.db.asMerchant(shop, (inner) => inner.trx('customers').update({ marketing_consent: true }));
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['campanha: todos os clientes ganham 20 pontos', '20 pontos'],
    ['sim', 'Campanha 2'],
  ]);
  await workersLook();
  expect(await members(shop)).toHaveLength(10);
  test.clock.set(Date.parse('2026-11-25T12:30:00Z'));
  await makeRounds(test, test.clock.now());
  const asked = await test.db.asMerchant(shop, (inner) =>
    inner.trx('outbox').where({ template: 'come-back' }).select('id'),
  );
  expect(asked).toEqual([]);
});

it('says before it starts that who bought of late counts as silent, while nothing is heard of sales', async () => {
  const shop = await silentShop(test, 60);
  const owner = new Chat(test, shop, OWNER);
  const asked = 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias';
  expect((await owner.says(asked)).text).not.toContain('SmartPOS');
  await owner.says('não');
  await test.db.asMerchant(shop, async (work) => {
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', apiKeyId: 'id', apiKeySecret: 'secret' };
    const { id } = await createConnection(work, { ...keys, company: null });
    const ended = new Date(START - 5 * DAY);
    await work.trx('connections').where({ id }).update({ ended_at: ended, polled_until: ended });
  });
  await owner.dialog([
    [asked, /SmartPOS não está informando as vendas.*sim/s],
    ['não', /./],
    ['campanha: todos os clientes ganham 10 pontos', /^(?!.*SmartPOS).*sim/s],
  ]);
});
