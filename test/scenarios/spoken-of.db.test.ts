import { addStaff } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { ANA, OWNER, openShop, percent } from '../support/shop';

const MANAGER = '+5511988880006';
const test = suiteDatabase();
let shop: number;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [
    percent(1_000),
    percent(500, { conditions: { payment_methods: ['pix'] } }),
  ]);
  await test.db.asMerchant(shop, (work) =>
    addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' }),
  );
  owner = new Chat(test, shop, OWNER);
  test.clock.advance(120_000);
});

const inTurn = async (lines: readonly (readonly [string, RegExp | string])[]): Promise<void> => {
  for (const line of lines) {
    test.clock.advance(1_000);
    await owner.dialog([line]);
  }
};

describe('a rule that was spoken of just before', () => {
  it('is changed, deleted and paused by a pronoun', () =>
    inTurn([
      ['50 pontos na segunda compra', /^Entendi assim:\n50 pontos/],
      ['sim', 'Regra 3 criada'],
      [
        'passa ela para 200 pontos',
        /Hoje é:\n50 pontos.*\n\nPassa a ser:\n200 pontos por compra na 2ª compra/,
      ],
      ['sim', 'Regra 3 mudada'],
      ['muda para 150 pontos', /Passa a ser:\n150 pontos por compra na 2ª compra/],
      ['não', 'Nada foi feito'],
      ['editar regra 1', /^Regra 1/],
      ['muda essa pra 8%', /Hoje é:\ncashback de 10%\n\nPassa a ser:\ncashback de 8%/],
      ['não', 'Nada foi feito'],
      ['pausa ela', /^Regra 1: .*\nPauso/],
      ['não', 'Nada foi feito'],
      ['apaga essa regra', /^Regra 1: .*\nApago/],
    ]));

  it('is put right while it is asked about, and asked about anew where it was refused', () =>
    inTurn([
      ['50 pontos na segunda compra', /^Entendi assim:\n50 pontos/],
      ['passa ela para 200 pontos', /^Entendi assim:\n200 pontos por compra na 2ª compra/],
      ['não', 'Nada foi feito'],
      ['passa ela para 300 pontos', /^Entendi assim:\n300 pontos por compra na 2ª compra/],
    ]));

  it('in English and in Spanish', () =>
    inTurn([
      ['english', 'English'],
      ['50 points on the second purchase', /^I understood:\n50 points/],
      ['yes', 'Rule 3 created'],
      ['change it to 200 points', /It becomes:\n200 points per purchase on the 2nd purchase/],
      ['no', 'Nothing was done'],
      ['make it 100 points', /It becomes:\n100 points per purchase on the 2nd purchase/],
      ['no', 'Nothing was done'],
      ['delete it', /^Rule 3: /],
      ['no', 'Nothing was done'],
      ['español', 'español'],
      ['pásala a 100 puntos', /Pasa a ser:\n100 puntos por compra en la 2ª compra/],
      ['no', 'No se hizo nada'],
      ['bórrala', /^Regla 3: /],
    ]));

  it('is asked for where none was; what was spoken of people is of no rule', () =>
    inTurn([
      ['passa ela para 8%', 'De qual regra?'],
      ['2', /Hoje é:\ncashback de 5% pagando com pix\n\nPassa a ser:\ncashback de 8%/],
      ['não', 'Nada foi feito'],
      ['equipe', 'A equipe:'],
      ['apaga ela', /^(?!De qual regra)/],
    ]));
});

it('a reward that was spoken of just before has other points by a pronoun, and none where it has them', () =>
  inTurn([
    ['prêmio: café por 100 pontos, limite 2 por cliente', 'Incluo?'],
    ['sim', 'Prêmio incluído'],
    ['passa ele para 200 pontos', /Mudo para \*café\* por \*200 pontos\*, .*2/],
    ['sim', 'Prêmio mudado'],
    ['prêmio: café por 200 pontos, limite 2 por cliente', /^Esse prêmio já está assim: \*café\*/],
    ['apaga ele', /^Prêmios da loja:\n1\. café/],
  ]));

describe('the list of the team takes its numbers', () => {
  it.each([
    ['português', 'equipe', 'remove 2', /^Tiro Gerente/, /^2\. Gerente, gerente.*“remover 2”/],
    ['english', 'team', 'remove 2', /^Take Gerente/, /^2\. Gerente, manager.*“remove 2”/],
    ['español', 'equipo', 'quita el 2', /^¿Saco a Gerente/, /^2\. Gerente, gerente.*“quitar 2”/],
  ])('in %s', async (lang, list, says, asks, shows) => {
    await inTurn([
      [lang, /./],
      [list, '2. Gerente'],
      [says, asks],
      ['não', /./],
      [list, '2. Gerente'],
      ['2', shows],
      ['9', /1 .* 3/],
      [says, asks],
    ]);
  });

  it('who leaves is confirmed by the PIN, and a number after that is of rules again', async () => {
    await inTurn([
      ['equipe', '2. Gerente'],
      ['tira o 2', /^Tiro Gerente/],
      ['sim', 'PIN'],
    ]);
    await new PinPages(test, shop).enter(owner);
    expect((await owner.hears()).text).toContain('Gerente saiu da equipe');
    await inTurn([
      ['regras', 'Regras em vigor'],
      ['remove 2', /^Regra 2: /],
    ]);
  });
});

it('whose phone alone was said is called by their own name, and by no other', async () => {
  await inTurn([
    ['venda 30 11 98888-0001', 'Registro'],
    ['sim', 'registrada'],
    ['dá 5 reais pra ela motivo demora', /no saldo de 11 98888-0001\?/],
  ]);
  const flow = (await test.db.asMerchant(shop, (work) =>
    work.trx('chats').where({ phone: OWNER }).first('flow'),
  )) as { flow: { args?: { customer?: string; phone?: string } }[] };
  expect(flow.flow.at(-1)?.args).toMatchObject({ phone: ANA });
  expect(JSON.stringify(flow)).not.toContain('Bia');
});

it('a rule said in another language is understood as in its own, with a bare percentage too', () =>
  inTurn([
    ['5% back on Tuesdays', /^Entendi assim:\ncashback de 5% às terças/],
    ['não', 'Nada foi feito'],
    ['5% de devolución los martes', /^Entendi assim:\ncashback de 5% às terças/],
    ['não', 'Nada foi feito'],
    ['english', 'English'],
    ['5% de volta às terças', /^I understood:\ncashback of 5% on Tuesdays/],
  ]));
