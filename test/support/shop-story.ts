import { newId } from '../../src/chance';
import { formatIn } from '../../src/bot/messages/format';
import { printRule } from '../../src/bot/understand/rule';
import { ASSETS, type Asset } from '../../src/loyalty/core/money';
import { isUsable } from '../../src/loyalty/core/ledger/spending';
import { settingsSchema, type Rule, type Settings } from '../../src/loyalty/core/rules/rule';
import { misuseOf } from '../../src/loyalty/core/voucher';
import type { Sale, SaleItem } from '../../src/loyalty/core/sales/sale';
import type { CustomerFacts } from '../../src/loyalty/customers/customer-facts';
import type { ListedRule, Program } from '../../src/loyalty/program/program';
import { earningAt, type Shop } from '../../src/loyalty/shops/shops';
import { ACQUIRERS, BRANDS, STORE_NAMES, STORES, TERMINALS } from './arbitrary-programs';
import { saleMade } from './judging';
import { partsOf } from './rule-parts';
import type { Step } from './ledger-story';
import { ShopMachine } from './shop-machine';
import type { Expected } from './reference-judge';
import { ShopModel, type ModelSale } from './shop-model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const PEOPLE: readonly CustomerFacts[] = [
  { birthday: '11-26', labels: ['vip'] },
  { birthday: null, labels: ['novo', 'velho'] },
];
const MOST_RULES = 5;

/** A purchase as the card machine knows it, whoever has heard of it. */
interface Purchase {
  name: string;
  customer: string;
  /** All that was ever said of it, the latest last. */
  reports: Sale[];
  /** Which of them arrived, the latest. */
  known: Sale | null;
  /** What paid for it, and how much of it. */
  voucher: { id: string; cents: number } | null;
}

interface Hold {
  id: string;
  customer: string;
  asset: Asset;
}

export interface Beginning {
  zone: string;
  /** The first are the program, the others are what it is changed to. */
  rules: readonly Rule[];
  initial: number;
}

/**
 * A story of a shop under a program of some rules: two customers buy, pay with what they have earned, are refunded and
 * cancelled, are blocked, and prove to be one, upon which another comes; reports come late, twice and in any order, things
 * expire, and the program is changed. It is told step by step
 * to the program's own parts (shop-machine.ts) and to the simplest description (shop-model.ts), which have to agree after
 * each. Every step does something: what cannot be done at the moment is not among the choices.
 */
export class ShopStory {
  readonly lines: string[] = [];
  /** How often something of a kind came about. */
  readonly effects = new Map<string, number>();
  private readonly machine: ShopMachine;
  private readonly model: ShopModel;
  private readonly versions: Program[] = [];
  private readonly shop: Shop;
  private readonly purchases: Purchase[] = [];
  private readonly holds: Hold[] = [];
  private readonly say: (cents: number) => string;
  private readonly when: (at: number) => string;
  private now = Date.UTC(2026, 10, 23, 17);
  /** Whose books the step has moved. */
  private readonly touched = new Set<string>();
  private readonly people = new Map<string, CustomerFacts>();
  /** Those who are somebody, and since when the shop gives them nothing. */
  private customers: string[] = [];
  private readonly blocked = new Map<string, number>();
  private lastRule = 0;
  private brought = 0;

  constructor(private readonly beginning: Beginning) {
    const { zone, rules, initial } = beginning;
    const { money, dayAndMonth, time } = formatIn('en', zone);
    this.say = money;
    this.when = (at) => `${dayAndMonth(at)} ${time(at)}`;
    this.shop = {
      id: 1,
      name: 'Padaria Central',
      zone,
      language: 'en',
      channel: 'simulator',
      state: 'active',
      messagesPaused: false,
      formerZones: [],
      states: [{ at: this.now - 9 * DAY, state: 'active' }],
    };
    for (const facts of PEOPLE) this.come(facts);
    this.machine = new ShopMachine(this.shop, this.versions, this.people, this.blocked);
    this.model = new ShopModel(
      zone,
      this.versions,
      this.people,
      (customer, at) => earningAt(this.shop, at) && !(this.blocked.get(customer)! <= at),
    );
    const tiers = [
      { name: 'Prata', min_cents: 300 },
      { name: 'Ouro', min_cents: 1200 },
    ];
    const listed = rules.slice(0, initial).map((rule) => this.listed(rule));
    this.brought = listed.length;
    this.version(listed, settingsSchema.parse({ tiers }));
    this.lines.push('The program:', ...listed.map(({ id, rule }) => `  ${id}. ${printRule(rule, 'en')}`));
    this.now += DAY;
  }

