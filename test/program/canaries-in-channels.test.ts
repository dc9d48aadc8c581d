import { callbackPath } from '../../src/bot/channels/cloud-api/callbacks';
import { statusOf } from '../../src/bot/hosting/channel-states';
import { query } from '../../src/db/rows';
import { found, PERSON, PHONE } from '../support/canaries';
import { SimulatedCloudApi, type Fault } from '../support/cloud-api/server';
import { form, LoggedProduct } from '../support/logged-product';
import { FROM, Mailbox, type Mood } from '../support/mailbox';
import { deliver } from '../support/program';
import * as returned from '../support/returned-mail';
import { until, untilSeen } from '../support/until';

const MAIL_LOGIN = { user: 'canario-smtp', password: 'canario-smtp-senha-0003' };
const RETURN_SECRET = 'canario-volta-000000000000000004';
const ACCOUNT = PHONE.slice(1);
const WHOLE = { ...PERSON, phone: ACCOUNT };

let running: LoggedProduct;
let cloud: SimulatedCloudApi;
let mailbox: Mailbox;
let secrets: Record<string, string>;

beforeAll(async () => {
  cloud = await SimulatedCloudApi.start();
  cloud.token = 'EAAcanario0000000000000005';
  cloud.writer = PERSON.name;
  mailbox = await Mailbox.open(MAIL_LOGIN);
  secrets = {
    token: cloud.token,
    'app secret': cloud.appSecret,
    'mail user': MAIL_LOGIN.user,
    'mail password': MAIL_LOGIN.password,
    'secret of returned mail': RETURN_SECRET,
  };
  const more = {
    CLOUD_API_URL: cloud.url,
    SMTP_URL: mailbox.url,
    MAIL_FROM: FROM,
    MAIL_RETURNS: 'volta@smartbis.example',
    MAIL_RETURN_SECRET: RETURN_SECRET,
  };
  running = await LoggedProduct.open('trace', { more });
});
afterAll(async () => {
  await running.close();
  await mailbox.close();
  await cloud.stop();
});

const logs = (words: string): number => running.logged.split(words).length - 1;

/** Until that is logged once more because of what is done. */
async function logged(words: string, act: () => unknown): Promise<void> {
  const before = logs(words);
  await act();
  await untilSeen(
    `"${words}" in the log`,
    () => logs(words),
    (now) => now > before,
  );
}

const rows = <Row>(sql: string): Promise<Row[]> =>
  running.product.db.asMerchant(running.shop, (work) => query<Row>(work, sql));

/** The owner enters the keys; Meta refuses another token first, and what it refuses it quotes. */
async function connect(): Promise<void> {
  const keys = { phone_number_id: cloud.phoneNumberId, token: cloud.token, app_secret: cloud.appSecret };
  const page = await running.linkOf('connect-whatsapp', null);
  expect(await running.ask(page, form({ ...keys, token: PERSON.words }))).toBe(422);
  expect(await running.ask(page, form(keys))).toBe(200);
  const [account] = await rows<{ address: string }>('SELECT address FROM cloud_api_accounts');
  const path = callbackPath(account?.address ?? '');
  cloud.callback = `${running.product.url}${path}`;
  await running.product.hosts?.refresh();
  const hub = `hub.mode=subscribe&hub.challenge=1&hub.verify_token=${PERSON.words}`;
  expect(await running.ask(`${path}?${hub}`)).toBe(403);
  const unsigned = { method: 'POST', body: JSON.stringify(WHOLE) };
  expect(await running.ask(path, unsigned)).toBe(401);
  expect(await running.ask(`${path}x`, unsigned)).toBe(404);
}

const says = (words: string): Promise<void> => logged('a message was sent', () => cloud.says(ACCOUNT, words));

const quoted = (status: number, code: number, more: Partial<Fault> = {}): Fault => ({
  status,
  code,
  words: JSON.stringify(WHOLE),
  ...more,
});

