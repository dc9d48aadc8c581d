import {
  backtest,
  currentProgram,
  settingsSchema,
  spanOf,
  type Backtest,
  type BacktestSide,
  type Rule,
  type Span,
} from '../../../../loyalty';
import type { BarsCard, Command, Reply, Turn } from '../../../command';
import { formatIn, type Format } from '../../../messages';
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
    return answer(turn, await tried(turn, rule, span ?? { from: turn.now - YEAR_MS, to: turn.now + 1 }));
  },
};

/** The rule beside those in force, over the shop's own sales; nothing is written. */
export async function tried(turn: Turn, rule: Rule, span: Span): Promise<Backtest> {
  const program = await currentProgram(turn.work);
  const settings = program?.settings ?? settingsSchema.parse({});
  const proposed = { number: 0, rules: [...(program?.rules ?? []), rule], settings, validFrom: 0 };
  return backtest(turn.work, { proposed, today: program, span });
}

function answer(turn: Turn, result: Backtest): Reply {
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
    `${given(turn, proposed, format)}.`,
  ];
  if (today !== null) {
    const difference = proposed.cashbackCents - today.cashbackCents;
    const sign = difference > 0 ? '+' : '';
    lines.push(say.today(amountsOf(today, format), `${sign}${format.money(difference)}`));
  }
  if (proposed.largest !== null) {
    const { cashbackCents, saleCents, occurredAt } = proposed.largest;
    lines.push(say.largest(format.money(cashbackCents), format.money(saleCents), format.day(occurredAt)));
  }
  if (result.unidentified > 0) lines.push(say.leftOut(result.unidentified));
  return { text: [...lines, say.end].join('\n'), card: chart(turn, result) };
}

export const amountsOf = ({ cashbackCents, points }: BacktestSide, format: Format): string =>
  format.amounts({ cashbackCents, points });

function given({ say: { simulate: say } }: Turn, side: BacktestSide, format: Format): string {
  if (side.sales === 0) return say.nothing;
  const gives = say.gives(amountsOf(side, format), say.customers(side.customers), say.sales(side.sales));
  return withVouchers(gives, side, { say, format });
}

/** What a side gives, and how many vouchers beside it: things that are given have no amount here. */
export const withVouchers = (
  gives: string,
  { vouchers, voucherCents }: BacktestSide,
  { say, format }: { say: Turn['say']['simulate']; format: Format },
): string =>
  vouchers === 0
    ? gives
    : `${gives} ${say.vouchers(vouchers, voucherCents === 0 ? null : format.money(voucherCents))}`;

function chart({ say: { simulate: say }, shop, lang }: Turn, { proposed, today }: Backtest): BarsCard {
  const months = proposed.months.slice(-MONTHS_SHOWN);
  const before = new Map(today?.months.map(({ month, cashbackCents }) => [month, cashbackCents]));
  return {
    kind: 'bars',
    title: say.chart,
    legend: today === null ? say.legend.slice(0, 1) : say.legend,
    groups: months.map(({ month, cashbackCents }) => ({
      label: `${month.slice(5)}/${month.slice(2, 4)}`,
      values: today === null ? [cashbackCents] : [cashbackCents, before.get(month) ?? 0],
    })),
    zone: shop.zone,
    lang,
  };
}
