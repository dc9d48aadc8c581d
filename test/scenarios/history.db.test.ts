import { applySales, currentProgram, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { CASHIER, OWNER, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  owner = new Chat(test, shop, OWNER);
  test.clock.advance(120_000);
});

const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));
const rules = async (): Promise<number[]> =>
  test.db.asMerchant(shop, async (work) =>
    ((await currentProgram(work))?.listed ?? []).map(({ rule, paused }) =>
      rule.benefit.kind === 'cashback-percent' && !paused ? rule.benefit.bps : 0,
    ),
  );

it('every change is in the history with who, what and when, and what was undone is marked', async () => {
  await owner.dialog([
    ['cashback 10% acima de R$ 50', /sim/],
    ['sim', 'Regra 2'],
    ['pausar ganhos', 'Ganhos em pausa'],
    ['desfazer', /A última mudança: Dona pausou os ganhos, em \*23\/11\* às 14:02\. Desfaço\?/],
    ['sim', 'Desfeito, e não vale mais: “pausou os ganhos”'],
  ]);
  const { text } = await owner.says('histórico');
  expect(text.split('\n')).toEqual([
    'O que mudou na loja:',
    '23/11 14:02 Dona desfez: pausou os ganhos',
    '23/11 14:02 Dona pausou os ganhos (desfeito)',
    '23/11 14:02 Dona criou a regra: cashback de 10% acima de R$ 50,00',
    '23/11 14:00 Smartbis ativou o programa antes de terminar os passos',
    '23/11 14:00 Smartbis criou a regra: cashback de 5%',
    'Para desfazer a última, diga “desfazer”.',
  ]);
});

it('change after change is undone, the latest first, each asked about', async () => {
  await owner.dialog([
    ['cashback 10%', /sim/],
    ['sim', 'Regra 2'],
    ['pausar regra 1', /sim/],
    ['sim', 'em pausa'],
    ['apagar regra 2', /sim/],
    ['sim', 'apagada'],
    ['cashback paga até 30% da compra', /sim/],
    ['sim', 'Mudado'],
  ]);
  expect(await rules()).toEqual([0]);
  const takeBack = async (what: RegExp): Promise<void> => {
    expect((await owner.says('desfazer')).text).toMatch(what);
    expect((await owner.says('sim')).text).toContain('Desfeito');
  };
  await takeBack(/30%/);
  await takeBack(/apagou a regra/);
  expect(await rules()).toEqual([0, 1_000]);
  await takeBack(/pausou a regra/);
  expect(await rules()).toEqual([500, 1_000]);
  await takeBack(/criou a regra/);
  expect(await rules()).toEqual([500]);
});

it('what sales were judged by stays, and says so', async () => {
  await owner.dialog([
    ['cashback 10%', /sim/],
    ['sim', 'Regra 2'],
  ]);
  test.clock.advance(60_000);
  await sell(saleOf({ occurredAt: test.clock.now() }));
  await owner.dialog([
    ['desfazer', /criou a regra/],
    ['sim', /Não dá mais para desfazer: uma venda já foi calculada/],
  ]);
  expect(await rules()).toEqual([500, 1_000]);
});

it('activation too early goes back to where it was', async () => {
  const fresh = await openShop(test.db);
  const chat = new Chat(test, fresh, OWNER);
  await chat.dialog([
    ['desfazer', /Smartbis ativou o programa/],
    ['sim', 'Desfeito'],
    ['status', /Faltam \d passos|Falta 1 passo/],
    ['desfazer', 'Não há mudança recente'],
  ]);
});

it('rewards come and go, unless vouchers were given for them', async () => {
  await owner.dialog([
    ['prêmio café por 100 pontos', /sim/],
    ['sim', /café|prêmio/i],
    ['desfazer', /criou o prêmio café por 100 pontos/],
    ['sim', 'Desfeito'],
    ['prêmios', /Ainda não há|nenhum|não tem/i],
  ]);
});

it('two on one thing: a change between the question and the yes is not undone instead', async () => {
  const manager = '+5511988880005';
  await test.db.asMerchant(shop, (work) =>
    work.trx('staff').insert({
      merchant_id: shop,
      id: '00000000-0000-4000-8000-000000000001',
      phone: manager,
      name: 'Gerente',
      role: 'manager',
      created_at: new Date(test.clock.now()),
    }),
  );
  const second = new Chat(test, shop, manager);
  await owner.dialog([
    ['cashback 10%', /sim/],
    ['sim', 'Regra 2'],
  ]);
  await second.says('desfazer');
  await owner.dialog([
    ['desfazer', /criou a regra/],
    ['sim', 'Desfeito'],
  ]);
  expect((await second.says('sim')).text).toContain('nada foi desfeito');
  expect(await rules()).toEqual([500]);
});

it('is not for a cashier; the owner’s own changes are not for a manager', async () => {
  const cashier = new Chat(test, shop, CASHIER);
  expect((await cashier.says('desfazer')).text).toContain('Só a gerência');
  await owner.dialog([
    ['modo de voucher automático', /sim/],
    ['sim', 'Pronto'],
    ['desfazer', /modo de voucher/],
    ['não', 'Nada foi feito'],
  ]);
});
