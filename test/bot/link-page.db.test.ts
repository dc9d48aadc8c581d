import type { Express } from 'express';
import request from 'supertest';
import { codeWantedFor, recordStatus } from '../../src/bot/hosting/channel-states';
import { createLinkRouter, linkPath } from '../../src/bot/pages/link-page';
import { createApp } from '../../src/http';
import { START, suiteDatabase } from '../support/database';
import { openShop } from '../support/shop';

const test = suiteDatabase();
let app: Express;
let shop: number;
let link: string;

beforeEach(async () => {
  test.clock.set(START);
  app = createApp([createLinkRouter(test)], test.logger);
  shop = await openShop(test.db);
  link = linkPath(test.secrets, shop, START);
});

const state = async (): Promise<Record<string, unknown>> =>
  (await request(app).get(`${link}/state`).expect(200)).body as Record<string, unknown>;
const wanted = () => test.db.asMerchant(shop, codeWantedFor);

it('shows the code to scan of the moment, and that it is linked', async () => {
  await request(app)
    .get(link)
    .expect(200, /Padaria Central/);
  expect(await state()).toMatchObject({ state: 'starting', picture: null, code: null });
  await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'linking', qr: '2@abc,def' }));
  expect((await state())['picture']).toMatch(/^data:image\/png;base64,/);
  await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'ready' }));
  expect(await state()).toEqual({
    state: 'ready',
    picture: null,
    code: null,
    text: 'Conectado! Pode fechar esta página.',
  });
});

it('asks for a code for a phone, wakes the host, shows it, and forgets the wish once it is linked', async () => {
  test.doorbell.rings.length = 0;
  await request(app).post(link).type('form').send({ phone: '11 98888-0000' }).expect(200);
  expect(await wanted()).toBe('+5511988880000');
  expect(test.doorbell.rings).toContainEqual(['outbound', String(shop)]);
  const linking = { state: 'linking', qr: '2@abc', code: 'ABCD-EFGH' } as const;
  await test.db.asMerchant(shop, (work) => recordStatus(work, linking));
  expect(await state()).toMatchObject({ code: 'ABCD-EFGH' });
  await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'ready' }));
  expect(await wanted()).toBeNull();
});

it('says what is wrong with a phone', async () => {
  const { text } = await request(app).post(link).type('form').send({ phone: '98888' }).expect(422);
  expect(text).toContain('Escreva com DDD');
  await request(app).post(link).type('form').send({}).expect(422);
  expect(await wanted()).toBeNull();
});

it('says what the owner has to see to, in the shop’s language', async () => {
  await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'down', problem: 'disk-full' }));
  expect((await state())['text']).toBe('O disco do servidor está cheio. Avise quem cuida do sistema.');
  await test.db.asMerchant(shop, (work) => work.trx('merchants').update({ language: 'es' }));
  expect((await state())['text']).toMatch(/^El disco del servidor está lleno/);
  // One sentence, not the state and its reason beside each other.
  await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'down', problem: 'no-connection' }));
  expect((await state())['text']).toBe('Sin conexión con WhatsApp. Sigo intentando.');
});

it('is good for fifteen minutes, and for nobody who made it up', async () => {
  const other = link.replace(/\d+(?=\.)/, String(shop + 1));
  await request(app).get(other).expect(404);
  await request(app).get(`${link}x`).expect(404);
  await request(app).post(other).type('form').send({ phone: '11 98888-0000' }).expect(404);
  test.clock.advance(15 * 60_000);
  const { text } = await request(app)
    .get(link)
    .expect(404, /Este link não vale mais/);
  expect(text).toContain('/assets/page.css');
  await request(app).get(`${link}/state`).expect(404);
});
