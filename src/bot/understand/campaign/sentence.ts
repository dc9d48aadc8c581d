import { campaignWishSchema, type CampaignWish, type Offer } from '../../../loyalty';
import type { CampaignQuestion } from '../../command';
import type { Draft } from '../rule/facet';
import { isVoucher } from '../rule/facets/benefits/vouchers';
import { inWords, questionOf, readDraft } from '../rule/parse';
import { readHundredths } from '../rule/figures';
import { ways, type Sentence } from '../rule/sentence';
import { daysBetween } from '../rule/calendar';
import { quotedName } from '../rule/tokens';
import { lastDayIn } from './period';

/** Days that an offer lives where nothing is said. */
const VALID_DAYS = 14;
/** Whose only purchase is not longer ago is new, where nothing is said. */
const NEW_DAYS = 30;

const header = ways({
  pt: '(?:(?:quero|vamos|pode|criar|cria|crie|fazer|faz|faca|lancar|nova|uma|a|nova) )*campanha(?: nova)?(?: (?:para|pra|de|com))?(?: :)?',
  en: '(?:(?:i want|let us|please|create|make|start|launch|run|to|a|new) )*campaign(?: (?:for|of|to|with))?(?: :)?',
  es: '(?:(?:quiero|vamos a|crear|crea|hacer|haz|lanzar|nueva|una) )*campana(?: nueva)?(?: (?:para|de|con))?(?: :)?',
});
const HEADER_CUE = / (?:campanha|campaign|campana) /;

const everybody = ways({
  pt: '(?:para |pra |a )?(?:todo mundo|todos os clientes|todos os meus clientes|todas as pessoas|todos)',
  en: '(?:for |to )?(?:everybody|everyone|all (?:of )?(?:my |the |our )?customers|all)',
  es: '(?:para |a )?(?:todo el mundo|todos los clientes|todos mis clientes|todas las personas|todos)',
});
const fresh = ways({
  pt: '(?:quem e novo|(?:os |para )?clientes novos|novos clientes|quem comprou (?:so |apenas )?uma vez|quem fez a primeira compra)(?: (?:nos ultimos|ha ate|em) {int} dias)?',
  en: '(?:new customers|who is new|(?:those |customers )?who bought (?:only )?once|who made their first purchase)(?: (?:in the last|within) {int} days)?',
  es: '(?:(?:los |para )?clientes nuevos|nuevos clientes|quien es nuevo|quien(?:es)? compr(?:o|aron) (?:solo )?una vez|quien hizo su primera compra)(?: (?:en los ultimos|hace hasta) {int} dias)?',
});
const spent = ways({
  pt: '(?:quem|que|clientes que) (?:ja )?(?:gastou|gastaram|comprou|compraram) (?:(mais de|acima de) |(?:pelo menos|a partir de|no minimo) )?{price}(?: (?:no total|ao todo))?',
  en: '(?:those |customers |anyone )?who (?:have |has )?(?:already )?spent (?:(more than|over|above) |(?:at least|from) )?{price}(?: in total)?',
  es: '(?:quien|quienes|clientes que|que) (?:ya )?(?:gasto|gastaron|compro|compraron) (?:(mas de|arriba de) |(?:al menos|por lo menos|desde) )?{price}(?: en total)?',
});
const boughtQuoted = ways({
  pt: '(?:quem|clientes que|que) (?:ja )?(?:comprou|compraram|levou|levaram) (?:o |a |um |uma )?"',
  en: '(?:those |customers |anyone )?who (?:have |has )?(?:already )?bought (?:the |a |some )?"',
  es: '(?:quien|quienes|clientes que|que) (?:ya )?(?:compro|compraron|llevo|llevaron) (?:el |la |un |una )?"',
});
const boughtPlain = ways({
  pt: '(?:quem|clientes que|que) (?:ja )?(?:comprou|compraram|levou|levaram) (?:o |a |um |uma )?((?!so |apenas |uma |mais |r )[a-z]{3,})(?= (?:ganha|ganham|recebe|recebem|leva|levam|,|:))',
  en: '(?:those |customers |anyone )?who (?:have |has )?(?:already )?bought (?:the |a |some )?((?!only |once |more |r )[a-z]{3,})(?= (?:gets?|receives?|wins?|,|:))',
  es: '(?:quien|quienes|clientes que|que) (?:ya )?(?:compro|compraron|llevo|llevaron) (?:el |la |un |una )?((?!solo |una |mas |r )[a-z]{3,})(?= (?:gana|ganan|recibe|reciben|lleva|llevan|,|:))',
});
/** An amount without saying of what is cashback. */
const amount = ways({
  pt: '(?:ganha|ganham|recebe|recebem|leva|levam|dar|damos|dou|com) {price}(?! (?:de (?:desconto|voucher|vale|cashback|volta)|em (?:voucher|vale|cashback)|off|no cashback))',
  en: '(?:gets?|receives?|wins?|give|gives|with) {price}(?! (?:off|discount|voucher|coupon|cashback|back|of cashback|in cashback))',
  es: '(?:gana|ganan|recibe|reciben|lleva|llevan|dar|damos|doy|con) {price}(?! (?:de (?:descuento|vale|voucher|cashback|vuelta)|en (?:vale|cashback)|off))',
});

