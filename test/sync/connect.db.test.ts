import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../src/http';
import { withLinks } from '../../src/pages/one-time-links';
import { createOneTimeRouter } from '../../src/pages/one-time';
import { AddressBook } from '../../src/sync/connections';
import { createConnectPage } from '../../src/sync/connect-page';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { goldenSale } from '../support/golden-event';
import { ANA, openShop, OWNER } from '../support/shop';
import { json, KEYS, SmartPosServer, status } from '../support/smartpos-server';

const HOUR = 3_600_000;
let test: TestDatabase;
let smartpos: SmartPosServer;
let app: Express;
let shop: number;

beforeAll(async () => {
  test = await openTestDatabase();
  smartpos = await new SmartPosServer().start();
});
afterAll(async () => {
  await smartpos.stop();
  await test.close();
});
beforeEach(async () => {
  test.clock.set(START);
  smartpos.reset();
  smartpos.on('sales', json([])).on('company', json({ name: 'Padaria Central' }));
  const page = createConnectPage({ smartposUrl: smartpos.url, publicUrl: () => 'https://shop.example' });
  app = createApp([createOneTimeRouter(test, [page])], test.logger);
  shop = await openShop(test.db);
});

const owner = (): Chat => new Chat(test, shop, OWNER);
const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());

/** The address in the owner's latest answer. */
async function linkIn(chat: Chat): Promise<string> {
  const { text } = await chat.hears();
  return /\/p\/\S+/.exec(withLinks(text, test.secrets, shop, ''))?.[0] ?? '';
}

async function askForLink(): Promise<string> {
  const chat = owner();
  await chat.says('conectar smartpos');
  return linkIn(chat);
}

const enter = (link: string, keys: { apiKeyId?: string; apiKeySecret?: string } = KEYS) =>
  request(app)
    .post(link)
    .type('form')
    .send({ key_id: keys.apiKeyId ?? '', key_secret: keys.apiKeySecret ?? '' });

/** The value that a page shows to be copied. */
const shown = (page: string, id: string): string =>
  new RegExp(`<input id="${id}" value="([^"]*)"`)
    .exec(page)?.[1]
    ?.replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code))) ?? '';

it('the keys are tried, the company is told in chat, address and secret are shown once, and all is encrypted', async () => {
  const link = await askForLink();
  await request(app).get(link).expect(200);
  const { text } = await enter(link).expect(200);
  const secret = shown(text, 'secret');
  const [connection] = await rows('connections');
  expect(shown(text, 'address')).toBe(
    `https://shop.example/v1/smartpos/events/${String(connection?.['id'])}`,
  );
  expect(secret).toMatch(/^whsec_/);
  expect(smartpos.asked[0]?.pathname).toBe('/v1/sales');
  const [notice] = (await rows('outbox')).filter(({ template }) => template === 'smartpos-connected');
  expect(notice).toMatchObject({ params: { company: 'Padaria Central' } });
  // Nothing of it stands in the database as it is.
  const everything = JSON.stringify(
    await Promise.all(['connections', 'outbox', 'audit_log', 'one_time_links'].map(rows)),
    (_key, value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value),
  );
  for (const kept of [KEYS.apiKeyId, KEYS.apiKeySecret, secret.slice(6)])
    expect(everything).not.toContain(kept);
  await request(app).get(link).expect(404);
});

it.each([
  ['keys that SmartPOS refuses', () => smartpos.on('sales', status(401)), /recusou/],
  ['keys that may not see sales', () => smartpos.on('sales', status(403)), /não podem ver/],
  ['a SmartPOS that is down', () => smartpos.on('sales', status(503)), /não respondeu/],
  ['a SmartPOS that answers nonsense', () => smartpos.on('sales', json({ hello: 1 })), /não respondeu/],
])('%s: said on the page, nothing is written, and the link stays good', async (_name, fault, says) => {
  const link = await askForLink();
  fault();
  const { text } = await enter(link).expect(422);
  expect(text).toMatch(says);
  expect(text).toContain(KEYS.apiKeyId);
  expect(text).not.toContain(KEYS.apiKeySecret);
  expect(await rows('connections')).toHaveLength(0);
  smartpos.on('sales', json({ items: [{ store: { name: 'Loja do Sol' } }] })).on('company', status(404));
  expect((await enter(link).expect(200)).text).toContain('Loja do Sol');
});

