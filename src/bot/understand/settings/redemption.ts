import { printHundredths, printMoney, readHundredths } from '../rule/figures';
import { ways } from '../rule/sentence';
import { daysOf, printDays, SPAN } from '../rule/spans';
import type { Statement } from './statement';

const PURCHASE = {
  pt: 'd[aeo] (?:cada |uma |sua |proxima |valor d[ae] |o valor d[ae] |total d[ae] )*(?:compra|conta|venda|nota|pedido|total)',
  en: '(?:of|off|on) (?:each |a |the |any |every |their )?(?:purchase|order|sale|bill|total|check)(?: (?:amount|value|total))?',
  es: 'de(?:l)? (?:cada |la |una |el |valor de la |total de la |su )*(?:compra|cuenta|venta|pedido|total)',
};
const PAYS = {
  pt: '(?:o |os |um |a |meu )?(?:cashback|saldo|vouchers?|vale|resgate|cliente|beneficio)s?(?: (?:so|nao))?(?: (?:pode|podem))?(?: (?:ser usado para))? (?:pagar?|paga|pagam|cobre|cobrem|cobrir|abate|abater|desconta|descontar|vale|valer|usar|resgatar|ser usado em|passa de)(?: (?:com (?:o )?(?:cashback|saldo)))?(?: (?:em|de))?',
  en: '(?:the |a )?(?:cashback|balance|vouchers?|redemptions?|customers?)(?: (?:can|may|only))* (?:pays?|pay for|covers?|cover|be used for|takes?|redeem|use)(?: (?:for|only))*',
  es: '(?:el |los |un |la )?(?:cashback|saldo|vales?|vouchers?|canje|cliente)s?(?: (?:solo|no))?(?: (?:puede|pueden))? (?:paga|pagan|pagar|cubre|cubren|cubrir|descuenta|descontar|vale|usar|canjear|usarse en|pasa de)(?: (?:con (?:el )?(?:cashback|saldo)))?(?: (?:en|de))?',
};
const MOST = {
  pt: '(?: (?:so|apenas|somente))?(?: (?:ate|no maximo|limitado a|nunca mais de|maximo de|ate no maximo|quando muito|no max))?(?: (?:o|os|a))?',
  en: '(?: (?:only))?(?: (?:up to|at most|no more than|never more than|as much as|a maximum of|maximum|not more than|max))?',
  es: '(?: (?:solo|solamente))?(?: (?:hasta|como maximo|como mucho|a lo sumo|maximo|no mas de|nunca mas de|hasta un maximo de))?(?: (?:el|un|la))?',
};
const share = ways({
  pt: `(?:(?:o|os|a|so|cliente|clientes|pode|podem|da|para|deixa|deixo|eles|ele|com|cashback) )*(?:usar|usa|usam|pagar|paga|cobrir|cobre|quitar) (?:(?:o|com|de|do) )*(?:cashback|saldo)? ?(?:(?:para|em) (?:pagar|cobrir|quitar|abater)|em)?${MOST.pt} (?:{decimal} %|(metade)) ${PURCHASE.pt}(?: com (?:o )?(?:cashback|saldo))? / ${MOST.pt.trim()} {decimal} % ${PURCHASE.pt} (?:(?:pode|podem) )?(?:ser )?(?:pag[oa]s?|cobert[oa]s?|quitad[oa]s?)(?: (?:com|em|por) (?:o )?(?:cashback|saldo)) / ${PAYS.pt}${MOST.pt} {decimal} %(?: ${PURCHASE.pt})? / (?:(?:o|pode|da para) )*(?:usar|usa|resgatar|resgata|resgate|pagar|uso)(?: (?:o|do|de|cashback|saldo|maximo))*${MOST.pt} {decimal} % ${PURCHASE.pt} / (?:limite|maximo|teto) (?:de |do )?(?:resgate|uso|cashback|voucher)(?: (?:de|e|=|por compra|,))* {decimal} %(?: ${PURCHASE.pt})? / ${PAYS.pt}${MOST.pt} (metade|compra toda|compra inteira|toda a compra)(?: ${PURCHASE.pt})? / (?:usar|resgatar|pagar)${MOST.pt} (metade) ${PURCHASE.pt}`,
  en: `(?:(?:let|them|people|customers?|can|may|the|only|they|cashback|allow|to) )*(?:use|uses|pay|pays|cover|covers) (?:(?:the|for|with|their|cashback|balance|to|pay|cover) )*${MOST.en} (?:{decimal} %|(half)) (?:of |off )?(?:a |the |each |any |their )?(?:purchase|order|bill|sale|total|check)(?: (?:with|by|in|using) (?:the |their )?(?:cashback|balance))? / (?:(?:let|them|people|customers?|can|may|only) )*(?:use|pay|cover)${MOST.en} half (?:of )?(?:the |a |each |their )?(?:purchase|order|bill|total)(?: with (?:the |their )?(?:cashback|balance))? / ${MOST.en.trim()} {decimal} % ${PURCHASE.en} (?:can |may )?(?:be )?(?:paid|covered)(?: (?:with|by|in) (?:cashback|the balance)) / ${PAYS.en}${MOST.en} {decimal} %(?: ${PURCHASE.en})? / (?:use|redeem|pay|redeeming)(?: (?:the|cashback|balance|with))*${MOST.en} {decimal} % ${PURCHASE.en} / (?:redemption|redeeming|cashback use) (?:limit|cap|maximum)(?: (?:of|is|=|,))* {decimal} %(?: ${PURCHASE.en})? / ${PAYS.en}${MOST.en} (half|the whole purchase|all)(?: ${PURCHASE.en})?(?: (?:the )?(?:purchase|bill|total))?(?: (?:at most|max|tops|at the most))?`,
  es: `(?:(?:el|los|la|solo|cliente|clientes|puede|pueden|puedan|se|dejo|deja|que|con|cashback) )*(?:usar|usa|usen|pagar|paga|paguen|cubrir|cubre|cubran) (?:(?:el|con|de|del) )*(?:cashback|saldo)? ?(?:(?:para|en) (?:pagar|cubrir)|en)?${MOST.es} (?:{decimal} %|(mitad)) ${PURCHASE.es}(?: con (?:el )?(?:cashback|saldo))? / ${PAYS.es}${MOST.es} {decimal} %(?: ${PURCHASE.es})? / (?:(?:se|puede|pueden) )*(?:usar|usa|canjear|canje|pagar|uso)(?: (?:el|del|de|cashback|saldo|maximo))*${MOST.es} {decimal} % ${PURCHASE.es} / (?:limite|maximo|tope) (?:de |del )?(?:canje|uso|cashback|vale)(?: (?:de|es|=|por compra|,))* {decimal} %(?: ${PURCHASE.es})? / ${PAYS.es}${MOST.es} (mitad|toda la compra|compra entera)(?: ${PURCHASE.es})?`,
});

