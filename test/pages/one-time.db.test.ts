import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../src/http';
import { issueLink, withLinks } from '../../src/pages/one-time-links';
import { html } from '../../src/pages/html';
import { loadShop } from '../../src/loyalty';
import { createMissingRouter, createOneTimeRouter, type OneTimePage } from '../../src/pages/one-time';
import { field, form, notice } from '../../src/pages/shell';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { CASHIER, openShop, OWNER } from '../support/shop';

const MINUTE = 60_000;
let test: TestDatabase;
let app: Express;
let shop: number;
/** What the page's form did. */
let done: string[];

const page: OneTimePage<'connect-smartpos'> = {
  purpose: 'connect-smartpos',
  who: 'owner',
  show: ({ link, staff }) => ({
    title: `For ${staff?.name}`,
    body: form([field({ name: 'word', label: String(link.payload.replace), secret: true })], 'Go'),
  }),
  submit: async ({ db, shop: { id }, use }, filled) => {
    const word = filled('word');
    if (word === '') return { title: 'Again', body: notice('bad', 'empty'), status: 422 };
    const used = await db.asMerchant(id, async (work) => {
      if (!(await use(work))) return false;
      done.push(word);
      return true;
    });
    return used ? { title: 'Done', body: html`<p>${word}</p>` } : null;
  },
};

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(START);
  done = [];
  app = createApp([createOneTimeRouter(test, [page])], test.logger);
  shop = await openShop(test.db);
});

/** The address that goes out in the chat. */
async function linkFor(phone: string, merchant = shop): Promise<string> {
  const place = await test.db.asMerchant(merchant, async (work) => {
    const staff = (await work.trx('staff').where({ phone }).first('id')) as { id: string };
    return issueLink(work, {
      purpose: 'connect-smartpos',
      holder: { staffId: staff.id },
      chatId: 'chat',
      payload: { replace: 'keys' },
    });
  });
  return withLinks(`Open ${place} now`, test.secrets, merchant, '').split(' ')[1] ?? '';
}

it('is opened as often as one likes, and used once', async () => {
  const link = await linkFor(OWNER);
  for (let i = 0; i < 3; i++) expect((await request(app).get(link).expect(200)).text).toContain('For Dona');
  await request(app).post(link).type('form').send({ word: '' }).expect(422);
  const used = await request(app).post(link).type('form').send({ word: '<b>"x"' }).expect(200);
  expect(used.text).toContain('&#60;b&#62;&#34;x&#34;');
  for (const again of [request(app).post(link).type('form').send({ word: 'y' }), request(app).get(link)])
    expect((await again.expect(404)).text).toContain('não vale mais');
  expect(done).toEqual(['<b>"x"']);
});

it('is used once by two forms that are sent at one moment', async () => {
  const link = await linkFor(OWNER);
  const send = () => request(app).post(link).type('form').send({ word: 'x' });
  const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(done).toEqual(['x']);
});

it('ends after fifteen minutes, with the next one, and with its holder’s role', async () => {
  const first = await linkFor(OWNER);
  const second = await linkFor(OWNER);
  await request(app).get(first).expect(404);
  test.clock.advance(15 * MINUTE - 1);
  await request(app).get(second).expect(200);
  test.clock.advance(1);
  await request(app).get(second).expect(404);
  await request(app)
    .get(await linkFor(CASHIER))
    .expect(404);
  const third = await linkFor(OWNER);
  await test.db.asMerchant(shop, (work) => work.trx('staff').where({ phone: OWNER }).delete());
  await request(app).get(third).expect(404);
});

it('opens nothing of another shop, and its token is nowhere', async () => {
  const link = await linkFor(OWNER);
  const other = await openShop(test.db);
  const token = link.split('.')[1] ?? '';
  await request(app).get(`/p/connect-smartpos/${other}.${token}`).expect(404);
  const rows = await test.db.asMerchant(shop, (work) => work.trx('one_time_links').select());
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
});

