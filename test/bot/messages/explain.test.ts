import { explainTrace } from '../../../src/bot/messages';
import { LANGUAGES, type Language } from '../../../src/loyalty';
import { judgeOf, pastWritten, rulesOf, SAO_PAULO, saleWritten, tableOf } from '../../support/judging';

const TUESDAY = '2026-11-24T14:00:00-03:00';

function explain(rules: string, sale: string, past = 'nothing', lang: Language = 'pt'): string[] {
  const program = rulesOf(rules);
  const { trace } = judgeOf(program)(saleWritten(sale, TUESDAY), pastWritten(past));
  return explainTrace(trace, program, lang, SAO_PAULO);
}

const GIVEN = `
rules                          | sale   | past        | of the first rule
5%                             | 99.90  | nothing     | 5% de R$ 99,90 dá R$ 4,995; arredondado, R$ 5,00.
5% max:R$20                    | 1000.00 | nothing    | 5% de R$ 1.000,00 dá R$ 50,00; o limite é R$ 20,00 por compra.
5% day:R$30                    | 100.00 | day:28      | 5% de R$ 100,00 dá R$ 5,00; do limite de R$ 30,00 por dia resta R$ 2,00.
1pt/R$1 week:50pt              | 100.00 | week:50pt   | 1 ponto a cada R$ 1,00 de R$ 100,00 dá 100 pontos; do limite de 50 pontos por semana resta 0 pontos.
5% month:R$30                  | 100.00 | month:30    | 5% de R$ 100,00 dá R$ 5,00; do limite de R$ 30,00 por mês resta R$ 0,00.
5% budget:R$500                | 100.00 | budget:499  | 5% de R$ 100,00 dá R$ 5,00; da verba de R$ 500,00 da regra resta R$ 1,00.
1pt/R$1; points*2              | 33.90  | nothing     | 1 ponto a cada R$ 1,00 de R$ 33,90 dá 33 pontos; multiplicado, dá 66 pontos.
points*1.5; 1pt/R$1            | 33.90  | nothing     | Multiplica os pontos por 1,5.
cashback*2; 1%                 | 33.90  | nothing     | Multiplica o cashback por 2.
5% except:b                    | 10.00 items:a=8,b=2 | nothing | Contam R$ 8,00 de R$ 10,00; 5% de R$ 8,00 dá R$ 0,40.
R$5 best; R$6 best             | 10.00  | nothing     | Dá R$ 5,00; outra regra dá mais, e só a melhor conta.
R$5                            | 3.00   | nothing     | Dá R$ 5,00; fica em R$ 3,00, para o cashback não passar da compra.
10pt                           | 3.00   | nothing     | Dá 10 pontos.
voucher:R$15                   | 10.00  | nothing     | Dá um voucher de R$ 15,00.
voucher:10%                    | 10.00  | nothing     | Dá um voucher de 10% da compra.
voucher:10%<=20                | 10.00  | nothing     | Dá um voucher de 10% da compra, até R$ 20,00.
voucher:café                   | 10.00  | nothing     | Dá um voucher para café.
voucher:R$15 budget:R$20       | 10.00  | budget:10   | Dá um voucher de R$ 15,00; a verba de R$ 20,00 da regra não cobre mais esse voucher.
voucher:R$15 every:10          | 10.00  | stamps:3    | Carimbo 4 de 10.
voucher:R$15 every:10          | 10.00  | stamps:9    | Carimbo 10 de 10; dá um voucher de R$ 15,00.
`;

it.each(tableOf(GIVEN))('%s · R$ %s · %s · %s', (rules, sale, past, text) => {
  expect(explain(rules, sale, past)[0]).toBe(text);
});

