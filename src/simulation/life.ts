import { activate, addRule, addStaff, changeSettings, createShop, setVoucherMode, teamOf } from '../loyalty';
import { createConnection } from '../sync/connections';
import type { Shown } from './channel';
import {
  answerTo,
  asksYes,
  CASHIER,
  codeIn,
  CUSTOMERS,
  OWNER,
  wishOfCashier,
  wishOfCustomer,
  wishOfOwner,
} from './people';
import type { SimulatedProgram } from './programs';
import { eventOf, type BookedSale, type EventType } from './smartpos';
import type { World } from './world';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** Of São Paulo, from UTC. */
const OPENS_MS = 11 * HOUR_MS;
const OPEN_MS = 13 * HOUR_MS;

/** How much goes on in a day, from least to most. */
export interface Bustle {
  sales: readonly [number, number];
  talks: readonly [number, number];
  /** Minutes between two looks of the worker's. */
  looks: readonly [number, number];
}

export const WEEK: Bustle = { sales: [1, 3], talks: [1, 2], looks: [360, 840] };
export const YEAR: Bustle = { sales: [0, 2], talks: [0, 1], looks: [300, 900] };

/** A shop with its people: what they do is drawn from the seed. */
export class Life {
  private mode: 'counter' | 'automatic' = 'counter';
  /** Codes that a customer was sent and has not handed over. */
  private readonly codes = new Map<string, string[]>();

  constructor(
    private readonly world: World,
    private readonly program: SimulatedProgram,
    private readonly bustle: Bustle,
  ) {}

  /** The shop opens: rules, team, connection, program switched on. */
  async begin(): Promise<void> {
    const { world, program } = this;
    const { real, seed } = world;
    if (world.draws.happens(0.3)) this.mode = 'automatic';
    await createShop(world.db, {
      name: 'Padaria Central',
      cnpj: null,
      zone: 'America/Sao_Paulo',
      language: 'pt',
      channel: 'simulator',
    });
    const connection = await real.asMerchant(seed, async (work) => {
      await addStaff(work, { phone: CASHIER.phone, name: 'Carla', role: 'cashier' });
      await addStaff(work, { phone: OWNER.phone, name: 'Dora', role: 'owner' });
      for (const [i, rule] of program.rules.entries())
        await addRule(work, { rule, by: null, key: `rule ${i}` });
      await changeSettings(work, { settings: program.settings, by: null, key: 'settings' });
      await activate(work, { by: null, override: true });
      const [owner] = await teamOf(work);
      if (this.mode === 'automatic' && owner !== undefined)
        await setVoucherMode(work, { mode: 'automatic', by: owner });
      const keys = { apiKeyId: 'key', apiKeySecret: 'secret' };
      return createConnection(work, { baseUrl: 'https://smartpos.example/v1', company: null, ...keys });
    });
    world.connect(connection);
    world.shown = (message) => this.react(message);
    world.sky.isCalm = false;
    this.lookOften();
  }

  /** What a day from that moment (midnight UTC) brings. */
  planDay(midnight: number): void {
    const { agenda, draws } = this.world;
    const sometime = (): number => midnight + OPENS_MS + draws.between(0, OPEN_MS);
    const times = ([least, most]: readonly [number, number]): number => draws.between(least, most);
    for (let i = times(this.bustle.sales); i > 0; i--) agenda.at(sometime(), () => this.sell());
    for (let i = times(this.bustle.talks); i > 0; i--)
      agenda.at(sometime(), () => this.world.say(draws.of(CUSTOMERS).phone, wishOfCustomer(draws)));
    for (let i = draws.between(0, 1); i > 0; i--)
      agenda.at(sometime(), () =>
        this.world.say(OWNER.phone, wishOfOwner(draws, this.program.plain === null)),
      );
    if (draws.happens(0.3)) agenda.at(sometime(), () => this.world.say(CASHIER.phone, wishOfCashier(draws)));
  }

  /** What was left open is seen to: no more faults, and a day and a half in which nobody does anything. */
  async end(): Promise<void> {
    const { world } = this;
    world.sky.isCalm = true;
    world.deliveries?.hurry();
    world.shown = () => undefined;
    if (this.program.plain !== null) world.say(OWNER.phone, 'ativar');
    for (let hours = 0; hours < 36; hours += 6) {
      await world.agenda.until(world.now + 6 * HOUR_MS, () => world.rest());
      await world.lookAround();
      await world.rest();
    }
  }