  /** Throws where the two disagree, with what they said. */
  tell({ what, which, size }: Step): void {
    this.now += 1000 * (1 + (size % 9_000));
    const choices = this.choices(which, size);
    const { now } = this;
    this.touched.clear();
    const told = pick(choices, what)();
    this.lines.push(`${this.when(now)}: ${told}`);
    for (const customer of this.touched) for (const asset of ASSETS) this.compare(customer, asset);
    this.compareSales();
  }

  private choices(which: number, size: number): (() => string)[] {
    const { purchases } = this;
    const customer = pick(this.customers, which);
    const choices = [
      ...Array<() => string>(6).fill(() => this.buy(customer, size, null)),
      () => this.wait(size),
      () => this.expire(),
    ];
    if (size % 3 === 0) choices.push(() => this.change(which, size));
    if (size % 5 === 0) choices.push(() => this.block(customer));
    if (size % 5 === 1) choices.push(() => this.merge(customer));
    const owing = this.customers.find((one) => ASSETS.some((asset) => this.purseOf(one, asset).debt > 0));
    if (owing !== undefined && size % 7 === 0) choices.push(() => this.merge(owing));
    if (this.blocked.size > 0) choices.push(() => this.block(pick([...this.blocked.keys()], which)));
    if (!this.isActive()) choices.push(...Array<() => string>(3).fill(() => this.pause()));
    if (purchases.length > 0)
      choices.push(
        ...Array<() => string>(3).fill(() => this.refund(pick(purchases, which), size)),
        () => this.cancel(pick(purchases, which), size),
        () => this.repeat(pick(purchases, which), size),
      );
    const paid = purchases.filter(({ voucher }) => voucher !== null);
    if (paid.length > 0) choices.push(() => this.refund(pick(paid, which), size));
    const unheard = purchases.filter(({ known }) => known === null);
    if (unheard.length > 0) choices.push(() => this.repeat(pick(unheard, which), 0));
    for (const asset of ASSETS) {
      const usable = this.model.purse(customer)[asset].countUsable(this.now);
      if (usable > 0 && !this.blocked.has(customer))
        choices.push(() => this.hold(customer, asset, 1 + (size % usable)));
    }
    const open = this.holds.filter(
      ({ id, customer: of, asset }) => this.purseOf(of, asset).vouchers.get(id)?.state === 'open',
    );
    if (open.length > 0)
      choices.push(
        () => this.end(pick(open, which), size),
        () => this.end(pick(open, which), 0),
      );
    const paying = open.filter(({ asset, customer: of }) => asset === 'cashback' && !this.blocked.has(of));
    if (paying.length > 0) {
      const voucher = pick(paying, which);
      choices.push(() => this.buy(voucher.customer, size, voucher));
    }
    return choices;
  }

