import type { Language } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openShop, OWNER, percent } from '../support/shop';

const test = suiteDatabase();
let host: number;
let stranger: Chat;
let phones = 0;

beforeEach(async () => {
  test.clock.set(START);
  host = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
  // One phone opens three shops a day at most.
  phones += 1;
  stranger = new Chat(test, host, `+551198888${1000 + phones}`);
  stranger.strangersMayOpen = true;
});

const speaks = async (language: Language): Promise<void> => {
  await stranger.says('oi');
  await test.db.asMerchant(host, (work) => work.trx('customers').update({ language }));
};
const shops = async (): Promise<number> =>
  (await test.db.call<{ id: number }>('SELECT merchant_id AS id FROM all_merchants()')).length;

const WORDS = {
  pt: {
    start: 'começar',
    name: /Qual é o nome/,
    cnpj: /Qual é o CNPJ/,
    none: ['não', 'sim', 'ok', 'tudo bem?', 'o que é isso?', 'quero sim'],
    called: ['chama Bar do Zé', 'o nome é Bar do Zé', 'ela se chama Bar do Zé', 'é Bar do Zé'],
    is: 'Bar do Zé',
    no: 'não, o nome é Bar do Tonho',
    skip: 'não tenho um',
    again: 'manda o link de novo',
    another: 'abrir outra loja',
    yes: 'sim',
  },
  en: {
    start: 'start',
    name: /is its name|name of the shop/,
    cnpj: /CNPJ/,
    none: ['no', 'yes', 'ok', 'how are you?', 'What is this?'],
    called: ["it's called Bar do Zé", 'the name is Bar do Zé', 'it’s called Bar do Zé'],
    is: 'Bar do Zé',
    no: 'no, the name is Bar do Tonho',
    skip: 'I don’t have one',
    again: 'send the link again',
    another: 'open another shop',
    yes: 'yes',
  },
  es: {
    start: 'empezar',
    name: /su nombre|nombre de la tienda|se llama/,
    cnpj: /CNPJ/,
    none: ['no', 'sí', 'ok', '¿todo bien?', '¿qué es esto?'],
    called: ['se llama Bar do Zé', 'el nombre es Bar do Zé'],
    is: 'Bar do Zé',
    no: 'no, el nombre es Bar do Tonho',
    skip: 'no tengo uno',
    again: 'manda el enlace otra vez',
    another: 'abrir otra tienda',
    yes: 'sí',
  },
};

it.each(['pt', 'en', 'es'] as const)(
  'an answer is no name, and a name has no words around it: %s',
  async (lang) => {
    const say = WORDS[lang];
    await speaks(lang);
    await stranger.dialog([[say.start, say.name]]);
    for (const none of say.none) await stranger.dialog([[none, say.name]]);
    for (const called of say.called)
      await stranger.dialog([
        [say.start, say.name],
        [called, say.cnpj],
        [say.skip, /\?/],
        ['Manaus', /^Bar do Zé, /],
      ]);
    await stranger.dialog([
      [say.no, /^Bar do Tonho, /],
      [say.yes, /Bar do Tonho/],
      // The same opening, not another.
      [say.start, /Bar do Tonho(.|\n)*(?:15 minut)/],
    ]);
    test.clock.advance(20 * 60_000);
    await stranger.dialog([
      [say.again, /Bar do Tonho(.|\n)*(?:15 minut)/],
      [say.another, say.name],
    ]);
    expect(await shops()).toBeGreaterThan(0);
  },
);

describe('the name is put right', () => {
  it.each(['não, é Bar do Tonho', 'errei o nome, é Bar do Tonho', 'não, o nome é Bar do Tonho'])(
    'where the CNPJ is asked for: %s',
    (right) =>
      stranger.dialog([
        ['começar', 'Qual é o nome'],
        ['Bar do Zé', 'Qual é o CNPJ'],
        [right, 'Qual é o CNPJ'],
        ['não, depois eu mando', 'Qual é o CNPJ'],
        ['pular', 'cidade'],
        [right.replace('Tonho', 'Chico'), 'cidade'],
        ['Manaus', /^Bar do Chico, CNPJ não informado/],
      ]),
  );
});

