import { ways } from '../rule/sentence';
import { daysOf, printDays, SPAN } from '../rule/spans';
import type { Statement } from './statement';

const REFUND = {
  pt: '(?:(?:a|o|na|no|em|se|quando|com|de|caso|cada|houver|tiver|das|nas) )*(?:devolucao|devolucoes|devolver|devolvem|devolveu|devolvida|estorno|estornos|estornar|compra devolvida|cancelamento|cancelar)(?: (?:a compra|uma compra|de compra|da compra|,|e|o|cliente|do cliente|que|o produto|produto))*',
  en: '(?:(?:a|the|on|in|if|when|for|with|they|customers?|someone) )*(?:refunds?|refunded|returns?|returned|returned purchases?|chargebacks?)(?: (?:purchases?|,|it|the|of a purchase|customer))*',
  es: '(?:(?:la|el|en|si|cuando|con|de|al|una|las) )*(?:devolucion|devoluciones|devuelven|devuelve|devuelvan|devolver|reembolsos?|anulacion)(?: (?:la compra|de la compra|una compra|,|el|cliente))*',
};
const SPENT = {
  pt: '(?: (?:o|a|e|do|tiver|tenha|se|produto|que|que ja|ja|gastaram|usaram|foi|foram|usou|usado|usados|gasto|gastos|gastou|cashback|saldo|beneficio|divida|no|em))*',
  en: '(?: (?:what|the|was|and|they|have|already|that|has|been|spent|used|cashback|it|is|balance|benefit|debt))*',
  es: '(?: (?:lo|la|el|y|que|ya|se|fue|usado|uso|usaron|gasto|gastado|gastaron|cashback|saldo|beneficio|deuda))*',
};
const AFTER_SPENT = '(?: (?:after|having|once|spending|spent|they|have|it|the|cashback|balance|,))*';
const debt = ways({
  pt: `${REFUND.pt} (?:vira|viram|fica|vai|gera|geram|cria|fica como|vira uma|deixa|deixa uma|cobra|desconta)(?: (?:como|em|uma|a|do))*(?: (?:divida|debito|saldo negativo|devendo|proximo cashback|proximos ganhos)) / ${REFUND.pt} (?:(?:o cliente|cliente|ele) )?(?:fica )?(?:divida|devendo|deve(?: para a loja)?)`,
  en: `${REFUND.en} (?:becomes?|turns? into|leaves?|creates?|makes?|is|are)(?: (?:a|as))* (?:debt|debts|negative balance|owed) / ${REFUND.en}${AFTER_SPENT}(?: ,)? (?:they|customers?|it)? ?(?:owes?|stays? in debt|is in debt)(?: (?:it|us|me|that))*`,
  es: `${REFUND.es} (?:(?:se )?(?:vuelve|vuelven|convierte en|convierten en)|queda como|quedan como|genera|generan|crea|deja|es)(?: (?:una|como))* (?:deuda|saldo negativo|deudas) / ${REFUND.es}(?: ,)? (?:(?:el cliente|cliente) )?(?:queda|quedan|sigue) debiendo`,
});
const forgive = ways({
  pt: `${REFUND.pt} (?:perdoa|perdoar|perdoam|e perdoada|sao perdoadas|perdoado|nao cobra|nao vira divida|nao gera divida|nao cobrar|fica por isso mesmo)${SPENT.pt} / (?:perdoar?|perdoe|nao cobrar|nao cobra)${SPENT.pt} ${REFUND.pt}${SPENT.pt} / ${REFUND.pt}${SPENT.pt}(?: ,)? (?:perdoa|perdoar?|perdoe|nao cobra|nao cobrar|nao desconta|deixa para la|fica por isso mesmo|esquece)${SPENT.pt}`,
  en: `${REFUND.en} (?:forgives?|is forgiven|are forgiven|forgiven|does not become a debt|do not become a debt|leaves? no debt)${SPENT.en} / forgive${SPENT.en} ${REFUND.en}${SPENT.en} / ${REFUND.en}${SPENT.en}(?: ,)? (?:forgive|let it go|do not charge|forget)${SPENT.en}`,
  es: `${REFUND.es} (?:perdona|perdonar|perdonan|se perdona|se perdonan|no cobra|no se cobra|no genera deuda|no deja deuda)${SPENT.es} / (?:perdonar?|perdone|no cobrar)${SPENT.es} ${REFUND.es}${SPENT.es} / ${REFUND.es}${SPENT.es}(?: ,)? (?:perdona(?:les|le|lo)?|perdonar(?:les)?|perdonen|no cobres|no cobrar|no les cobres|olvida(?:lo)?|dejalo asi)${SPENT.es}`,
});

