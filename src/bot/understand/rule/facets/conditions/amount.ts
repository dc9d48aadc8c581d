import type { Facet } from '../../facet';
import { printMoney } from '../../figures';
import { ways } from '../../sentence';

const between = ways({
  pt: `entre {money} e {money} /
    (?:a partir de|no minimo|pelo menos|(?<!(?:acima|mais|abaixo|menos) )de|desde) {money} (?:e )?(?:ate|a|no maximo) {money}`,
  en: `between {money} and {money} /
    (?:at least|starting at|from|of) {money} (?:and )?(?:up to|to) {money}`,
  es: `entre {money} y {money} /
    (?:a partir de|al menos|como minimo|desde|(?<!(?:encima|arriba|mas|debajo|menos) )de) {money} (?:y )?(?:hasta|a|como maximo) {money}`,
});
/** Without any of these, small numbers may as well be hours or days. */
const SURELY_MONEY = /r\$|rea(?:l|is|les)\b|\d{3}|[4-9]\d\b/;
/** As `between`, its first bound left out. */
const aboveUpTo = ways({
  pt: `(?:acima de|mais de) {money} (?:e )?(?:ate|a) {money}`,
  en: `(?:above|over|more than) {money} (?:and )?(?:up to|to) {money}`,
  es: `(?:por encima de|mas de) {money} (?:y )?(?:hasta|a) {money}`,
});
const above = ways({
  pt: `(?:>|acima de|acima dos|acima|para mais de|mais de|mais que|maior que|maiores que|maior de|superior a|superiores a|(?:passar|passarem|passando|passe|passem|passa|passou) (?:de|dos)|(?:ultrapassar|ultrapassando|ultrapasse|ultrapassa|superar|supere|supera)(?: (?:os|de))?|gastar mais de|gastando mais de) {money}`,
  en: `(?:>|above|over|more than|greater than|higher than|exceeding|exceeds?|passing|passes|tops|beats|crosses|clears|goes over|go over|bigger than|larger than) {money}`,
  es: `(?:>|por encima de|encima de|arriba de|por arriba de|mas de|mas que|mayor a|mayores a|mayor que|mayores que|superior a|superiores a|(?:que )?(?:superen|supere|supera|superan)(?: los)?|(?:pasar|pasen|pase|pasa|pasan) de(?: los)?|excedan?|exceden?) {money}`,
});
const from = ways({
  pt: `(?:> =|a partir de|a partir dos|apartir de|no minimo|pelo menos|desde|minima de|minimo de|minima|minimo|iguais ou acima de|(?:igual|iguais) ou (?:maior|maiores|superior|superiores) (?:que|a)|maior ou igual a|igual ou maior que|igual ou acima de|igual ou superior a) {money}(?: (?:para cima|em diante|para mais))? /
    (?:(?:valor|compra|pedido|gasto) )?(?:minim[oa]) (?:de )?(?:(?:compra|compras|gasto|pedido|consumo) )?(?:de )?{money} /
    (?:gastou|gastar|gastarem|gaste|gastem|gasta|gastando|comprou|comprar|compre|compra) {money}(?= (?:[·,]|e|ganha|ganhe|leva|leve|recebe|$)) /
    (?:de )?{money} (?:ou mais|e mais|acima|pra cima|para cima|em diante|ou acima|no minimo|para mais|afora)`,
  en: `(?:> =|from|at least|starting at|starting from|minimum of|minimum|with a minimum of|no less than|equal to or (?:greater|more|higher|above|over)(?: than)?|greater than or equal to|not less than|a minimum of|minimum spend of|no smaller than) {money}(?: (?:and )?(?:up|upwards?|on|onwards?|above|over))? /
    (?:(?:min|minimum) (?:purchase |spend |spending |sale |order |ticket )?(?:amount |value )?(?:of |is )?){money} /
    (?:spend|spends|spending|spent|buy|buys|buying) {money}(?= (?:[·,]|and|get|gets|earn|earns|receive|$)) /
    (?:of )?{money} (?:\\+|or more|up(?! to)|and up|and more|upwards|and upwards|and above|plus|or above|or higher|and over|minimum)`,
  es: `(?:> =|a partir de|desde|al menos|por lo menos|como minimo|minima de|minimo de|minima|minimo|(?:mayor|mayores|superior) o igual(?:es)? (?:a|que)|igual(?:es)? o (?:mayor|mayores|superior) (?:a|que)|igual o superior a) {money}(?: (?:para arriba|en adelante|hacia arriba))? /
    (?:(?:compra|valor|pedido|gasto) )?(?:minim[oa]) (?:de )?(?:(?:compra|compras|gasto|pedido|consumo) )?(?:de )?{money} /
    (?:gasta|gaste|gasten|gastan|gastar|gastando|compra|compre|compren|comprar) {money}(?= (?:[·,]|y|gana|gane|lleva|se lleva|recibe|$)) /
    (?:de )?{money} (?:o mas|y mas|en adelante|para arriba|hacia arriba|o superior|como minimo)`,
});
/** Only of purchases: `até R$ 20` alone may as well be the limit of what is given. */
const upTo = ways({
  pt: '(?:compras?|vendas?) (?:com valor )?(?:de )?(?:ate|no maximo) {money} / ate {money} (?:de|em) compras?',
  en: '(?:purchases?|sales?|orders?) (?:of )?(?:up to|no more than|at most) {money} / up to {money} (?:of|in) purchases?',
  es: '(?:compras?|ventas?) (?:de )?(?:hasta|como maximo) {money} / hasta {money} (?:de|en) compras?',
});
const below = ways({
  pt: `(?:abaixo de|menos de|menores que|menor que|inferior a|inferiores a) {money}`,
  en: `(?:below|under|less than|lower than|smaller than) {money}`,
  es: `(?:por debajo de|debajo de|menos de|menores que|menores a|menor que|menor a|inferior a|inferiores a) {money}`,
});