  private buy(customer: string, size: number, voucher: Hold | null): string {
    const name = `sale-${String(this.purchases.length + 1).padStart(3, '0')}`;
    const totalCents = 1 + (size % 160);
    const wasEarlier = voucher === null && size % 5 === 0;
    const occurredAt = wasEarlier ? this.now - (size % 70) * HOUR - 1000 : this.now;
    const sale = saleMade({
      externalId: name,
      occurredAt: Math.floor(occurredAt / 1000) * 1000,
      updatedAt: this.now,
      totalCents,
      method: pick(['pix', 'credit', 'pix', null] as const, size >> 3),
      ...placeOf(size >> 4),
      items: itemsOf(totalCents, size >> 2),
    });
    const purchase: Purchase = { name, customer, reports: [sale], known: null, voucher: null };
    this.purchases.push(purchase);
    const bought = `${customer} buys for ${this.say(totalCents)} (${name})${wasEarlier ? `, on ${this.when(sale.occurredAt)}` : ''}`;
    if (voucher !== null && !this.reaches(voucher, totalCents)) {
      this.note('is less than its voucher asks for');
      this.purchases.pop();
      return `${bought}, for which ${voucher.id} cannot pay, and leaves it`;
    }
    if (voucher === null && size % 4 === 1) return `${bought}, which nobody hears of yet`;
    if (voucher === null) return `${bought}: ${this.hear(purchase, sale)}`;
    const { took } = this.purseOf(customer, 'cashback').vouchers.get(voucher.id)!;
    const cents = Math.min(took.length, totalCents);
    purchase.voucher = { id: voucher.id, cents };
    this.capture(voucher, cents);
    this.note('pays a purchase');
    return `${bought} and pays ${this.say(cents)} of it with ${voucher.id} of ${this.say(took.length)}: ${this.hear(purchase, sale)}`;
  }

  /** Whether a purchase is enough for what its voucher was made of. */
  private reaches({ customer, asset, id }: Hold, purchaseCents: number): boolean {
    const minimumPurchaseCents = this.machine.purse(customer)[asset].minimumOf(id);
    const refused = misuseOf(
      {
        source: asset,
        benefit: { kind: 'voucher-fixed', cents: 1 },
        state: 'open',
        settledAt: null,
        paidCents: null,
        availableAt: 0,
        expiresAt: Infinity,
        minimumPurchaseCents,
        stores: null,
      },
      { at: this.now, purchaseCents },
    );
    const reaches = purchaseCents >= this.purseOf(customer, asset).minimumOf(id);
    expect([id, refused === null]).toEqual([id, reaches]);
    return reaches;
  }

  private come(facts: CustomerFacts): string {
    const name = ['Ana', 'Bia', 'Caio', 'Duda', 'Edu'][this.people.size] ?? `customer ${this.people.size}`;
    this.people.set(name, facts);
    this.customers.push(name);
    return name;
  }

  private block(customer: string): string {
    if (this.blocked.delete(customer)) return `${customer} is blocked no longer`;
    this.blocked.set(customer, this.now);
    return `${customer} is blocked`;
  }

  /** Whoever is kept has the labels and the block of both, and the birthday that is known. */
  private merge(absorbed: string): string {
    const keep = this.customers.find((one) => one !== absorbed)!;
    const [own, others] = [this.people.get(keep)!, this.people.get(absorbed)!];
    this.people.set(keep, {
      birthday: own.birthday ?? others.birthday,
      labels: [...new Set([...own.labels, ...others.labels])],
    });
    if (this.blocked.delete(absorbed) && !this.blocked.has(keep)) this.blocked.set(keep, this.now);
    this.note('is merged');
    if (this.purseOf(absorbed, 'cashback').held > 0) this.note('is merged while a voucher is open');
    if (ASSETS.some((asset) => this.purseOf(absorbed, asset).debt > 0)) this.note('is merged and owes');
    this.machine.merge(keep, absorbed);
    this.model.merge(keep, absorbed);
    for (const one of [...this.purchases, ...this.holds]) if (one.customer === absorbed) one.customer = keep;
    this.touched.add(keep).add(absorbed);
    this.customers = this.customers.filter((one) => one !== absorbed);
    const facts = pick(PEOPLE, this.people.size);
    return `${absorbed} proves to be ${keep}, and ${this.come(facts)} comes`;
  }

  private refund(purchase: Purchase, size: number): string {
    const last = purchase.reports.at(-1)!;
    const { totalCents } = last;
    const back =
      size % 4 === 0
        ? size % (totalCents + 1)
        : Math.min(totalCents, last.refundedCents + 1 + (size % totalCents));
    const [at, no] = [this.now, { is: false, at: this.now }];
    const report = { ...last, updatedAt: at, refundedCents: back };
    // A report that does not speak of a charge-back leaves it.
    if ((last.cameBack?.chargedBack ?? null) === null) delete report.cameBack;
    else report.cameBack = { cents: { is: back, at }, cancelled: no, chargedBack: no };
    purchase.reports.push(report);
    if (back > 0 && purchase.known === null) this.note('is refunded before its sale');
    return `of ${purchase.name}, ${this.say(back)} of ${this.say(totalCents)} are refunded: ${this.hear(purchase, report)}`;
  }

