import { validCpf, type Language } from '../../../loyalty';
import { parseAmount } from './amounts';
import { parseBirthday } from './birthdays';
import { isCutEmail, parseEmail } from './emails';

const same = (samples: readonly string[]): Record<Language, readonly string[]> => ({
  pt: samples,
  en: samples,
  es: samples,
});

/** The sign before a number, and what is left; words for it too. */
const SIGNED = /^(?<sign>[+-]|mais |menos |plus |minus |mas )?\s*(?<rest>.+)$/;

function signed(words: string): { sign: 1 | -1; rest: string } {
  const { sign = '', rest = words } = SIGNED.exec(words)?.groups ?? {};
  return { sign: ['-', 'menos ', 'minus '].includes(sign) ? -1 : 1, rest };
}

/** A customer is blocked no more. */
const UNBLOCK: Record<Language, readonly string[]> = {
  pt: ['desbloquear', 'desbloqueia', 'desbloqueie'],
  en: ['unblock'],
  es: ['desbloquear', 'desbloquea'],
};

/** One more, beside what there is. */
const ANOTHER: Record<Language, readonly string[]> = {
  pt: ['outra', 'mais uma'],
  en: ['another', 'one more'],
  es: ['otra', 'una mas'],
};

/** The link of before. */
const LINK_AGAIN: Record<Language, readonly string[]> = {
  pt: [
    'o link de novo',
    'o link',
    'link de novo',
    'o link outra vez',
    'o link novamente',
    'outro link',
    'um outro link',
    'um link novo',
    'um novo link',
    'meu link',
  ],
  en: [
    'the link again',
    'the link',
    'another link',
    'a new link',
    'my link',
    'me the link',
    'me the link again',
    'me another link',
    'me a new link',
  ],
  es: [
    'el link de nuevo',
    'el link',
    'el link otra vez',
    'el enlace',
    'el enlace de nuevo',
    'el enlace otra vez',
    'otro link',
    'otro enlace',
    'un link nuevo',
    'un enlace nuevo',
    'un nuevo enlace',
    'mi enlace',
  ],
};

/** `shown`: so many of them are enough to learn by. */
const oneOf = (
  longest: number,
  fills: 'override' | 'resume',
  known: Record<Language, readonly string[]>,
  shown?: number,
) => ({
  longest,
  fills,
  samples: { pt: known.pt.slice(0, shown), en: known.en.slice(0, shown), es: known.es.slice(0, shown) },
  read: (words: string, { lang }: { lang: Language }): true | null =>
    known[lang].includes(words) ? true : null,
});

/** What is said of a name, rather than one: `my name is wrong`, `o nome da loja`; and a phone is none. */
const NO_NAME =
  /^(?:wrong|not|misspelled|incorrect|errad[oa]|nao|mal|incorrect[oa]|no|esta) ?\b|^\+\d+$|\d{4}|^(?:d[aoe]|del|de la|of)(?: (?:meu|minha|my|the|mi|la|el))? (?:loja|negocio|tienda|shop|store|empresa|local)\b/;

const BEGINS_WITH_PHONE = /^(?:\+?\d{2} ?){0,2}9?\d{4}-?\d{4}\b/;

/** `#aa0033`. */
const COLOUR = /^#[\da-f]{6}$|^(?=\d*[a-f])[\da-f]{6}$/;

const emailIn = (words: string): string | null => parseEmail(words) ?? (isCutEmail(words) ? 'unclear' : null);

/** What is said of a person, and what is put into or taken from what they have. */
export const PERSONAL = {
  /** Free words: as they were written is put back afterwards (as-written.ts). */
  name: {
    longest: 10,
    samples: { pt: ['cafe'], en: ['coffee'], es: ['cafe'] },
    read: (words: string): string | null => (NO_NAME.test(words) && !COLOUR.test(words) ? null : words),
  },
  friend_cents: {
    longest: 8,
    samples: { pt: ['50', 'dez reais'], en: ['50', 'ten reais'], es: ['50', 'diez reales'] },
    read: (words: string, { lang }: { lang: Language }): number | 'unclear' | null => {
      const amount = parseAmount(words, lang);
      return amount === 'ambiguous' ? 'unclear' : amount;
    },
  },
  signed_cents: {
    longest: 9,
    fills: 'amount_cents' as const,
    samples: { pt: ['+10', '-10', 'menos dez reais'], en: ['+10', '-10'], es: ['+10', '-10'] },
    read: (words: string, { lang }: { lang: Language }): number | 'unclear' | null => {
      const { sign, rest } = signed(words);
      const amount = parseAmount(rest, lang);
      if (amount === 'ambiguous') return 'unclear';
      return amount === null ? null : sign * amount;
    },
  },
  signed_points: {
    longest: 2,
    fills: 'points' as const,
    samples: same(['+50', '-50']),
    read: (words: string): number | null => {
      const { sign, rest } = signed(words);
      const digits = rest.replaceAll('.', '');
      return /^[1-9]\d{0,6}$/.test(digits) ? sign * Number(digits) : null;
    },
  },
  unblock: oneOf(2, 'resume', UNBLOCK),
  another: oneOf(2, 'override', ANOTHER),
  link_again: oneOf(5, 'resume', LINK_AGAIN, 1),
  reason: {
    longest: 20,
    samples: { pt: ['erro'], en: ['error'], es: ['error'] },
    read: (words: string): string | null => (BEGINS_WITH_PHONE.test(words) ? null : words),
  },
  email: { longest: 9, samples: same(['ana@exemplo.com.br']), read: emailIn },
  birthday: {
    longest: 5,
    samples: { pt: ['3/5', '3 de maio'], en: ['may 3'], es: ['3/5', '3 de mayo'] },
    read: (words: string, { lang }: { lang: Language }): string | null => {
      const birthday = parseBirthday(words, lang);
      return birthday === 'impossible' ? 'unclear' : birthday;
    },
  },
  cpf: {
    longest: 4,
    samples: same(['529.982.247-25']),
    read: (words: string): string | null => {
      if (!/^[\d.\- ]{11,14}$/.test(words) || words.replaceAll(/\D/g, '').length !== 11) return null;
      return validCpf(words) ?? 'unclear';
    },
  },
};
