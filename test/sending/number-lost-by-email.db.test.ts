import request from 'supertest';
import type { ChannelProblem } from '../../src/bot/channel';
import { createCloudConnectPage } from '../../src/bot/channels/cloud-api/connect-page';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { createLinkRouter } from '../../src/bot/pages/link-page';
import { tellIfLost } from '../../src/bot/hosting/number-lost';
import { sendDue } from '../../src/bot/sending/outbound';
import type { Post } from '../../src/bot/sending/post';
import { relinkPage } from '../../src/bot/pages/relink-page';
import { createApp } from '../../src/http';
import { setPin, staffByPhone } from '../../src/loyalty';
import { messagesIn } from '../../src/bot/messages';
import { createOneTimeRouter } from '../../src/pages/one-time';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { Mailbox, postOver } from '../support/mailbox';
import { openShop, OWNER } from '../support/shop';

let test: TestDatabase;
let mailbox: Mailbox;
let shop: number;
let post: Post;

beforeAll(async () => {
  test = await openTestDatabase();
  mailbox = await Mailbox.open();
});
afterAll(async () => {
  await mailbox.close();
  await test.close();
});
beforeEach(async () => {
  shop = await openShop(test.db);
  post = postOver(mailbox.url, test, { publicUrl: 'https://smartbis.example' });
  mailbox.empty();
});

const says = (text: string) => new Chat(test, shop, OWNER).says(text);

async function stopped(problem: ChannelProblem): Promise<void> {
  await test.db.asMerchant(shop, (work) => tellIfLost(work, { state: 'down', problem }, { byEmail: true }));
  await post.send(shop);
}
const isLoggedOut = (): Promise<void> => stopped('logged-out');

/** What the owner has in the chat once it is back. */
async function inTheChat(): Promise<string[]> {
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, test.logger);
  const rows = await test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(OWNER) })
      .select('body'),
  );
  return rows
    .map(({ body }: { body: string }) => body)
    .filter((body) => body.includes('O WhatsApp da loja parou'));
}

it('an owner who said their e-mail is told there, once a day, that the number was logged out', async () => {
  await says('meu email é dona@example.com');
  await isLoggedOut();
  await isLoggedOut();
  expect(mailbox.received).toMatchObject([
    { subject: 'Smartbis: Padaria Central', to: { value: [{ address: 'dona@example.com' }] } },
  ]);
  const [mail] = mailbox.received;
  expect(mail?.text).toContain('É preciso conectar de novo.');
  expect(mail?.headers.has('list')).toBe(false);
  expect(await inTheChat()).toEqual([]);
});

it('an owner without one reads it in the chat once it is back', async () => {
  await isLoggedOut();
  expect(mailbox.received).toEqual([]);
  expect(await inTheChat()).toHaveLength(1);
});

it('and so does one whose address takes no mail, however often it is said that day', async () => {
  await says('meu email é dona@example.com');
  mailbox.mood = 'refuses';
  await isLoggedOut();
  await isLoggedOut();
  expect(await inTheChat()).toHaveLength(1);
});

it.each<[ChannelProblem, string]>([
  ['browser-missing', 'Encaminhe este e-mail a quem cuida do sistema. Para ele, esta é a loja {shop}.'],
  ['disk-full', 'Encaminhe este e-mail a quem cuida do sistema. Para ele, esta é a loja {shop}.'],
  ['account-blocked', 'Veja o motivo e peça a revisão: https://business.facebook.com/accountquality'],
  ['payment', 'Acerte o pagamento: https://business.facebook.com/billing_hub'],
  [
    'token-refused',
    'Para cadastrar as chaves de novo, abra este link e digite seu PIN (vale 7 dias): https://smartbis.example/p/relink/',
  ],
  [
    'not-registered',
    'Para cadastrar as chaves de novo, abra este link e digite seu PIN (vale 7 dias): https://smartbis.example/p/relink/',
  ],
])('%s: the e-mail says what to do next', async (problem, next) => {
  await says('meu email é dona@example.com');
  await stopped(problem);
  const [mail] = mailbox.received;
  expect(mail?.text).toContain(messagesIn('pt').channel.problem[problem]);
  expect(mail?.text).toContain(next.replace('{shop}', String(shop)));
});