  /** By the shop, or by the card's bank; or one of the two no longer. */
  private cancel(purchase: Purchase, size: number): string {
    const last = purchase.reports.at(-1)!;
    const at = this.now;
    const way = size % 2 === 0 ? 'cancelled' : 'chargedBack';
    const was = last.cameBack?.[way]?.is === true;
    const said = (one: typeof way) => ({ is: one === way ? !was : last.cameBack?.[one]?.is === true, at });
    const cameBack = { cents: { is: 0, at }, cancelled: said('cancelled'), chargedBack: said('chargedBack') };
    const isVoid = cameBack.cancelled.is || cameBack.chargedBack.is;
    const report: Sale = { ...last, updatedAt: at, refundedCents: isVoid ? last.totalCents : 0, cameBack };
    purchase.reports.push(report);
    if (way === 'chargedBack') this.note(was ? 'is charged back no longer' : 'is charged back');
    const how = way === 'cancelled' ? 'cancelled' : 'charged back';
    return `${purchase.name} is ${was ? 'no longer ' : ''}${how}: ${this.hear(purchase, report)}`;
  }

  private repeat(purchase: Purchase, size: number): string {
    const report = pick(purchase.reports, size);
    return `the report number ${1 + (size % purchase.reports.length)} of ${purchase.name} arrives ${purchase.known === null ? '' : 'again or late'}: ${this.hear(purchase, report)}`;
  }

  /** A report arrives: what it says holds unless a later one did before. */
  private hear(purchase: Purchase, report: Sale): string {
    const { customer, known, voucher, name } = purchase;
    const before = this.model.sales.get(name)?.deserves;
    const isNews = known === null || report.updatedAt! > known.updatedAt!;
    const debt = this.purseOf(customer, 'cashback').debt;
    this.touched.add(customer);
    const outcome = this.machine.report(customer, report, this.now, voucher?.cents ?? 0);
    if (outcome !== (isNews ? 'applied' : 'same')) throw new Error(`the report of ${name} is ${outcome}`);
    if (!isNews) {
      this.note('is told again');
      return 'nothing new';
    }
    purchase.known = report;
    const had = known === null ? new Map<string, number>() : this.drawnOf(name);
    const judged = this.model.learn(customer, { ...report, voucherCents: voucher?.cents ?? 0 }, this.now);
    this.keepLimits(judged, had);
    if (judged.renews) this.note('lives on with a purchase');
    for (const of of judged.foundGone) this.note(`finds its ${of} gone`);
    if (judged.isDry && this.blocked.has(customer)) this.note('gives nothing to whom the shop blocked');
    this.noteJudged(judged, before, debt);
    if (voucher !== null) this.returnPart(purchase, voucher);
    const { cashback = 0, points = 0 } = judged.deserves?.totals ?? {};
    const vouchers = judged.deserves?.vouchers.length ?? 0;
    return `it deserves ${this.say(cashback)}, ${points} points${vouchers === 0 ? '' : ` and ${vouchers} vouchers`}${judged.isDry ? ', but the program is paused' : ''}`;
  }

  /** What a sale's rules have given of their limits. */
  private drawnOf(name: string): Map<string, number> {
    const limits = this.model.limitsOf(this.model.sales.get(name)!);
    return new Map(limits.map(({ ruleId, of, gave }) => [`${ruleId} ${of}`, gave]));
  }

  /** No sale passes a limit, and no correction: by none is more given than it has, or than there was (two customers are one now). */
  private keepLimits(judged: ModelSale, had: ReadonlyMap<string, number>): void {
    for (const { ruleId, of, gave, most } of judged.isDry ? [] : this.model.limitsOf(judged)) {
      if (gave > Math.max(most, had.get(`${ruleId} ${of}`) ?? 0))
        throw new Error(`rule ${ruleId} has given ${gave} of at most ${most} (${of})`);
      if (gave === most) this.note('reaches a limit');
    }
  }

