import type { Settings } from '../../../loyalty';
import { printMoney } from '../rule/figures';
import { ways, type Said, type Sentence } from '../rule/sentence';
import { quote, quotedName } from '../rule/tokens';
import type { Statement } from './statement';

const noun = ways({
  pt: '(?:(?:os|meus|tenho|temos|com|quero|criar) )*(?:niveis|nivel|categorias de clientes?|faixas)(?: (?:de clientes?|sao|=|,|do programa|e))*',
  en: '(?:(?:the|my|i have|we have|with|create) )*(?:tiers?|levels?)(?: (?:are|=|,|of customers|of the program|is))*',
  es: '(?:(?:los|mis|tengo|tenemos|con|quiero|crear) )*(?:niveles|nivel|categorias de clientes?)(?: (?:son|=|,|de clientes?|del programa|es))*',
});
const NAME = '(?:"|(?!(?:e|y|and|de|of|ou|o|or|a) )[a-z][a-z0-9]*)';
const pair = ways({
  pt: `${NAME} (?:(?:·|nivel|comeca|comprando|gastando|quem|gasta|gastar|compra|comprar|para|com|e|=|de|em|compras) )*(?:(a partir de|desde|acima de|mais de|com) )?(?:mais de )?{money}(?: (?:ou mais|em compras|de compras|no ano|por ano|em (?:12 meses|1 ano|um ano)))*`,
  en: `${NAME} (?:(?:·|tier|level|starts?|begins?|spending|buying|who|spends?|for|is|=|of|in|purchases) )*(?:(from|at least|above|over|more than|starting at|with|at) )?{money}(?: (?:or more|in purchases|a year|per year|in (?:12 months|1 year|a year)))*`,
  es: `${NAME} (?:(?:·|nivel|empieza|comienza|comprando|gastando|quien|gasta|gaste|compra|compre|para|es|=|de|en|compras) )*(?:(a partir de|desde|por encima de|mas de|con) )?{money}(?: (?:o mas|en compras|al ano|por ano|en (?:12 meses|1 ano|un ano)))*`,
});
const none = ways({
  pt: '(?:sem|tira(?:r)? os|remover os|acabar com os|nenhum) (?:niveis|nivel|faixas)(?: de clientes?)?',
  en: '(?:no|without|remove the|remove all) (?:tiers?|levels?)',
  es: '(?:sin|quitar los|eliminar los|ningun) (?:niveles|nivel)(?: de clientes?)?',
});
/** Two of the names that levels have everywhere, each with an amount: they need no noun. */
const USUAL =
  /(?: (?:bronze|prata|ouro|diamante|platina|silver|gold|diamond|platinum|bronce|plata|oro|platino)(?: [a-z$]+){0,4} \d[\d.,]*.*){2}/;

/** Bounds that are themselves left out: one cent more is the least that counts. */
const EXCLUDED = /^(?:acima de|mais de|above|over|more than|por encima de|mas de)$/;

/** `níveis: prata a partir de R$ 500, ouro a partir de R$ 2.000`: by what was bought in twelve months. */
export const tiers: Statement = {
  read(sentence, settings) {
    if (sentence.take(none)) {
      settings.tiers = [];
      return;
    }
    if (!sentence.take(noun) && !sentence.has(USUAL)) return;
    const found: Settings['tiers'] = [];
    while (sentence.take(pair, (said) => void found.push(tierOf(sentence, said))));
    if (found.length === 0) return;
    settings.tiers = found.toSorted((a, b) => a.min_cents - b.min_cents);
  },
  print({ tiers: all }, lang) {
    if (all === undefined) return null;
    const { title, from, empty } = PRINTED[lang];
    if (all.length === 0) return empty;
    const pairs = all.map(
      ({ name, min_cents: cents }) => `${quote(name)} ${from} ${printMoney(cents, lang)}`,
    );
    return `${title}: ${pairs.join(', ')}`;
  },
};

function tierOf(sentence: Sentence, { groups, start }: Said): Settings['tiers'][number] {
  const raw = sentence.from(start)[0]?.raw ?? '';
  const cents = sentence.money(groups.at(-1)) + (EXCLUDED.test(groups[0] ?? '') ? 1 : 0);
  return { name: quotedName(raw) ?? raw.toLowerCase(), min_cents: cents };
}

const PRINTED = {
  pt: { title: 'níveis', from: 'a partir de', empty: 'sem níveis' },
  en: { title: 'tiers', from: 'from', empty: 'no tiers' },
  es: { title: 'niveles', from: 'a partir de', empty: 'sin niveles' },
};
