import express, { type Express } from 'express';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { createTryItRouter } from '../../src/sandbox/tryit';
import { FakeBackend } from './fake-backend';
import { until } from '../support/until';

const ID = '018f6b1e-7c7a-7c3e-9d1b-0a1b2c3d4e5f';
const SHOP = '/try/api/shops/1';
const ORDER = { terminal: 'MP-00417', amount: '80,00', method: 'pix', buyer: { phone: '+5511988880001' } };

describe('the try-it page’s router', () => {
  let backend: FakeBackend;
  let app: Express;
  let stopping: AbortController;
  beforeEach(() => {
    backend = new FakeBackend();
    stopping = new AbortController();
    const logger = pino({ level: 'silent' });
    app = express().use(createTryItRouter(backend, { logger, stopping: stopping.signal, trials: null }));
  });
  const say = (body: string | object) => request(app).post(`${SHOP}/chats/ana/messages`).send(body);
  const sell = (change: object) =>
    request(app)
      .post(`${SHOP}/sales`)
      .send({ ...ORDER, ...change });

  it('serves the page, which may run only its own scripts and styles', async () => {
    const page = await request(app).get('/try/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="pt-BR"');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
  });

  it('leads from the root to the page, and serves nothing beside it', async () => {
    expect((await request(app).get('/')).headers['location']).toBe('/try/');
    expect((await request(app).get('/try/../package.json')).status).toBe(404);
    expect((await request(app).get('/try/%2e%2e/backend.ts')).status).toBe(404);
  });

  it('lists shops, phones and machines', async () => {
    const shops = await request(app).get('/try/api/shops');
    expect(shops.body).toEqual([
      { id: '1', name: 'Padaria Central', state: 'active' },
      { id: '2', name: 'Moda Ipê', state: 'setup' },
    ]);
    const phones = await request(app).get(`${SHOP}/phones`);
    expect((phones.body as { role: string }[]).map(({ role }) => role)).toEqual([
      'customer',
      'customer',
      'cashier',
      'owner',
    ]);
    expect((await request(app).get(`${SHOP}/machines`)).body).toHaveLength(5);
  });

  it('says a message once, however often it comes, and gives what came after it', async () => {
    backend.isSilent = true;
    const first = await say({ id: ID, text: ' saldo ' });
    const second = await say({ id: ID, text: 'saldo' });
    expect([first.status, second.status]).toEqual([202, 202]);
    const said = await request(app).get(`${SHOP}/chats/ana/messages`);
    expect(said.body).toEqual([
      expect.objectContaining({ id: ID, from: 'me', text: 'saldo', picture: null }),
    ]);
    const { seq } = (said.body as { seq: number }[])[0] ?? { seq: 0 };
    backend.hear('1', 'ana', 'oi');
    const later = await request(app).get(`${SHOP}/chats/ana/messages?after=${seq}`);
    expect((later.body as { text: string }[]).map(({ text }) => text)).toEqual(['oi']);
  });

  it('serves a message’s picture at the address that the message names', async () => {
    backend.hear('1', 'ana', 'Seu voucher', true);
    const { body } = await request(app).get(`${SHOP}/chats/ana/messages`);
    const [{ picture }] = body as [{ picture: string }];
    const answer = await request(app).get(`/try/${picture}`);
    expect([answer.status, answer.type]).toEqual([200, 'image/png']);
    const none = await request(app).get(`${SHOP}/pictures/none`);
    expect([none.status, none.type]).toEqual([404, 'application/problem+json']);
  });

  it('sends a receipt’s photo from a phone, and says why there is none', async () => {
    const receipt = () => request(app).post(`${SHOP}/chats/ana/receipts`).send({ id: ID });
    const none = await receipt();
    expect([none.status, (none.body as { title: string }).title]).toEqual([
      409,
      'Ainda não há nota: faça uma venda antes.',
    ]);
    await sell({ buyer: null });
    expect((await receipt()).status).toBe(202);
    const bad = await request(app).post(`${SHOP}/chats/ana/receipts`).send({ id: 'x' });
    expect(bad.status).toBe(400);
  });

  it('serves a message’s file to be saved, under its name', async () => {
    backend.hear('1', 'ana', 'Seus dados', false, 'meus-dados.json');
    const { body } = await request(app).get(`${SHOP}/chats/ana/messages`);
    const { document } = (body as { document: { name: string; url: string } }[]).at(-1)!;
    const answer = await request(app).get(`/try/${document.url}`);
    expect([document.name, answer.status, answer.type]).toEqual(['meus-dados.json', 200, 'application/json']);
    expect(answer.get('content-disposition')).toBe('attachment; filename=meus-dados.json');
    const none = await request(app).get(`${SHOP}/documents/none`);
    expect([none.status, none.type]).toEqual([404, 'application/problem+json']);
  });

  it.each([
    ['50', 5000],
    ['50,5', 5050],
    ['50.05', 5005],
    ['1.234,56', 123_456],
    ['R$ 0,01', 1],
    ['1000000', 100_000_000],
  ])('sells for %s', async (amount, cents) => {
    expect((await sell({ amount })).body).toMatchObject({ amountCents: cents, buyer: 'Ana' });
    expect(backend.orders).toEqual([
      {
        terminal: 'MP-00417',
        amountCents: cents,
        method: 'pix',
        buyer: { phone: '+5511988880001' },
        voucherCode: null,
      },
    ]);
  });

  it.each([
    ['amount', { amount: '1.234' }],
    ['amount', { amount: '0' }],
    ['amount', { amount: '-5' }],
    ['amount', { amount: '12,345' }],
    ['amount', { amount: '1000000,01' }],
    ['amount', { amount: 'dez' }],
    ['amount', { amount: 50 }],
    ['method', { method: 'cheque' }],
    ['buyer.phone', { buyer: { phone: '11 98888-0001' } }],
    ['buyer.cpf', { buyer: { cpf: '111' } }],
    ['terminal', { terminal: '' }],
  ])('refuses a sale by its field %s: %j', async (field, change) => {
    const answer = await sell(change);
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
    expect(answer.body).toMatchObject({ status: 400, field });
    expect(backend.orders).toEqual([]);
  });

  it.each([
    ['empty', { id: ID, text: '  ' }],
    ['without an id', { text: 'saldo' }],
    ['of over 10,000 characters', { id: ID, text: 'a'.repeat(10_001) }],
    ['with more in it', { id: ID, text: 'saldo', role: 'owner' }],
  ])('refuses a message that is %s', async (_what, body) => {
    expect((await say(body)).status).toBe(400);
  });

  it('refuses what is not JSON, too large, or asked for by another site', async () => {
    const broken = await say('{').set('content-type', 'application/json');
    const large = await say({ id: ID, text: 'é'.repeat(20_000) });
    const form = await say('id=1').set('content-type', 'application/x-www-form-urlencoded');
    const foreign = await say({ id: ID, text: 'saldo' }).set('sec-fetch-site', 'cross-site');
    expect([broken, large, form, foreign].map(({ status }) => status)).toEqual([400, 413, 400, 403]);
    expect(broken.type).toBe('application/problem+json');
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, 202],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://golpe.example' }, 403],
    [{ host: 'localhost:8080', origin: 'http://localhost:8080' }, 202],
    [{ host: 'localhost:8080', origin: 'http://localhost:3000' }, 403],
    // A name of somebody else's that was made to lead here: of one origin with its own page.
    [{ host: 'golpe.example:8080', origin: 'http://golpe.example:8080' }, 403],
    [{ host: '127.0.0.1.golpe.example' }, 403],
    [{ host: '[::1]:8080' }, 202],
    [{ host: 'loja.example' }, 202],
  ])('does what its own page asks for, under its own name only: %j is %i', async (headers, status) => {
    const options = { logger: pino({ level: 'silent' }), stopping: stopping.signal, trials: null };
    app = express().use(createTryItRouter(backend, { ...options, names: ['loja.example'] }));
    expect((await say({ id: ID, text: 'saldo' }).set(headers)).status).toBe(status);
  });

  it('shows nothing under another’s name', async () => {
    for (const path of ['/try/', '/try/api/shops', `${SHOP}/phones`])
      await request(app).get(path).set({ host: 'golpe.example' }).expect(403);
  });

  it('passes on what the backend refuses, and keeps what fails in it to itself', async () => {
    const unknown = await request(app).get('/try/api/shops/9/phones');
    expect([unknown.status, unknown.body]).toEqual([
      404,
      { type: 'about:blank', status: 404, title: 'Esta loja não existe' },
    ]);
    backend.failing = 1;
    const failed = await say({ id: ID, text: 'saldo' });
    expect([failed.status, JSON.stringify(failed.body)]).toEqual([
      500,
      expect.not.stringContaining('outage'),
    ]);
    expect((await request(app).get('/try/api/none')).status).toBe(404);
  });

  it('refunds and cancels', async () => {
    const { id } = (await sell({})).body as { id: string };
    const refunded = await request(app).post(`${SHOP}/sales/${id}/refunds`).send({ amount: '30,00' });
    expect(refunded.body).toMatchObject({ refundedCents: 3000, cancelled: false });
    const over = await request(app).post(`${SHOP}/sales/${id}/refunds`).send({ amount: '50,01' });
    expect([over.status, over.body]).toMatchObject([422, { title: 'O valor passa do que foi pago' }]);
    expect((await request(app).post(`${SHOP}/sales/${id}/cancel`)).body).toMatchObject({ cancelled: true });
    const { body } = await request(app).get(`${SHOP}/ledger`);
    expect(body).toMatchObject({ rows: [{ quantity: 400 }], balances: [{ quantity: 400 }] });
  });

  it('tells of changes while a page listens, and ends when the program stops', async () => {
    const server = await listening(createServer(app));
    const { port } = server.address() as { port: number };
    let heard = '';
    const closed = new Promise<void>((resolve) => {
      httpRequest({ port, path: `${SHOP}/events` }, (answer) => {
        answer.setEncoding('utf8').on('data', (text: string) => (heard += text));
        answer.on('end', () => resolve());
      }).end();
    });
    await until('a page', () => backend.listening('1') === 1);
    backend.hear('1', 'ana', 'oi');
    backend.hear('2', 'ana', 'em outra loja');
    await sell({ buyer: null });
    await until('two events', () => heard.includes('event: sale'));
    expect(heard).toBe('retry: 1000\n\nevent: message\ndata: {"chatId":"ana"}\n\nevent: sale\ndata: {}\n\n');
    stopping.abort();
    await closed;
    await until('nobody to listen', () => backend.listening('1') === 0);
    server.close();
  });
});

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
