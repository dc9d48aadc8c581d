import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../src/http';
import { blockCustomer, issueVoucher, makeTillKey, voucherCodes } from '../../src/loyalty';
import { insertVouchers } from '../../src/loyalty/vouchers/rows';
import { withLinks } from '../../src/pages/one-time-links';
import { openApiDocument } from '../../src/http/openapi';
import { createOneTimeRouter } from '../../src/pages/one-time';
import { tillKeyPage } from '../../src/tills/key-page';
import { tillRoutes } from '../../src/tills/openapi';
import { createTillRouter } from '../../src/tills/router';
import { suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { CASHIER, OWNER, percent } from '../support/shop';
import { openVoucherShop, value, type VoucherShop } from '../support/voucher-shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let app: Express;
let shop: VoucherShop;
let key: string;

beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(500)]);
  app = createApp(
    [createOneTimeRouter(test, [tillKeyPage]), createTillRouter({ db: test.db, clock: test.clock })],
    test.logger,
  );
  key = await shop.run(
    async (work) => value(await makeTillKey(work, { name: 'Caixa 1', by: shop.owner })).key,
  );
});

/** A voucher of R$ 5,00 of Ana's. */
const voucher = (): Promise<string> =>
  shop.run(async (work) => {
    const issued = value(
      await issueVoucher(work, { customerId: shop.customerId, cents: 500, key: `issue ${Math.random()}` }),
    );
    return (await voucherCodes(work, [issued.id])).get(issued.id)?.code ?? '';
  });

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  request(app)
    .post(path)
    .set({ 'x-api-key': key, ...headers })
    .send(body);

it('validates, redeems once under its key, and says the same again', async () => {
  const code = await voucher();
  const seen = await post('/v1/vouchers/validate', { code, amount_cents: 8000 });
  expect([seen.status, seen.body]).toEqual([
    200,
    expect.objectContaining({
      pays_cents: 500,
      benefit: { kind: 'voucher-fixed', cents: 500 },
      needs_purchase: true,
    }),
  ]);
  const redeem = (idempotencyKey: string, cents = 8000) =>
    post('/v1/vouchers/redeem', { code, amount_cents: cents }, { 'idempotency-key': idempotencyKey });
  const first = await redeem('sale-1');
  expect([first.status, first.body]).toEqual([200, expect.objectContaining({ paid_cents: 500 })]);
  const again = await redeem('sale-1');
  expect([again.status, again.body]).toEqual([200, first.body]);
  const other = await redeem('sale-1', 9000);
  expect([other.status, other.type]).toEqual([409, 'application/problem+json']);
  expect(other.body).toMatchObject({ field: 'Idempotency-Key', code: 'idempotency-conflict' });
  const used = await redeem('sale-2');
  expect([used.status, used.body]).toEqual([
    409,
    expect.objectContaining({ code: 'voucher-redeemed', field: 'code' }),
  ]);
  expect((await redeem('sale-2')).body).toEqual(used.body);
});

it('says of a blocked customer’s voucher that it is refused, before and at its use', async () => {
  const code = await voucher();
  await shop.run((work) =>
    blockCustomer(work, { customerId: shop.customerId, blocked: true, by: shop.owner }),
  );
  const answers = [
    await post('/v1/vouchers/validate', { code, amount_cents: 8000 }),
    await post('/v1/vouchers/validate', { code }),
    await post('/v1/vouchers/redeem', { code, amount_cents: 8000 }, { 'idempotency-key': 'blocked' }),
  ];
  for (const { status, body } of answers)
    expect([status, body]).toEqual([422, expect.objectContaining({ code: 'customer-blocked' })]);
});

it('says without an amount, too, that a voucher is for other stores or not good yet', async () => {
  const [ofStores, ofTomorrow] = await shop.run(async (work) => {
    const now = test.clock.now();
    const terms = {
      benefit: { kind: 'voucher-item', name: 'café' },
      held: null,
      minimumPurchaseCents: 5000,
    } as const;
    const of = { saleId: 'sale', ruleId: 'rule' };
    const one = {
      ...terms,
      ...of,
      source: 'rule',
      customerId: shop.customerId,
      expiresAt: now + 9 * DAY,
    } as const;
    return insertVouchers(work, [
      { ...one, stores: ['Centro'], availableAt: now, key: 'of stores' },
      { ...one, stores: null, availableAt: now + DAY, key: 'of tomorrow' },
    ]);
  });
  const validate = async (code = '', more: object = {}) => {
    const { status, body } = await post('/v1/vouchers/validate', { code, ...more });
    return [status, (body as { code?: string }).code];
  };
  for (const more of [{}, { amount_cents: 8000 }]) {
    expect(await validate(ofStores?.code, { ...more, store: 'Jardins' })).toEqual([
      422,
      'voucher-other-store',
    ]);
    expect(await validate(ofStores?.code, more)).toEqual([422, 'voucher-other-store']);
    expect(await validate(ofStores?.code, { ...more, store: 'centro' })).toEqual([200, undefined]);
    expect(await validate(ofTomorrow?.code, more)).toEqual([422, 'voucher-not-yet']);
  }
  test.clock.advance(DAY);
  expect(await validate(ofTomorrow?.code)).toEqual([200, undefined]);
});

