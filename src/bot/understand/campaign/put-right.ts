import type { CampaignWish, Language, Offer } from '../../../loyalty';
import { Sentence } from '../rule';
import { parseAmount } from '../values/amounts';
import { readCampaignChange } from './change';

const DAYS =
  /^(?:(?:v[aá]lid[oa]|vale|valid|por|for|during|durante)\s+)*(\d{1,3})\s+(?:dias?|d[ií]as?|days?)$/iu;
/** The words that begin a change of a campaign that is there; its number says nothing here. */
const LEAD: Record<Language, string> = { pt: 'na campanha 1,', en: 'in campaign 1,', es: 'en la campaña 1,' };

/** A campaign that is only wished for, with what a correction says of it: an amount alone is what is offered. */
export function campaignRight(
  wish: CampaignWish,
  said: string,
  lang: Language,
  today: string,
): CampaignWish | null {
  const cents = parseAmount(said, lang);
  const offer = typeof cents === 'number' ? withAmount(wish.offer, cents) : null;
  if (offer !== null) return { ...wish, offer };
  const days = Number(DAYS.exec(said.trim())?.[1]);
  if (days > 0) return { ...wish, valid_days: days };
  const read = readCampaignChange(new Sentence(`${LEAD[lang]} ${said}`, lang, today));
  if (read === null || 'campaignAsk' in read) return null;
  const {
    audience,
    last_day,
    more_days,
    words,
    use_min_cents: least,
    budget_cents: budget,
    ...rest
  } = read.campaignChange;
  if (last_day !== undefined || more_days !== undefined || words !== undefined) return null;
  const { use_min_cents, budget_cents, ...before } = wish;
  const kept = {
    ...(use_min_cents !== undefined && { use_min_cents }),
    ...(budget_cents !== undefined && { budget_cents }),
  };
  if (least !== undefined) delete kept.use_min_cents;
  if (budget !== undefined) delete kept.budget_cents;
  return {
    ...before,
    ...kept,
    ...rest,
    ...(typeof least === 'number' && { use_min_cents: least }),
    ...(typeof budget === 'number' && { budget_cents: budget }),
    ...(audience && { audience: { ...wish.audience, ...audience } }),
  };
}

function withAmount(offer: Offer, cents: number): Offer | null {
  if (cents <= 0) return null;
  if (offer.kind === 'cashback') return { ...offer, cents };
  if (offer.kind === 'points') return cents % 100 === 0 ? { ...offer, points: cents / 100 } : null;
  return offer.benefit.kind === 'voucher-fixed' ? { ...offer, benefit: { ...offer.benefit, cents } } : null;
}