  /** The money of a refunded purchase comes back first, then what the voucher paid. */
  private returnPart(
    { name, customer, known }: Purchase,
    { id, cents }: { id: string; cents: number },
  ): void {
    const { totalCents, refundedCents } = known!;
    const target = Math.max(0, refundedCents - (totalCents - cents));
    const { returned } = this.purseOf(customer, 'cashback').vouchers.get(id)!;
    expect([name, this.machine.returnedOf(name)]).toEqual([name, target]);
    const books = this.machine.purse(customer).cashback;
    const model = this.purseOf(customer, 'cashback');
    if (target > returned) {
      books.giveBack(id, target - returned, this.now, newId);
      model.giveBack(id, target - returned, this.now);
      this.note('comes back to a voucher');
    } else if (target < returned) {
      books.takeAgain(id, returned - target);
      model.takeAgain(id, returned - target);
      this.note('is taken again from a voucher');
    }
  }

  private hold(customer: string, asset: Asset, quantity: number): string {
    const id = `voucher ${this.holds.length + 1}`;
    this.holds.push({ id, customer, asset });
    this.touched.add(customer);
    if (!this.machine.purse(customer)[asset].hold(id, quantity, this.now))
      throw new Error(`${quantity} could not be held`);
    this.purseOf(customer, asset).hold(id, quantity, this.now);
    this.note(`holds ${asset}`);
    return `${customer} puts ${this.much(asset, quantity)} into ${id}`;
  }

  /** Points are spent whole or not at all. */
  private end(voucher: Hold, size: number): string {
    const { customer, asset, id } = voucher;
    const { took } = this.purseOf(customer, asset).vouchers.get(id)!;
    const captured = asset === 'points' ? took.length * (size % 2) : size % (took.length + 1);
    this.capture(voucher, captured);
    return `of ${id} of ${this.much(asset, took.length)}, ${this.much(asset, captured)} are spent and the rest is freed`;
  }

  private capture({ customer, asset, id }: Hold, captured: number): void {
    const { took } = this.purseOf(customer, asset).vouchers.get(id)!;
    this.note(
      captured === 0 ? 'is freed whole' : captured === took.length ? 'is spent whole' : 'is spent in part',
    );
    this.machine.purse(customer)[asset].end(id, captured, this.now, newId);
    this.purseOf(customer, asset).end(id, captured, this.now);
  }

  private wait(size: number): string {
    // After so long, what was bought before counts for no tier.
    const days = size % 20 === 0 ? 370 : 1 + (size % 9);
    this.now += days * DAY + (size % 24) * HOUR;
    return `${days} days go by`;
  }

  private expire(): string {
    let gone = 0;
    for (const customer of this.customers) {
      this.touched.add(customer);
      for (const asset of ASSETS) {
        const before = this.purseOf(customer, asset).expired;
        this.machine.purse(customer)[asset].expire(this.now);
        this.purseOf(customer, asset).expire(this.now);
        gone += this.purseOf(customer, asset).expired - before;
      }
    }
    if (gone > 0) this.note('expires');
    return `what has expired is noted: ${gone} in all`;
  }

  private change(which: number, size: number): string {
    const { listed, settings } = this.versions.at(-1)!;
    const next = this.beginning.rules[this.brought];
    const at = which % Math.max(1, listed.length);
    const one = listed[at];
    const changes: (() => string)[] = [() => this.changeSettings(listed, settings, size), () => this.pause()];
    if (next !== undefined && listed.length < MOST_RULES)
      changes.push(() => {
        this.brought += 1;
        const added = this.listed(next);
        this.version([...listed, added], settings);
        return `a rule is added, ${added.id}. ${printRule(next, 'en')}`;
      });
    if (one !== undefined)
      changes.push(
        () => {
          this.version(listed.toSpliced(at, 1, { ...one, paused: !one.paused }), settings);
          return `rule ${one.id} is ${one.paused ? 'resumed' : 'paused'}`;
        },
        () => {
          this.version(listed.toSpliced(at, 1), settings);
          return `rule ${one.id} ends`;
        },
      );
    if (one !== undefined && next !== undefined)
      changes.push(() => {
        this.brought += 1;
        this.version(listed.toSpliced(at, 1, { ...one, rule: next }), settings);
        return `rule ${one.id} is now: ${printRule(next, 'en')}`;
      });
    return pick(changes, size >> 3)();
  }

