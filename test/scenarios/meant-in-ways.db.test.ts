import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openShop, OWNER, percent } from '../support/shop';

const test = suiteDatabase();
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  const cafe = { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } } as const;
  owner = new Chat(test, await openShop(test.db, [percent(1_000), cafe]), OWNER);
});

describe('a sentence that may be meant in several ways', () => {
  it('is asked about, and the answer goes into the rule', () =>
    owner.dialog([
      ['20% de cashback até R$ 40', /^“até R\$ 40” pode ser:\n1\. no máximo(.|\n)*\n2\. em compras de até/],
      ['1', 'cashback de 20%, no máximo R$ 40,00 por compra\n'],
      ['não', ''],
      ['20% de cashback até R$ 40', 'Qual deles?'],
      ['em compras', 'cashback de 20% em compras de até R$ 40,00\n'],
      ['não', ''],
      [
        'cashback 5%, 30 dias',
        /1\. válido por 30 dias\n2\. disponível depois de 30 dias\n3\. de 23\/11\/2026 a/,
      ],
      ['validade', 'cashback de 5%, válido por 30 dias\n'],
      ['não', ''],
      ['na regra 1, até R$ 40', 'Qual deles?'],
      ['o primeiro', 'Passa a ser:\ncashback de 10%, no máximo R$ 40,00 por compra'],
    ]));

  it('is never taken for one of them by another answer', () =>
    owner.dialog([
      ['20% de cashback até R$ 40', 'Qual deles?'],
      ['sim', 'Qual deles?'],
      ['3', 'Qual deles?'],
      ['20% de cashback até R$ 40', 'Qual deles?'],
      ['não', ''],
      ['sim', 'nada esperando'],
      ['regras', /^(?!(.|\n)*20%)/],
    ]));

  it('has the day on which it ends asked for', () =>
    owner.dialog([
      ['cashback 5% a partir de 10/12', 'até que dia?'],
      ['até 20/12', 'cashback de 5% de 10/12/2026 a 20/12/2026'],
      ['sim', 'Regra 3 criada. Vale para as vendas a partir de 10/12/2026.'],
      ['cashback 5% a partir de 10/12 no pix', 'até que dia?'],
      ['sem fim', 'cashback de 5% de 10/12/2026 a 31/12/2099, pagando com pix'],
    ]));

  it('also while a rule is confirmed', () =>
    owner.dialog([
      ['cashback 5% no pix', 'Entendi'],
      ['até R$ 40', 'Qual deles?'],
      ['1', 'cashback de 5% pagando com pix, no máximo R$ 40,00 por compra'],
      ['30 dias', 'válido por 30 dias'],
      ['não, 60 dias', 'válido por 60 dias'],
      ['a partir de 10/12', 'até que dia?'],
      ['24/12', /de 10\/12\/2026 a 24\/12\/2026(.|\n)*válido por 60 dias/],
    ]));

  it('also in English and Spanish', () =>
    owner.dialog([
      ['english', 'English'],
      ['20% cashback up to R$ 40', '1. at most R$ 40.00 of cashback per purchase'],
      ['the second one', 'cashback of 20% on purchases of up to R$ 40.00'],
      ['no', ''],
      ['5% cashback from 12/10', '2. December 10, 2026'],
      ['2', 'until what day?'],
      ['december 20', 'cashback of 5% from December 10, 2026 to December 20, 2026'],
      ['no', ''],
      ['español', 'español'],
      ['5% de cashback por 30 días', '2. disponible después de 30 días'],
      ['2', 'cashback de 5%, disponible'],
      ['no', ''],
      ['5% de cashback desde el 10/12', '¿hasta qué día?'],
      ['24/12', 'del 10/12/2026 al 24/12/2026'],
    ]));
});

describe('a rule that is led up to', () => {
  it.each([
    ['pt', 'bom dia! quero fazer o seguinte: cashback de 5% no pix'],
    ['pt', 'a regra é a seguinte: 5% de cashback no pix'],
    ['pt', 'a ideia é dar 5% de volta no pix'],
    ['pt', 'anota aí uma regra nova: 5% de cashback no pix'],
    ['pt', 'seguinte: 5% no pix'],
    ['en', 'please create the following rule: 5% cashback on pix'],
    ['en', 'here’s the deal: 5% back on pix'],
    ['en', 'let’s do 5% on pix please'],
    ['es', 'la regla es la siguiente: 5% de cashback con pix'],
    ['es', 'buenas, me gustaría dar 5% de vuelta con pix'],
  ])('is understood (%s, %s)', async (lang, says) => {
    const said: Record<string, readonly [hello: string, understood: string]> = {
      pt: ['português', 'cashback de 5% pagando com pix\n'],
      en: ['english', 'cashback of 5% paid by pix\n'],
      es: ['español', 'cashback de 5% pagando con pix\n'],
    };
    const [hello, understood] = said[lang] ?? ['', '?'];
    await owner.dialog([
      [hello, ''],
      [says, understood],
    ]);
  });

  it('leaves no word out that says something', () =>
    owner.dialog([['cashback 10% na compra seguinte', 'Não entendi']]));
});

it('a rule is deleted by its number alone, once it was shown', () =>
  owner.dialog([
    ['apaga 2', /^Regra 2: 1 ponto(.|\n)*Apago essa regra\?/],
    ['não', ''],
    ['apaga a primeira', 'Regra 1: cashback de 10%'],
    ['não', ''],
    ['english', 'English'],
    ['delete 2', 'Delete this rule?'],
    ['no', ''],
    ['delete the second one', 'Rule 2:'],
    ['no', ''],
    ['español', 'español'],
    ['elimina la segunda', /^Regla 2(.|\n)*¿Borro esta regla\?/],
    ['no', ''],
    ['português', ''],
    // Of a list that is shown it is that list's.
    ['prêmio: café por 100 pontos', 'Incluo?'],
    ['sim', ''],
    ['prêmios', '1. café'],
    ['apaga o 1', 'café'],
  ]));
