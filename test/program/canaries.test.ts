import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { linkPath } from '../../src/bot/pages/link-page';
import { receive } from '../../src/bot/receiving/receive';
import { makeTillKey, staffByPhone, type StaffMember } from '../../src/loyalty';
import type { Product } from '../../src/product';
import { query } from '../../src/db/rows';
import type { ConnectionSecrets } from '../../src/sync/connections';
import { found, PERSON, PHONE } from '../support/canaries';
import { form, LoggedProduct } from '../support/logged-product';
import { deliver } from '../support/program';
import { CASHIER, OWNER } from '../support/shop';
import { SmartPosServer, text } from '../support/smartpos-server';
import { value } from '../support/voucher-shop';
import { until, untilSeen } from '../support/until';

const SECRETS: Record<string, string> = {
  'key id': 'canario-key-id-000000000001',
  'key secret': 'canario-key-secret-0000000000000000000002',
  pin: '947268',
};

let running: LoggedProduct;
let product: Product;
let smartpos: SmartPosServer;
let shop: number;
let connection: ConnectionSecrets;

beforeAll(async () => {
  const pair = { apiKeyId: SECRETS['key id'] ?? '', apiKeySecret: SECRETS['key secret'] ?? '' };
  running = await LoggedProduct.open('trace', { smartpos: new SmartPosServer(pair) });
  ({ product, smartpos, shop, connection } = running);
  SECRETS['signing secret'] = connection.signingSecret.slice(6);
  await product.hosts?.refresh();
});
afterAll(() => running.close());

const customer = { name: PERSON.name, phone: PHONE, cpf: PERSON.cpf, email: PERSON.email };
const saleOf = (id: string, change: object = {}): object => ({
  uniqueIdentifier: id,
  creationDate: new Date().toISOString(),
  totalAmount: 100,
  customer,
  ...change,
});
const eventOf = (data: unknown): string =>
  JSON.stringify({ type: 'sale.approved', timestamp: new Date().toISOString(), data });

let said = 0;
async function say(phone: string, words: string): Promise<void> {
  const channel = new SimulatorChannel(product.db, product.clock, shop);
  await receive(product.db, shop, await channel.say(phone, `said-${++said}`, words), 0);
  await settled();
}

/** Until everything that came was judged and answered. */
async function settled(): Promise<void> {
  const open = (): Promise<{ n: number }[]> =>
    product.db.asMerchant(shop, (work) =>
      query(
        work,
        `SELECT (SELECT count(*) FROM inbox_due WHERE due_at <= now()) + (SELECT count(*) FROM inbound_messages
           WHERE handled_at IS NULL AND due_at <= now()) AS n`,
      ),
    );
  await untilSeen('all to be judged and answered', open, ([left]) => left?.n === 0);
}

async function events(): Promise<void> {
  const url = product.url ?? '';
  await deliver(url, connection, 'good', eventOf(saleOf('good')));
  await deliver(url, connection, 'good', eventOf(saleOf('good', { totalAmount: 5 })));
  await deliver(url, connection, 'odd', eventOf(saleOf('odd', { totalAmount: PERSON.name })));
  await deliver(url, connection, 'future', eventOf(saleOf('far', { creationDate: '2090-01-01T00:00:00Z' })));
  await deliver(url, connection, 'none', `{"customer": "${PERSON.name}`);
  await deliver(url, connection, 'no data', JSON.stringify({ type: PERSON.email, data: PERSON.cpf }));
  const forged = { id: connection.id, signingSecret: `whsec_${Buffer.alloc(32, 3).toString('base64')}` };
  await deliver(url, forged, 'forged', eventOf(saleOf('forged')));
  const path = `/v1/smartpos/events/${connection.id}`;
  await running.ask(path, { method: 'POST', body: eventOf(saleOf('unsigned')) });
  await running.ask(path, {
    method: 'POST',
    body: eventOf(saleOf('large', { note: PERSON.name.repeat(10_000) })),
  });
  await running.ask(`/v1/smartpos/events/${PERSON.email}`, { method: 'POST', body: '{}' });
  await settled();
}

async function talks(): Promise<void> {
  for (const words of [
    `oi, sou ${PERSON.name}, ${PERSON.words}`,
    `meu cpf é ${PERSON['cpf as written']}`,
    `meu email é ${PERSON.email}`,
    `minha chave do smartpos é ${SECRETS['key secret']}`,
    'resgatar 1',
    'sim',
    'atendente',
    'bot',
    `nota 123456 ${PERSON.cpf}`,
    'meus dados',
  ])
    await say(PHONE, words);
  const vouchers = (): Promise<{ code: string }[]> =>
    product.db.asMerchant(shop, (work) =>
      query(
        work,
        `SELECT substring(body FROM '[0-9A-Z]{4}-[0-9A-Z]{4}') AS code FROM simulator_messages
         WHERE from_shop AND body ~ '[0-9A-Z]{4}-[0-9A-Z]{4}'`,
      ),
    );
  const { code } = await until('a voucher', async () => (await vouchers())[0]);
  SECRETS['voucher'] = code;
  for (const words of [
    `cliente 11 ${PERSON['phone as written']}`,
    `validar ${SECRETS['voucher']} em 80,00`,
    'sim',
    `ajustar +10 11 ${PERSON['phone as written']} motivo ${PERSON.words}`,
    'sim',
    'pendências',
    'exportar vendas',
    'sim',
  ])
    await say(OWNER, words);
  // A turn that fails: a step of a dialogue that nobody can read.
  const flow = [{ command: 'redeem', step: 'confirm', data: PERSON, askedAt: Date.now() }];
  await product.db.asMerchant(shop, (work) =>
    work
      .trx('chats')
      .where({ phone: PHONE })
      .update({ flow: JSON.stringify(flow) }),
  );
  await say(PHONE, 'sim');
}