it.each([
  [
    'pt',
    'começar',
    'espera',
    'espera aí',
    'Bar do Zé',
    'pular',
    'cashback 5% no pix',
    'na verdade é Açaí do Porto',
    'Vila Nova da Serra Encantada',
    /Não conheço essa cidade.*“pular”.*DDD/,
  ],
  [
    'en',
    'start',
    'wait',
    'hold on',
    'Bar do Zé',
    'skip',
    '5% cashback',
    'actually it is Açaí do Porto',
    'Vila Nova da Serra Encantada',
    /do not know that city.*“skip”/,
  ],
  [
    'es',
    'empezar',
    'espera',
    'un momento',
    'Bar do Zé',
    'saltar',
    'cashback 5%',
    'en realidad es Açaí do Porto',
    'Vila Nova da Serra Encantada',
    /No conozco esa ciudad.*“saltar”/,
  ],
] as const)('a city that is not known holds nobody up: %s', async (...said) => {
  const [lang, start, wait, waitMore, name, skip, rule, right, nowhere, unknown] = said;
  await speaks(lang);
  const { name: asked, cnpj } = WORDS[lang];
  await stranger.dialog([
    [start, asked],
    [wait, asked],
    [waitMore, asked],
    ['status', asked],
    [name, cnpj],
    [skip, /cidade|city|ciudad/],
    [nowhere, unknown],
    ['status', /depois, com a loja aberta|once the shop is open|con la tienda abierta/],
    [rule, /depois, com a loja aberta|once the shop is open|con la tienda abierta/],
    [wait, /cidade|city|ciudad/],
    [right, /cidade|city|ciudad/],
    [skip, /^Açaí do Porto.*São Paulo/],
  ]);
});

it('a saint keeps his name', () =>
  stranger.dialog([
    ['começar', 'Qual é o nome'],
    ['Bar do Zé', 'CNPJ'],
    ['pular', 'cidade'],
    ['rio', /^Bar do Zé.*São Paulo/],
    ['não, é São José dos Campos', /^Bar do Zé.*São Paulo/],
    ['não, é São Tomé das Letras Bar', /^São Tomé das Letras Bar/],
  ]));

it('what is no CNPJ is asked for again, and nothing starts over', async () => {
  await speaks('es');
  await stranger.dialog([
    ['empezar', /nombre/],
    ['Bar del Sol', /CNPJ/],
    ['Café Sol', /^No entendí\. .*CNPJ/],
    ['Recife', /^No entendí\. .*CNPJ/],
    ['saltar', /ciudad/],
    ['Recife', /^Bar del Sol/],
  ]);
});

it('begun twice it is one opening', async () => {
  await stranger.dialog([
    ['começar', 'Qual é o nome'],
    ['Bar do Zé', 'CNPJ'],
    ['começar', 'Qual é o nome'],
    ['Bar do Tonho', 'CNPJ'],
    ['pular', 'cidade'],
    ['Manaus', /^Bar do Tonho/],
    ['sim', 'Bar do Tonho está criada'],
    ['sim', 'nada esperando'],
  ]);
  const before = await shops();
  await stranger.dialog([
    ['pular', /^(?!.*cidade)/],
    ['sim', 'nada esperando'],
    ['o link não abriu', /novo link para ligar o WhatsApp de Bar do Tonho/],
    ['status', /./],
  ]);
  expect(await shops()).toBe(before);
});

it('goes on where it was in another language', () =>
  stranger.dialog([
    ['começar', 'Qual é o nome'],
    ['Bar do Zé', 'CNPJ'],
    ['pular', 'cidade'],
    ['english', /(?!.*name)city/],
    ['Manaus', /^Bar do Zé, /],
    ['español', /Bar do Zé, (.|\n)*\?/],
    ['sí', /Bar do Zé/],
  ]));

it('waits for an hour, and then says how to begin again', async () => {
  await stranger.dialog([
    ['começar', 'Qual é o nome'],
    ['Bar do Zé', 'CNPJ'],
  ]);
  test.clock.advance(50 * 60_000);
  await stranger.dialog([
    ['saldo', /Voltando: Qual é o CNPJ/],
    ['extrato', /Voltando: Qual é o CNPJ/],
  ]);
  test.clock.advance(61 * 60_000);
  await stranger.dialog([['12.ABC.345/01DE-35', /mais de uma hora(.|\n)*“começar”/]]);
});

it('a link is no wish to open a shop', async () => {
  await stranger.dialog([['manda o link de novo', 'Por aqui você fala com']]);
  await new Chat(test, host, OWNER).dialog([['manda o link de novo', 'Qual link?']]);
});