  private changeSettings(listed: ListedRule[], settings: Settings, size: number): string {
    const { refund_policy: policy, points_rounding: rounding } = settings;
    const change: Partial<Settings> =
      size % 2 === 0
        ? { refund_policy: policy === 'debt' ? 'forgive' : 'debt' }
        : { points_rounding: rounding === 'down' ? 'half-up' : 'down' };
    this.version(listed, { ...settings, ...change });
    return `the shop sets ${Object.values(change).map(String).join()}`;
  }

  private isActive(): boolean {
    return this.shop.states.at(-1)!.state === 'active';
  }

  private pause(): string {
    const isActive = this.isActive();
    this.shop.states.push({ at: this.now, state: isActive ? 'earning-paused' : 'active' });
    return isActive ? 'the program is paused' : 'the program is switched on again';
  }

  private listed(rule: Rule): ListedRule {
    this.lastRule += 1;
    return { id: this.lastRule, rule, paused: false };
  }

  private version(listed: ListedRule[], settings: Settings): void {
    const judging = listed.filter(({ paused }) => !paused);
    this.versions.push({
      number: this.versions.length + 1,
      rules: judging.map(({ rule }) => rule),
      ruleIds: judging.map(({ id }) => id),
      listed,
      settings,
      validFrom: Math.floor(this.now / 1000) * 1000,
    });
    if (this.versions.length > 1) this.note('is a new version');
  }

  private noteJudged(
    { version, deserves, isDry, customer }: ModelSale,
    before: Expected | null | undefined,
    debt: number,
  ): void {
    const kind = before === undefined ? 'first' : 'again';
    for (const asset of ASSETS) {
      const difference = (deserves?.totals[asset] ?? 0) - (before?.totals[asset] ?? 0);
      if (difference !== 0) this.note(`${kind} judged, ${asset} ${difference > 0 ? 'given' : 'taken back'}`);
    }
    if (version !== null && version !== this.versions.at(-1))
      this.note(`${kind} judged under an earlier version`);
    const [gave, gives] = [before?.vouchers.length ?? 0, deserves?.vouchers.length ?? 0];
    if (gives > gave) this.note('gives a voucher');
    if (gives < gave) this.note('takes a voucher back');
    if (isDry) this.note('gives nothing while the program is paused');
    for (const rule of deserves?.fired ?? []) {
      const fired = version!.rules.at(rule)!;
      if (fired.benefit.kind === 'stamp-card' && deserves?.vouchers.includes(rule)) this.note('fills a card');
      for (const part of partsOf(fired)) this.note(part);
    }
    if (this.purseOf(customer, 'cashback').debt < debt) this.note('pays a debt');
  }

  private note(effect: string): void {
    this.effects.set(effect, (this.effects.get(effect) ?? 0) + 1);
  }

  private purseOf(customer: string, asset: Asset) {
    return this.model.purse(customer)[asset];
  }

  private much = (asset: Asset, quantity: number): string =>
    asset === 'cashback' ? this.say(quantity) : `${quantity} points`;

