import type { Language } from '../../../../../loyalty';
import { give, type Facet } from '../../facet';
import { printMoney, printWhole, readWhole } from '../../figures';
import { ways } from '../../sentence';

export const POINT: Record<Language, readonly [string, string]> = {
  pt: ['ponto', 'pontos'],
  en: ['point', 'points'],
  es: ['punto', 'puntos'],
};

const printPoints = (points: number, lang: Language): string =>
  `${printWhole(points)} ${POINT[lang][points === 1 ? 0 : 1]}`;

const POINTS = / (?:ponto|point|punto)/;

/** Points first, then the amount; `perReal` has none, and in `turned` the amount comes first. */
const perAmount = ways({
  pt: '{int} pontos? (?:a )?(?:cada|para cada|por cada|por) {money}(?: (?:gastos?|comprados?))?',
  en: '{int} points? (?:for every|for each|every|each|per|for) {money}(?: spent)?',
  es: '{int} puntos? (?:por cada|a cada|cada|por) {money}(?: (?:gastados?|comprados?))?',
});
const perReal = ways({
  pt: '{int} pontos? (?:a cada|para cada|por cada|cada|por) real(?: gasto| comprado| em compras)?',
  en: '{int} points? (?:for every|for each|every|each|per|for|a|to the) real(?: spent)?',
  es: '{int} puntos? (?:por cada|a cada|cada|por) real(?: gastado| comprado)?',
});
const turned = ways({
  pt: '(?:a cada|cada|para cada|por cada) (?:{money}|real)(?: (?:gastos?|em|de|compras?|[·,=]|o|a|cliente|pessoa|fregues|voce|e|equivalem?|a|ganham?|valem?|da|dao|recebem?|leva))* {int} pontos? / (?:{money}|1 real)(?: (?:gastos?|em compras|comprados?))* (?:=|vale|valem|equivale a|equivalem a|viram|vira) {int} pontos?',
  en: '(?:for every|for each|every|each) (?:{money}|real)(?: (?:spent|in|on|of|purchases?|[·,=]|the|customers?|they|people|you|earns?|gets?|is|worth|gives?))* {int} points? / (?:{money}|1 real)(?: (?:spent|in purchases))* (?:=|is|equals|is worth|gives|becomes?) {int} points?',
  es: '(?:por cada|a cada|cada) (?:{money}|real)(?: (?:gastados?|en|de|compras?|[·,=]|el|la|los|clientes?|persona|gente|ganan?|valen?|dan?|reciben?|son|es))* {int} puntos? / (?:{money}|1 real)(?: (?:gastados?|en compras))* (?:=|vale|valen|equivale a|son|es) {int} puntos?',
});

/** `1 ponto a cada R$ 1`. */
export const pointsPerAmount: Facet = {
  cue: POINTS,
  read(sentence, draft) {
    const note = (points: string | undefined, cents: number): void =>
      give(sentence, draft, { kind: 'points-per-amount', points: readWhole(points), per_cents: cents });
    void (
      sentence.take(perReal, ({ groups: [points] }) => note(points, 100)) ||
      sentence.take(perAmount, ({ groups: [points, amount] }) => note(points, sentence.money(amount))) ||
      sentence.take(turned, ({ groups }) =>
        note(groups.at(-1), groups.length === 1 ? 100 : sentence.money(groups[0])),
      )
    );
  },
  print({ benefit }, lang) {
    if (benefit.kind !== 'points-per-amount') return null;
    const every = { pt: 'a cada', en: 'for every', es: 'por cada' }[lang];
    return `${printPoints(benefit.points, lang)} ${every} ${printMoney(benefit.per_cents, lang)}`;
  },
};

const fixed = ways({
  pt: '{int} (?:de )?pontos?(?: (?:extras?|bonus|de bonus|de bonificacao|de boas(?: -)? vindas|de presente))?(?: (?:fixos|por compra|por venda|em cada compra|a cada compra|na compra|(?:por|em cada|a cada|cada) visita))?',
  en: '{int} (?:(?:welcome|bonus|extra|free|loyalty|reward|gift) )*points?(?: (?:per purchase|per sale|for each purchase|for every purchase|on each purchase|on every purchase|a purchase|(?:with |on |for )?(?:each|every|per) visit))?',
  es: '{int} puntos?(?: (?:extras?|de bono|de bienvenida|de regalo))?(?: (?:fijos|por compra|por venta|en cada compra|por cada compra|(?:por|en cada|a cada|cada) visita))?',
});

/** `10 pontos por compra`. */
export const pointsFixed: Facet = {
  cue: POINTS,
  read(sentence, draft) {
    sentence.take(fixed, ({ groups: [points] }) =>
      give(sentence, draft, { kind: 'points-fixed', points: readWhole(points) }),
    );
  },
  print({ benefit }, lang) {
    if (benefit.kind !== 'points-fixed') return null;
    const each = { pt: 'por compra', en: 'per purchase', es: 'por compra' }[lang];
    return `${printPoints(benefit.points, lang)} ${each}`;
  },
};