/** `manda 20 reais pra quem sumiu`: sent once to some, which is no rule. */
const sent = ways({
  pt: '(?:(?:quero|vamos|pode) )?(?:manda|mande|mandar|envia|envie|enviar|dispara|disparar|oferece|ofereca|da|dar|de) {price}(?! (?:de (?:desconto|voucher|vale|cashback|volta)|em (?:voucher|vale|cashback)|off|cashback))',
  en: '(?:(?:i want to|let us|please) )?(?:send|offer|give) {price}(?! (?:off|discount|voucher|coupon|cashback|back|of cashback|in cashback))',
  es: '(?:(?:quiero|vamos a) )?(?:manda|mandar|mandale|mandales|envia|enviar|enviales|ofrece|ofreceles|dale|dales|da|dar) {price}(?! (?:de (?:descuento|vale|voucher|cashback|vuelta)|en (?:vale|cashback)|off))',
});
const MESSAGE = {
  pt: '(?:um|uma) (?:mensagem|mensagenzinha|msg|recado|recadinho|zap|aviso|convite|whats|oi)',
  en: 'a (?:message|text|note|whatsapp)',
  es: '(?:un|una) (?:mensaje|mensajito|aviso|recado|invitacion|whatsapp)',
};
/** `chama de volta quem sumiu`, `manda um recado pra quem não vem`: somebody is written to. */
const written = ways({
  pt: `(?:(?:quero|vamos|pode) )?(?:manda|mande|mandar|envia|envie|enviar|dispara|disparar) ${MESSAGE.pt}(?: (?:para|a))? / (?:(?:quero|vamos|pode) )?(?:chama|chame|chamar|traz|traga|trazer|busca|buscar) de volta(?: a)? / (?:(?:quero|vamos|pode) )?(?:reativa|reative|reativar|recupera|recupere|recuperar)(?= quem ) / (?:oferece|ofereca|oferecer|manda|mandar|envia|enviar)(?= \\d\\S* % (?:de desconto|off) )`,
  en: '(?:(?:i want to|let us|please) )?(?:text|message|write to|send a (?:message|text) to|win back|bring back|call back|invite back|reach out to)(?: (?:everyone|everybody|people|those|all|customers?))? / (?:send|offer)(?= \\d\\S* % (?:off|discount) )',
  es: `(?:(?:quiero|vamos a) )?(?:manda|mandar|mandale|mandales|envia|enviar|enviale|enviales) ${MESSAGE.es}(?: (?:para|a))? / (?:(?:quiero|vamos a) )?(?:llama|llamar|trae|traer) de vuelta(?: a)? / (?:(?:quiero|vamos a) )?(?:recupera|recuperar|reactiva|reactivar) a / (?:ofrece|ofreceles|manda|mandales|envia|enviales)(?= \\d\\S* % (?:de descuento|off) )`,
});
const SENT_CUE =
  /^ (?:(?:quero|vamos|pode|i want to|let us|please|quiero|vamos a) )?(?:mand|envi|dispar|ofere|ofrec|send|offer|give|da|de|cham|tra|busc|reativ|recuper|reactiv|llam|text|message|write|win|bring|call|invite|reach)/;

