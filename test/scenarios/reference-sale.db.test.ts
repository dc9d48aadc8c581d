import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { reportTests } from '../../src/bot/reports/test-reports';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { addRule, addStaff, createShop, setupStatus, type Rule } from '../../src/loyalty';
import { AddressBook, createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { Poller } from '../../src/sync/pull/poller';
import { Refusals } from '../../src/sync/refusals';
import { createWebhook } from '../../src/sync/webhook';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { CASHIER, OWNER, percent } from '../support/shop';
import { untilSeen } from '../support/until';

/** A shop at its beginning, its webhook over HTTP, and a SmartPOS that answers what the test says. */
let test: TestDatabase;
let server: Server;
let smartPos: Server;
let webhookUrl: string;
let smartPosUrl: string;
let poller: Poller;
let shop: number;
let connection: ConnectionSecrets;
let owner: Chat;
let listed: { status: number; sales: object[] };

beforeAll(async () => {
  test = await openTestDatabase();
  const { db, clock, logger } = test;
  const intake = new Intake(db, clock, test.doorbell);
  const refusals = new Refusals(db, clock, logger);
  const webhook = createWebhook({
    addresses: new AddressBook(db, test.secrets, clock),
    intake,
    clock,
    logger,
    eventsPerSecond: 50,
    refused: (...refusal) => refusals.note(...refusal),
  });
  server = createHttpServer(createApp([], logger), webhook);
  webhookUrl = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 'PORT')}`;
  smartPos = createServer((_request, response) => {
    response.writeHead(listed.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(listed.sales));
  });
  smartPosUrl = `http://127.0.0.1:${await listen(smartPos, '127.0.0.1', 0, 'PORT')}/v1`;
  poller = new Poller({ db, intake, clock, logger, everySeconds: 30 });
});
afterAll(async () => {
  await closeServer(server);
  await closeServer(smartPos);
  await test.close();
});
beforeEach(() => open([percent(500), { ...percent(1000), conditions: { payment_methods: ['pix'] } }]));

async function open(rules: readonly Rule[]): Promise<void> {
  test.clock.advance(3_600_000);
  listed = { status: 200, sales: [] };
  shop = await createShop(test.db, {
    name: 'Padaria Central',
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  connection = await test.db.asMerchant(shop, async (work) => {
    await addStaff(work, { phone: OWNER, name: 'Dona', role: 'owner' });
    await addStaff(work, { phone: CASHIER, name: 'Caixa', role: 'cashier' });
    for (const [i, rule] of rules.entries()) await addRule(work, { rule, by: null, key: `rule ${i}` });
    return createConnection(work, {
      baseUrl: smartPosUrl,
      company: 'Padaria',
      apiKeyId: 'id',
      apiKeySecret: 'secret',
    });
  });
  owner = new Chat(test, shop, OWNER);
  test.clock.advance(60_000);
}

let made = 0;
const sale = (change: object = {}): { uniqueIdentifier: string } => {
  made += 1;
  return {
    uniqueIdentifier: `tested-${made}`,
    creationDate: new Date(test.clock.now()).toISOString(),
    totalAmount: 52.9,
    terminal: { id: 'T1', acquirer: 'stone' },
    payment: { method: 'credit' },
    customer: { phone: '+5511988880001' },
    ...change,
  } as { uniqueIdentifier: string };
};

const post = (data: object, secret?: string): Promise<void> =>
  postText(
    JSON.stringify({ type: 'sale.approved', timestamp: new Date(test.clock.now()).toISOString(), data }),
    secret,
  );

async function postText(
  body: string,
  secret = connection.signingSecret,
  now = new Date(test.clock.now()),
): Promise<void> {
  made += 1;
  await fetch(`${webhookUrl}/v1/smartpos/events/${connection.id}`, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': `msg_${made}`,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(`msg_${made}`, now, body),
    },
  });
}

async function pull(): Promise<void> {
  test.clock.advance(30_000);
  await poller.pollDue();
  await poller.idle();
}

/** What the owner was told since the last time. */
async function told(): Promise<string[]> {
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  const before = (await owner.answers()).length;
  await reportTests(test);
  return (await owner.answers()).slice(before).map(({ text }) => text);
}

/** What is noted beside the answer to a request comes a moment after it. */
const toldSoon = (): Promise<string[]> => untilSeen('the owner to be told', told, ({ length }) => length > 0);

