import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { verifySignature, signingKey } from '../../src/sync/signature';
import { SandboxRefusal, type SandboxSale } from '../../src/sandbox/smartpos';
import { BAKERY, NOON, Receiver, SandboxRig, SECRET, type Delivered } from './smartpos-rig';
import { until } from '../support/until';

interface Event {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}
const eventOf = (delivery: Delivered | undefined): Event => JSON.parse(delivery?.body ?? 'null') as Event;

describe('events and the file of the sandbox SmartPOS', () => {
  let rig: SandboxRig;
  let receiver: Receiver;
  beforeEach(async () => {
    rig = new SandboxRig();
    receiver = new Receiver();
    rig.sandbox.company(BAKERY);
    await receiver.start();
    await rig.start();
  });
  afterEach(async () => {
    await rig.close();
    await receiver.stop();
  });

  const listen = (): void => rig.sandbox.setWebhook('padaria', { url: receiver.url, secret: SECRET });
  const sell = (amountCents = 5000): SandboxSale => {
    const terminal = rig.sandbox.machines('padaria')[0]?.id ?? '';
    return rig.sandbox.sell({ company: 'padaria', terminal, amountCents, method: 'credit' });
  };
  const delivered = (count: number): Promise<void> => receiver.took(count);

  it('signs each event as Standard Webhooks has it', async () => {
    listen();
    sell();
    await delivered(1);
    const { headers = {}, body = '' } = receiver.deliveries.at(0) ?? {};
    const signed = {
      id: headers['webhook-id'],
      timestamp: headers['webhook-timestamp'],
      signature: headers['webhook-signature'],
    };
    expect(signed.timestamp).toBe(String(NOON / 1000));
    expect(verifySignature(signed, Buffer.from(body), [signingKey(SECRET)], NOON)).toBeNull();
    const again = new Webhook(SECRET).sign(signed.id ?? '', new Date(NOON), body);
    expect(signed.signature).toBe(again);
  });

  it('tells of a sale, its refunds and its cancellation, each time whole and each time later', async () => {
    listen();
    const { uniqueIdentifier: id } = sell(9990);
    rig.sandbox.refund(id, 3330);
    rig.sandbox.refund(id, 3330);
    rig.sandbox.cancel(id);
    await delivered(4);
    const events = receiver.deliveries.map(eventOf).sort((a, b) => updated(a).localeCompare(updated(b)));
    expect(events.map(({ type, data }) => [type, data['refundedAmount'], data['isCanceled']])).toEqual([
      ['sale.approved', 0, false],
      ['sale.refunded', 33.3, false],
      ['sale.refunded', 66.6, false],
      ['sale.cancelled', 66.6, true],
    ]);
    expect(new Set(events.map(updated)).size).toBe(4);
    expect(new Set(receiver.deliveries.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
  });

  it('tries again until it is answered by 2xx, under the same id, signed anew', async () => {
    receiver.answers = [503, 400, 500];
    receiver.onDelivery = () => rig.clock.advance(60_000);
    listen();
    sell();
    await delivered(4);
    const ids = receiver.deliveries.map(({ headers }) => headers['webhook-id']);
    const sentAt = receiver.deliveries.map(
      ({ headers }) => Number(headers['webhook-timestamp']) - NOON / 1000,
    );
    expect(new Set(ids).size).toBe(1);
    expect(sentAt).toEqual([0, 60, 120, 180]);
    expect(new Set(receiver.deliveries.map(({ body }) => body)).size).toBe(1);
    // Taken is not yet noted: ended in between, it would be sent again under its id.
    await until('the note of it', () => readFileSync(rig.file, 'utf8').includes('"entry":"ended"'));
    await rig.restart();
    sell();
    await delivered(5);
    expect(new Set(receiver.deliveries.slice(4).map(({ headers }) => headers['webhook-id']))).not.toContain(
      ids[0],
    );
  });

  it('finds what was undelivered again after a restart, and sends it to the endpoint of the day', async () => {
    rig.sandbox.setWebhook('padaria', { url: 'http://127.0.0.1:9/nobody', secret: SECRET });
    const sale = sell();
    await rig.restart();
    listen();
    await delivered(1);
    expect(eventOf(receiver.deliveries[0]).data['uniqueIdentifier']).toBe(sale.uniqueIdentifier);
  });

  it('makes no event where there is nowhere to send it, nor of a sale of the past', async () => {
    sell();
    listen();
    const terminal = rig.sandbox.machines('padaria')[0]?.id ?? '';
    const order = { company: 'padaria', terminal, amountCents: 700, method: 'pix' } as const;
    rig.sandbox.sell({ ...order, at: NOON - 86_400_000 });
    const last = sell(4200);
    await delivered(1);
    expect(receiver.deliveries.map((each) => eventOf(each).data['id'])).toEqual([last.id]);
    expect(rig.sandbox.sales('padaria').map(({ totalCents }) => totalCents)).toEqual([4200, 5000, 700]);
  });

  it('keeps its companies, keys and sales over a restart', async () => {
    const before = rig.sandbox.company(BAKERY);
    const sale = sell();
    await rig.restart();
    expect(rig.sandbox.company({ ...BAKERY, name: 'Outro nome' })).toEqual(before);
    expect(rig.sandbox.sales('padaria')).toEqual([sale]);
    expect(sell().id).toBe(sale.id + 1);
  });

  it('loses nothing but the torn last line when it is killed while writing', async () => {
    const sale = sell();
    await rig.sandbox.stop();
    const lines = readFileSync(rig.file, 'utf8').trimEnd().split('\n');
    appendFileSync(rig.file, (lines.at(-1) ?? '').slice(0, 40));
    await rig.restart();
    expect(rig.sandbox.sales('padaria')).toEqual([sale]);
    const next = sell();
    await rig.restart();
    expect(rig.sandbox.sales('padaria')).toEqual([next, sale]);
  });

  it('names the line of a file that somebody else has changed', async () => {
    sell();
    await rig.sandbox.stop();
    writeFileSync(rig.file, `não é JSON\n${readFileSync(rig.file, 'utf8')}`);
    expect(() => rig.create()).toThrow(`${rig.file}:1 is not JSON`);
  });

  it('declines what a machine would decline', () => {
    const { uniqueIdentifier: id } = sell(1000);
    const declined = (act: () => unknown): string => {
      try {
        act();
      } catch (error) {
        return (error as SandboxRefusal).reason;
      }
      return 'accepted';
    };
    const order = { company: 'padaria', terminal: 'none', amountCents: 100, method: 'pix' } as const;
    expect([0, -1, 0.5, Number.NaN, 1e12].map((cents) => declined(() => sell(cents)))).toEqual(
      Array(5).fill('amount'),
    );
    expect(declined(() => rig.sandbox.sell(order))).toBe('terminal');
    expect(declined(() => rig.sandbox.sell({ ...order, company: 'none' }))).toBe('company');
    expect(declined(() => rig.sandbox.refund(id, 1001))).toBe('amount');
    expect(declined(() => rig.sandbox.refund('none', 1))).toBe('sale');
    rig.sandbox.cancel(id);
    expect(declined(() => rig.sandbox.refund(id, 1))).toBe('cancelled');
  });
});

const updated = ({ data }: Event): string => String(data['updatedAt']);