/** Of the purchase for which somebody is called: where a rule would say of which one, a campaign means the next. */
const discount = ways({
  pt: '(?:(?:ganha|ganham|recebe|recebem|leva|levam|dar|da|damos|dou|com|oferece|oferecendo) )?{decimal} % (?:de desconto|off)(?! (?:(?:na|para|a|em|numa) )*(?:proxima|outra) )(?: (?:ate|no maximo|maximo de) {money})?',
  en: '(?:(?:get|gets|receives?|wins?|give|gives|giving|with|offer|offering)(?: (?:them|a))? )?{decimal} % (?:off|discount)(?! (?:(?:on|for|in|the|their|your) )*next )(?: (?:up to|at most|max) {money})?',
  es: '(?:(?:gana|ganan|recibe|reciben|lleva|llevan|dar|da|damos|doy|dales|dale|con|ofrece) )?{decimal} % (?:de descuento|off)(?! (?:(?:en|para|la|una) )*(?:proxima|siguiente) )(?: (?:hasta|como maximo|maximo de) {money})?',
});

export type CampaignRead = { campaign: CampaignWish } | { campaignAsk: CampaignQuestion };

/** What a campaign's sentence means, or what is to be asked about it; null where it is about something else. */
export function readCampaign(sentence: Sentence): CampaignRead | null {
  if (!sentence.has(HEADER_CUE)) return readSent(sentence);
  return sentence.take(header) ? readWish(sentence, null) : null;
}

/** Only where it is clear to whom and what; otherwise it is another wish. */
function readSent(sentence: Sentence): CampaignRead | null {
  if (!sentence.has(SENT_CUE)) return null;
  let cents: number | null = null;
  const isSent =
    sentence.take(sent, ({ groups: [digits] }) => {
      cents = sentence.money(digits);
    }) || sentence.take(written);
  const read = isSent ? readWish(sentence, cents) : null;
  return read !== null && 'campaign' in read ? read : null;
}

/** `cents`: where what is given was said before. */
function readWish(sentence: Sentence, cents: number | null): CampaignRead | null {
  const audience: CampaignWish['audience'] = {};
  const { last_day: lastDay } = lastDayIn(sentence);
  takeOwnAudience(sentence, audience);
  const given = cents === null ? takeOffer(sentence) : cashback(cents);
  const { draft, taken, left } = readDraft(sentence);
  // "campanha 3", "campanhas": a wish about one that there is.
  if (taken === 0 && given === null && Object.keys(audience).length === 0) return null;
  const question = sentence.question ?? questionOf(left);
  if (question !== null) return { campaignAsk: { reason: 'rule', question: inWords(question) } };
  fromConditions(draft, audience);
  const offer = given ?? offerOf(draft);
  if (Object.keys(audience).length === 0) return { campaignAsk: { reason: 'no-audience' } };
  if (offer === null) return { campaignAsk: { reason: draft.benefit === null ? 'no-offer' : 'offer' } };
  const { dates, ...conditions } = draft.conditions;
  if (dates !== undefined && dates[0] > sentence.today) return { campaignAsk: { reason: 'starts-later' } };
  const last = dates?.[1] ?? lastDay;
  const days = last === undefined ? undefined : daysBetween(sentence.today, last);
  const validity = { ...draft.validity, ...(days === undefined ? {} : { valid_days: days }) };
  return checked({ ...draft, conditions, validity }, audience, offer);
}

const cashback = (cents: number): Offer => ({ kind: 'cashback', cents });