it('twenty tills’ tries at once spend it once', async () => {
  const code = await voucher();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      post('/v1/vouchers/redeem', { code, amount_cents: 8000 }, { 'idempotency-key': `try-${i % 10}` }),
    ),
  );
  const good = answers.filter(({ status }) => status === 200);
  // One key, sent twice: both tries have the one answer.
  expect(good[1]?.body).toEqual(good[0]?.body);
  expect(good).toHaveLength(2);
});

it('tells a balance by phone, and nothing of a stranger', async () => {
  const ask = (customer: string) =>
    request(app)
      .get(`/v1/customers/${encodeURIComponent(customer)}/balance`)
      .set('authorization', `Bearer ${key}`);
  for (const phone of ['+5511988880001', '5511988880001', '11 98888-0001']) {
    const answer = await ask(phone);
    expect([phone, answer.status]).toEqual([phone, 200]);
    expect(answer.body).toMatchObject({ cashback: { available_cents: 500 }, points: { available: 0 } });
  }
  expect((await ask('+5511988880099')).status).toBe(404);
  const neither = await ask('abc');
  expect([neither.status, neither.body]).toEqual([400, expect.objectContaining({ field: 'customer' })]);
  expect((await ask('111.444.777-35')).status).toBe(404);
});

it('says what of a request is wrong, by its field', async () => {
  const problems: [object | string, Record<string, string>, number, string][] = [
    [{ code: 'ABCD1234', amount_cents: 100 }, {}, 400, 'Idempotency-Key'],
    [{ amount_cents: 100 }, { 'idempotency-key': 'a' }, 400, 'code'],
    [{ code: 'ABCD1234', amount_cents: 1.5 }, { 'idempotency-key': 'a' }, 400, 'amount_cents'],
    [{ code: 'ABCD1234', amount_cents: -1 }, { 'idempotency-key': 'a' }, 400, 'amount_cents'],
    [{ code: 'ABCD1234', amount: 1 }, { 'idempotency-key': 'a' }, 400, 'amount'],
    [{ code: 'ABCD1234', amount_cents: 100 }, { 'idempotency-key': 'á'.repeat(3) }, 400, 'Idempotency-Key'],
    [{ code: 'ABCD1234', amount_cents: 100 }, { 'idempotency-key': 'a' }, 404, 'code'],
  ];
  for (const [body, headers, status, field] of problems) {
    const answer = await post('/v1/vouchers/redeem', body as object, headers).catch(
      (error: unknown) => error,
    );
    if (answer instanceof Error) continue;
    const { status: was, type, body: problem } = answer as request.Response;
    expect([was, type, (problem as { field: string }).field]).toEqual([
      status,
      'application/problem+json',
      field,
    ]);
  }
  const torn = await request(app)
    .post('/v1/vouchers/validate')
    .set({ 'x-api-key': key, 'content-type': 'application/json' })
    .send('{"code":');
  expect([torn.status, torn.body]).toEqual([400, expect.objectContaining({ field: 'body' })]);
  const large = await post('/v1/vouchers/validate', { code: 'x'.repeat(10_000) });
  expect(large.status).toBe(413);
});

it('a key of another shop, a revoked one and none open nothing', async () => {
  const code = await voucher();
  const other = await openVoucherShop(test, [percent(500)]);
  const foreign = await other.run(
    async (work) => value(await makeTillKey(work, { name: 'Outro', by: other.owner })).key,
  );
  const asked = await request(app).post('/v1/vouchers/validate').set('x-api-key', foreign).send({ code });
  expect([asked.status, asked.body]).toEqual([404, expect.objectContaining({ code: 'voucher-not-found' })]);
  for (const wrong of [
    '',
    'sbt_1_x',
    key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    key.replace(/^sbt_\d+/, 'sbt_999999'),
  ]) {
    const answer = await request(app).post('/v1/vouchers/validate').set('x-api-key', wrong).send({ code });
    expect([answer.status, answer.type]).toEqual([401, 'application/problem+json']);
  }
});

it('serves a good key beside an old one that goes on asking from the same address', async () => {
  const asked = (apiKey: string) =>
    request(app).get('/v1/customers/+5511988880001/balance').set('x-api-key', apiKey);
  for (let i = 0; i < 30; i++) await asked('sbt_1_x');
  expect((await asked('sbt_1_x')).status).toBe(429);
  expect((await post('/v1/vouchers/validate', { code: 'ABCD1234' })).status).toBe(404);
});

