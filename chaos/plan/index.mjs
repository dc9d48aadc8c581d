// All that a run does to the product, from its seed alone: what is sold, taken back and told of, what people say, and when
// what breaks. Times are milliseconds from the beginning of the load.
import { Dice } from './draws.mjs';
import { planFaults } from './faults.mjs';

/** The simulated network delivers everything; the Cloud API is the channel that misbehaves. */
const SHOPS = [
  { channel: 'simulator', asset: 'cashback', share: 3, buyers: 300 },
  { channel: 'cloud-api', asset: 'cashback', share: 1, buyers: 120 },
  { channel: 'simulator', asset: 'points', share: 3, buyers: 300 },
  { channel: 'cloud-api', asset: 'cashback', share: 1, buyers: 120 },
];
const DOUBLED_PERCENT = 30;
/** Told of by no event: only the pull finds them. */
const UNTOLD_PERCENT = 8;
const CHANGED_PERCENT = 15;
const WISHES = [
  ['resgatar 1', 5],
  ['saldo', 2],
  ['extrato', 1],
  ['meus vouchers', 1],
  ['por quê?', 1],
  ['qnt eu tenho', 1],
  ['menu', 1],
];

/** What the owner's rules give for what is left of a sale: 5% of it, or a point for each real. */
export const RULES = {
  cashback: { benefit: { kind: 'cashback-percent', bps: 500 }, validity: { valid_days: 60 } },
  points: { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 }, validity: { valid_days: 60 } },
};

/** Reckoned without any of the product's code. */
export const deserved = (asset, leftCents) =>
  asset === 'cashback' ? Math.floor((leftCents * 5 + 50) / 100) : Math.floor(leftCents / 100);

/** A made-up phone (E.164) of a shop's buyer. */
export const phoneOf = (shop, buyer) => `+55119000${String(shop * 1_000 + buyer).padStart(5, '0')}`;

/**
 * @param {{ seed: string, sales: number, seconds: number, kills: number, hostKills: number, crashes: number,
 *   flushes: number, goneSeconds: number, jumps: number, people: number, wishes: number }} size
 */
export function makePlan(size) {
  const { seed } = size;
  const loadMs = size.seconds * 1000;
  const people = SHOPS.flatMap(({ channel }, shop) =>
    channel === 'cloud-api' ? planPeople(size, shop) : [],
  );
  const sales = Array.from({ length: size.sales }, (_, i) => planSale(seed, i, loadMs, size.people));
  return {
    ...size,
    loadMs,
    shops: SHOPS,
    people,
    sales,
    steps: sales.flatMap(stepsOf).toSorted((a, b) => a.at - b.at),
    faults: planFaults(size, SHOPS),
  };
}

/** @returns one sale, what becomes of it, and each telling of each of its states (0 is the sale as it was made). */
function planSale(seed, i, loadMs, people) {
  const dice = new Dice(seed, 'sale', i);
  const shop = dice.weighed(SHOPS.map(({ share }, place) => [place, share]));
  // Those who talk buy early and often: they want something to talk about.
  const isRegular = dice.percent(40);
  const cents = dice.between(1_000, 30_000);
  const sale = {
    i,
    shop,
    buyer: isRegular ? dice.below(people) : dice.below(SHOPS[shop].buyers),
    cents,
    at: dice.below(isRegular ? loadMs * 0.9 : loadMs),
    method: dice.of(['credit', 'debit', 'pix', 'cash']),
    machine: dice.below(5),
    changes: dice.percent(CHANGED_PERCENT) ? planChanges(dice, cents) : [],
  };
  return { ...sale, tellings: planTellings(dice, sale) };
}

/** Refunds in parts, the last of which may be of all the rest; or a cancellation. */
function planChanges(dice, cents) {
  if (dice.percent(30)) return [{ after: dice.between(200, 6_000), cents: null }];
  const afters = Array.from({ length: dice.between(1, 3) }, () => dice.between(200, 6_000));
  const each = Math.floor(cents / (afters.length + dice.below(2)));
  const isWhole = dice.percent(30);
  return afters
    .toSorted((a, b) => a - b)
    .map((after, k) => {
      const isLast = k === afters.length - 1;
      return { after, cents: isLast && isWhole ? cents - each * k : each };
    });
}

function planTellings(dice, { i, at, changes }) {
  if (dice.percent(UNTOLD_PERCENT)) return [];
  const madeAt = [at, ...changes.map(({ after }) => at + after)];
  const tellings = madeAt.map((made, state) => ({
    state,
    at: made + dice.below(1_500),
    id: `tell-${i}-${state}`,
  }));
  // The refund comes before its sale.
  const last = madeAt.at(-1) ?? at;
  if (changes.length > 0 && dice.percent(50)) tellings[0].at = last + dice.between(1_600, 4_000);
  if (dice.percent(DOUBLED_PERCENT)) {
    const twice = dice.of(tellings);
    const id = dice.percent(50) ? twice.id : `${twice.id}-again`;
    tellings.push({ state: twice.state, at: madeAt[twice.state] + dice.below(6_000), id });
  }
  return tellings;
}

function stepsOf(sale) {
  return [
    { at: sale.at, kind: 'sell', sale },
    ...sale.changes.map(({ after, cents }) => ({ at: sale.at + after, kind: 'change', sale, cents })),
    ...sale.tellings.map((telling) => ({ ...telling, kind: 'tell', sale })),
  ];
}

function planPeople({ seed, people, wishes, seconds }, shop) {
  return Array.from({ length: people }, (_, buyer) => {
    const dice = new Dice(seed, 'person', shop, buyer);
    return {
      shop,
      buyer,
      at: dice.between(seconds * 100, seconds * 400),
      wishes: Array.from({ length: wishes }, () => ({
        says: dice.weighed(WISHES),
        pauseMs: dice.below(4_000),
        twice: dice.percent(25),
        asksTillTwice: dice.percent(30),
      })),
    };
  });
}