it.each([
  ['', false],
  ['know', false],
  ['judge', true],
])('the year before is brought (answer “%s”), and judged: %s', async (history, judge) => {
  const link = await askForLink();
  expect((await request(app).get(link)).text).toContain('value="judge"');
  const form = { key_id: KEYS.apiKeyId, key_secret: KEYS.apiKeySecret, history };
  await request(app).post(link).type('form').send(form).expect(200);
  expect(await rows('history_imports')).toMatchObject([{ judge, finished_at: null, until_at: START }]);
});

it('asks for what was left out, and takes no key that cannot travel in a header', async () => {
  const link = await askForLink();
  for (const apiKeyId of ['', ' ', 'a\nb', 'chave com espaço', 'ç', 'x'.repeat(501)])
    expect((await enter(link, { ...KEYS, apiKeyId }).expect(422)).text).toContain('key_id-error');
  expect(await rows('connections')).toHaveLength(0);
});

it('a new signing secret lives beside those before, each for a day', async () => {
  const first = shown((await enter(await askForLink())).text, 'secret');
  const chat = owner();
  await chat.dialog([
    ['conectar smartpos', /Padaria Central.*1\. .*2\. /s],
    ['2', '24 horas'],
  ]);
  const link = await linkIn(chat);
  const second = shown((await request(app).post(link).type('form').send({}).expect(200)).text, 'secret');
  expect(second).not.toBe(first);
  const [connection] = await rows('connections');
  const live = async (): Promise<string[]> => {
    const book = new AddressBook(test.db, test.secrets, test.clock);
    const address = await book.find(String(connection?.['id']));
    return (address?.keys ?? []).map((key) => `whsec_${key.toString('base64')}`);
  };
  expect(await live()).toEqual([second, first]);
  test.clock.advance(HOUR);
  // Replaced once more within the day: SmartPOS may still have either of the two before.
  await chat.dialog([['conectar smartpos', /1\. .*2\. /s]]);
  await chat.says('2');
  const third = shown(
    (
      await request(app)
        .post(await linkIn(chat))
        .type('form')
        .send({})
        .expect(200)
    ).text,
    'secret',
  );
  expect(await live()).toEqual([third, second, first]);
  // A fourth would end the first: the page says so before.
  await chat.dialog([['conectar smartpos', /1\. .*2\. /s]]);
  await chat.says('2');
  const page = async (): Promise<string> => (await request(app).get(await linkIn(chat))).text;
  expect(await page()).toContain('encerra já o mais antigo');
  test.clock.advance(23 * HOUR);
  expect(await live()).toEqual([third, second]);
  await chat.dialog([['conectar smartpos', /1\. .*2\. /s]]);
  await chat.says('2');
  expect(await page()).not.toContain('encerra já o mais antigo');
  test.clock.advance(HOUR);
  expect(await live()).toEqual([third]);
});

it('disconnecting ends it, and connecting again takes up the same address where it ended', async () => {
  await enter(await askForLink());
  const [before] = await rows('connections');
  await test.db.asMerchant(shop, (work) =>
    work.trx('connections').update({ polled_until: new Date(START + HOUR) }),
  );
  const chat = owner();
  await chat.dialog([
    ['desconectar smartpos', /Padaria Central.*sim/s],
    ['sim', 'Desconectado'],
    ['desconectar smartpos', 'Nenhuma conta'],
  ]);
  const id = String(before?.['id']);
  expect(await new AddressBook(test.db, test.secrets, test.clock).find(id)).toBeNull();
  test.clock.advance(48 * HOUR);
  const { text } = await enter(await askForLink());
  expect(shown(text, 'address')).toContain(id);
  expect(await rows('connections')).toMatchObject([{ id, ended_at: null, polled_until: START + HOUR }]);
});