/** What is given in words of campaigns alone: an amount as it is, a discount; null for none. */
export function takeOffer(sentence: Sentence): Offer | null {
  let offer: Offer | null = null;
  void (
    sentence.take(amount, ({ groups: [digits] }) => {
      offer = cashback(sentence.money(digits));
    }) ||
    sentence.take(discount, ({ groups: [bps, most] }) => {
      const ceiling = most === undefined ? {} : { max_cents: sentence.money(most) };
      offer = { kind: 'voucher', benefit: { kind: 'voucher-percent', bps: readHundredths(bps), ...ceiling } };
    })
  );
  return offer;
}

export function takeOwnAudience(sentence: Sentence, audience: CampaignWish['audience']): void {
  sentence.take(fresh, ({ groups: [days] }) => {
    audience.new_days = days === undefined ? NEW_DAYS : Number(days);
  });
  sentence.take(spent, ({ groups }) => {
    const digits = groups.find((group) => /^\d/.test(group));
    const isMore = groups.some((group) => /^[a-z]/.test(group));
    audience.spent_min_cents = sentence.money(digits) + (isMore ? 1 : 0);
  });
  sentence.take(boughtQuoted, ({ end }) => {
    const token = sentence.from(end - 1)[0];
    const name = token === undefined ? null : quotedName(token.raw);
    if (name === null) return false;
    audience.bought = [name];
    return true;
  });
  if (audience.bought === undefined)
    sentence.take(boughtPlain, ({ groups: [name = ''] }) => {
      audience.bought = [name];
    });
  sentence.take(everybody, () => {
    audience.everybody = true;
  });
}

export function fromConditions({ conditions }: Draft, audience: CampaignWish['audience']): void {
  const { inactive_days, tier, labels, birthday, first_purchase } = conditions;
  if (inactive_days !== undefined) audience.inactive_days = inactive_days;
  if (tier !== undefined) audience.tier = tier;
  if (labels !== undefined) audience.labels = [...labels];
  if (birthday !== undefined) audience.birthday = birthday;
  if (first_purchase !== undefined) audience.new_days = NEW_DAYS;
}

export function offerOf({ benefit, every }: Draft): Offer | null {
  if (benefit === null || every !== undefined) return null;
  if (isVoucher(benefit)) return { kind: 'voucher', benefit };
  if (benefit.kind === 'cashback-fixed') return { kind: 'cashback', cents: benefit.cents };
  return benefit.kind === 'points-fixed' ? { kind: 'points', points: benefit.points } : null;
}

const KNOWN_CONDITIONS = new Set([
  'inactive_days',
  'tier',
  'labels',
  'birthday',
  'first_purchase',
  'min_cents',
  'min_inclusive',
]);

/** Whether a rule says something that a campaign cannot. */
export const saysMore = ({ conditions, limits, validity }: Draft): boolean =>
  Object.keys(conditions).some((name) => !KNOWN_CONDITIONS.has(name)) ||
  Object.keys(limits).some((name) => name !== 'budget_cents') ||
  Object.keys(validity).some((name) => name !== 'valid_days' && name !== 'use_min_cents');

/** What a purchase must reach to use the offer, in cents. */
export function useMinOf({ conditions, validity }: Draft): number | undefined {
  const least = conditions.min_cents;
  if (validity.use_min_cents !== undefined || least === undefined) return validity.use_min_cents;
  return least + (conditions.min_inclusive === true ? 0 : 1);
}

function checked(draft: Draft, audience: CampaignWish['audience'], offer: Offer): CampaignRead {
  if (saysMore(draft)) return { campaignAsk: { reason: 'not-of-campaigns' } };
  const { limits, validity } = draft;
  const useMin = useMinOf(draft);
  const wish = campaignWishSchema.safeParse({
    audience,
    offer,
    valid_days: validity.valid_days ?? VALID_DAYS,
    ...(useMin === undefined ? {} : { use_min_cents: useMin }),
    ...(limits.budget_cents === undefined ? {} : { budget_cents: limits.budget_cents }),
  });
  return wish.success ? { campaign: wish.data } : { campaignAsk: { reason: 'impossible' } };
}