  private lookOften(): void {
    const { world, bustle } = this;
    const [least, most] = bustle.looks;
    world.agenda.in(world.draws.between(least, most) * MINUTE_MS, async () => {
      if (world.draws.happens(0.05)) world.restart();
      await world.lookAround();
      this.lookOften();
    });
  }

  private sell(): void {
    const { world } = this;
    const { draws } = world;
    const at = Math.floor(world.now / SECOND_MS) * SECOND_MS;
    const { phone } = draws.of(CUSTOMERS);
    const totalCents = draws.of([2_000, 5_000, draws.between(1, 900), draws.between(901, 20_000)]);
    const drink = draws.between(0, totalCents);
    const sale: BookedSale = {
      id: `sale-${world.smartpos.sales.length + 1}-${draws.word()}`,
      at,
      updatedAt: at,
      totalCents,
      refundedCents: 0,
      isCanceled: false,
      method: draws.of(['pix', 'credit', 'debit', 'cash']),
      terminal: draws.of(['T1', 'T2']),
      nsu: String(draws.between(100_000, 999_999)),
      phone,
      told: draws.happens(0.75),
      voucherCode: this.mode === 'automatic' ? (this.codes.get(phone)?.pop() ?? null) : null,
      items: [
        { id: 1, name: 'Pão', cents: totalCents - drink },
        { id: 2, name: 'Suco', cents: drink },
      ],
    };
    world.smartpos.sales.push(sale);
    this.tellOf(sale, 'sale.approved');
    if (!sale.told && draws.happens(0.5))
      world.agenda.in(draws.between(1, 90) * MINUTE_MS, () =>
        world.say(phone, `nota ${sale.nsu} ${(totalCents / 100).toFixed(2).replace('.', ',')}`),
      );
    if (draws.happens(0.25)) this.takeBackLater(sale);
  }

  private takeBackLater(sale: BookedSale): void {
    const { agenda, draws } = this.world;
    for (let i = draws.between(1, 3); i > 0; i--)
      agenda.in(draws.between(1, 60) * draws.of([MINUTE_MS, HOUR_MS]), () => {
        const left = sale.totalCents - sale.refundedCents;
        if (sale.isCanceled || left === 0) return;
        if (draws.happens(0.2)) {
          sale.isCanceled = true;
          return this.tellOf(sale, 'sale.cancelled');
        }
        sale.refundedCents += draws.happens(0.2) ? left : draws.between(1, left);
        this.tellOf(sale, 'sale.refunded');
      });
  }

  private tellOf(sale: BookedSale, type: EventType): void {
    const { world } = this;
    if (type !== 'sale.approved')
      sale.updatedAt = Math.max(Math.floor(world.now / SECOND_MS) * SECOND_MS, sale.updatedAt + SECOND_MS);
    world.tell(`${type} ${sale.id}: ${sale.totalCents} cents, ${sale.refundedCents} back, ${sale.method}`);
    // Some events are never sent: what they tell is only in the lists.
    if (!world.draws.happens(world.sky.share('events')() / 2))
      world.deliveries?.send(eventOf(sale, type, world.now));
  }

  /** A question is mostly answered, a voucher mostly used. */
  private react({ phone, text }: Shown): void {
    const { world } = this;
    const { draws, agenda } = world;
    if (asksYes(text) && draws.happens(0.85))
      agenda.in(draws.between(3, 120) * SECOND_MS, () => world.say(phone, answerTo(draws)));
    const code = codeIn(text);
    if (code === null || !CUSTOMERS.some((one) => one.phone === phone)) return;
    if (this.mode === 'automatic') this.codes.set(phone, [...(this.codes.get(phone) ?? []), code]);
    if (this.mode === 'automatic' ? draws.happens(0.1) : draws.happens(0.8))
      agenda.in(draws.between(1, 40) * HOUR_MS, () => {
        const reais = `${draws.between(1, 99)},${draws.between(10, 99)}`;
        world.say(CASHIER.phone, `validar ${code} em ${reais}`);
      });
    if (draws.happens(0.2))
      agenda.in(draws.between(1, 30) * MINUTE_MS, () => world.say(phone, `cancelar ${code}`));
  }
}