it('another company is another connection, and its keys do not pass for the first one’s', async () => {
  await enter(await askForLink());
  await owner().dialog([
    ['desconectar smartpos', 'sim'],
    ['sim', 'Desconectado'],
  ]);
  smartpos.on('company', json({ name: 'Outra Loja' }));
  await enter(await askForLink());
  const connections = await rows('connections');
  expect(connections.filter(({ ended_at: endedAt }) => endedAt === null)).toMatchObject([
    { company: 'Outra Loja' },
  ]);
  expect(connections).toHaveLength(2);
});

it('back at the company of before, its connection goes on where it ended', async () => {
  await enter(await askForLink());
  const [first] = await rows('connections');
  await test.db.asMerchant(shop, (work) =>
    work.trx('connections').update({ polled_until: new Date(START + HOUR) }),
  );
  for (const name of ['Outra Loja', 'Padaria Central']) {
    test.clock.advance(24 * HOUR);
    await owner().dialog([
      ['desconectar smartpos', 'sim'],
      ['sim', 'Desconectado'],
    ]);
    smartpos.on('company', json({ name }));
    await enter(await askForLink());
  }
  const connections = await rows('connections');
  expect(connections).toHaveLength(2);
  expect(connections.filter(({ ended_at: endedAt }) => endedAt === null)).toMatchObject([
    { id: first?.['id'], polled_until: START + HOUR },
  ]);
});

const soldAt = (name: string, cnpj: string | null) =>
  json([{ ...goldenSale(), store: { id: name, name, cnpj } }]);

it('a company’s other store is no other company, where SmartPOS does not say whose the keys are', async () => {
  smartpos.on('company', status(404)).on('sales', soldAt('Loja 1', '11222333000181'));
  await enter(await askForLink());
  await owner().dialog([
    ['desconectar smartpos', 'sim'],
    ['sim', 'Desconectado'],
  ]);
  smartpos.on('sales', soldAt('Loja 2', '11222333000262'));
  await enter(await askForLink());
  expect(await rows('connections')).toMatchObject([{ company: 'Loja 2', company_cnpj: '11222333' }]);
});

it('a company that was renamed is the same one', async () => {
  smartpos.on('sales', soldAt('Loja 1', '11222333000181'));
  await enter(await askForLink());
  await owner().dialog([
    ['desconectar smartpos', 'sim'],
    ['sim', 'Desconectado'],
  ]);
  smartpos.on('company', json({ name: 'Padaria Central Ltda' }));
  await enter(await askForLink());
  expect(await rows('connections')).toMatchObject([{ company: 'Padaria Central Ltda', ended_at: null }]);
});

it('keys of another company replace none, and leave the link good', async () => {
  smartpos.on('company', status(404)).on('sales', soldAt('Loja 1', '11222333000181'));
  await enter(await askForLink());
  const before = await rows('connections');
  const chat = owner();
  await chat.dialog([
    ['trocar as chaves do smartpos', /1\. /],
    ['1', '15 minutos'],
  ]);
  const link = await linkIn(chat);
  smartpos.on('sales', soldAt('Alheia', '12ABC34501DE35'));
  expect((await enter(link).expect(422)).text).toContain('Estas chaves são de Alheia');
  expect(await rows('connections')).toEqual(before);
  smartpos.on('sales', soldAt('Loja 1', '11222333000181'));
  await enter(link).expect(200);
});

it('the owner says whether the total is before the discount', async () => {
  const link = await askForLink();
  expect((await request(app).get(link)).text).toContain('value="before-discount"');
  const form = { key_id: KEYS.apiKeyId, key_secret: KEYS.apiKeySecret, total: 'before-discount' };
  await request(app).post(link).type('form').send(form).expect(200);
  expect(await rows('connections')).toMatchObject([{ total_is: 'before-discount' }]);
});

it('keys are replaced without a new address or secret', async () => {
  await enter(await askForLink());
  const [before] = await rows('connections');
  const chat = owner();
  await chat.dialog([
    ['trocar as chaves do smartpos', /1\. /],
    ['1', '15 minutos'],
  ]);
  const { text } = await enter(await linkIn(chat)).expect(200);
  expect(text).toContain('continuam os mesmos');
  const [after] = await rows('connections');
  expect(after?.['id']).toBe(before?.['id']);
  expect(after?.['signing_secret']).toEqual(before?.['signing_secret']);
  expect(after?.['api_key_secret']).not.toEqual(before?.['api_key_secret']);
});