const step4 = (): Promise<boolean | undefined> =>
  test.db.asMerchant(shop, async (work) => {
    const { steps } = await setupStatus(work);
    return steps.find(({ step }) => step === 'reference-sale')?.done;
  });

it('a sale by both ways: the seconds, the machine, the buyer, the rules and the benefit, and step 4 is done', async () => {
  expect(await step4()).toBe(false);
  expect((await owner.says('testar venda')).text).toContain('10 minutos');
  expect(await told()).toEqual([]);
  const sold = sale();
  test.clock.advance(3_000);
  await post(sold);
  expect(await told()).toEqual([
    'Chegou a venda de *R$ 52,90*, crédito, da máquina T1 (Stone).\n' +
      'Veio pelo aviso do SmartPOS (webhook), 3 s depois da venda.\n' +
      'Cliente: o telefone veio, então o aviso vai no WhatsApp.\n' +
      'Com o programa ativo, daria *R$ 2,65*:\n' +
      '• Regra 1: 5% de R$ 52,90 dá R$ 2,645; arredondado, R$ 2,65.\n' +
      '• Regra 2: Não valeu: só vale pagando com Pix, e foi crédito.\n' +
      'A venda de teste passou. Diga “ativar” para começar.',
  ]);
  expect(await told()).toEqual([]);
  listed.sales = [sold];
  await pull();
  expect(await told()).toEqual([
    'A venda de *R$ 52,90* veio também pela consulta que faço ao SmartPOS, 33 s depois dela. As duas vias funcionam.',
  ]);
  await post(sale({ totalAmount: 10, payment: { method: 'pix' }, terminal: null }));
  expect(await told()).toEqual([
    'Mais uma: *R$ 10,00*, Pix, sem máquina informada, pelo aviso do SmartPOS (webhook).',
  ]);
  expect(await step4()).toBe(true);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(/^Fim do teste: 2 vendas vieram.*duas vias/)]);
  test.clock.advance(60_000);
  expect(await told()).toEqual([]);
  expect((await owner.says('ativar')).text).toContain('Programa ativo');
});

it('activation names the test sale while none has passed', async () => {
  await post(sale());
  await told();
  expect((await owner.says('ativar')).text).toContain('“testar venda”');
});

it('nothing by either way: what to check of each', async () => {
  await owner.says('testar venda');
  await pull();
  test.clock.advance(600_000);
  const [end] = await told();
  expect(end).toMatch(/nada chegou.*endereço do webhook.*maquininha.*testar venda/s);
  expect(await step4()).toBe(false);
});

it('what nobody has asked SmartPOS since blames no keys', async () => {
  await owner.says('testar venda');
  await post(sale());
  await told();
  test.clock.advance(600_000);
  const [end] = await told();
  expect(end).toMatch(/não pela consulta.*não consultei o SmartPOS.*testar venda/s);
  expect(end).not.toMatch(/chaves|maquininha/);

  await owner.says('testar venda');
  test.clock.advance(600_000);
  expect((await told())[0]).not.toMatch(/chaves|maquininha/);
});

it('only the event, or only the query', async () => {
  await owner.says('testar venda');
  await post(sale());
  await pull();
  await told();
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(/não pela consulta.*mesma empresa/s)]);

  await owner.says('testar venda');
  listed.sales = [sale()];
  await pull();
  expect(await told()).toEqual([expect.stringMatching(/Veio pela consulta.*30 s depois/s)]);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(/não pelo aviso.*endereço do webhook/s)]);
});

it('a signature that is wrong, and keys that are refused, are told at once', async () => {
  await owner.says('testar venda');
  await post(sale(), `whsec_${Buffer.alloc(32, 9).toString('base64')}`);
  expect(await toldSoon()).toEqual([expect.stringMatching(/assinatura errada.*segredo/s)]);
  listed.status = 401;
  await pull();
  expect(await told()).toEqual([expect.stringMatching(/recusou as chaves/)]);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(/nada chegou.*assinatura errada.*recusou as chaves/s)]);
});

it.each([
  ['told ten minutes late', /hora mais de 5 minutos errada/, '{}', -10 * 60_000],
  ['that is no event', /não dá para ler/, '{"data":7}', 0],
  [
    'over 64 kB',
    /grande demais/,
    JSON.stringify({ type: 'sale.approved', data: { note: 'x'.repeat(70_000) } }),
    0,
  ],
])('an event %s is told of, at once and at the end', async (_what, said, body, late) => {
  await owner.says('testar venda');
  await postText(body, undefined, new Date(test.clock.now() + late));
  expect(await toldSoon()).toEqual([expect.stringMatching(said)]);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(said)]);
});

