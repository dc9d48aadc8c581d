import { tellCampaignEnd } from '../../src/bot/reports/campaign-ends';
import {
  countAllChanges,
  createCampaign,
  InsightThread,
  runCampaigns,
  staffByPhone,
} from '../../src/loyalty';
import { query } from '../../src/db/rows';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { OWNER } from '../support/shop';
import { silentShop } from '../support/silent-shop';

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

const workerLooks = (): Promise<void> =>
  runCampaigns(test, { now: test.clock.now(), thread, told: tellCampaignEnd });

interface Told {
  state: string;
  words: string;
  expires: number;
}

/** What each message of the campaign says, and until when what it tells of is good. */
const messages = (shop: number): Promise<Told[]> =>
  test.db.asMerchant(shop, (work) =>
    query(
      work,
      `SELECT state, params->>'words' AS words, (params->'gift'->>'expiresAt')::bigint AS expires FROM outbox
       WHERE merchant_id = current_merchant() AND template = 'campaign' ORDER BY id`,
    ),
  );

const given = async (shop: number): Promise<number> => {
  const [row] = await test.db.asMerchant(shop, (work) =>
    query<{ given: number }>(work, 'SELECT count(given_at) AS given FROM campaign_members'),
  );
  return row?.given ?? 0;
};

const begin = async (shop: number, sentence: string): Promise<Chat> => {
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    [sentence, 'Começo?'],
    ['sim', 'Campanha 1'],
  ]);
  return owner;
};

it('is edited while it is being sent: what waits changes, what was sent stays as it was', async () => {
  const shop = await silentShop(test, 60);
  const owner = await begin(
    shop,
    'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias, orçamento R$ 150',
  );
  await workerLooks();
  expect(await given(shop)).toBe(10);
  // Four are out already.
  await test.db.asMerchant(shop, (work) =>
    query(
      work,
      `UPDATE outbox SET state = 'sent', settled_at = now() WHERE id IN
         (SELECT id FROM outbox WHERE template = 'campaign' ORDER BY id LIMIT 4)`,
    ),
  );
  const before = await messages(shop);
  await owner.dialog([
    [
      'na campanha 1, até sexta, orçamento R$ 300, texto: Passe aqui, tem 20% a mais de café!',
      /A campanha 1 passa a ser: quem não compra.*vale por 4 dias.*R\$ 300,00.*Texto: Passe aqui, tem 20% a mais de café!.*27\/11\/2026.*já foi enviado fica como está/s,
    ],
    ['sim', 'a campanha 1 mudou'],
    ['na campanha 1, até sexta', 'já está assim'],
    ['histórico', /mudou a campanha 1: prazo, orçamento e texto/],
  ]);
  const after = await messages(shop);
  const changed = after.filter(({ state }) => state === 'queued');
  expect(after.filter(({ state }) => state === 'sent')).toEqual(
    before.filter(({ state }) => state === 'sent'),
  );
  expect(changed).toHaveLength(6);
  expect(changed.every(({ words }) => words === 'Passe aqui, tem 20% a mais de café!')).toBe(true);
  // What was given to them is good until the day that was promised.
  expect(new Set(after.map(({ expires }) => expires)).size).toBe(1);
  await workerLooks();
  // Whom the budget had left out has their turn, until the new one ends.
  expect(await given(shop)).toBe(20);
  const ends = Date.parse('2026-11-28T03:00:00Z');
  expect((await messages(shop)).filter(({ expires }) => expires === ends)).toHaveLength(10);
  test.clock.set(ends);
  await workerLooks();
  await owner.dialog([
    ['resultado da campanha 1', /Ainda não há dados suficientes para dizer/],
    ['na campanha 1, até 20/12', /terminou ou foi parada/],
  ]);
});