it.each([
  `minha chave é ${KEYS.apiKeySecret}`,
  'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  'key_0a1b2c3d4e5f6071',
  'X-Api-Key-Secret: abc123def456',
  'Rk9PQkFSMTIzNDU2Nzg5MGFiY2Rl',
  'a senha 9f86d081884c7d65',
  'key id 2f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f10',
])('a secret typed into the chat is refused and kept nowhere: %s', async (secret) => {
  const { text } = await owner().says(secret);
  expect(text).toMatch(/não guardei.*Apague.*conectar smartpos/s);
  expect((await new Chat(test, shop, ANA).says(secret)).text).not.toContain('conectar smartpos');
  const typed = secret.split(' ').at(-1) ?? '';
  for (const table of ['inbound_messages', 'chats', 'outbox', 'simulator_messages'])
    expect(JSON.stringify(await rows(table))).not.toContain(typed);
});

it.each([
  'saldo',
  'nota 000731 52,90',
  '35261011222333000181650010000123451876543210',
  'validar ABCD-1234',
  'meu email é ana.maria.1990@exemplo.com.br',
  'http://www.fazenda.sp.gov.br/qrcode?p=35261011222333000181650010000123451876543210|2|1|1|ABCDEF0123456789',
  'cashback 5% acima de R$ 50, válido por 30 dias',
  'minha chave pix é +5511988880001',
  'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
])('what is no secret is taken: %s', async (says) => {
  await owner().says(says);
  const [message] = await rows('inbound_messages');
  expect(message).toMatchObject({ kind: 'text', body: says });
});

describe('who connects again', () => {
  const again = async (chosen: object = {}): Promise<void> => {
    const keys = { key_id: KEYS.apiKeyId, key_secret: KEYS.apiKeySecret };
    await request(app)
      .post(await askForLink())
      .type('form')
      .send({ ...keys, ...chosen })
      .expect(200);
  };
  const disconnects = async (): Promise<void> => {
    await owner().says('desconectar');
    await owner().says('sim');
    expect((await rows('connections'))[0]?.['ended_at']).not.toBeNull();
  };
  const stores = [
    { store: { id: '1', cnpj: '11222333000181', name: 'Padaria' } },
    { store: { id: '2', cnpj: '12ABC34501DE35', name: 'Café' } },
  ];

  it('finds what the total is as it was said to be, and leaves it so', async () => {
    await again({ total: 'before-discount' });
    await disconnects();
    const { text } = await request(app)
      .get(await askForLink())
      .expect(200);
    const checked = [...text.matchAll(/name="total"\s+value="([^"]*)"\s+checked/g)].map(([, value]) => value);
    expect(checked).toEqual(['before-discount']);
    await again();
    expect(await rows('connections')).toMatchObject([{ total_is: 'before-discount' }]);
  });

  it('has the history judged where they ask for it', async () => {
    await again({ history: 'know' });
    await test.db.asMerchant(shop, (work) =>
      work.trx('history_imports').update({ finished_at: new Date(work.now), next_at: null }),
    );
    await disconnects();
    await again({ history: 'know' });
    expect(await rows('history_imports')).toMatchObject([{ next_at: null }]);
    await disconnects();
    await again({ history: 'judge' });
    expect(await rows('history_imports')).toMatchObject([{ next_at: test.clock.now() }]);
  });

  it.each(['keys alone', 'all'])(
    'with stores of two companies has one account, whichever of them sold first that day: %s',
    async (what) => {
      smartpos.on('sales', json(stores));
      await again();
      smartpos.on('sales', json(stores.toReversed()));
      if (what === 'all') {
        await disconnects();
        await again();
      } else {
        const chat = owner();
        await chat.dialog([
          ['conectar smartpos', /1\. /],
          ['1', 'Abra esta página'],
        ]);
        await enter(await linkIn(chat)).expect(200);
      }
      expect(await rows('connections')).toMatchObject([{ company_cnpj: '11222333', ended_at: null }]);
    },
  );
});
