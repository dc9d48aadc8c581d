import { printHundredths, printMoney, readHundredths } from '../rule/figures';
import { ways } from '../rule/sentence';
import { daysOf, printDays, SPAN } from '../rule/spans';
import type { Statement } from './statement';

const PURCHASE = {
  pt: 'd[aeo] (?:cada |uma |sua |proxima |valor d[ae] |o valor d[ae] |total d[ae] )*compra',
  en: '(?:of|off) (?:each |a |the |any |every |their )?(?:purchase|order|sale|bill)(?: (?:amount|value|total))?',
  es: 'de (?:cada |la |una |el valor de la |el total de la |su )*compra',
};
const PAYS = {
  pt: '(?:o |os |um |a |meu )?(?:cashback|saldo|vouchers?|vale|resgate|cliente|beneficio)s?(?: (?:so|nao))?(?: (?:pode|podem))?(?: (?:ser usado para))? (?:pagar?|paga|pagam|cobre|cobrem|cobrir|abate|abater|desconta|descontar|vale|valer|usar|resgatar|ser usado em|passa de)(?: (?:com (?:o )?(?:cashback|saldo)))?(?: (?:em|de))?',
  en: '(?:the |a )?(?:cashback|balance|vouchers?|redemptions?|customers?)(?: (?:can|may|only))* (?:pays?|pay for|covers?|cover|be used for|takes?|redeem|use)(?: (?:for|only))*',
  es: '(?:el |los |un |la )?(?:cashback|saldo|vales?|vouchers?|canje|cliente)s?(?: (?:solo|no))?(?: (?:puede|pueden))? (?:paga|pagan|pagar|cubre|cubren|cubrir|descuenta|descontar|vale|usar|canjear|usarse en|pasa de)(?: (?:con (?:el )?(?:cashback|saldo)))?(?: (?:en|de))?',
};
const MOST = {
  pt: '(?: (?:so|apenas|somente))?(?: (?:ate|no maximo|maximo de|ate no maximo))?(?: (?:o|os|a))?',
  en: '(?: (?:only))?(?: (?:up to|at most|no more than|a maximum of|maximum))?',
  es: '(?: (?:solo|solamente))?(?: (?:hasta|como maximo|maximo|hasta un maximo de))?(?: (?:el|un|la))?',
};
const share = ways({
  pt: `${PAYS.pt}${MOST.pt} {decimal} %(?: ${PURCHASE.pt})? / (?:(?:o|pode|da para) )*(?:usar|usa|resgatar|resgata|resgate|pagar|uso)(?: (?:o|do|de|cashback|saldo|maximo))*${MOST.pt} {decimal} % ${PURCHASE.pt} / (?:limite|maximo|teto) (?:de |do )?(?:resgate|uso|cashback|voucher)(?: (?:de|e|=|por compra|,))* {decimal} %(?: ${PURCHASE.pt})? / ${PAYS.pt}${MOST.pt} (metade|compra toda|compra inteira|toda a compra)(?: ${PURCHASE.pt})? / (?:usar|resgatar|pagar)${MOST.pt} (metade) ${PURCHASE.pt}`,
  en: `${PAYS.en}${MOST.en} {decimal} %(?: ${PURCHASE.en})? / (?:use|redeem|pay|redeeming)(?: (?:the|cashback|balance|with))*${MOST.en} {decimal} % ${PURCHASE.en} / (?:redemption|redeeming|cashback use) (?:limit|cap|maximum)(?: (?:of|is|=|,))* {decimal} %(?: ${PURCHASE.en})? / ${PAYS.en}${MOST.en} (half|the whole purchase|all)(?: ${PURCHASE.en})?(?: (?:the )?purchase)?`,
  es: `${PAYS.es}${MOST.es} {decimal} %(?: ${PURCHASE.es})? / (?:(?:se|puede|pueden) )*(?:usar|usa|canjear|canje|pagar|uso)(?: (?:el|del|de|cashback|saldo|maximo))*${MOST.es} {decimal} % ${PURCHASE.es} / (?:limite|maximo|tope) (?:de |del )?(?:canje|uso|cashback|vale)(?: (?:de|es|=|por compra|,))* {decimal} %(?: ${PURCHASE.es})? / ${PAYS.es}${MOST.es} (mitad|toda la compra|compra entera)(?: ${PURCHASE.es})?`,
});

/** `cashback paga até 30% da compra`. */
export const redeemMost: Statement = {
  read(sentence, settings) {
    sentence.take(share, ({ groups: [said = ''] }) => {
      settings.redeem_max_bps = /^\d/.test(said)
        ? readHundredths(said)
        : /metade|half|mitad/.test(said)
          ? 5_000
          : 10_000;
    });
  },
  print({ redeem_max_bps: bps }, lang) {
    if (bps === undefined) return null;
    return {
      pt: 'o cashback paga até *% da compra',
      en: 'cashback pays up to *% of the purchase',
      es: 'el cashback paga hasta *% de la compra',
    }[lang].replace('*', printHundredths(bps, lang));
  },
};