it('is limited: requests, wrong codes, wrong keys', async () => {
  const codes = await Promise.all(
    Array.from({ length: 70 }, () => post('/v1/vouchers/validate', { code: 'ABCD1234' })),
  );
  const limited = codes.filter(({ status }) => status === 429);
  expect(limited.length).toBeGreaterThan(5);
  expect(limited.every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
  const wrong = await Promise.all(
    Array.from({ length: 30 }, () =>
      request(app).get('/v1/customers/+5511988880001/balance').set('x-api-key', 'sbt_1_x'),
    ),
  );
  expect(wrong.filter(({ status }) => status === 429).length).toBe(10);
});

it('is given by a link that shows the key once, and revoked, in the chat', async () => {
  await shop.run((work) => work.trx('till_keys').update({ revoked_at: new Date(work.now) }));
  const owner = new Chat(test, shop.id, OWNER);
  expect((await new Chat(test, shop.id, CASHIER).says('chave do caixa')).text).toContain('dono');
  const { text } = await owner.says('chave do caixa');
  const path = new URL(
    /https?:\S+/.exec(withLinks(text, test.secrets, shop.id, 'http://shop.example'))?.[0] ?? '',
  ).pathname;
  expect((await request(app).get(path)).text).toContain('Nome do caixa');
  const named = await request(app).post(path).type('form').send({ name: '' });
  expect(named.status).toBe(422);
  const made = await request(app).post(path).type('form').send({ name: 'Caixa da frente' });
  const shown = /sbt_\d+_[\w-]{43}/.exec(made.text)?.[0] ?? '';
  expect((await request(app).post(path).type('form').send({ name: 'Outra' })).text).not.toContain('sbt_');
  const ask = () => request(app).get('/v1/customers/+5511988880001/balance').set('x-api-key', shown);
  expect((await ask()).status).toBe(200);
  const rows = JSON.stringify(await shop.run((work) => work.trx('till_keys').select()));
  expect(rows).not.toContain(shown);

  await owner.dialog([
    ['chave do caixa', /1\. Caixa da frente.*usada por último/s],
    ['revogar 1', /Caixa da frente.*sim/],
    ['sim', 'revogada'],
    ['histórico', /revogou a chave do caixa Caixa da frente.*criou a chave do caixa Caixa da frente/s],
  ]);
  expect((await ask()).status).toBe(401);
});

describe('the OpenAPI document', () => {
  interface Answered {
    content: Record<string, { schema: { $ref: string } }>;
  }
  interface Documented {
    paths: Record<string, Record<string, { responses: Record<string, Answered> }>>;
    components: { schemas: Record<string, { required?: string[]; properties: Record<string, object> }> };
  }
  const document = openApiDocument([tillRoutes], 'https://shop.example') as Documented;

  /** The answer is one that the document has, in its type, and with the fields that it names. */
  function expectDocumented(path: string, method: string, answer: request.Response): void {
    const documented = document.paths[path]?.[method]?.responses[String(answer.status)];
    const named = documented?.content[answer.type]?.schema.$ref.split('/').at(-1) ?? '';
    const schema = document.components.schemas[named];
    expect([answer.status, answer.type, schema === undefined]).toEqual([answer.status, answer.type, false]);
    const fields = Object.keys(answer.body as object);
    expect(Object.keys(schema?.properties ?? {})).toEqual(expect.arrayContaining(fields));
    expect(fields).toEqual(expect.arrayContaining(schema?.required ?? []));
  }

  it('has every answer of the routes', async () => {
    const code = await voucher();
    const wish = { code, amount_cents: 8000 };
    const [validate, redeem, balance] = [
      '/v1/vouchers/validate',
      '/v1/vouchers/redeem',
      '/v1/customers/{customer}/balance',
    ] as const;
    const keyed = { 'idempotency-key': 'a' };
    expectDocumented(validate, 'post', await post(validate, wish));
    expectDocumented(validate, 'post', await post(validate, { ...wish, code: 'ABCD1234' }));
    expectDocumented(validate, 'post', await post(validate, {}));
    expectDocumented(validate, 'post', await post(validate, wish, { 'x-api-key': '' }));
    expectDocumented(validate, 'post', await post(validate, { code: 'x'.repeat(10_000) }));
    expectDocumented(redeem, 'post', await post(redeem, wish, keyed));
    expectDocumented(redeem, 'post', await post(redeem, { ...wish, amount_cents: 1 }, keyed));
    expectDocumented(redeem, 'post', await post(redeem, wish));
    const ask = (customer: string) =>
      request(app).get(`/v1/customers/${customer}/balance`).set('x-api-key', key);
    for (const customer of ['+5511988880001', '+5511988880099', 'abc'])
      expectDocumented(balance, 'get', await ask(customer));
  });
});