async function talksOverCloudApi(): Promise<void> {
  for (const words of [
    'oi',
    `meu email é ${PERSON.email}`,
    `meu cpf é ${PERSON['cpf as written']}`,
    PERSON.words,
  ])
    await says(words);
  // Its answer is refused, with the phone in the refusal, and so is what the owner is told of that.
  cloud.faults = [quoted(400, 131026)];
  await logged('"reason":"not-on-this-channel"', () => cloud.says(ACCOUNT, 'saldo'));
  cloud.faults = [quoted(400, 132_999)];
  await logged('"reason":"refused-132999"', () => cloud.says(ACCOUNT, 'saldo'));
  cloud.faults = [quoted(500, 0, { isTaken: true })];
  await logged('a message was not sent', () => cloud.says(ACCOUNT, 'saldo'));
  await logged('a received picture could not be fetched', () =>
    cloud.receive(ACCOUNT, {
      type: 'image',
      image: { id: PERSON.name, mime_type: 'image/png', caption: PERSON.words },
    }),
  );
  await logged('a callback could not be read', () =>
    cloud.call({}, { body: JSON.stringify({ entry: [WHOLE] }) }),
  );
  const failed = cloud.sent.at(-1);
  if (failed === undefined) throw new Error('nothing was sent');
  const details = { error_data: { details: JSON.stringify(WHOLE) }, title: PERSON.words };
  await cloud.tell(failed, 'failed', { errors: [{ code: 131026, ...details }] });
  await cloud.prefers(ACCOUNT, 'stop');
  cloud.faults = [quoted(401, 190)];
  await logged('"problem":"token-refused"', () => cloud.says(ACCOUNT, 'saldo'));
  // Its token is taken back, and quoted wherever it is refused: the channel stands still from here on.
  cloud.token = 'another';
  await cloud.says(ACCOUNT, 'saldo');
  const state = () => running.product.db.asMerchant(running.shop, statusOf);
  await untilSeen('the channel to stop', state, (seen) => seen?.problem === 'token-refused');
}

let sales = 0;

/** Somebody whom only an e-mail reaches buys; each time another address. */
function buys(): Promise<number | null> {
  const { product, connection } = running;
  const id = `canary-${(sales += 1)}`;
  const customer = { name: PERSON.name, email: `${sales}.${PERSON.email}` };
  const at = new Date().toISOString();
  const data = { uniqueIdentifier: id, creationDate: at, totalAmount: 100, customer };
  return deliver(
    product.url ?? '',
    connection,
    id,
    JSON.stringify({ type: 'sale.approved', timestamp: at, data }),
  );
}

const hands = (body: string, secret = RETURN_SECRET): Promise<number> =>
  running.ask('/v1/mail/returned', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}` },
    body,
  });

async function writesByEmail(): Promise<void> {
  await buys();
  const sent = await until('the e-mail', () => mailbox.received[0]);
  const of = {
    sender: mailbox.senders[0] ?? '',
    messageId: sent.messageId ?? '',
    address: `1.${PERSON.email}`,
  };
  expect(await hands(returned.noMailbox(of), PERSON.words)).toBe(401);
  expect(await hands(returned.noMailbox({ ...of, sender: '', messageId: '' }))).toBe(404);
  expect(await hands(JSON.stringify(WHOLE))).toBe(200);
  await logged('a mail came back', () => hands(returned.noMailbox(of)));
  const moods: Mood[] = ['refuses', 'is-full', 'puts-off', 'drops', 'takes-and-drops', 'knows-nobody'];
  for (const mood of moods) {
    mailbox.mood = mood;
    await logged('a message was not sent', buys);
  }
  expect(running.logged).toContain('mail-server-refuses-us');
}

it('people and keys of the Cloud API and of e-mail, faults included, are in no log, figure or problem', async () => {
  await connect();
  await talksOverCloudApi();
  await writesByEmail();
  expect(running.problems.length).toBeGreaterThan(4);
  for (const [where, text] of Object.entries(await running.written()))
    expect([where, found(text, { ...PERSON, ...secrets })]).toEqual([where, []]);
});

it('nor does a dump have a key of theirs in it', async () => {
  for (const [table, text] of await running.dump())
    expect([table, found(text, secrets)]).toEqual([table, []]);
});