it.each([
  [
    'keys that may see no sales',
    403,
    /não deixa estas chaves verem as vendas/,
    /não deixa estas chaves verem/,
  ],
  ['a SmartPOS that does not understand', 400, /não está respondendo/, /não está respondendo bem/],
  ['keys that are refused', 401, /recusou as chaves/, /recusa as chaves/],
])(
  '%s are named as what they are, in the test and beside the connection',
  async (_what, code, said, shown) => {
    await owner.says('testar venda');
    listed.status = code;
    await pull();
    expect(await told()).toEqual([expect.stringMatching(said)]);
    test.clock.advance(600_000);
    expect(await told()).toEqual([expect.stringMatching(said)]);
    expect((await owner.says('conectar smartpos')).text).toMatch(shown);
  },
);

it('what of a sale is missing, and what that means', async () => {
  await owner.says('testar venda');
  await post(sale({ totalAmount: null }));
  expect(await told()).toEqual([expect.stringContaining('sem um valor que dê para ler')]);
  expect(await step4()).toBe(false);
  await post(sale({ customer: null, terminal: null }));
  const [report] = await told();
  expect(report).toMatch(
    /A máquina não veio.*Cliente: não veio\..*Para um cliente novo, daria \*R\$ 2,65\*/s,
  );
});

describe('what came and waits in “pendências”', () => {
  const recordByHand = () =>
    new Chat(test, shop, CASHIER).dialog([
      ['venda 52,90 11 98888-0001', 'Registro uma venda'],
      ['sim', 'registrada'],
    ]);

  it('what cannot be read has come: the end does not say that nothing did', async () => {
    await owner.says('testar venda');
    await post(sale({ totalAmount: null }));
    await told();
    await owner.dialog([
      ['pendências', 'totalAmount'],
      ['descartar 1', 'Descartada'],
    ]);
    await pull();
    test.clock.advance(600_000);
    const [end] = await told();
    expect(end).toMatch(/nenhuma venda nova contou.*“pendências”.*não mostra essa venda/s);
    expect(end).not.toMatch(/nada chegou|Nenhum aviso/);
  });

  it('beside a sale that came the other way', async () => {
    await owner.says('testar venda');
    await post(sale({ totalAmount: null }));
    listed.sales = [sale()];
    await pull();
    await told();
    test.clock.advance(600_000);
    const [end] = await told();
    expect(end).toMatch(/veio pela consulta.*“pendências”/s);
    expect(end).not.toContain('Nenhum aviso');
  });

  it('a sale that was recorded by hand, by both ways', async () => {
    await recordByHand();
    await owner.says('testar venda');
    const sold = sale();
    await post(sold);
    expect(await told()).toEqual([
      expect.stringMatching(/^Chegou pelo aviso.*“pendências”: é igual a uma que a equipe registrou à mão/),
    ]);
    listed.sales = [sold];
    await pull();
    expect(await told()).toEqual([]);
    test.clock.advance(600_000);
    const [end] = await told();
    expect(end).toMatch(/nenhuma venda nova contou/);
    expect(end).not.toMatch(/nada chegou|Nenhum aviso|não mostra/);
    expect(await step4()).toBe(false);
  });

  it('what contradicts a known sale, comes from the future, or is of no known kind', async () => {
    const known = sale({ updatedAt: new Date(test.clock.now()).toISOString() });
    await post(known);
    await told();
    test.clock.advance(60_000);
    await owner.says('testar venda');
    await post({ ...known, totalAmount: 40 });
    expect(await told()).toEqual([expect.stringContaining('traz outro valor para uma venda já conhecida')]);
    await post(sale({ creationDate: new Date(test.clock.now() + 3 * 86_400_000).toISOString() }));
    expect(await told()).toEqual([expect.stringContaining('tem data no futuro')]);
    await postText(JSON.stringify({ type: 'sale.dreamt', data: sale() }));
    expect(await told()).toEqual([expect.stringContaining('é de um tipo que não conheço')]);
    test.clock.advance(600_000);
    expect(await told()).toEqual([expect.stringMatching(/nenhuma venda nova contou.*“pendências”/s)]);
  });

  it('what waited before the test began is none of it', async () => {
    await post(sale({ totalAmount: null }));
    await told();
    test.clock.advance(1_000);
    await owner.says('testar venda');
    test.clock.advance(600_000);
    expect(await told()).toEqual([expect.stringContaining('nada chegou')]);
  });
});

