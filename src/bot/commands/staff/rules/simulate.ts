import {
  assetOf,
  backtest,
  currentProgram,
  NOTHING_GIVEN,
  settingsSchema,
  spanOf,
  type Award,
  type Backtest,
  type BacktestSide,
  type Given,
  type Rule,
  type Span,
} from '../../../../loyalty';
import type { BarsCard, Command, Reply, Turn } from '../../../command';
import { formatIn } from '../../../messages';
import { differenceText, givenText } from './given-text';
import { questionText } from './rule-question';

const YEAR_MS = 365 * 86_400_000;
const MONTHS_SHOWN = 12;

const cashback8 = (over: Partial<Rule> = {}): Rule => ({
  benefit: { kind: 'cashback-percent', bps: 800 },
  conditions: { payment_methods: ['pix'] },
  ...over,
});

export const simulate: Command = {
  name: 'simulate',
  who: 'manager',
  risky: false,
  // The rule to be tried is read by the rule reader, after every pattern.
  patterns: {
    pt: ['[(quero|como)] (simular|simulacao) [uma regra]'],
    en: ['[(i want to|how do i)] (simulate|simulation) [a rule]'],
    es: ['[(quiero|como)] (simular|simulacion) [una regla]'],
  },
  examples: {
    pt: [
      { says: 'simular cashback 8% no pix', args: { rule: cashback8() } },
      { says: 'simular uma regra', args: {} },
    ],
    en: [
      { says: 'simulate 8% cashback on pix', args: { rule: cashback8() } },
      { says: 'simulate a rule', args: {} },
    ],
    es: [
      { says: 'simular cashback 8% en pix', args: { rule: cashback8() } },
      { says: 'simular una regla', args: {} },
    ],
  },
  async handle(turn, { rule, ask, period }) {
    if (ask !== undefined) return { text: questionText(turn, ask) };
    if (rule === undefined) return { text: turn.say.simulate.how };
    const span = spanOf(period ?? '', turn.shop.zone, turn.now);
    return answer(
      turn,
      rule,
      await tried(turn, rule, span ?? { from: turn.now - YEAR_MS, to: turn.now + 1 }),
    );
  },
};

/** The rule beside those in force, over the shop's own sales; nothing is written. */
export async function tried(turn: Turn, rule: Rule, span: Span): Promise<Backtest> {
  const program = await currentProgram(turn.work);
  const settings = program?.settings ?? settingsSchema.parse({});
  const proposed = { number: 0, rules: [...(program?.rules ?? []), rule], settings, validFrom: 0 };
  return backtest(turn.work, { proposed, today: program, span });
}

function answer(turn: Turn, rule: Rule, result: Backtest): Reply {
  const say = turn.say.simulate;
  const format = formatIn(turn.lang, turn.shop.zone);
  const { proposed, today, from, to } = result;
  if (from === null || to === null) return { text: say.none };
  const lines = [
    say.title({
      sales: String(result.sales),
      amount: format.money(result.salesCents),
      from: format.day(from),
      to: format.day(to),
    }),
    proposed.sales === 0
      ? say.nothing
      : say.gives(givenText(turn, proposed), say.customers(proposed.customers), say.sales(proposed.sales)),
  ];
  if (today !== null) lines.push(say.today(givenText(turn, today), differenceText(turn, proposed, today)));
  lines.push(...largestLines(turn, proposed));
  if (result.unidentified > 0) lines.push(say.leftOut(result.unidentified));
  const card = chart(turn, rule, result);
  return { text: [...lines, say.end].join('\n'), ...(card !== null && { card }) };
}

/** The largest award of each kind; one sale that has several of them is told once. */
function largestLines(turn: Turn, { largest }: BacktestSide): string[] {
  const format = formatIn(turn.lang, turn.shop.zone);
  const sales = new Map<string, { award: Award; most: Given }>();
  const largestOfEach: [Award | null, ...(keyof Given)[]][] = [
    [largest.cashbackCents, 'cashbackCents'],
    [largest.points, 'points'],
    // The dearest, where any has an amount.
    [largest.voucherCents ?? largest.vouchers, 'vouchers', 'voucherCents'],
  ];
  for (const [award, ...kinds] of largestOfEach) {
    if (award === null) continue;
    const most = sales.get(award.saleId)?.most ?? { ...NOTHING_GIVEN };
    for (const kind of kinds) most[kind] = award[kind];
    sales.set(award.saleId, { award, most });
  }
  return [...sales.values()].map(({ award, most }) =>
    turn.say.simulate.largest(
      givenText(turn, most),
      format.money(award.saleCents),
      format.day(award.occurredAt),
    ),
  );
}

/** By month what the rule gives, else what the program does; null where that is nothing. */
function chart({ say: { simulate: say }, shop, lang }: Turn, rule: Rule, result: Backtest): BarsCard | null {
  const { proposed, today } = result;
  const kinds = [...KINDS_OF[assetOf(rule) ?? 'vouchers'], ...Object.values(KINDS_OF).flat()];
  const shown = kinds.find((kind) => proposed[kind] > 0);
  if (shown === undefined) return null;
  const before = new Map(today?.months.map((month) => [month.month, month[shown]]));
  return {
    kind: 'bars',
    ...(CENTS.includes(shown) ? {} : { unit: 'count' }),
    title: say.chart[shown],
    legend: today === null ? say.legend.slice(0, 1) : say.legend,
    groups: proposed.months.slice(-MONTHS_SHOWN).map(({ month, [shown]: quantity }) => ({
      label: `${month.slice(5)}/${month.slice(2, 4)}`,
      values: today === null ? [quantity] : [quantity, before.get(month) ?? 0],
    })),
    zone: shop.zone,
    lang,
  };
}

const CENTS: readonly (keyof Given)[] = ['cashbackCents', 'voucherCents'];

/** What a rule gives, in the order in which the chart would show it. */
const KINDS_OF: Record<'cashback' | 'points' | 'vouchers', readonly (keyof Given)[]> = {
  cashback: ['cashbackCents'],
  points: ['points'],
  vouchers: ['voucherCents', 'vouchers'],
};
