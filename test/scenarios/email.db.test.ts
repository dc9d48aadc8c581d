import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config';
import { startProduct, type Product } from '../../src/product';
import { applySales, loadCustomer, findCustomers } from '../../src/loyalty';
import { Mailbox, unsubscribeOf } from '../support/mailbox';
import { openShop, percent, saleOf } from '../support/shop';
import { until } from '../support/until';

const EMAIL = 'ana@example.com';
let mailbox: Mailbox;
let product: Product;
let dataDir: string;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  dataDir = await mkdtemp(join(tmpdir(), 'smartbis-email-'));
  const config = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    PRIVATE_PORT: '0',
    SANDBOX: 'off',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'avisos@smartbis.example',
  });
  product = await startProduct(config, { logger: pino({ level: 'silent' }) });
});
afterAll(async () => {
  await product.stop();
  await mailbox.close();
  await rm(dataDir, { recursive: true });
});

it('a sale of whom only e-mail reaches becomes an e-mail, and its link stops offers', async () => {
  const { db, clock } = product;
  const shop = await openShop(db, [percent(500)]);
  const now = clock.now();
  const buyer = { name: 'Ana', phone: null, cpf: null, email: EMAIL, cardFingerprint: null };
  const sale = saleOf({ occurredAt: now, updatedAt: now, buyer });
  await db.asMerchant(shop, (work) => applySales(work, [sale]));
  await until('the e-mail', () => mailbox.received.length > 0);
  expect(mailbox.received[0]?.subject).toBe('Você ganhou na sua compra em Padaria Central');

  const page = await fetch(unsubscribeOf(mailbox));
  expect(await page.text()).toContain('Quer parar de receber ofertas?');
  const answer = await fetch(unsubscribeOf(mailbox), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    redirect: 'manual',
  });
  expect(answer.status).toBe(200);
  const consent = await db.asMerchant(shop, async (work) => {
    const [id = ''] = (await findCustomers(work, [{ identity: { kind: 'email', value: EMAIL } }])).values();
    return (await loadCustomer(work, id)).marketingConsent;
  });
  expect(consent).toBe(false);
});
