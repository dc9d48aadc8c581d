import { give, type Draft, type Facet } from '../../facet';
import { ways, type Sentence } from '../../sentence';

const GETS = {
  pt: '(?:ganha|ganham|ganhe|ganhem|leva|levam|leve|recebe|recebem|receba|tem|dou|damos)',
  en: '(?:gets?|earns?|receives?|wins?)',
  es: '(?:gana|ganan|gane|ganen|lleva|llevan|lleve|recibe|reciben|reciba|tiene|tienen|doy|damos)',
};
const END = '(?= (?:[·,]|$))';
const price = ways({ pt: '{price}', en: '{price}', es: '{price}' });
const won = ways({
  pt: `${GETS.pt} (\\d[\\d.,]*)${END}`,
  en: `${GETS.en} (\\d[\\d.,]*)${END}`,
  es: `${GETS.es} (\\d[\\d.,]*)${END}`,
});
const fold = ways({
  pt: `${GETS.pt} (?:(?:em|o) )?((?:dobr|tripl)\\w+)${END}`,
  en: `${GETS.en} (doubled?|twice|tripled?|thrice)(?: (?:as much|it|that))?${END}`,
  es: `${GETS.es} (?:(?:al|el) )?(doble|triple)${END}`,
});
/** Then it is of what they say. */
const OTHERWISE =
  / (?:desconto|desc|off|descuento|discount|vouchers?|vales?|cupom|cupons|cupon|cupones|coupons?|bono|pontos?|puntos?|points?|brinde|gift|regalo) /;

/** Of a share, apart from it: `10% off voucher on the first purchase, up to R$ 30`. */
const ceiling = ways({
  pt: `(?:com )?(?:ate|no maximo|maximo|teto)(?: de)? {price}${END}`,
  en: `(?:up to|at most|capped at) {price}${END}`,
  es: `(?:con )?(?:hasta|maximo|tope|como maximo)(?: de)? {price}${END}`,
});

const cuts = (sentence: Sentence, { benefit, every }: Draft): boolean =>
  benefit !== null || every !== undefined || sentence.said(OTHERWISE);

/** `R$ 10 na primeira compra`: money for a purchase is cashback; `ganha 10`, `ganha o dobro` may be of anything. */
export const bareBenefit: Facet = {
  cue: / /,
  read(sentence, draft) {
    const { benefit } = draft;
    if (benefit?.kind === 'voucher-percent' && benefit.max_cents === undefined)
      sentence.take(ceiling, ({ groups: [cents] }) => {
        draft.benefit = { ...benefit, max_cents: sentence.money(cents) };
      });
    if (cuts(sentence, draft)) return;
    const { conditions } = draft;
    const { first_purchase: first, nth_purchase: nth, min_cents: least } = conditions;
    if (first !== undefined || nth !== undefined || (least !== undefined && sentence.has(GET[sentence.lang])))
      sentence.take(price, ({ groups: [cents] }) =>
        give(sentence, draft, { kind: 'cashback-fixed', cents: sentence.money(cents) }),
      );
    if (draft.benefit !== null) return;
    if (sentence.take(won) || sentence.take(fold)) {
      const [, said = sentence.lastTaken] = SAID.exec(sentence.lastTaken) ?? [];
      sentence.ask({ reason: 'of-what', text: said });
    }
  },
  // With the word: cashback.ts.
  print: () => null,
};

/** Without the verb. */
const SAID = /^\S+ (.+)$/;
const GET = {
  pt: new RegExp(` ${GETS.pt} `),
  en: new RegExp(` ${GETS.en} `),
  es: new RegExp(` ${GETS.es} `),
};
