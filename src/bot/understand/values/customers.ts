import type { Language } from '../../../loyalty';
import { asWritten } from '../as-written';
import { normalise } from '../normalise';
import { roleNamed } from './staff-roles';

interface Context {
  lang: Language;
  isWord: (word: string) => boolean;
}

const same = (samples: readonly string[]): Record<Language, readonly string[]> => ({
  pt: samples,
  en: samples,
  es: samples,
});

/** Names that the conversation has as words too: its own examples name them, or they mean something else as well. */
const NAMES_TOO = /^(?:ana|bia|luz|paz)$/;
const BETWEEN_NAMES = /^(?:d[aeo]s?|del|la|e|y)$/;
/** Short words around a name that the conversation has not. */
const NO_NAME =
  /^(?:pr[ao]s?|n[ao]s?|um|uma|uno|una|el[aes]s?|del[ae]s?|he|she|him|hers?|his|them|the|an|nao|sim|si|not?|yes)$/;
const LONGEST_NAME = 4;

/** Whoever is called so, no other word of the conversation being a name. */
function personNamed(words: string, { lang, isWord }: Context): string | null {
  const parts = words.split(' ');
  const isName = (word: string): boolean =>
    /^[a-z]{2,}$/.test(word) &&
    (NAMES_TOO.test(word) || !(isWord(word) || BETWEEN_NAMES.test(word) || NO_NAME.test(word))) &&
    roleNamed(word, lang) === null;
  const isIt = parts.every(
    (word, i) => isName(word) || (i > 0 && i < parts.length - 1 && BETWEEN_NAMES.test(word)),
  );
  return isIt ? words : null;
}

/** `o nome dela é Júlia`: what may stand before a name that was asked for. */
const CALLED =
  /^(?:(?:o |el |her |his |the |su )?(?:nome|nombre|name) (?:(?:dela|dele|de ella|de el) )?(?:e|es|is) |(?:se )?chama(?: se)? |se llama |(?:e|eh|es) (?:a|o|la|el) |(?:she|he) is |a |o |la |el )/;

/** A person’s name that stands alone, as it was written; null where the text is anything else. */
export function readPerson(text: string, context: Context): string | null {
  const words = normalise(text, context.lang).replace(CALLED, '');
  return personNamed(words, context) === null ? null : asWritten(text, words, context.lang);
}

/** What puts a label on nobody. */
const UNLABEL: Record<Language, readonly string[]> = {
  pt: ['tirar', 'tira', 'tire', 'remover', 'remove', 'remova', 'apagar', 'apaga'],
  en: ['remove', 'take', 'take off', 'untag', 'delete'],
  es: ['quitar', 'quita', 'quite', 'quitale', 'sacar', 'saca', 'sacale', 'eliminar', 'elimina', 'borra'],
};

/** What the team calls customers, and labels that it puts on them. */
export const OF_CUSTOMERS = {
  customer: { longest: LONGEST_NAME, samples: same(['bia']), read: personNamed },
  /** `Bia’s`, whose apostrophe is gone. */
  customers: {
    longest: LONGEST_NAME,
    fills: 'customer' as const,
    samples: same(['bias']),
    read: (words: string, context: Context): string | null =>
      words.endsWith('s') ? personNamed(words.slice(0, -1), context) : null,
  },
  /** Of the team, where nothing else tells that it is a name. */
  member: { longest: LONGEST_NAME, fills: 'name' as const, samples: same(['bia']), read: personNamed },
  label: {
    longest: 3,
    fills: 'name' as const,
    samples: same(['vip']),
    read: (words: string, { lang }: Context): string | null =>
      /\d/.test(words) || roleNamed(words, lang) !== null ? null : words,
  },
  /** A label without the word for one before it. */
  tag: {
    longest: 1,
    fills: 'name' as const,
    samples: same(['vip']),
    read: (words: string, { isWord }: Context): string | null =>
      words === 'vip' || (/^[a-z]{3,}$/.test(words) && !isWord(words)) ? words : null,
  },
  unlabel: {
    longest: 2,
    fills: 'stop' as const,
    samples: UNLABEL,
    read: (words: string, { lang }: Context): true | null => (UNLABEL[lang].includes(words) ? true : null),
  },
};
