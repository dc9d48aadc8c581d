import { DateTime } from 'luxon';
import { z } from 'zod';
import { explainTrace } from '../bot/messages';
import { parseRule } from '../bot/understand';
import { answerLines } from './json-lines';
import { lineSchema, type JudgeLine } from './judge-line';
import { folded, History, ruleSchema, Zone, type Rule, type Sale, type Verdict } from '../loyalty';

const USAGE = `npm run --silent judge

Reads JSON lines and writes what a program gives for a sale and what stands after its refunds, a JSON line each, in order:
  {"lang": "pt", "rules": ["cashback 5% acima de R$ 50"], "sale": {"at": "2026-11-24T14:00:00-03:00", "cents": 10000},
   "settings"?, "zone"?, "history"?, "customer"?, "refunds"?}
  {"awards": […], "total": {"cashback": 500, "points": 0}, "vouchers": [], "after_refunds": [], "trace": […]}
What cannot be read is answered with {"error": "…"}, and the rest goes on.
`;

const CUSTOMER = 'customer';

function answer(line: unknown): object {
  const input = lineSchema.parse(line);
  const { zone, settings, sale, lang } = input;
  const rules = input.rules.map((rule, i) => withTier(readRule(rule, i, input), i, input));
  const { birthday, tier, labels } = input.customer;
  const history = new History({ number: 1, rules, settings, validFrom: 0 }, Zone.of(zone), () => ({
    birthday,
    labels,
    ...(tier === null ? {} : { tier }),
  }));
  for (const earlier of input.history) history.add(CUSTOMER, earlier);
  // What the sale deserves after a refund is judged on the past that it met, like the sale itself.
  const past = history.pastOf(CUSTOMER, sale.occurredAt);
  const verdict = history.judge(sale, past);
  const afterRefunds = refunded(sale, input.refunds).map((state) => totalOf(history.judge(state, past)));
  const inZone = (at: number): string | null =>
    DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
  const why = explainTrace(verdict.trace, rules, lang, zone);
  return {
    awards: verdict.grants.map(({ asset, quantity, rule, availableAt, expiresAt }) => ({
      asset,
      quantity,
      rule,
      available_at: inZone(availableAt),
      expires_at: expiresAt === null ? null : inZone(expiresAt),
    })),
    total: afterRefunds.at(-1) ?? totalOf(verdict),
    vouchers: verdict.vouchers.map(({ benefit, rule, expiresAt }) => ({
      benefit,
      rule,
      expires_at: inZone(expiresAt),
    })),
    after_refunds: afterRefunds,
    trace: verdict.trace.map(({ rule, fired, steps = [] }, i) => ({ rule, fired, why: why[i], steps })),
  };
}

/** A sentence is read as the chat reads it, on the day of the sale; what would be asked about is an error here. */
function readRule(written: unknown, index: number, { lang, zone, sale }: JudgeLine): Rule {
  if (typeof written !== 'string') return within(ruleSchema.safeParse(written), index);
  const read = parseRule(written, lang, Zone.of(zone).local(sale.occurredAt).date);
  if (read === null) throw new RangeError(`rules.${index}: is no rule`);
  if ('rule' in read) return read.rule;
  const { ask } = read;
  const about = 'text' in ask ? ` (${ask.text})` : 'detail' in ask ? ` (${ask.detail})` : '';
  throw new RangeError(`rules.${index}: would be asked about, ${ask.reason}${about}`);
}

/** A tier that nobody can be in is a slip, unless the line itself says the customer's. */
function withTier(rule: Rule, index: number, { settings: { tiers }, customer }: JudgeLine): Rule {
  const wanted = rule.conditions?.tier;
  if (wanted === undefined || (tiers.length === 0 && customer.tier !== null)) return rule;
  if (tiers.some(({ name }) => folded(name) === folded(wanted))) return rule;
  throw new RangeError(`rules.${index}.conditions.tier: settings.tiers has no "${wanted}"`);
}

function within(read: z.ZodSafeParseResult<Rule>, index: number): Rule {
  if (read.success) return read.data;
  throw new z.ZodError(
    read.error.issues.map((issue) => ({ ...issue, path: ['rules', index, ...issue.path] })),
  );
}

/** The sale after each of its refunds, which add up. */
function refunded(sale: Sale, refunds: readonly { cents: number }[]): Sale[] {
  let refundedCents = sale.refundedCents;
  return refunds.map(({ cents }) => {
    refundedCents += cents;
    return { ...sale, refundedCents };
  });
}

function totalOf({ grants }: Verdict): { cashback: number; points: number } {
  const total = { cashback: 0, points: 0 };
  for (const { asset, quantity } of grants) total[asset] += quantity;
  return total;
}

void answerLines(USAGE, answer);
