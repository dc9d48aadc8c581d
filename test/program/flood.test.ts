import { pino } from 'pino';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { receive } from '../../src/bot/receiving/receive';
import { readConfig } from '../../src/config';
import { startProduct, type Product } from '../../src/product';
import { openShop, percent } from '../support/shop';
import { moment, untilSeen } from '../support/until';

/** Longer than a slow machine leaves between two messages of a flood. */
const BURST_MS = 3_000;
const NOISY = '+5511988880001';
const OTHERS = Array.from({ length: 12 }, (_, i) => `+55119777700${String(i).padStart(2, '0')}`);

let directory: string;
let product: Product;
let shop: number;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'smartbis-flood-'));
  const config = readConfig({
    DATA_DIR: directory,
    PORT: '0',
    PRIVATE_PORT: '0',
    SANDBOX: 'off',
    POLL_SECONDS: '0',
    BURST_MS: String(BURST_MS),
    PACING: 'off',
  });
  product = await startProduct(config, { logger: pino({ level: 'silent' }) });
  shop = await openShop(product.db, [percent(500)]);
  await product.hosts?.refresh();
});
afterAll(async () => {
  await product.stop();
  await rm(directory, { recursive: true, force: true });
});

let written = 0;
const says = (phone: string, text: string): Promise<void> => {
  const at = product.clock.now();
  const message = {
    id: `m${(written += 1)}`,
    chatId: simulatorChat(phone),
    phone,
    name: null,
    kind: 'text',
    text,
    at,
  };
  return receive(product.db, shop, { ...message, kind: 'text' }, BURST_MS);
};

const answersTo = (phone: string): Promise<string[]> =>
  product.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(phone), from_shop: true })
      .orderBy('seq')
      .pluck('body'),
  );

const answered = (phone: string): Promise<string[]> =>
  untilSeen(
    `an answer to ${phone}`,
    () => answersTo(phone),
    ({ length }) => length > 0,
    { seconds: 120 },
  );

it('fifty messages in a second from one sender leave everybody else their answers, and are all taken', async () => {
  const flood = (async () => {
    for (let i = 0; i < 50; i++) {
      void says(NOISY, i % 10 === 9 ? 'saldo' : `blá blá ${i}`);
      await moment(20);
    }
  })();
  await Promise.all(
    OTHERS.map(async (phone, i) => {
      await moment(i * 80);
      await says(phone, 'saldo');
      await answered(phone);
    }),
  );
  await flood;
  expect((await answersTo(OTHERS[0] ?? '')).join()).toContain('saldo');
  const open = (): Promise<unknown[]> =>
    product.db.asMerchant(shop, (work) => work.trx('inbound_messages').whereNull('handled_at').pluck('id'));
  await untilSeen('all to be taken', open, ({ length }) => length === 0, { seconds: 120 });
  // A flood is a burst or two, not fifty answers.
  const toNoisy = await answersTo(NOISY);
  expect(toNoisy.length).toBeGreaterThan(0);
  expect(toNoisy.length).toBeLessThan(10);
});
