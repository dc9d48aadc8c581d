import { EmailChannel } from '../../src/bot/channels/email';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { tellIfLost } from '../../src/bot/number-lost';
import { sendDue } from '../../src/bot/outbound';
import { Post } from '../../src/bot/post';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { Mailbox } from '../support/mailbox';
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
  const { db, logger } = test;
  shop = await openShop(db);
  const channel = new EmailChannel({ smtpUrl: mailbox.url, from: 'avisos@smartbis.example' });
  post = new Post({ db, logger, publicUrl: 'https://smartbis.example', channel });
  mailbox.empty();
});

const says = (text: string) => new Chat(test, shop, OWNER).says(text);

async function isLoggedOut(): Promise<void> {
  await test.db.asMerchant(shop, (work) =>
    tellIfLost(work, { state: 'logged-out', problem: 'logged-out' }, { byEmail: true }),
  );
  await post.send(shop);
}

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
