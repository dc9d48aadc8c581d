import type { Language } from '../../../loyalty';

/** One thing that is known of a person. */
export const FACTS = ['email', 'birthday', 'cpf', 'phone', 'name'] as const;
export type Fact = (typeof FACTS)[number];

const CALLED: Record<Language, Record<Fact, string>> = {
  pt: {
    email: 'email|e mail|correio eletronico',
    birthday: 'aniversario|data de nascimento|nascimento|data de aniversario',
    cpf: 'cpf',
    phone: 'telefone|celular|whatsapp',
    name: 'nome',
  },
  en: {
    email: 'email|e mail|email address',
    birthday: 'birthday|birth date|date of birth',
    cpf: 'cpf',
    phone: 'phone|phone number',
    name: 'name',
  },
  es: {
    email: 'correo|email|mail|correo electronico',
    birthday: 'cumpleanos|fecha de nacimiento',
    cpf: 'cpf',
    phone: 'telefono|celular|numero de telefono',
    name: 'nombre',
  },
};

/** Verbs that take away whatever it is, and those that rather end messages where a phone is named. */
const VERBS: Record<Language, { erase: string; take: string }> = {
  pt: {
    erase: 'apagar|apaga|apague|apaguem|apagasse|apagassem|excluir|exclui|exclua|deletar|deleta|delete',
    take: 'tirar|tira|tire|tirem|tirassem|remover|remove|remova',
  },
  en: { erase: 'delete|erase|forget', take: 'remove|take off' },
  es: {
    erase: 'borrar|borra|borren|eliminar|elimina|eliminen',
    take: 'quitar|quita|quiten|sacar|saca',
  },
};

const OWN: Record<Language, string> = { pt: '(?:o )?meu|(?:a )?minha', en: 'my', es: 'mi' };
const OF_OTHERS: Record<Language, string> = { pt: 'o|a', en: 'the', es: 'el|la' };

function factIn(words: string, lang: Language, whose: string): Fact | null {
  const { erase, take } = VERBS[lang];
  const said = new RegExp(`^(?:(?:${erase})|(?<take>${take})) (?:${whose}) (?<fact>.+)$`).exec(words)?.groups;
  if (said === undefined) return null;
  const fact = FACTS.find((one) => CALLED[lang][one].split('|').includes(said['fact'] ?? ''));
  return fact === undefined || (fact === 'phone' && said['take'] !== undefined) ? null : fact;
}

const LONGEST = 7;

/** One thing that is to be forgotten: of who says so, or of somebody else. */
export const FORGETTING = {
  forget_own: {
    longest: LONGEST,
    fills: 'kind' as const,
    samples: { pt: ['apagar meu email'], en: ['delete my email'], es: ['borrar mi correo'] },
    read: (words: string, { lang }: { lang: Language }): Fact | null => factIn(words, lang, OWN[lang]),
  },
  forget_of: {
    longest: LONGEST,
    fills: 'kind' as const,
    samples: { pt: ['apagar o email'], en: ['delete the email'], es: ['borrar el correo'] },
    read: (words: string, { lang }: { lang: Language }): Fact | null => factIn(words, lang, OF_OTHERS[lang]),
  },
};
