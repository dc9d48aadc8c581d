import { signingKey, verifySignature } from '../../src/sync/signature';
import type { Fault } from '../../src/sandbox/faults';
import { SandboxRefusal, type Company, type SandboxSale } from '../../src/sandbox/smartpos';
import { BAKERY, NOON, Receiver, SandboxRig, SECRET, type Delivered } from './smartpos-rig';
import { moment, until } from '../support/until';

const WINDOW = '/sales?start=2026-11-20T00:00:00Z&end=2026-11-24T00:00:00Z';
const DAY = 86_400_000;

describe('a SmartPOS that misbehaves on demand', () => {
  let rig: SandboxRig;
  let receiver: Receiver;
  let company: Company;
  beforeEach(async () => {
    rig = new SandboxRig();
    receiver = new Receiver();
    company = rig.sandbox.company(BAKERY);
    await receiver.start();
    await rig.start();
    rig.sandbox.setWebhook('padaria', { url: receiver.url, secret: SECRET });
  });
  afterEach(async () => {
    await rig.close();
    await receiver.stop();
  });

  const has = (...faults: Fault[]): void => rig.sandbox.setFaults('padaria', faults);
  const sell = (amountCents = 5000): SandboxSale =>
    rig.sandbox.sell({
      company: 'padaria',
      terminal: rig.sandbox.machines('padaria')[0]?.id ?? '',
      amountCents,
      method: 'pix',
      buyer: { phone: '+5511988880001' },
    });
  const delivered = (count: number): Promise<void> => receiver.took(count);
  const isSigned = ({ headers, body }: Pick<Delivered, 'headers' | 'body'>): boolean =>
    verifySignature(
      {
        id: headers['webhook-id'],
        timestamp: headers['webhook-timestamp'],
        signature: headers['webhook-signature'],
      },
      Buffer.from(body),
      [signingKey(SECRET)],
      NOON,
    ) === null;

  it('refuses, fails, and behaves again', async () => {
    sell();
    has('api-429');
    const limited = await rig.get(company, WINDOW);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
    has('api-500');
    expect((await rig.get(company, WINDOW)).status).toBe(500);
    has();
    expect(await (await rig.get(company, WINDOW)).json()).toHaveLength(1);
    expect(rig.sandbox.faults('padaria')).toEqual([]);
  });

  it('answers late, and only half', async () => {
    sell();
    has('api-slow');
    const started = performance.now();
    expect((await rig.get(company, WINDOW)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(250);
    has('api-truncated');
    await expect(rig.get(company, WINDOW).then((answer) => answer.text())).rejects.toThrow(/terminated/);
  });

  it('brings an event twice under one id', async () => {
    has('events-twice');
    sell();
    await delivered(2);
    const [first, second] = receiver.deliveries;
    expect(second).toEqual(first);
  });

  it('brings a later event before an earlier one', async () => {
    has('events-unordered');
    const { uniqueIdentifier } = sell();
    rig.sandbox.cancel(uniqueIdentifier);
    await delivered(2);
    expect(receiver.deliveries.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
      'sale.cancelled',
      'sale.approved',
    ]);
  });

  it('brings what fell due between one look at the clock and the next', async () => {
    has('events-unordered');
    let now = performance.now();
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 1_500));
    try {
      sell();
      await delivered(1);
    } finally {
      clock.mockRestore();
    }
  });

  it('loses events, but not sales', async () => {
    has('events-lost');
    sell();
    has();
    sell();
    await delivered(1);
    await moment(100);
    expect(receiver.deliveries).toHaveLength(1);
    expect(await (await rig.get(company, WINDOW)).json()).toHaveLength(2);
  });

  it('signs wrongly until it is told not to, and the event comes in the end', async () => {
    receiver.answerTo = (headers, body) => (isSigned({ headers, body }) ? 202 : 401);
    has('events-forged');
    sell();
    await delivered(2);
    has();
    await until('one that is signed', () => receiver.deliveries.some(isSigned));
    expect(receiver.deliveries.map(isSigned).slice(0, 2)).toEqual([false, false]);
  });

  it('knows no buyer', async () => {
    has('sales-without-buyer');
    sell();
    await delivered(1);
    expect(
      (JSON.parse(receiver.deliveries[0]?.body ?? '') as { data: { customer: null } }).data.customer,
    ).toBeNull();
  });

  it('cancels a sale of days ago', async () => {
    has('sales-cancelled-late');
    const sale = sell();
    expect(sale.createdAt).toBe(NOON - 2 * DAY);
    await delivered(2);
    const [told] = rig.sandbox.sales('padaria');
    expect(told).toMatchObject({ canceled: true, createdAt: NOON - 2 * DAY });
    expect(told?.updatedAt).toBeGreaterThanOrEqual(NOON);
  });

  it('does so for one company alone', async () => {
    const other = rig.sandbox.company({ ...BAKERY, id: 'outra', seed: 'another' });
    has('api-500');
    expect((await rig.get(other, WINDOW)).status).toBe(200);
    expect(() => rig.sandbox.setFaults('nenhuma', [])).toThrow(SandboxRefusal);
  });
});