/** What was spent already when the purchase comes back: `devolução vira dívida`. */
export const refunds: Statement = {
  read(sentence, settings) {
    const note = (policy: 'debt' | 'forgive') => (): void => {
      if (settings.refund_policy !== undefined && settings.refund_policy !== policy)
        sentence.ask({ reason: 'said-twice', text: sentence.lastTaken });
      settings.refund_policy = policy;
    };
    sentence.take(forgive, note('forgive'));
    sentence.take(debt, note('debt'));
  },
  print({ refund_policy: policy }, lang) {
    if (policy === undefined) return null;
    return {
      pt: { debt: 'devolução vira dívida', forgive: 'devolução perdoa o que já foi usado' },
      en: { debt: 'a refund becomes a debt', forgive: 'a refund forgives what was already spent' },
      es: { debt: 'la devolución queda como deuda', forgive: 'la devolución perdona lo que ya se usó' },
    }[lang][policy];
  },
};

const POINTS = {
  pt: '(?:(?:os|o|arredondamento d[eo]s?) )*(?:pontos?|arredondamento)',
  en: '(?:(?:the) )*(?:points?|rounding of points|rounding)',
  es: '(?:(?:los|el|redondeo de) )*(?:puntos?|redondeo)',
};
const ROUND = {
  pt: '(?: (?:sempre|sao|se|e))*(?: (?:arredond\\w+))?(?: (?:sempre|de|e|sao))*',
  en: '(?: (?:always|are|is))*(?: (?:rounds?|rounded|rounding))?(?: (?:always|is))*',
  es: '(?: (?:siempre|se|son|es))*(?: (?:redonde\\w+))?(?: (?:siempre|es))*',
};
const down = ways({
  pt: `arredond\\w+ (?:os )?pontos? (?:sempre )?(?:para baixo|por baixo) / ${POINTS.pt}${ROUND.pt} (?:para baixo|por baixo)`,
  en: `round (?:the )?points (?:always )?down / ${POINTS.en}${ROUND.en} down(?:wards?)?`,
  es: `redonde\\w+ (?:los )?puntos? (?:hacia|para) abajo / ${POINTS.es}${ROUND.es} (?:hacia abajo|para abajo|por abajo)`,
});
const nearest = ways({
  pt: `arredond\\w+ (?:os )?pontos? (?:para o mais proximo|normalmente) / ${POINTS.pt}${ROUND.pt} (?:para o (?:mais proximo|inteiro mais proximo)|ao mais proximo|normal|normalmente|meio para cima)`,
  en: `round (?:the )?points (?:to the nearest|normally|half up) / ${POINTS.en}${ROUND.en} (?:to the nearest|half up|normally|to nearest)`,
  es: `redonde\\w+ (?:los )?puntos? (?:al mas cercano|normalmente) / ${POINTS.es}${ROUND.es} (?:al (?:mas cercano|mas proximo)|normal|normalmente)`,
});

/** `pontos arredondam para baixo`. */
export const rounding: Statement = {
  read(sentence, settings) {
    sentence.take(down, () => {
      settings.points_rounding = 'down';
    });
    sentence.take(nearest, () => {
      settings.points_rounding = 'half-up';
    });
  },
  print({ points_rounding: way }, lang) {
    if (way === undefined) return null;
    return {
      pt: { down: 'os pontos arredondam para baixo', 'half-up': 'os pontos arredondam para o mais próximo' },
      en: { down: 'points round down', 'half-up': 'points round to the nearest' },
      es: {
        down: 'los puntos se redondean hacia abajo',
        'half-up': 'los puntos se redondean al más cercano',
      },
    }[lang][way];
  },
};

