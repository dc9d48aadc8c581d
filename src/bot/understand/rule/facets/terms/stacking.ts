import type { Facet } from '../../facet';
import { printWhole, readWhole } from '../../figures';
import { ways } from '../../sentence';

const OTHERS = {
  pt: '(?: (?:a|com|as|das|de)? ?(?:as |a |os )?(?:outras?|outros|demais) ?(?:regras?|promocoes|promocao|ofertas?)?| com o resto| com tudo)?',
  en: '(?: (?:with|to|of) (?:the )?(?:other|others)(?: rules?| promotions?| offers?)?| with the rest| with everything(?: else)?)?',
  es: '(?: (?:con |a )?(?:l[ao]s? )?(?:otr[ao]s?|demas) ?(?:reglas?|promociones|promocion|ofertas?)?| a lo demas| con lo demas| al resto| con el resto)?',
};

const best = ways({
  pt: `(?:e |, )?(?:nao (?:e )?(?:acumula|acumulam|acumulavel|acumulativo|cumulativo|cumulativa|soma|somam|somando|junta))${OTHERS.pt} /
    (?:so )?(?:vale|fica|conta|ganha|so vale|aplica|se aplica) (?:so |apenas )?(?:o|a) (?:melhor|maior)(?: (?:beneficio|desconto|ganho|valor|regra))?${OTHERS.pt} / (?:so |apenas )?(?:o melhor|o maior)(?: (?:beneficio|desconto|ganho))? (?:vale|conta|ganha|fica) / o melhor`,
  en: `(?:does not|do not|not|no) (?:add up|add|stack|stacks|stacking|stackable|combine|combinable|cumulative)(?: (?:it|this|them|that|one))?${OTHERS.en} /
    (?:only )?the (?:best|highest|largest|biggest)(?: one| benefit| rule| reward)?(?: only)?(?: (?:should |will |must )?(?:counts?|applies|apply|wins?))?${OTHERS.en} / best (?:one |benefit |rule |reward )?(?:only )?(?:counts|applies|wins)`,
  es: `no (?:es |se )?(?:acumula|acumulan|acumulable|suma|suman|combina)${OTHERS.es} /
    (?:solo )?(?:se )?(?:vale|cuenta|queda|gana|aplica) (?:solo )?(?:el|la) (?:mejor|mayor)(?: (?:beneficio|descuento|valor|regla))?${OTHERS.es} / (?:solo )?(?:el mejor|el mayor)(?: (?:beneficio|descuento))? (?:vale|cuenta|gana|queda) / el mejor`,
});
const add = ways({
  pt: `(?:e |, )?(?:se )?(?:e )?(?:acumula|acumulam|acumulavel|acumulativo|cumulativo|cumulativa|soma|somam|somando|soma se)${OTHERS.pt}`,
  en: `(?:(?:that|which|it|they|and) )*(?:adds up|add up|adding up|adding|can be combined|stacks|stack|stacking|adds|cumulative|combines)${OTHERS.en} / on top of (?:the |all )*(?:others?|rest|everything)(?: else)?(?: rules?| promotions?| offers?)?`,
  es: `(?:que )?(?:se )?(?:es )?(?:acumula|acumulan|acumulable|suma|suman|sumando)${OTHERS.es}`,
});
const order = ways({
  pt: '(?:com )?(?:ordem|prioridade) (?:numero |de )?{int}',
  en: '(?:with )?(?:order|priority) (?:number |of )?{int}',
  es: '(?:con )?(?:orden|prioridad) (?:numero |de )?{int}',
});

/** How the rule goes together with others: `soma`, `vale o melhor`, and its place among them. */
export const stacking: Facet = {
  cue: / on top of | (?:acum|cumu|som|sum|junt|melhor|maior|mejor|mayor|best|high|larg|bigg|stac|add|comb|orde|prio)/,
  read(sentence, draft) {
    sentence.take(order, ({ groups: [place] }) => {
      draft.order = readWhole(place);
    });
    const isBest = sentence.take(best, () => {
      draft.stack = 'best';
    });
    if (!isBest)
      sentence.take(add, () => {
        draft.stack = 'add';
      });
  },
  print({ stack, order: place }, lang) {
    const words = PRINTED[lang];
    const parts: string[] = [];
    if (stack !== undefined) parts.push(words[stack]);
    if (place !== undefined) parts.push(`${words.order} ${printWhole(place)}`);
    return parts.length === 0 ? null : parts.join(', ');
  },
};

const PRINTED = {
  pt: { add: 'soma com as outras', best: 'vale o melhor', order: 'ordem' },
  en: { add: 'adds up with the others', best: 'only the best counts', order: 'order' },
  es: { add: 'se suma a las otras', best: 'solo vale el mejor', order: 'orden' },
};
