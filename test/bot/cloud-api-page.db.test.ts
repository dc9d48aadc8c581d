import type { Express } from 'express';
import request from 'supertest';
import { createCloudConnectPage } from '../../src/bot/channels/cloud-api/connect-page';
import { createApp } from '../../src/http';
import { ownersOf } from '../../src/loyalty';
import { issueLink, withLinks } from '../../src/pages/one-time-links';
import { createOneTimeRouter } from '../../src/pages/one-time';
import { SimulatedCloudApi } from '../support/cloud-api/server';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';

let test: TestDatabase;
let cloud: SimulatedCloudApi;
let app: Express;
let shop: number;
let link: string;

beforeAll(async () => {
  test = await openTestDatabase();
  cloud = await SimulatedCloudApi.start();
});
afterAll(async () => {
  await cloud.stop();
  await test.close();
});
beforeEach(async () => {
  const page = createCloudConnectPage({ cloudApiUrl: cloud.url, publicUrl: () => 'https://shop.example' });
  app = createApp([createOneTimeRouter(test, [page])], test.logger);
  shop = await openShop(test.db);
  link = await test.db.asMerchant(shop, async (work) => {
    const [owner] = await ownersOf(work);
    const holder = { staffId: owner?.id ?? '' };
    const place = await issueLink(work, { purpose: 'connect-whatsapp', holder, chatId: null, payload: null });
    return withLinks(place, work.secrets, shop, '');
  });
});

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const enter = (change: Record<string, string> = {}) =>
  request(app)
    .post(link)
    .type('form')
    .send({
      phone_number_id: cloud.phoneNumberId,
      token: cloud.token,
      app_secret: cloud.appSecret,
      ...change,
    });

it('takes keys that Meta takes, keeps them encrypted, and shows what Meta has to be told', async () => {
  await request(app).get(link).expect(200);
  const { text } = await enter().expect(200);
  const [account] = await rows('cloud_api_accounts');
  expect(text).toContain(`https://shop.example/v1/whatsapp/events/${String(account?.['address'])}`);
  const everything = JSON.stringify(
    await Promise.all(['cloud_api_accounts', 'audit_log', 'one_time_links'].map(rows)),
    (_key, value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : value),
  );
  expect(everything).not.toContain(cloud.token);
  expect(everything).not.toContain(cloud.appSecret);
  expect((await rows('merchants'))[0]).toMatchObject({ channel: 'cloud-api' });
  expect((await rows('audit_log')).at(-1)).toMatchObject({ action: 'set-channel' });
  await request(app).get(link).expect(404);
});

it.each([
  ['nothing', { token: '', app_secret: '', phone_number_id: '' }, /Falta preencher/],
  ['a phone for the number’s id', { phone_number_id: '+55 11 98888-0000' }, /Só algarismos/],
  ['what is no app secret', { app_secret: 'secret' }, /32 letras/],
  ['a token that Meta refuses', { token: 'EAAother' }, /recusou/],
])('refuses %s, says why, and stays good', async (_what, change, why) => {
  const { text } = await enter(change).expect(422);
  expect(text).toMatch(why);
  expect(await rows('cloud_api_accounts')).toEqual([]);
  await enter().expect(200);
});

it('keeps the callbacks’ address when the keys are entered again', async () => {
  await enter().expect(200);
  const before = (await rows('cloud_api_accounts'))[0]?.['address'];
  await test.db.asMerchant(shop, async (work) => {
    const [owner] = await ownersOf(work);
    const holder = { staffId: owner?.id ?? '' };
    const place = await issueLink(work, { purpose: 'connect-whatsapp', holder, chatId: null, payload: null });
    link = withLinks(place, work.secrets, shop, '');
  });
  await enter().expect(200);
  expect((await rows('cloud_api_accounts'))[0]?.['address']).toBe(before);
});