it('says what to do instead where a change would leave nothing to compare, or cannot be', async () => {
  const shop = await silentShop(test, 40);
  const owner = await begin(shop, 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias');
  await workerLooks();
  await owner.dialog([
    ['na campanha 1, quem não compra há 90 dias', /já foram sorteados.*“parar campanha 1”/s],
    ['na campanha 1, ganha R$ 20', /já receberam a oferta.*“parar campanha 1”/s],
    ['na campanha 1, compra mínima de R$ 50', /já receberam a oferta/],
    ['na campanha 1, sem grupo de controle', /sorteado no começo e não muda/],
    ['na campanha 1, até 30/06/2027', /pode ser de \*24\/11\/2026\* a \*21\/02\/2027\*/],
    ['na campanha 1, orçamento R$ 10', /Já foram concedidos \*R\$ .*não pode ser menor/],
    ['na campanha 1, aos sábados', 'condição de regra'],
    ['na campanha 7, até sexta', 'Não encontrei'],
    ['mudar campanha 1', /Campanha 1: quem não compra.*“na campanha 2, até sexta”/s],
    ['mudar a campanha', 'Diga o número'],
    ['na campanha 1, mais 7 dias', /vale por 14 dias.*07\/12\/2026/s],
    ['não', /./],
    ['parar campanha 1', /não volta/],
    ['sim', 'parada'],
    ['na campanha 1, orçamento R$ 5.000', 'foi parada'],
  ]);
});

it('before anybody is drawn all of it can change; in English and Spanish too', async () => {
  const shop = await silentShop(test, 40);
  const owner = await begin(shop, 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias');
  await owner.dialog([
    ['na campanha 1, todos os clientes ganham 50 pontos', /passa a ser: todos os clientes: 50 pontos/],
    ['sim', 'mudou'],
    ['in campaign 1, until Friday', /vale por 4 dias|valid for 4 days/],
    ['sim', 'mudou'],
    ['en la campaña 1, quien no compra hace 400 días', 'Ninguém está no público'],
  ]);
  await workerLooks();
  const offers = await test.db.asMerchant(shop, (work) =>
    query<{ asset: string }>(work, `SELECT DISTINCT asset FROM lots WHERE sale_id IS NULL`),
  );
  expect(offers).toEqual([{ asset: 'points' }]);
});

it('a large one waits for the PIN', async () => {
  const shop = await silentShop(test, 40);
  const owner = await begin(shop, 'campanha: todos os clientes ganham R$ 15');
  await workerLooks();
  await owner.dialog([['campanha: todos os clientes ganham R$ 15', 'Ninguém para receber']]);
  await test.db.asMerchant(shop, (work) =>
    query(work, `UPDATE campaigns SET wish = jsonb_set(wish::jsonb, '{offer,cents}', '50000')::json`),
  );
  await owner.dialog([
    ['na campanha 1, até 10/12', /passa a ser/],
    ['sim', 'PIN'],
  ]);
  await new PinPages(test, shop).enter(owner);
  expect((await owner.hears()).text).toContain('a campanha 1 mudou');
});

it('the same key with another wish is a conflict, also after it was edited', async () => {
  const shop = await silentShop(test, 5);
  await countAllChanges(test);
  const make = (cents: number) =>
    test.db.asMerchant(shop, async (work) => {
      const by = await staffByPhone(work, OWNER);
      const wish = {
        audience: { everybody: true as const },
        offer: { kind: 'cashback' as const, cents },
        valid_days: 7,
      };
      return createCampaign(work, { wish, words: null, by: by!, key: 'once' });
    });
  expect(await make(1_500)).toEqual({ ok: true, value: { number: 1 } });
  expect(await make(1_500)).toEqual({ ok: true, value: { number: 1 } });
  expect(await make(1_600)).toEqual({ ok: false, refusal: { code: 'idempotency-conflict' } });
  await new Chat(test, shop, OWNER).dialog([
    ['na campanha 1, mais 3 dias', 'passa a ser'],
    ['sim', 'mudou'],
  ]);
  expect(await make(1_500)).toEqual({ ok: true, value: { number: 1 } });
});