it('a sale of before the connection earns nothing, and that is said', async () => {
  await owner.says('testar venda');
  await post(sale({ creationDate: new Date(test.clock.now() - 3 * 3_600_000).toISOString() }));
  const [report] = await told();
  expect(report).toMatch(/antes da conexão.*não ganha nada/s);
  expect(report).not.toMatch(/não há regras|daria|passou/);
  expect(await step4()).toBe(false);
});

it('a rule that gives nothing says why, and no rule is said too', async () => {
  await open([{ ...percent(500), conditions: { min_cents: 10_000, min_inclusive: false } }]);
  await owner.says('testar venda');
  await post(sale());
  expect((await told())[0]).toMatch(
    /Não dá nada por nenhuma regra:\n• Regra 1: Não valeu: a compra precisa passar de R\$ 100,00/,
  );
  expect(await step4()).toBe(true);

  await open([]);
  await owner.says('testar venda');
  await post(sale());
  expect((await told())[0]).toContain('Ainda não há regras');
  expect(await step4()).toBe(false);
});

it('a machine whose clock is wrong is told of, whichever way its sale comes', async () => {
  await pull();
  await owner.says('testar venda');
  const behind = () => sale({ creationDate: new Date(test.clock.now() - 3_600_000).toISOString() });
  listed.sales = [behind()];
  await pull();
  expect((await told())[0]).toMatch(/Veio pela consulta.*cerca de 1 h atrasada.*Confira o relógio/s);
  await post(behind());
  expect(await told()).toHaveLength(1);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.not.stringContaining('nada chegou')]);

  await owner.says('testar venda');
  await post(sale({ creationDate: new Date(test.clock.now() + 20 * 60_000).toISOString() }));
  expect((await told())[0]).toMatch(/Veio pelo aviso.*cerca de 20 min adiantada.*Confira o relógio/s);
});

describe('old sales that a pull brings', () => {
  it('are not told where they are read again', async () => {
    const old = sale();
    listed.sales = [old];
    await pull();
    test.clock.advance(3_600_000);
    await pull();
    await told();
    test.clock.advance(1_000);
    await owner.says('testar venda');
    listed.sales = [{ ...old, orderName: 'Mesa 5' }];
    await pull();
    expect(await told()).toEqual([]);
  });

  it('are not told where it is the first, which reaches back', async () => {
    const old = sale({ creationDate: new Date(test.clock.now() - 36 * 3_600_000).toISOString() });
    await owner.says('testar venda');
    const news = sale({ totalAmount: 60 });
    listed.sales = [old, news];
    await pull();
    expect(await told()).toEqual([expect.stringContaining('R$ 60,00')]);
  });

  it('are not told where the pull had failed for long', async () => {
    await pull();
    const old = sale();
    listed.status = 500;
    test.clock.advance(3_600_000);
    await owner.says('testar venda');
    listed = { status: 200, sales: [old] };
    await pull();
    expect(await told()).toEqual([]);
  });
});

it('a busy shop hears of the first sales one by one, and of all at the end', async () => {
  await owner.says('testar venda');
  const sold = Array.from({ length: 30 }, () => sale());
  for (const one of sold) await post(one);
  expect(await told()).toHaveLength(7);
  listed.sales = sold;
  await pull();
  expect(await told()).toEqual([expect.stringContaining('As duas vias funcionam')]);
  test.clock.advance(600_000);
  expect(await told()).toEqual([expect.stringMatching(/30 vendas vieram/)]);
});

it('many rules still fit a screen', async () => {
  await open(Array.from({ length: 20 }, (_, i) => percent(100 + i)));
  await owner.says('testar venda');
  await post(sale());
  const [report = ''] = await told();
  expect(report.length).toBeLessThanOrEqual(600);
  expect(report).toContain('A venda de teste passou');
});

it('is the manager’s to ask for, and needs a connection', async () => {
  expect((await new Chat(test, shop, CASHIER).says('testar venda')).text).toContain('gerência');
  await test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date(work.now) }));
  expect((await owner.says('testar venda')).text).toContain('Ainda não dá para testar');
});