it.each(['no-connection', 'browser-fault', 'not-hosted'] as const)(
  '%s mends itself, and nobody is told',
  async (problem) => {
    await says('meu email é dona@example.com');
    await stopped(problem);
    expect(mailbox.received).toEqual([]);
  },
);

describe('the link that it carries', () => {
  const PIN = '7391';

  async function linkTold(): Promise<string> {
    await says('meu email é dona@example.com');
    await isLoggedOut();
    await isLoggedOut();
    const address = /https:\/\/smartbis\.example(\/p\/relink\/\S+)/.exec(
      mailbox.received[0]?.text ?? '',
    )?.[1];
    return address ?? 'none';
  }
  async function choosePin(): Promise<void> {
    await test.db.asMerchant(shop, async (work) => {
      const owner = await staffByPhone(work, OWNER);
      await setPin(work, owner?.id ?? '', PIN);
    });
  }

  it('leads to the page with the code, days later, with the owner’s PIN and once', async () => {
    await choosePin();
    const link = await linkTold();
    test.clock.advance(3 * 86_400_000);
    const app = createApp([createOneTimeRouter(test, [relinkPage]), createLinkRouter(test)], test.logger);
    const opened = await request(app).get(link).expect(200);
    expect(opened.text).toContain('Digite seu PIN');
    expect(opened.text).not.toContain('/link/');
    const wrong = await request(app).post(link).type('form').send({ pin: '0000' }).expect(422);
    expect(wrong.text).not.toContain('/link/');
    const right = await request(app).post(link).type('form').send({ pin: PIN }).expect(200);
    const path = /href="(\/link\/[^"]+)"/.exec(right.text)?.[1] ?? 'none';
    await request(app)
      .get(path)
      .expect(200, /Conectar o WhatsApp/);
    await request(app).get(link).expect(404);
  });

  it('leads to the page for the keys where the shop is on the Cloud API', async () => {
    await choosePin();
    await test.db.asMerchant(shop, (work) => work.trx('merchants').update({ channel: 'cloud-api' }));
    await says('meu email é dona@example.com');
    await stopped('token-refused');
    const link =
      /https:\/\/smartbis\.example(\/p\/relink\/\S+)/.exec(mailbox.received[0]?.text ?? '')?.[1] ?? '';
    const keys = createCloudConnectPage({ cloudApiUrl: 'http://127.0.0.1:9', publicUrl: () => '' });
    const app = createApp([createOneTimeRouter(test, [relinkPage, keys])], test.logger);
    const wrong = await request(app).post(link).type('form').send({ pin: '0000' }).expect(422);
    expect(wrong.text).not.toContain('connect-whatsapp');
    const right = await request(app).post(link).type('form').send({ pin: PIN }).expect(200);
    const path = /href="(\/p\/connect-whatsapp\/[^"]+)"/.exec(right.text)?.[1] ?? 'none';
    await request(app)
      .get(path)
      .expect(200, /name="token"/);
    test.clock.advance(16 * 60_000);
    await request(app).get(path).expect(404);
    await request(app).get(link).expect(404);
  });

  it('opens nothing for whoever has no PIN, nor to whom it was mistyped, nor after a week', async () => {
    const link = await linkTold();
    const app = createApp([createOneTimeRouter(test, [relinkPage])], test.logger);
    await request(app)
      .get(link)
      .expect(403, /ainda não tem um/);
    await request(app).post(link).type('form').send({ pin: '1234' }).expect(410);
    await choosePin();
    for (let i = 0; i < 4; i++) await request(app).post(link).type('form').send({ pin: '9999' }).expect(422);
    const locked = await request(app).post(link).type('form').send({ pin: '9999' }).expect(422);
    expect(locked.text).toMatch(/muitas vezes/);
    const still = await request(app).post(link).type('form').send({ pin: PIN }).expect(422);
    expect(still.text).not.toContain('/link/');
    test.clock.advance(7 * 86_400_000);
    await request(app).get(link).expect(404);
  });

  it('is in no chat: who reads it there has the number back', async () => {
    await isLoggedOut();
    expect((await inTheChat()).join()).not.toContain('relink');
  });
});