const RECEIPT = {
  pt: '(?:(?:a|o|as|os|uma|da|de|para|prazo|cliente|pode|podem) )*(?:notas?|cupom fiscal|comprovantes?|compras? sem (?:cpf|cadastro|cliente)|vendas? sem cliente)',
  en: '(?:(?:the|a|an|of|for|customers?|can) )*(?:receipts?|invoices?|(?:unclaimed )?purchases? without a (?:buyer|customer)|sales? without a (?:buyer|customer))',
  es: '(?:(?:la|el|las|los|una|de|para|plazo|cliente|puede|pueden) )*(?:notas?|boletas?|facturas?|tickets?|recibos?|comprobantes?|ventas? sin cliente)',
};
const CLAIM = {
  pt: '(?:pedid[ao]s?|pedir|reclamad[ao]s?|reclamar|apresentar|trazer|cadastrad[ao]s?|cadastrar|enviad[ao]s?|enviar|vinculad[ao]s?|registrad[ao]s?|registrar|lancad[ao]s?|mandar|mandada)',
  en: '(?:claimed|claim|requested|sent|send|registered|submitted)',
  es: '(?:pedid[ao]s?|pedirse|pedir|reclamad[ao]s?|reclamar|registrad[ao]s?|registrar|enviad[ao]s?|enviar)',
};
const claims = ways({
  pt: `${RECEIPT.pt} (?:(?:pode|podem|so|ser|deve|e|sao|tem que) )*${CLAIM.pt}(?: (?:em|ate|por|dentro de|no prazo de|so|durante))* ${SPAN.pt}(?: (?:depois|apos a compra|da compra|depois da compra))? / (?:(?:o|cliente|pode|podem|prazo|para|de|tem) )*${CLAIM.pt} ${RECEIPT.pt}(?: (?:em|ate|por|dentro de|e|=|de))* ${SPAN.pt} / (?:(?:o cliente|cliente|eles|os clientes|clientes) )?(?:tem |com |sao )?${SPAN.pt} para (?:pedir|apresentar|trazer|lancar|reclamar|cadastrar|enviar|registrar|mandar) ${RECEIPT.pt} / prazo d[ae] nota(?: (?:e|de|=|,))* ${SPAN.pt}`,
  en: `${RECEIPT.en} (?:(?:can|may|only|be|must|are|is) )*${CLAIM.en}(?: (?:for|within|in|up to|until))* ${SPAN.en}(?: (?:after the purchase|later))? / (?:(?:customers?|can|may|to) )*${CLAIM.en} ${RECEIPT.en}(?: (?:for|within|in|up to))* ${SPAN.en} / (?:(?:they|customers?|people) )?(?:have |get )?${SPAN.en} to (?:claim|send|bring|register|submit) ${RECEIPT.en}`,
  es: `${RECEIPT.es} (?:(?:se|puede|pueden|solo|ser|debe|es|son) )*${CLAIM.es}(?: (?:en|hasta|por|dentro de|durante))* ${SPAN.es}(?: despues)? / (?:(?:el|cliente|puede|pueden|plazo|para|tiene) )*${CLAIM.es} ${RECEIPT.es}(?: (?:en|hasta|por|dentro de|es|=|de))* ${SPAN.es} / (?:(?:los clientes|el cliente|ellos) )?(?:tienen |tiene |con |son )?${SPAN.es} para (?:pedir|presentar|traer|mandar|reclamar|registrar|enviar) ${RECEIPT.es}`,
});

/** `nota pode ser pedida em até 7 dias`. */
export const claiming: Statement = {
  read(sentence, settings) {
    sentence.take(claims, ({ groups }) => {
      settings.claim_days = daysOf(groups);
    });
  },
  print({ claim_days: days }, lang) {
    if (days === undefined) return null;
    const words = {
      pt: 'a nota pode ser pedida em até',
      en: 'receipts can be claimed within',
      es: 'la nota puede pedirse hasta en',
    }[lang];
    return `${words} ${printDays(days, lang)}`;
  },
};