/** The purchase's amount: `acima de` excludes the bound, `a partir de`, `entre` and `até` include it. */
export const amount: Facet = {
  cue: / \d/,
  read(sentence, draft) {
    const { conditions } = draft;
    const note = (inclusive: boolean, [least, most]: readonly string[]): void => {
      conditions.min_cents = sentence.money(least);
      conditions.min_inclusive = inclusive;
      if (most !== undefined) conditions.max_cents = sentence.money(most);
    };
    const isBetween = sentence.take(between, ({ groups, text }) => {
      if (!SURELY_MONEY.test(text)) return false;
      note(true, groups);
      return true;
    });
    if (isBetween) return;
    if (sentence.take(aboveUpTo, ({ groups }) => note(false, groups))) return;
    const isUpTo = sentence.take(upTo, ({ groups }) => {
      conditions.max_cents = sentence.money(groups[0]);
    });
    if (!isUpTo)
      sentence.take(below, ({ groups: [most] }) => {
        conditions.max_cents = sentence.money(most) - 1;
      });
    if (!sentence.take(from, ({ groups }) => note(true, groups)))
      sentence.take(above, ({ groups }) => note(false, groups));
  },
  print({ conditions: { min_cents: least, min_inclusive: inclusive, max_cents: most } = {} }, lang) {
    const words = PRINTED[lang];
    if (least !== undefined && most !== undefined && inclusive === true)
      return `${words.between} ${printMoney(least, lang)} ${words.and} ${printMoney(most, lang)}`;
    const parts: string[] = [];
    if (least !== undefined)
      parts.push(`${inclusive === true ? words.from : words.above} ${printMoney(least, lang)}`);
    if (most !== undefined) parts.push(`${words.upTo} ${printMoney(most, lang)}`);
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const PRINTED = {
  pt: { above: 'acima de', from: 'a partir de', upTo: 'em compras de até', between: 'entre', and: 'e' },
  en: { above: 'above', from: 'from', upTo: 'on purchases of up to', between: 'between', and: 'and' },
  es: {
    above: 'por encima de',
    from: 'a partir de',
    upTo: 'en compras de hasta',
    between: 'entre',
    and: 'y',
  },
};
