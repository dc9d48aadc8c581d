import { parseSale } from '../../src/sync/smartpos/parse-sale';
import type { Company } from '../../src/sandbox/smartpos';
import { BAKERY, NOON, SandboxRig } from './smartpos-rig';

const DAY = 24 * 60 * 60_000;
const windowOf = (start: number, end: number): string =>
  `/sales?start=${new Date(start).toISOString()}&end=${new Date(end).toISOString()}`;
const THAT_DAY = windowOf(NOON - DAY, NOON + DAY);

describe('the API of the sandbox SmartPOS', () => {
  const rig = new SandboxRig();
  let bakery: Company;
  let fashion: Company;
  beforeAll(async () => {
    bakery = rig.sandbox.company(BAKERY);
    fashion = rig.sandbox.company({
      id: 'moda',
      name: 'Moda Ipê',
      cnpj: '12ABC34501DE35',
      seed: 'clothes',
      catalogue: 'fashion',
      listForm: 'items',
      customersInPlan: false,
    });
    await rig.start();
  });
  afterAll(() => rig.close());

  it('has machines of at least four acquirers, each with its own form of id', () => {
    const machines = rig.sandbox.machines('padaria');
    expect(new Set(machines.map(({ acquirer }) => acquirer)).size).toBeGreaterThanOrEqual(4);
    expect(machines.map(({ acquirer }) => acquirer)).toEqual(
      expect.arrayContaining(['mercado-pago', 'stone', 'cielo', 'pagbank']),
    );
    expect(machines[0]).toEqual({
      id: expect.stringMatching(/^MP-\d{5}$/),
      serial: expect.stringMatching(/^N950NCB\d{6}$/),
      acquirer: 'mercado-pago',
    });
  });

  it('refuses keys that are missing, wrong, or of two companies', async () => {
    const path = THAT_DAY;
    const bare = await fetch(`${rig.url}${path}`);
    const wrong = await rig.get(bakery, path, { 'X-Api-Key-Secret': 'guess' });
    const mixed = await rig.get(bakery, path, { 'X-Api-Key-Secret': fashion.apiKeySecret });
    expect([bare.status, wrong.status, mixed.status]).toEqual([401, 401, 401]);
  });

  it('lists the sales of a window in the form of the company, and no other company’s', async () => {
    const terminal = rig.sandbox.machines('moda')[1]?.id ?? '';
    const sale = rig.sandbox.sell({ company: 'moda', terminal, amountCents: 9990, method: 'debit' });
    const items = (await (await rig.get(fashion, THAT_DAY)).json()) as { items: { id: number }[] };
    expect(items.items.map(({ id }) => id)).toEqual([sale.id]);
    expect(await (await rig.get(bakery, THAT_DAY)).json()).toEqual([]);
  });

  it('takes both ends of a window in and leaves out what lies beyond', async () => {
    const terminal = rig.sandbox.machines('padaria')[0]?.id ?? '';
    const made = [NOON - 7200_000, NOON - 3600_000, NOON].map((at) =>
      rig.sandbox.sell({ company: 'padaria', terminal, amountCents: 100, method: 'cash', at }),
    );
    const path = windowOf(NOON - 7200_000, NOON - 3600_000);
    const found = (await (await rig.get(bakery, path)).json()) as { id: number }[];
    expect(found.map(({ id }) => id)).toEqual(made.slice(0, 2).map(({ id }) => id));
  });

  it.each([
    ['none', '/sales'],
    ['words', '/sales?start=ontem&end=hoje'],
    ['an end before the start', windowOf(NOON, NOON - 1)],
    ['more than 120 days', windowOf(NOON - 120 * DAY - 1, NOON)],
  ])('refuses %s as a window', async (_what, path) => {
    expect((await rig.get(bakery, path)).status).toBe(400);
  });

  it('takes a window of exactly 120 days', async () => {
    expect((await rig.get(bakery, windowOf(NOON - 120 * DAY, NOON))).status).toBe(200);
  });

  it('answers 429 as often as it was asked to', async () => {
    rig.sandbox.throttle('padaria', 2, 3);
    const answers = [await rig.get(bakery, '/company'), await rig.get(bakery, '/company')];
    expect(answers.map(({ status }) => status)).toEqual([429, 429]);
    expect(answers[0]?.headers.get('retry-after')).toBe('3');
    expect((await rig.get(bakery, '/company')).status).toBe(200);
  });

  it('tells whose keys they are', async () => {
    const answer: unknown = await (await rig.get(bakery, '/company')).json();
    expect(answer).toMatchObject({ name: 'Padaria Central', cnpj: '11222333000181' });
  });

  it('pages products, with their categories, and refuses more than 100 a page', async () => {
    const first = (await (await rig.get(bakery, '/products?page=1&size=4')).json()) as Page;
    const third = (await (await rig.get(bakery, '/products?page=3&size=4')).json()) as Page;
    expect([first.items.length, third.items.length, first.totalRecords]).toEqual([4, 3, 11]);
    expect(first.items[0]).toEqual({
      id: 101,
      name: 'Pão francês (kg)',
      price: 18.9,
      category: { id: 1, name: 'Pães' },
    });
    const categories = (await (await rig.get(bakery, '/categories')).json()) as Page;
    expect(categories.items).toContainEqual({ id: 1, name: 'Pães' });
    expect((await rig.get(bakery, '/products?size=101')).status).toBe(400);
  });

  it('lists each buyer once, and 403 where the plan has no customers', async () => {
    const terminal = rig.sandbox.machines('padaria')[0]?.id ?? '';
    const buyer = { name: 'Ana', phone: '+5511988880001' };
    for (const amountCents of [500, 700])
      rig.sandbox.sell({ company: 'padaria', terminal, amountCents, method: 'pix', buyer });
    const page = (await (await rig.get(bakery, '/customers')).json()) as Page;
    expect(page).toEqual({
      items: [{ id: 1, name: 'Ana', phone: '+5511988880001', cpf: null, email: null }],
      totalRecords: 1,
    });
    expect((await rig.get(fashion, '/customers')).status).toBe(403);
  });

  it('breaks a sale into lines that add up to it, what is left as a line without a product', async () => {
    const terminal = rig.sandbox.machines('padaria')[0]?.id ?? '';
    for (const amountCents of [1, 449, 5271, 99_999]) {
      const sale = rig.sandbox.sell({ company: 'padaria', terminal, amountCents, method: 'credit' });
      const text = await (await rig.get(bakery, `/sales/${sale.uniqueIdentifier}/items`)).text();
      const lines = JSON.parse(text) as {
        product?: object;
        quantity: number;
        usedPrice: number;
        netItem: number;
      }[];
      expect(Math.round(lines.reduce((sum, { netItem }) => sum + netItem * 100, 0))).toBe(amountCents);
      expect(lines.slice(0, -1).every(({ product }) => product !== undefined)).toBe(true);
    }
    expect((await rig.get(bakery, '/sales/00000000-0000-4000-8000-000000000000/items')).status).toBe(404);
  });

  it('writes sales that the product reads without a fault', async () => {
    const raw = (await (await rig.get(bakery, THAT_DAY)).json()) as unknown[];
    const parsed = raw.map((each) => parseSale(each, { totalIs: 'after-discount' }));
    expect(parsed.length).toBeGreaterThan(5);
    expect(parsed.filter(({ ok }) => !ok)).toEqual([]);
  });
});

interface Page {
  items: unknown[];
  totalRecords: number;
}