/** `cashback paga até 30% da compra`. */
export const redeemMost: Statement = {
  read(sentence, settings) {
    sentence.take(share, ({ groups: [said = ''] }) => {
      settings.redeem_max_bps = /^\d/.test(said)
        ? readHundredths(said)
        : /metade|half|mitad/.test(said) || said === ''
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
  pt: `(?:(?:o|valor|saldo) )*minim[oa] (?:para|de|do|para o) (?:poder )?(?:resgat\\w+|trocar|usar o (?:cashback|saldo))(?: (?:o )?(?:cashback|saldo))?(?: (?:e|de|=|,|fica|vira))* {money} / (?:pelo menos|no minimo|ao menos|a partir de) {money} (?:para|de) (?:poder )?(?:resgat\\w+|usar|trocar) / nao (?:da para|pode|podem|deixa|deixo|vale) (?:resgatar|usar|trocar) (?:menos (?:de|que)|abaixo de) {money} / (?:o )?minim[oa] (?:de |e )?{money} (?:para|de) (?:poder )?(?:resgat\\w+|trocar|usar|gastar)(?: (?:o )?(?:cashback|saldo))? / (?:so )?(?:resgat\\w+|usa\\w*|trocar?) (?:o (?:cashback|saldo) )?(?:quem tem|com|tendo) (?:no minimo|pelo menos|a partir de|ao menos) {money} / (?:ninguem|nenhum cliente) (?:pode )?(?:resgata|resgatar|usa|usar|troca|trocar) (?:menos (?:de|que)|abaixo de) {money} / (?:com )?menos de {money} (?:nao (?:resgata|pode resgatar|da para resgatar|usa)) / (?:o )?resgates? (?:minim[oa])(?: (?:e|de|=|,))* {money} / (?:(?:o|cliente|so|pode|podem|da para) )*resgat(?:ar|a|e|es)(?: (?:o )?(?:cashback|saldo))?(?: (?:so|apenas|somente))? (?:a partir de|com no minimo|no minimo|com pelo menos|pelo menos) {money}`,
  en: `(?:(?:the|a) )*(?:minimum|least) (?:to|for|amount to) (?:redeem\\w*|redemption|use (?:the )?(?:cashback|balance))(?: (?:the )?(?:cashback))?(?: (?:is|of|=|,))* {money} / (?:at least|no less than) {money} to (?:redeem|use) / (?:(?:they|customers?|people|you|can|may|is|are) )*(?:not|no) (?:be )?(?:redeem\\w*|allowed to redeem|use) (?:less than|below|under) {money} / (?:nobody|no one|no customer) (?:can |may |should )?(?:redeems?|uses?) (?:less than|below|under) {money} / (?:the |a )?minimum (?:of )?{money} (?:to|for) (?:redeem\\w*|redemption|use (?:the )?(?:cashback|balance)) / (?:they |you |customers? )?(?:need|needs|must have) (?:at least )?{money} to (?:redeem|use) / (?:no )?redeem(?:ing|ption)?s? (?:below|under) {money} / (?:the )?minimum redemption(?: (?:is|of|=|,))* {money} / (?:(?:customers?|can|only) )*redeem(?: (?:cashback))?(?: only)? (?:from|at least|starting at) {money}`,
  es: `(?:(?:el|valor|saldo) )*minim[oa] (?:para|de|del) (?:poder )?(?:canje\\w*|redimir|usar el (?:cashback|saldo))(?: (?:el )?(?:cashback|saldo))?(?: (?:es|de|=|,))* {money} / (?:al menos|por lo menos|como minimo|desde) {money} para (?:poder )?(?:canje\\w*|usar) / (?:(?:los clientes|se) )?no (?:se )?(?:puede|pueden|deja) (?:canjear|usar) (?:menos de|por debajo de) {money} / (?:nadie|ningun cliente) (?:puede )?(?:canjea|canjear|usa|usar) (?:menos de|por debajo de) {money} / (?:el )?minim[oa] (?:de )?{money} (?:para|de) (?:poder )?(?:canje\\w*|redimir|usar|gastar)(?: (?:el )?(?:cashback|saldo))? / (?:solo )?(?:canje\\w+|usa\\w*) (?:con|quien tiene|teniendo) (?:al menos|por lo menos|como minimo|desde) {money} / (?:el )?canje minim[oa](?: (?:es|de|=|,))* {money} / (?:(?:el|cliente|solo|puede|pueden|se) )*canje(?:ar|a)?(?: (?:el )?(?:cashback|saldo))?(?: solo)? (?:a partir de|desde|al menos|con al menos) {money}`,
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
  pt: `(?:(?:o|os|cada|todo|todos|um) )*(?:vouchers?|vales?|cupom|cupons)(?: de resgate)? (?:e |sao |fica |ficam |tem que |tem |devem? |precisam? )?(?:vale|valem|valer|valham|durar|durem|valid[oa]s?|dura|duram|vence|vencem|expira|expiram|validade|com validade)(?: (?:por|de|em|ate|durante|apos|depois))* ${SPAN.pt} / (?:(?:a|o|prazo|de) )*(?:validade|prazo|vencimento) d[eo]s? (?:vouchers?|vales?|cupom|cupons)(?: (?:e|de|=|,|fica|para))* ${SPAN.pt}`,
  en: `(?:(?:the|each|all|a|every) )*(?:vouchers?|coupons?)(?: (?:is|are|will be|should|must|have to|to))? (?:be )?(?:valid|lasts?|good|live|lives|expires?)(?: (?:for|in|after|up to))* ${SPAN.en} / (?:the )?(?:validity|life|expiry) of (?:the )?(?:vouchers?|coupons?)(?: (?:is|=|,))* ${SPAN.en} / (?:voucher|coupon) (?:validity|life|expiry)(?: (?:of|is|=|,))* ${SPAN.en}`,
  es: `(?:(?:el|los|cada|todo|todos|un) )*(?:vouchers?|vales?|cupon|cupones)(?: (?:es|son|tienen? que|deben?))? (?:vale|valen|valer|valgan|tengan|tienen|durar|duren|valid[oa]s?|dura|duran|vencen?|caducan?|expiran?)(?: (?:por|en|hasta|durante|a los))* ${SPAN.es}(?: de (?:vigencia|validez))? / (?:la )?(?:validez|vigencia|vencimiento) (?:de los |del |de )(?:vouchers?|vales?|cupon|cupones)(?: (?:es|de|=|,))* ${SPAN.es}`,
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