/** Each page that refuses, with what must not come back entered in it. */
async function refusedPages(): Promise<void> {
  const { secrets, clock } = product;
  const ask = (path: string, init?: RequestInit): Promise<number> => running.ask(path, init);
  const everything = { ...PERSON, ...SECRETS };
  const pin = await running.linkOf('new-pin', { forgotten: false });
  expect(await ask(pin, form({ fresh: PERSON.cpf, again: SECRETS['pin'] ?? '' }))).toBe(422);
  expect(await ask(pin, { ...form(everything), headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
  const tillKey = await running.linkOf('till-key', { name: null });
  expect(await ask(tillKey, form({ ...everything, name: '' }))).toBe(422);
  const connect = await running.linkOf('connect-smartpos', { replace: 'keys' });
  const keys = { key_id: SECRETS['key id'] ?? '', key_secret: SECRETS['key secret'] ?? '' };
  expect(await ask(connect, form(keys))).toBe(422);
  expect(await ask(connect, form({ ...everything, ...keys, key_id: '' }))).toBe(422);
  const link = linkPath(secrets, shop, clock.now());
  expect(await ask(link, form({ ...everything, phone: '' }))).toBe(422);
  const ended = linkPath(secrets, shop, clock.now() - 3_600_000);
  expect(await ask(ended, form({ phone: PHONE }))).toBe(404);
  expect(await ask(`/link/${PERSON.email}`, form(everything))).toBe(404);
  const message = `/u/${shop}.00000000-0000-4000-8000-000000000000.${'x'.repeat(43)}`;
  expect(await ask(message, form(everything))).toBe(404);
  expect(await ask(`/u/${PERSON.email}`, form(everything))).toBe(404);
  expect(await ask(`/${PERSON.name}?${PHONE}`, { headers: { accept: 'text/html' } })).toBe(404);
  // The last: from then on no page is opened for this sender.
  const wrong = (): Promise<number> => ask(`/p/pin/${shop}.${PERSON.words}`, form(everything));
  await untilSeen('the sender to be stopped', wrong, (status) => status === 429);
}

async function pages(): Promise<void> {
  const pin = SECRETS['pin'] ?? '';
  await running.ask(await running.linkOf('new-pin', { forgotten: false }), form({ fresh: pin, again: pin }));
  await running.ask(
    await running.linkOf('new-pin', { forgotten: false }),
    form({ pin: `${pin}1`, fresh: pin, again: pin }),
  );
  smartpos.on('sales', (_request, response) => void response.writeHead(401).end(JSON.stringify(SECRETS)));
  const keys = { key_id: SECRETS['key id'] ?? '', key_secret: SECRETS['key secret'] ?? '' };
  const connect = await running.linkOf('connect-smartpos', { replace: 'keys' });
  await running.ask(connect, form(keys));
  await running.ask(`${connect}x`, form(keys));
  await running.ask(`/link/${PERSON.email}`);
  await running.ask(`/u/${PERSON.email}`);
  const till = await product.db.asMerchant(shop, async (work) =>
    value(await makeTillKey(work, { name: 'Caixa', by: (await staffByPhone(work, OWNER)) as StaffMember })),
  );
  SECRETS['till key'] = till.key;
  const headers = { 'x-api-key': till.key, 'content-type': 'application/json', 'idempotency-key': 'k' };
  await running.ask(`/v1/customers/${PERSON.cpf}/balance`, { headers });
  await running.ask(`/v1/customers/${PERSON.name}/balance`, { headers });
  await running.ask('/v1/vouchers/validate', {
    method: 'POST',
    headers,
    body: JSON.stringify({ code: PERSON.words }),
  });
  await running.ask('/v1/vouchers/redeem', { method: 'POST', headers, body: `{"code": "${PERSON.name}` });
  await running.ask('/v1/vouchers/validate', {
    method: 'POST',
    headers: { ...headers, 'x-api-key': `${till.key}x` },
  });
}

async function pulls(): Promise<void> {
  smartpos.on('sales', text(`[{"customer":"${PERSON.name}","cpf":"${PERSON.cpf}"`));
  const failures = (): number => running.logged.split('a pull failed').length;
  const before = failures();
  await untilSeen('another pull to fail', failures, (count) => count > before);
}

it('a day of everything, faults included, leaves no person and no secret in logs, figures, problems and pages', async () => {
  await say(CASHIER, 'oi');
  await events();
  await talks();
  await pulls();
  await pages();
  await refusedPages();
  // The day was one: what was to go wrong did.
  for (const line of ['a job failed', 'a pull failed']) expect(running.logged).toContain(line);
  const written = await running.written();
  expect(running.problems.length).toBeGreaterThan(6);
  expect(new Set(running.refusals.map(({ status }) => status))).toEqual(new Set([422, 403, 404, 429]));
  expect(SECRETS['voucher']).toMatch(/^[0-9A-Z]{4}-/);
  expect(written.metrics).toContain('smartbis_job_seconds');
  // The page gives the id of a pair that is refused back to whoever has just typed it, to be corrected; never the secret.
  const { 'key id': _typed, ...others } = SECRETS;
  for (const [where, writing] of Object.entries(written)) {
    const secrets = where === 'refusals' ? others : SECRETS;
    expect([where, found(writing, { ...PERSON, ...secrets })]).toEqual([where, []]);
  }
});

it('a dump of the database has no secret in it that opens anything', async () => {
  for (const [name, rows] of await running.dump()) {
    // What a person typed stands in their message: SECURITY.md says so.
    const { voucher, ...others } = SECRETS;
    const canaries = name === 'inbound_messages' ? others : { ...others, voucher };
    expect([name, found(rows, canaries)]).toEqual([name, []]);
  }
});