it('once it was good it is its shop’s page, in name, colour and language; one that never was tells nothing', async () => {
  await test.db.asMerchant(shop, (work) =>
    work.trx('merchants').where({ merchant_id: shop }).update({ brand_colour: '#7a1f5c', language: 'es' }),
  );
  const link = await linkFor(OWNER);
  const opened = await request(app).get(link).expect(200);
  await request(app).post(link).type('form').send({ word: 'x' }).expect(200);
  const used = await request(app).get(link).set('accept-language', 'en').expect(404);
  const name = (await test.db.asMerchant(shop, loadShop)).name;
  for (const { text } of [opened, used])
    expect([text, text]).toEqual([expect.stringContaining(name), expect.stringContaining('fill="#7a1f5c"')]);
  expect(used.text).toContain('Este enlace ya no vale');
  for (const unknown of [`/p/connect-smartpos/${shop}.${'x'.repeat(43)}`, '/p/connect-smartpos/x']) {
    const { text } = await request(app).get(unknown).set('accept-language', 'en').expect(404);
    expect(text).toContain('no longer good');
    expect(text).not.toMatch(new RegExp(`${name}|#7a1f5c`));
  }
  // Who opens an old link again and again guesses nothing.
  for (let i = 0; i < 25; i++) await request(app).get(link).expect(404);
});

it('an address at which there is nothing is a page to a person and a problem to a program', async () => {
  const all = createApp([createOneTimeRouter(test, [page]), createMissingRouter()], test.logger);
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const words = {
    en: 'There is no such page',
    es: 'Esta página no existe',
    'pt-BR': 'Esta página não existe',
  };
  for (const path of ['/', '/nowhere', '/p/unknown/1.x', '/v1/nothing'])
    for (const [lang, said] of Object.entries(words)) {
      const asked = request(all)
        .get(path)
        .set({ accept: browser, 'accept-language': `${lang},fr;q=0.5` });
      const { text, headers } = await asked.expect(404).expect('content-type', /html/);
      expect(text).toContain(said);
      expect(text).not.toContain('nowhere');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  for (const accept of ['*/*', 'application/json', 'application/problem+json', ''])
    await request(all)
      .get('/nowhere')
      .set({ accept })
      .expect(404)
      .expect('content-type', /problem\+json/);
  await request(all)
    .post('/nowhere')
    .set({ accept: browser })
    .expect(404)
    .expect('content-type', /problem\+json/);
});

it('may be neither kept, framed, nor told of, and loads nothing from elsewhere', async () => {
  const { headers, text } = await request(app)
    .get(await linkFor(OWNER))
    .expect(200);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  });
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
  );
  expect(text.match(/(?:src|href|action)="(?!\/assets\/)/)).toBeNull();
  expect(text).toContain('<label for="word">');
  for (const asset of ['page.css', 'page.js']) await request(app).get(`/assets/${asset}`).expect(200);
});

it.each([
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'https://elsewhere.example' }, 403],
  [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: 'null' }, 200],
])('takes a form of its own page only: %j is %i', async (headers, status) => {
  const link = await linkFor(OWNER);
  await request(app).post(link).set(headers).type('form').send({ word: 'x' }).expect(status);
  expect(done).toHaveLength(status === 200 ? 1 : 0);
});

it('lets nobody guess for long, in their own language', async () => {
  const guess = (i: number) =>
    request(app)
      .get(`/p/connect-smartpos/${shop}.${String(i).padStart(43, 'x')}`)
      .set('accept-language', 'fr, en;q=0.8');
  for (let i = 0; i < 20; i++) expect((await guess(i).expect(404)).text).toContain('no longer good');
  expect((await guess(21).expect(429)).headers['retry-after']).toBe('60');
  test.clock.advance(MINUTE);
  await guess(22).expect(404);
  for (const address of ['x', '1.y', `${'9'.repeat(30)}.${'x'.repeat(43)}`, '%00'])
    await request(app).get(`/p/connect-smartpos/${address}`).expect(404);
});

it('refuses a form that is too large, and fields that are no texts', async () => {
  const link = await linkFor(OWNER);
  await request(app)
    .post(link)
    .type('form')
    .send({ word: 'x'.repeat(20_000) })
    .expect(413);
  await request(app).post(link).type('form').send('word=a&word=b').expect(422);
  await request(app).post(link).type('json').send('{"word":{"a":1}}').expect(422);
});
