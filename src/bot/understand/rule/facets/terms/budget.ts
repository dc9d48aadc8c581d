import type { Facet } from '../../facet';
import { printMoney } from '../../figures';
import { ways } from '../../sentence';

const PURSE = {
  pt: '(?:orcamento|verba|budget|caixa da promocao|fundo)',
  en: '(?:budget|fund|pot)',
  es: '(?:presupuesto|fondo|bolsa)',
};
const TOTAL = {
  pt: '(?:no total|ao todo|de total|total|somando tudo|na promocao(?: toda)?|com (?:a|essa|esta) promocao|com isso|nessa promocao|nesta regra|na campanha)',
  en: '(?:in total|total|altogether|overall|in all|on this promotion|on the promotion|on this)',
  es: '(?:en total|total|en toda la promocion|en la promocion|en esta promocion|con la promocion|en todo)',
};

const budget = ways({
  pt: `(?:(?:com|de|um|uma|o|a|e|tem|ate (?:acabar|gastar|terminar|o fim d[oa])|enquanto (?:durar|houver)|limitad[oa] ao?) )*${PURSE.pt}(?: (?:total|maxim[oa]|de|da|do|promocao|regra|campanha|e|=|,|no|valor))* {money}(?: ${TOTAL.pt})? /
    ate (?:(?:que )?(?:a promocao|a oferta|ela|isso|eu|a gente) )?(?:ter (?:dado|gasto|gastado|distribuido)|custar|consumir|comer|gastar|gastarmos|gaste|dar|distribuir|acabar|acabarem|completar|atingir|chegar a|somar|eu gastar|a gente gastar)(?: (?:os|o|em))? {money}(?: ${TOTAL.pt})? / quando (?:gastar|gastarmos|dar|distribuir|acabar|acabarem|completar|atingir|chegar a|somar|eu gastar|a gente gastar)(?: (?:os|o|em))? {money} ${TOTAL.pt} / quando acabar(?:em)?(?: (?:os|o))? {money} /
    (?:gastar|gastando|dar|distribuir|gasto|posso gastar|quero gastar) (?:(?:no maximo|ate|maximo de|maximo) ){money} ${TOTAL.pt} /
    (?:e |com )?{money} de ${PURSE.pt}(?: (?:total|no total|maxim[oa]))? /
    (?:(?:com|de|no|um) )*(?:limite|teto|maximo|gasto) (?:total|geral|maximo total)(?: (?:de|da promocao|da regra|=))* {money} /
    (?:ate|limitad[oa] a) (?:o |um )?total de {money} /
    (?:(?:com|no) )*(?:limite|teto|maximo|ate|limitad[oa]s? (?:a|em)|no maximo)(?: de)? {money} ${TOTAL.pt}`,
  en: `(?:(?:with|a|the|until|while|total|of|is|used up|limited to) )*${PURSE.en}(?: (?:total|maximum|of|is|=|,|for this))* {money}(?: ${TOTAL.en})?(?: (?:runs out|is used up|is spent|is gone|lasts))? / (?:(?:with|on|a|the|of) )*{money} (?:total )?${PURSE.en}(?: (?:for (?:it|this)|total))? / (?:until|till|when|once) (?:the |our )?{money} (?:runs out|run out|is gone|are gone|is used up|is spent) /
    (?:(?:until|till)(?! (?:the )?\\d{1,2}(?: (?:st|nd|rd|th))? (?:[·,]|$))|(?:when|once)(?= (?:i|we|the (?:promo|promotion|offer)) )) (?:(?:i|we|you|ve|have|has|had|spend|spent|give|given|gave|away|reach|reached|it|reaches|is|are|the|this|promo|promotion|offer|used|uses|up|gone|goes|through|cost|costs|paid|pays|out|hits?|burned) )*{money}(?: (?:is|are|has been|have been|been|spent|given away|given out|given|handed out|paid out|away|gone|used|used up))* ?(?:${TOTAL.en})? ?(?:spent)? /
    (?:spend|spending|give) (?:(?:at most|up to|no more than|a maximum of) ){money} ${TOTAL.en} /
    (?:up to|until|limited to|capped at) (?:a |the )?total of {money} /
    (?:with )?(?:a )?(?:total|overall) (?:limit|cap|maximum)(?: of)? {money} /
    (?:(?:limit|cap|maximum|max|up to|at most|no more than|limited to|capped at)(?: of)? ){money} ${TOTAL.en}`,
  es: `(?:(?:con|de|un|una|el|la|hasta (?:agotar|gastar|acabar|terminar)|mientras (?:dure|haya)|limitad[oa] al?) )*${PURSE.es}(?: (?:total|maxim[oa]|de|del|la|promocion|regla|es|=|,))* {money}(?: ${TOTAL.es})? /
    hasta (?:que )?(?:(?:la promo|la promocion|la oferta|yo) )?(?:se hayan? (?:dado|gastado|repartido|ido)|haya (?:dado|gastado|repartido)|gaste|consuma|cueste|gastar|gastemos|gaste|dar|repartir|acabar|completar|llegar a|alcanzar|sumar)(?: (?:los|el|en))? {money}(?: ${TOTAL.es})? / cuando (?:gastemos|repartamos|gaste yo|yo gaste|completemos|lleguemos a|sumemos)(?: (?:los|el|en))? {money}(?: ${TOTAL.es})? /
    (?:gastar|gastando|dar|repartir) (?:(?:como maximo|hasta|maximo de|maximo) ){money} ${TOTAL.es} /
    (?:y |con )?{money} de ${PURSE.es}(?: (?:total|en total|maxim[oa]))? /
    (?:(?:con|un|de) )*(?:limite|tope|maximo|gasto) (?:total|general)(?: (?:de|=))* {money} /
    (?:hasta|limitad[oa] a) (?:un |el )?total de {money} /
    (?:(?:con|un) )*(?:limite|tope|maximo|hasta|limitad[oa]s? (?:a|en))(?: de)? {money} ${TOTAL.es}`,
});

/** `orçamento de R$ 500`: of the rule, over all customers and all time. */
export const budgets: Facet = {
  cue: / (?:orca|verb|budg|caixa|fund|pot|pres|fond|bols|tota|gast|dist|spen|give|spent|until|till|hasta|ate|over|alto|acab|agot)/,
  read(sentence, { limits }) {
    sentence.take(budget, ({ groups: [cents] }) => {
      limits.budget_cents = sentence.money(cents);
    });
  },
  print: ({ limits }, lang) =>
    limits?.budget_cents === undefined
      ? null
      : `${{ pt: 'orçamento de', en: 'budget of', es: 'presupuesto de' }[lang]} ${printMoney(limits.budget_cents, lang)}`,
};
