import { z } from 'zod';
import { explainReward, type Explanation } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { bold, explainTrace, formatIn } from '../../messages';
import { printRule } from '../../understand';
import { asksForMore } from '../answers';
import { fitting } from '../lines';

const rest = z.object({ cents: z.int().nullable(), points: z.int().nullable(), from: z.int() });

export const explain: Command = {
  name: 'explain',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      'por que [(eu|que eu|que)] [(so|apenas)] [(ganhei|recebi|deu|veio|foi|caiu|tenho)] [(so|apenas|esse|este)] [(valor|cashback)] [({amount_cents}|{points} (ponto|pontos))]',
      '[(me explica|explica|explicar|quero entender|entender|como foi calculado|como calculou)] [(o|a|meu|esse|este)] [ultimo] (calculo|cashback de {amount_cents}|ultimo ganho|ultimo cashback)',
    ],
    en: [
      'why [(did i|have i|i|do i)] [only] [(get|got|earn|earned|receive|have)] [only] [({amount_cents}|{points} (point|points))]',
      '(explain|how was) [(the|my)] [last] (calculation|reward|cashback) [(of|calculated)] [{amount_cents}]',
    ],
    es: [
      'por que [(yo|solo)] [(gane|recibi|dio|me dio|llego|tengo)] [(solo|ese|este)] [(valor|cashback)] [({amount_cents}|{points} (punto|puntos))]',
      '(explicame|explica|como se calculo) [(el|la|mi|ese)] [ultimo] (calculo|cashback|premio ganado) [de] [{amount_cents}]',
    ],
  },
  examples: {
    pt: [
      { says: 'por quê?', args: {} },
      { says: 'por que ganhei só 3,20?', args: { amount_cents: 320 } },
    ],
    en: [
      { says: 'why?', args: {} },
      { says: 'why 3.20?', args: { amount_cents: 320 } },
    ],
    es: [
      { says: '¿por qué?', args: {} },
      { says: '¿por qué 3,20?', args: { amount_cents: 320 } },
    ],
  },
  handle: (turn, { amount_cents: cents = null, points = wholePoints(cents) }) =>
    page(turn, { cents, points, from: 0 }),
  steps: {
    more: async (turn, text, data) => (asksForMore(text) ? page(turn, rest.parse(data)) : null),
  },
};

/** A number alone may mean either. */
const wholePoints = (cents: number | null): number | null =>
  cents !== null && cents % 100 === 0 ? cents / 100 : null;

async function page(turn: Turn, { cents, points, from }: z.infer<typeof rest>): Promise<Reply> {
  const say = turn.say.explain;
  const { work, speaker, lang, shop } = turn;
  const format = formatIn(lang, shop.zone);
  const found = await explainReward(work, speaker.customer.id, { cents, points });
  if (found === null) {
    const asked = [
      ...(cents === null ? [] : [format.money(cents)]),
      ...(points === null ? [] : [format.points(points)]),
    ];
    const none = speaker.staff === null ? say.none : say.noneOfTeam;
    return { text: asked.length === 0 ? none : say.noneOf(format.either(asked.map(bold))) };
  }
  const title = from === 0 ? titleLines(turn, found) : [];
  const lines = ruleLines(turn, found).slice(from);
  const shown = fitting(lines, [...title, say.more]);
  if (title.length === 0 && lines.length === 0) return { text: say.noMore };
  if (shown.length === lines.length) return { text: [...title, ...lines].join('\n') };
  return {
    text: [...title, ...shown, say.more].join('\n'),
    ask: { step: 'more', data: { cents, points, from: from + shown.length } },
  };
}

/** The award, and what of the sale counts where that is not all of it. */
function titleLines(turn: Turn, { sale, baseCents, dry, rules, ...given }: Explanation): string[] {
  const say = turn.say.explain;
  const { money, day, amounts } = formatIn(turn.lang, turn.shop.zone);
  const of = { amounts: amounts(given), sale: money(sale.totalCents), day: day(sale.occurredAt) };
  const gaveVoucher = rules.some(({ trace }) => trace.fired && trace.steps?.at(-1)?.step === 'voucher');
  const nothing = given.cashbackCents === 0 && given.points === 0;
  const first = nothing ? (gaveVoucher ? say.voucher(of) : say.nothing(of)) : say.gave(of);
  const lines = [dry ? say.dry(of) : first];
  if (rules.length === 0) lines.push(say.noRules);
  if (baseCents < sale.totalCents)
    lines.push(
      say.counts(money(baseCents), {
        refunded: sale.refundedCents === 0 ? null : money(sale.refundedCents),
        voucher: sale.voucherCents === 0 ? null : money(sale.voucherCents),
      }),
    );
  return lines;
}

/** A line a rule: those that fired first, each with its steps or the condition that it missed. */
function ruleLines({ lang, shop }: Turn, { rules }: Explanation): string[] {
  const reasons = rules.map(({ rule, trace }) => ({
    fired: trace.fired,
    line: `• ${printRule(rule, lang)}${trace.fired ? ':' : '.'} ${explainTrace([{ ...trace, rule: 0 }], [rule], lang, shop.zone).join('')}`,
  }));
  return [...reasons.filter(({ fired }) => fired), ...reasons.filter(({ fired }) => !fired)].map(
    ({ line }) => line,
  );
}
