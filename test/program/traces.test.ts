import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { readConfig } from '../../src/config';
import { startProduct, type Product } from '../../src/product';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { createLogger, traceId } from '../../src/telemetry';
import { deliver } from '../support/program';
import { openShop, percent } from '../support/shop';
import { SmartPosServer, text } from '../support/smartpos-server';
import { until } from '../support/until';

const PHONE = '+5511988880042';

interface Line {
  msg: string;
  trace?: string;
  traces?: string[];
  reason?: string;
}

let folder: string;
let logged = '';
let product: Product;
let smartpos: SmartPosServer;
let shop: number;
let connection: ConnectionSecrets;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'traces-'));
  smartpos = await new SmartPosServer().start();
  smartpos.on('sales', text('[]'));
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged += chunk.toString();
      done();
    },
  });
  const env = { DATA_DIR: folder, PORT: '0', PRIVATE_PORT: '0', SANDBOX: 'off', SMARTPOS_URL: smartpos.url };
  const often = { POLL_SECONDS: '1', SWEEP_SECONDS: '0.2', BURST_MS: '0' };
  product = await startProduct(readConfig({ ...env, ...often }), { logger: createLogger('info', sink) });
  shop = await openShop(product.db, [percent(500)]);
  connection = await product.db.asMerchant(shop, (work) =>
    createConnection(work, { ...smartpos.keys, company: null }),
  );
  await new SimulatorChannel(product.db, product.clock, shop).say(PHONE, `false_${PHONE}_3EB0`, 'saldo');
  await product.hosts?.refresh();
});
afterAll(async () => {
  await product.stop();
  await smartpos.stop();
  rmSync(folder, { recursive: true, force: true });
});

const lines = (): Line[] =>
  logged
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

/** What the log says of it, once a message was sent because of it. */
async function pathOf(id: string): Promise<string[]> {
  const trace = traceId(id);
  const about = (): Line[] => lines().filter((line) => line.trace === trace || line.traces?.includes(trace));
  await until(`a message because of ${id}`, () => about().some(({ msg }) => msg === 'a message was sent'));
  return about().map(({ msg }) => msg);
}

const saleOf = (id: string): object => ({
  uniqueIdentifier: id,
  creationDate: new Date().toISOString(),
  totalAmount: 100,
  customer: { name: 'Ana', phone: PHONE },
});
const send = (delivery: string, data: object): Promise<unknown> => {
  const event = { type: 'sale.approved', timestamp: new Date().toISOString(), data };
  return deliver(product.url ?? '', connection, delivery, JSON.stringify(event));
};

describe('one id in the log from where it came in to what was sent because of it', () => {
  it('of a sale that SmartPOS tells of', async () => {
    const id = '0f3c9a52-6d1e-4b7a-8c25-9e4d7a1b2c3d';
    await send('msg_1', saleOf(id));
    expect(await pathOf(id)).toEqual(['events taken in', 'sales judged', 'a message was sent']);
    expect(traceId(id)).toBe(id);
  });

  it('of a sale that is pulled, whatever its id is made of', async () => {
    const id = `pedido:7:${PHONE}`;
    smartpos.on('sales', text(JSON.stringify([saleOf(id)])));
    expect(await pathOf(id)).toEqual(['events taken in', 'sales judged', 'a message was sent']);
    expect(logged).not.toContain(PHONE.slice(-8));
  });

  it('of a message in a chat', async () => {
    expect(await pathOf(`false_${PHONE}_3EB0`)).toEqual(['messages taken in', 'a message was sent']);
  });

  it('and why an event went no further', async () => {
    await send('msg_odd', { ...saleOf('odd'), totalAmount: 'much' });
    const kept = await until('the event to be kept', () =>
      lines().find(({ msg }) => msg === 'an event is kept for a person'),
    );
    expect(kept).toMatchObject({ event: traceId('msg_odd'), field: 'totalAmount' });
  });
});