const MISSED = `
rule             | sale                    | past                           | why
5%               | 10.00 refunded:10.00    | nothing                        | não sobrou valor que conte, depois de devoluções e vouchers
5% >50           | 33.90                   | nothing                        | a compra precisa passar de R$ 50,00, e contaram R$ 33,90
5% >=50          | 33.90                   | nothing                        | a compra precisa ser de R$ 50,00 ou mais, e contaram R$ 33,90
5% <=50          | 51.00                   | nothing                        | só vale em compras até R$ 50,00, e contaram R$ 51,00
5% 2026-12-01..2026-12-24 | 10.00          | nothing                        | só vale de 01/12/2026 a 24/12/2026, e a compra foi em 24/11/2026
5% on:1,3        | 10.00                   | nothing                        | só vale em segunda-feira ou quarta-feira, e era terça-feira
5% 08:00-12:00   | 10.00                   | nothing                        | só vale das 08:00 às 12:00, e eram 14:00
5% payment_methods:debit,cash | 10.00      | nothing                        | só vale pagando com débito ou dinheiro, e foi Pix
5% brands:visa   | 10.00                   | nothing                        | só vale na bandeira visa, e a venda não diz qual foi
5% terminals:T2  | 10.00                   | nothing                        | só vale na máquina T2, e foi T1
5% acquirers:cielo | 10.00                 | nothing                        | só vale na maquininha cielo, e foi stone
5% stores:loja-2 | 10.00                   | nothing                        | só vale na loja loja-2, e foi loja-1
5% only:bebidas  | 10.00                   | nothing                        | só vale para bebidas, e a venda não diz o que foi vendido
5% only-sku:x    | 10.00 items:a=10        | nothing                        | só vale para x, e a compra tem: A A
5% except:a      | 10.00 items:a=10        | nothing                        | não vale para a, e a compra tem: a
5% except-sku:a-1 | 10.00 items:a=10       | nothing                        | não vale para a-1, e a compra tem: A A
5% first         | 10.00                   | purchases:3                    | só vale na primeira compra, e esta é a 4ª
5% nth:3         | 10.00                   | purchases:3                    | só vale na 3ª compra, e esta é a 4ª
5% away:45d      | 10.00                   | last:2026-11-23T10:00:00-03:00 | só vale depois de 45 dias sem comprar, e faz 1 dia
5% away:45d      | 10.00                   | nothing                        | só vale depois de 45 dias sem comprar, e não há compra anterior
5% birthday:day  | 10.00                   | nothing                        | só vale no dia do aniversário, e não sabemos qual é
5% birthday:week | 10.00                   | birthday:02-29                 | só vale na semana do aniversário, que é em 29/02
5% birthday:month | 10.00                  | birthday:05-03                 | só vale no mês do aniversário, que é em 03/05
5% tier:Ouro     | 10.00                   | tier:Prata                     | só vale para o nível Ouro, e o do cliente é Prata
5% tier:Ouro     | 10.00                   | nothing                        | só vale para o nível Ouro, e o cliente ainda não tem nível
5% labels:vip    | 10.00                   | labels:novo,bairro             | só vale para clientes com a etiqueta vip, e o cliente tem: novo, bairro
5% labels:vip    | 10.00                   | nothing                        | só vale para clientes com a etiqueta vip, e o cliente não tem nenhuma
`;

describe('why a rule did not fire', () => {
  it.each(tableOf(MISSED))('%s · R$ %s · %s · %s', (rule, sale, past, why) => {
    expect(explain(rule, sale, past)).toEqual([`Não valeu: ${why}.`]);
  });
});

describe.each(LANGUAGES)('in %s', (lang) => {
  it('every step and every miss is told, on one line, with nothing left open', () => {
    const cases = [...tableOf(GIVEN), ...tableOf(MISSED)];
    for (const [rules = '', sale = '', past = ''] of cases)
      for (const text of explain(rules, sale, past, lang)) {
        expect(text).toMatch(/^\p{Lu}|^\d/u);
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|\n| {2}|\.\.|; ;/);
      }
  });
});

it('in English and Spanish as they are spoken', () => {
  expect(explain('5% nth:3 ', '10.00', 'purchases:21', 'en')).toEqual([
    'Did not apply: it is only for the 3rd purchase, and this is the 22nd.',
  ]);
  expect(explain('5% nth:3 ', '10.00', 'purchases:10', 'en')[0]).toContain('the 11th.');
  expect(explain('5% max:R$20', '1000.00', 'nothing', 'en')).toEqual([
    '5% of R$ 1,000.00 is R$ 50.00; the limit is R$ 20.00 a purchase.',
  ]);
  expect(explain('1pt/R$1; points*2', '33.90', 'nothing', 'es')[0]).toMatch(
    /^1 punto por cada .* da 33 puntos; multiplicado, da 66 puntos\.$/,
  );
});

it('a condition or a rule that is not known is never passed over', () => {
  const trace = [{ rule: 0, fired: false, miss: { condition: 'moon', wanted: 1, found: null } }];
  expect(() => explainTrace(trace, rulesOf('5%'), 'pt', SAO_PAULO)).toThrow(RangeError);
  expect(() => explainTrace(trace, [], 'pt', SAO_PAULO)).toThrow(RangeError);
});