const least = ways({
  pt: `(?:(?:o|valor|saldo) )*minim[oa] (?:para|de|do|para o) (?:poder )?(?:resgat\\w+|trocar|usar o (?:cashback|saldo))(?: (?:o )?(?:cashback|saldo))?(?: (?:e|de|=|,|fica|vira))* {money} / (?:o )?resgates? (?:minim[oa])(?: (?:e|de|=|,))* {money} / (?:(?:o|cliente|so|pode|podem|da para) )*resgat(?:ar|a|e|es)(?: (?:o )?(?:cashback|saldo))?(?: (?:so|apenas|somente))? (?:a partir de|com no minimo|no minimo|com pelo menos|pelo menos) {money}`,
  en: `(?:(?:the|a) )*(?:minimum|least) (?:to|for|amount to) (?:redeem\\w*|redemption|use (?:the )?(?:cashback|balance))(?: (?:the )?(?:cashback))?(?: (?:is|of|=|,))* {money} / (?:the )?minimum redemption(?: (?:is|of|=|,))* {money} / (?:(?:customers?|can|only) )*redeem(?: (?:cashback))?(?: only)? (?:from|at least|starting at) {money}`,
  es: `(?:(?:el|valor|saldo) )*minim[oa] (?:para|de|del) (?:poder )?(?:canje\\w*|redimir|usar el (?:cashback|saldo))(?: (?:el )?(?:cashback|saldo))?(?: (?:es|de|=|,))* {money} / (?:el )?canje minim[oa](?: (?:es|de|=|,))* {money} / (?:(?:el|cliente|solo|puede|pueden|se) )*canje(?:ar|a)(?: (?:el )?(?:cashback|saldo))?(?: solo)? (?:a partir de|desde|al menos|con al menos) {money}`,
});

/** `mínimo para resgatar R$ 10`. */
export const redeemLeast: Statement = {
  read(sentence, settings) {
    sentence.take(least, ({ groups: [cents] }) => {
      settings.redeem_min_cents = sentence.money(cents);
    });
  },
  print({ redeem_min_cents: cents }, lang) {
    if (cents === undefined) return null;
    const words = { pt: 'mínimo para resgatar', en: 'minimum to redeem', es: 'mínimo para canjear' }[lang];
    return `${words} ${printMoney(cents, lang)}`;
  },
};

const life = ways({
  pt: `(?:(?:o|os|cada|todo|todos|um) )*(?:vouchers?|vales?|cupom|cupons)(?: de resgate)? (?:e |sao |fica |ficam |tem )?(?:vale|valem|valid[oa]s?|dura|duram|vence|vencem|expira|expiram|validade|com validade)(?: (?:por|de|em|ate|durante|apos|depois))* ${SPAN.pt} / (?:(?:a|o|prazo|de) )*(?:validade|prazo|vencimento) d[eo]s? (?:vouchers?|vales?|cupom|cupons)(?: (?:e|de|=|,|fica|para))* ${SPAN.pt}`,
  en: `(?:(?:the|each|all|a|every) )*(?:vouchers?|coupons?)(?: (?:is|are|will be))? (?:valid|lasts?|good|live|lives|expires?)(?: (?:for|in|after|up to))* ${SPAN.en} / (?:the )?(?:validity|life|expiry) of (?:the )?(?:vouchers?|coupons?)(?: (?:is|=|,))* ${SPAN.en} / (?:voucher|coupon) (?:validity|life|expiry)(?: (?:of|is|=|,))* ${SPAN.en}`,
  es: `(?:(?:el|los|cada|todo|todos|un) )*(?:vouchers?|vales?|cupon|cupones)(?: (?:es|son))? (?:vale|valen|valid[oa]s?|dura|duran|vencen?|caducan?|expiran?)(?: (?:por|en|hasta|durante|a los))* ${SPAN.es} / (?:la )?(?:validez|vigencia|vencimiento) (?:de los |del |de )(?:vouchers?|vales?|cupon|cupones)(?: (?:es|de|=|,))* ${SPAN.es}`,
});

/** `voucher vale 15 dias`. */
export const voucherLife: Statement = {
  read(sentence, settings) {
    sentence.take(life, ({ groups }) => {
      settings.voucher_valid_days = daysOf(groups);
    });
  },
  print({ voucher_valid_days: days }, lang) {
    if (days === undefined) return null;
    const words = {
      pt: 'o voucher de resgate vale',
      en: 'vouchers are valid for',
      es: 'los vales son válidos por',
    }[lang];
    return `${words} ${printDays(days, lang)}`;
  },
};
