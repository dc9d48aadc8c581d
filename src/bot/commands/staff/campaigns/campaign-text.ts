import { LONGEST_WORDS, offerCents, type Campaign, type CampaignWish } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { cleanName, formatIn, worthOf } from '../../../messages';

/** Whose reading it is. */
type Reader = Pick<Turn, 'lang' | 'shop' | 'say'>;

/** More people, or more that it can cost, and a PIN is asked for. */
const PIN_FROM = { people: 500, cents: 100_000 };

export const isLarge = ({ people, costCents }: { people: number; costCents: number | null }): boolean =>
  people >= PIN_FROM.people || costCents === null || costCents >= PIN_FROM.cents;

/** The shop's own words without what would be read as a form or a place to fill in; null where nothing is left. */
export function plainWords(said: string): string | null {
  const plain = said.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll(/[*_~`{}[\]]/g, '');
  return plain.trim().slice(0, LONGEST_WORDS) || null;
}

/** Whom a campaign is for, what they get, and on which terms, as one sentence. */
export function campaignText(turn: Reader, wish: CampaignWish): string {
  const { campaigns: say } = turn.say;
  const { money, days } = formatIn(turn.lang, turn.shop.zone);
  const terms = [say.validFor(days(wish.valid_days))];
  if (wish.use_min_cents !== undefined) terms.push(say.useFrom(money(wish.use_min_cents)));
  if (wish.budget_cents !== undefined) terms.push(say.budget(money(wish.budget_cents)));
  return `${audienceText(turn, wish)}: ${offerText(turn, wish)}, ${terms.join(', ')}`;
}

function audienceText(turn: Reader, { audience }: CampaignWish): string {
  const { audience: say } = turn.say.campaigns;
  const { money, days, list } = formatIn(turn.lang, turn.shop.zone);
  const names = (of: readonly string[]): string => list(of.map((name) => cleanName(name) ?? '…'));
  const parts: string[] = [];
  if (audience.inactive_days !== undefined) parts.push(say.silent(days(audience.inactive_days)));
  if (audience.tier !== undefined) parts.push(say.tier(names([audience.tier])));
  if (audience.labels !== undefined) parts.push(say.labels(names(audience.labels)));
  if (audience.birthday !== undefined) parts.push(say.birthday[audience.birthday]);
  if (audience.new_days !== undefined) parts.push(say.fresh(days(audience.new_days)));
  if (audience.spent_min_cents !== undefined) parts.push(say.spent(money(audience.spent_min_cents)));
  if (audience.bought !== undefined) parts.push(say.bought(names(audience.bought)));
  return parts.length === 0 ? say.everybody : list(parts);
}

function offerText(turn: Reader, { offer }: CampaignWish): string {
  const { campaigns: say } = turn.say;
  const { money, points } = formatIn(turn.lang, turn.shop.zone);
  if (offer.kind === 'voucher') return say.voucher(worthOf(offer.benefit, turn.lang, turn.shop.zone));
  return offer.kind === 'points' ? points(offer.points) : say.cashback(money(offerCents(offer) ?? 0));
}

/** What it did, or what is missing to tell; never without its control. */
export function resultText(turn: Reader, campaign: Campaign): string {
  const { campaigns: say } = turn.say;
  const { number, day, money } = formatIn(turn.lang, turn.shop.zone);
  const { verdict, treated, given, control, spentCents } = campaign;
  const sent = say.sent(number(given), number(treated), number(control));
  const cost = spentCents > 0 ? [say.cost(money(spentCents))] : [];
  if (verdict === null) return [say.notYet(day(campaign.endsAt - 1)), sent, ...cost].join('\n');
  return [...verdictLines(turn, verdict), ...revenueLines(turn, campaign), ...cost].join('\n');
}

function verdictLines(turn: Reader, verdict: NonNullable<Campaign['verdict']>): string[] {
  const { campaigns: say } = turn.say;
  const { number } = formatIn(turn.lang, turn.shop.zone);
  const { treated, control } = verdict.arms;
  const counts = say.counts({
    treated: number(treated.returned),
    ofTreated: number(treated.customers),
    control: number(control.returned),
    ofControl: number(control.customers),
  });
  if (verdict.kind === 'broken-split') return [say.broken, counts];
  if (verdict.kind === 'not-enough-data')
    return [`${say.notEnough} ${verdict.missing.map((missing) => say.missing[missing]).join(' ')}`, counts];
  const points = (share: number): string => number(Math.round(share * 1000) / 10);
  const { low, high } = verdict.difference;
  return [say.verdict[verdict.kind], counts, say.interval(points(low), points(high))];
}

/** Beside a verdict, never instead of one. */
function revenueLines(turn: Reader, { revenue, verdict }: Campaign): string[] {
  if (revenue === null || verdict === null || !('difference' in verdict)) return [];
  const { campaigns: say } = turn.say;
  const { money } = formatIn(turn.lang, turn.shop.zone);
  return [
    say.revenue({
      treated: money(Math.round(revenue.treatedMean)),
      control: money(Math.round(revenue.controlMean)),
      isChance: revenue.chance > 0.05,
    }),
  ];
}
