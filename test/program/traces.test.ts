import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { receive } from '../../src/bot/receiving/receive';
import { traceId } from '../../src/telemetry';
import { LoggedProduct } from '../support/logged-product';
import { deliver } from '../support/program';
import { text } from '../support/smartpos-server';
import { until } from '../support/until';

const PHONE = '+5511988880042';

interface Line {
  msg: string;
  trace?: string;
  traces?: string[];
  reason?: string;
}

let running: LoggedProduct;

beforeAll(async () => {
  running = await LoggedProduct.open('info');
  const { product, shop } = running;
  await new SimulatorChannel(product.db, product.clock, shop).say(PHONE, `false_${PHONE}_3EB0`, 'saldo');
  await product.hosts?.refresh();
});
afterAll(() => running.close());

const lines = (): Line[] =>
  running.logged
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
  return deliver(running.product.url ?? '', running.connection, delivery, JSON.stringify(event));
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
    running.smartpos.on('sales', text(JSON.stringify([saleOf(id)])));
    expect(await pathOf(id)).toEqual(['events taken in', 'sales judged', 'a message was sent']);
    expect(running.logged).not.toContain(PHONE.slice(-8));
  });

  it('of a message in a chat', async () => {
    expect(await pathOf(`false_${PHONE}_3EB0`)).toEqual([
      'messages taken in',
      'messages handled',
      'a message was sent',
    ]);
  });

  it('of a message whose turn failed', async () => {
    const { product, shop } = running;
    const id = `false_${PHONE}_3EB1`;
    const unreadable = [{ command: 'redeem', step: 'confirm', data: {}, askedAt: Date.now() }];
    await product.db.asMerchant(shop, (work) =>
      work
        .trx('chats')
        .where({ phone: PHONE })
        .update({ flow: JSON.stringify(unreadable) }),
    );
    const channel = new SimulatorChannel(product.db, product.clock, shop);
    await receive(product.db, shop, await channel.say(PHONE, id, 'sim'), 0);
    expect(await pathOf(id)).toEqual([
      ...Array<string>(4).fill('messages not handled'),
      'a message was sent',
    ]);
  });

  it('and why an event went no further', async () => {
    await send('msg_odd', { ...saleOf('odd'), totalAmount: 'much' });
    const kept = await until('the event to be kept', () =>
      lines().find(({ msg }) => msg === 'an event is kept for a person'),
    );
    expect(kept).toMatchObject({ event: traceId('msg_odd'), field: 'totalAmount' });
  });
});
