import type { Language } from '../../../loyalty';
import type { CommandName } from '../../command';
import { placeOf } from '../rule/ordinals';
import { numeralAt } from '../values/numerals';
import type { SlotContext } from '../values/slots';

const FIRST = /^(?:primeir[ao]|first|primer[ao]?)$/;
/** Articles more often than numbers, but for after what is counted: `regra um`. */
const ARTICLES = new Set(['um', 'uma', 'un', 'una', 'uno', 'one', 'meia']);
const COUNTED = /^(?:regra|campanha|numero|rule|campaign|number|regla|campana)$/;

/** A small number in a word, where the command counts something: `regra tres`, `a quarta regra`. */
export function countIn(words: readonly string[], lang: Language): number | undefined {
  for (const [at, word] of words.entries()) {
    const isArticle = ARTICLES.has(word) && !COUNTED.test(words[at - 1] ?? '');
    const numeral = isArticle ? null : numeralAt(words, at, lang);
    const number = numeral?.value ?? (FIRST.test(word) ? 1 : placeOf(word, lang) || undefined);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** What leads to a name, by the command that takes one. */
const NAME_LEADS: Partial<Record<CommandName, Record<Language, RegExp>>> = {
  'add-reward': {
    pt: /(?:^| )(?:um|uma|uns|umas|premio|brinde|por) (?<name>(?:(?!por|de|no|nos|nas|na|que|com|a)[a-z]+ ?){1,3}) (?:por|que custa|custando|de|com|a) \d/,
    en: /(?:^| )(?:a|an|reward|prize|gift) (?<name>(?:(?!for|at|in|that|to)[a-z]+ ?){1,3}) (?:for|at|that costs?|costing|in the rewards for) \d|points? (?:for|to get) (?:a |an )?(?<other>(?:(?!in|at)[a-z]+ ?){1,3})$/,
    es: /(?:^| )(?:un|una|premio|regalo|por) (?<name>(?:(?!por|de|que|con|al|a|en)[a-z]+ ?){1,3}) (?:por|que cueste|que cuesta|de|con|a) \d/,
  },
  profile: {
    pt: /^(?!.*\bnao\b).*\b(?:nome|chamo|chama|chamar)\b.*?\b(?:e|eh|sou|chamo|para|de)\b (?<name>(?:(?!certo|com|errado|ta|esta)[a-z]+ ?){1,4})$|\b(?:me chamo|meu nome e|me chama de|me chamem de|me chame de|chamar de) (?<other>(?!de\b)[a-z]+(?: (?!mesmo\b)[a-z]+){0,2})(?: mesmo)?$/,
    en: /^(?!.*\bnot\b).*\b(?:name|called)\b.*?\b(?:is|its|am|as|called|to|it is)\b (?<name>(?:(?!wrong|not|misspelled)[a-z]+ ?){1,4})$/,
    es: /^(?!.*\bno\b).*\b(?:nombre|llamo|llama)\b.*?\b(?:es|soy|llamo|a)\b (?<name>(?:(?!correcto|con|mal|esta)[a-z]+ ?){1,4})$|\b(?:me llamo|mi nombre es|llamame|llamenme|decirme|llamarme|decime|dime|diganme|ponme) (?<other>(?!que\b|cuanto\b|como\b|donde\b|si\b|el\b|la\b|los\b|mi\b)[a-z]+(?: (?!nomas\b)[a-z]+){0,2})(?: nomas)?$/,
  },
};

export function nameIn(command: CommandName, words: readonly string[], lang: Language): string | null {
  const groups = NAME_LEADS[command]?.[lang].exec(words.join(' '))?.groups;
  return (groups?.['name'] ?? groups?.['other'])?.trim() ?? null;
}

/** Who somebody is to the shop, beside their name. */
const RELATION =
  /^(?:nov[oa]|nuev[oa]|new|nosotros|nos|rapaz|moca|moco|menino|menina|chico|chica|muchacho|muchacha|guy|girl|meu|minha|filh[oa]|sobrinh[oa]|prim[oa]|irma|irmao|espos[oa]|marido|cunhad[oa]|sobrin[oa]|hij[oa]|herman[oa]|nephew|niece|son|daughter|cousin|wife|husband|brother|sister)$/;
const NAME = /^[a-z]{2,}$/;
const LONGEST_NAME = 3;

/** The one run of words that nothing else took and that the conversation does not know. */
export function memberIn(
  words: readonly string[],
  used: ReadonlySet<number>,
  { isWord }: SlotContext,
): string | null {
  const isName = (word: string, at: number): boolean =>
    NAME.test(word) && !used.has(at) && !isWord(word) && !RELATION.test(word);
  const runs = words
    .map((word, at) => (isName(word, at) ? word : ' '))
    .join(' ')
    .split(/ {2,}/)
    .map((run) => run.trim())
    .filter((run) => run !== '');
  const [run] = runs;
  return runs.length === 1 && run !== undefined && run.split(' ').length <= LONGEST_NAME ? run : null;
}

const BECAUSE: Record<Language, RegExp> = {
  pt: /^(?:motivo|porque|razao|causa|pois)$/,
  en: /^(?:reason|because|sorry|since)$/,
  es: /^(?:motivo|porque|razon|causa|pues)$/,
};
const LEADS = new Set('por que is e es foi fue de of was do da dos das del la el the causa a o'.split(' '));

/** What stands after `motivo` and the like, once all else is said. */
export function reasonIn(words: readonly string[], used: ReadonlySet<number>, lang: Language): string | null {
  const last = Math.max(-1, ...used);
  const at = words.findIndex((word, i) => i > last && BECAUSE[lang].test(word));
  if (at === -1) return null;
  let start = words[at] === 'sorry' ? at : at + 1;
  while (LEADS.has(words[start] ?? '')) start += 1;
  return start < words.length ? words.slice(start).join(' ') : null;
}
