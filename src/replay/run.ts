import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { ManualClock } from '../clock';
import type { Config } from '../config';
import { activate, addRule, createShop, noteExpiries } from '../loyalty';
import { startProduct, type Product } from '../product';
import { createConnection, type ConnectionSecrets } from '../sync/connections';
import { signingKey } from '../sync/signature';
import type { Logger } from '../telemetry';
import type { ReplayEvent } from './plan';
import { totalsOf, type Totals } from './totals';

const AT_ONCE = 64;
const DAY_MS = 86_400_000;

interface ReplayShop extends ConnectionSecrets {
  merchantId: number;
}

export interface ReplayResult {
  totals: Totals;
  events: number;
  seconds: number;
}

/**
 * Sends events through the whole product, on a clock that follows them: signed event, inbox, judgement, ledger, outbox,
 * simulator. The shop (its rule: 5%, for 60 days) is made once and found again by the next replay. `speed` is how many times
 * faster than it was the time goes; null: as fast as everything is taken.
 */
export async function replay(
  config: Config,
  logger: Logger,
  events: readonly ReplayEvent[],
  progress: (done: number, total: number) => void,
  speed: number | null = null,
): Promise<ReplayResult> {
  const clock = new ManualClock((events[0]?.at ?? 0) - DAY_MS);
  const started = performance.now();
  const product = await startProduct(
    { ...config, roles: ['web', 'worker', 'whatsapp'], pollSeconds: 0 },
    { clock, logger },
  );
  try {
    const shop = await findOrMakeShop(product, config.dataDir);
    await product.hosts?.refresh();
    await sendAll(product, clock, shop, paced(events, speed), progress);
    await settled(product, shop.merchantId);
    clock.set((events.at(-1)?.at ?? clock.now()) + 1000);
    await noteExpiries({ db: product.db, logger }, clock.now());
    const totals = await product.db.asMerchant(shop.merchantId, totalsOf);
    return { totals, events: events.length, seconds: (performance.now() - started) / 1000 };
  } finally {
    await product.stop();
  }
}

async function findOrMakeShop(product: Product, dataDir: string): Promise<ReplayShop> {
  const path = join(dataDir, 'replay-shop.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ReplayShop;
  const { db } = product;
  const merchantId = await createShop(db, {
    name: 'Loja do replay',
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  const connection = await db.asMerchant(merchantId, async (work) => {
    const rule = { benefit: { kind: 'cashback-percent' as const, bps: 500 }, validity: { valid_days: 60 } };
    await addRule(work, { rule, by: null, key: 'replay' });
    await activate(work, { by: null, override: true });
    return createConnection(work, {
      baseUrl: 'http://127.0.0.1:9',
      company: null,
      apiKeyId: '-',
      apiKeySecret: '-',
    });
  });
  const shop = { merchantId, ...connection };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path, JSON.stringify(shop), { mode: 0o600 });
  return shop;
}

interface Paced {
  events: readonly ReplayEvent[];
  /** When it is to be sent, on the clock of `performance`. */
  dueAt: (event: ReplayEvent) => number;
}

function paced(events: readonly ReplayEvent[], speed: number | null): Paced {
  const [began, first] = [performance.now(), events[0]?.at ?? 0];
  return { events, dueAt: ({ at }) => (speed === null ? 0 : began + (at - first) / speed) };
}

async function sendAll(
  product: Product,
  clock: ManualClock,
  shop: ReplayShop,
  { events, dueAt }: Paced,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const address = `${product.url}/v1/smartpos/events/${shop.id}`;
  const key = signingKey(shop.signingSecret);
  let next = 0;
  let done = 0;
  const sender = async (): Promise<void> => {
    for (let event = events[next++]; event !== undefined; event = events[next++]) {
      const waitMs = dueAt(event) - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      if (event.at > clock.now()) clock.set(event.at);
      await post(agent, address, key, event, clock);
      progress(++done, events.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  } finally {
    agent.destroy();
  }
}

/** Sends until it is taken, as a sender of webhooks does. */
async function post(
  agent: Agent,
  address: string,
  key: Buffer,
  event: ReplayEvent,
  clock: ManualClock,
): Promise<void> {
  for (;;) {
    const timestamp = String(Math.floor(clock.now() / 1000));
    const signature = createHmac('sha256', key)
      .update(`${event.deliveryId}.${timestamp}.${event.body}`)
      .digest('base64');
    const status = await new Promise<number>((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(event.body),
        'webhook-id': event.deliveryId,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      };
      request(address, { method: 'POST', agent, headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      })
        .on('error', reject)
        .end(event.body);
    });
    if (status === 202) return;
    if (status !== 503 && status !== 429 && status !== 401)
      throw new Error(`an event was answered by ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until everything was judged and sent. */
async function settled(product: Product, merchantId: number): Promise<void> {
  for (;;) {
    const open = await product.db.asMerchant(merchantId, async ({ trx }) => {
      const due = await trx('inbox_due').count();
      const outbox = await trx('outbox').whereIn('state', ['queued', 'sending', 'unknown']).count();
      return Number(due[0]?.['count']) + Number(outbox[0]?.['count']);
    });
    if (open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