  /** What anyone could ask of the customer's books, of both. */
  private compare(customer: string, asset: Asset): void {
    const [books, model] = [this.machine.purse(customer)[asset], this.purseOf(customer, asset)];
    const { accounts, balance } = books;
    const left = [...model.remaining()];
    const lots = [...books.lots.values()];
    const quantity = left.reduce((sum, [, one]) => sum + one, 0);
    const real = {
      sum: ACCOUNTS.reduce((sum, account) => sum + accounts[account], 0),
      customer: accounts.customer,
      quantity: balance.quantity,
      held: accounts.held,
      heldRow: balance.held,
      debt: 0 - accounts.debt,
      debtRow: balance.debt,
      redeemed: accounts.redeemed,
      expired: accounts.expired,
      usable: lots.reduce((sum, lot) => sum + (isUsable(lot, this.now) ? lot.remaining : 0), 0),
    };
    const simple: typeof real = {
      sum: 0,
      customer: quantity,
      quantity,
      held: model.held,
      heldRow: model.held,
      debt: model.debt,
      debtRow: model.debt,
      redeemed: model.redeemed,
      expired: model.expired,
      usable: model.countUsable(this.now),
    };
    if (quantity > real.usable) this.note('is not usable yet or any more');
    if (real.debt > 0) this.note('is owed');
    const isSame = lots.every((lot, i) => {
      const [other, remaining] = left[i] ?? [];
      return (
        other?.sale === lot.saleId &&
        remaining === lot.remaining &&
        other.granted === lot.granted &&
        other.availableAt === lot.availableAt &&
        other.expiresAt === lot.expiresAt
      );
    });
    // What jest compares it compares slowly: it is asked only for the words.
    if (isSame && lots.length === left.length && NAMES.every((name) => real[name] === simple[name])) return;
    const whose = `${customer}’s ${asset}`;
    expect({
      [whose]: { ...real, lots: lots.map((lot) => this.lotText(lot, lot.saleId, lot.remaining)) },
    }).toEqual({
      [whose]: { ...simple, lots: left.map(([lot, remaining]) => this.lotText(lot, lot.sale, remaining)) },
    });
  }

  private lotText(
    { granted, availableAt, expiresAt }: LotTerms,
    sale: string | null,
    remaining: number,
  ): string {
    const until = expiresAt === null ? 'for ever' : `until ${this.when(expiresAt)}`;
    return `${sale ?? 'came back'}: ${remaining} of ${granted}, from ${this.when(availableAt)} ${until}`;
  }

  /** What each sale stands at, and what rules gave besides. */
  private compareSales(): void {
    const { sales, vouchers } = this.machine;
    let count = 0;
    for (const [id, one] of this.model.sales) {
      const { stand } = sales.get(id)!;
      const wanted = one.deserves?.totals ?? { cashback: 0, points: 0 };
      if (ASSETS.some((asset) => stand[asset] !== wanted[asset]))
        expect({ [id]: stand }).toEqual({ [id]: wanted });
      for (const [ruleId, usable] of this.model.vouchersOf(one)) {
        const grant = vouchers.get(`${id} ${ruleId}`)?.grant;
        count += 1;
        if (grant?.availableAt !== usable.availableAt || grant.expiresAt !== usable.expiresAt)
          expect({ [`the voucher of rule ${ruleId} for ${id}`]: grant }).toMatchObject(usable);
      }
    }
    if (count !== vouchers.size) expect([...vouchers.keys()]).toHaveLength(count);
  }
}

interface LotTerms {
  granted: number;
  availableAt: number;
  expiresAt: number | null;
}

const ACCOUNTS = ['program', 'customer', 'held', 'redeemed', 'expired', 'debt'] as const;
const NAMES = [
  'sum',
  'customer',
  'quantity',
  'held',
  'heldRow',
  'debt',
  'debtRow',
  'redeemed',
  'expired',
  'usable',
] as const;

/** Where and how it is paid, as far as its report tells. */
const placeOf = (size: number): Partial<Sale> => ({
  brand: pick([...BRANDS, null], size),
  terminal: pick([...TERMINALS, null], size >> 1),
  acquirer: pick([...ACQUIRERS, null], size >> 2),
  store: pick([...STORES, null], size >> 3),
  storeName: pick([...STORE_NAMES, null], size >> 3),
});

/** None, one or two, of categories and products that rules know. */
function itemsOf(totalCents: number, size: number): SaleItem[] | null {
  const count = size % 4;
  if (count === 0) return null;
  const names = ['a', 'b', 'c', null];
  return Array.from({ length: count }, (_, i) => ({
    sku: pick(names, size + i * 3),
    category: pick(names, (size >> 2) + i),
    name: 'AVULSO',
    quantity: 1,
    cents:
      i === 0 ? totalCents - Math.floor(totalCents / count) * (count - 1) : Math.floor(totalCents / count),
  }));
}

function pick<T>(from: readonly T[], index: number): T {
  const one = from[index % from.length];
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}
