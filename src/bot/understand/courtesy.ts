import type { Language } from '../../loyalty';
import { phrasesIn } from './normalise';

/** What people say around a wish, before and after it. */
const PHRASES: Record<Language, string> = {
  pt: `
    voce pode me dizer / pode me dizer / pode me falar / me diga / queria saber / eu queria saber / quero saber /
    gostaria de saber / eu gostaria de saber / preciso saber / sabe me dizer /
    oi / ola / opa / ei / e ai / eai / fala / alo / bom dia / boa tarde / boa noite / boa / por favor /
    por gentileza / favor / faz favor / obrigado / obrigada / muito obrigado / muito obrigada / valeu /
    grato / grata / agradeco / desde ja agradeco / desde ja / tudo bem / tudo bom / tudo certo / moca /
    moco / amigo / amiga / querida / querido / gente / pessoal / meu bem / senhor / senhora / entao /
    agora / aqui / ai / ta / ta bom / ne / viu / beleza / me diz / me fala / me ajuda / licenca /
    com licenca / uma duvida / hein / abraco / bjs / beijos / gostaria de / eu gostaria de / eu queria`,
  en: `
    can you tell me / could you tell me / tell me / i want to know / i would like to know / may i know / there /
    hi / hello / hey / hi there / hello there / good morning / good afternoon / good evening / good night /
    please / kindly / thanks / thank you / many thanks / thanks a lot / thanks so much / thank you very much / thank you so much / thank you kindly / cheers / sorry /
    excuse me / can you / could you / would you / now / right now / then / so / ok / okay / dear / sir /
    madam / friend / folks / guys / mate / just / bye`,
  es: `
    me puedes decir / puedes decirme / me podria decir / quiero saber / quisiera saber / dime / digame /
    hola / buenas / buen dia / buenos dias / buenas tardes / buenas noches / que tal / oye / oiga / alo /
    por favor / porfa / le ruego / gracias / muchas gracias / mil gracias / de antemano / gracias de antemano / disculpe / disculpa /
    perdon / amigo / amiga / senor / senora / senorita / ahora / aqui / entonces / pues / ok / vale /
    todo bien / como esta / saludos / me gustaria / chau / eh`,
};

type ByFirstWord = ReadonlyMap<string, readonly (readonly string[])[]>;

/** To be looked for from the front, and with their words reversed from the back. */
const COURTESIES: Record<Language, { before: ByFirstWord; after: ByFirstWord }> = {
  pt: index('pt'),
  en: index('en'),
  es: index('es'),
};

function index(lang: Language): { before: ByFirstWord; after: ByFirstWord } {
  const phrases = phrasesIn(PHRASES[lang], lang).map((phrase) => phrase.split(' '));
  return { before: byFirstWord(phrases), after: byFirstWord(phrases.map((phrase) => phrase.toReversed())) };
}

function byFirstWord(phrases: readonly string[][]): ByFirstWord {
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}

/**
 * Where the wish itself may begin and end among the words, courtesies left out or not: the whole first. A message
 * of nothing but courtesies stays whole too.
 */
export function wishesWithin(words: readonly string[], lang: Language): (readonly string[])[] {
  const { before, after } = COURTESIES[lang];
  const starts = edges(words, before);
  const ends = edges(words.toReversed(), after).map((cut) => words.length - cut);
  return starts.flatMap((start) => ends.filter((end) => end > start).map((end) => words.slice(start, end)));
}

/** The shortest of the wishes within: what is left without its courtesies. */
export function coreOf(words: readonly string[], lang: Language): readonly string[] {
  return wishesWithin(words, lang).reduce(
    (least, wish) => (wish.length < least.length ? wish : least),
    words,
  );
}

/** On each side; nobody says more, and each is tried with each of the other side. */
const MOST_COURTESIES = 6;

function edges(words: readonly string[], phrases: ByFirstWord): number[] {
  const found = new Set([0]);
  for (const from of found) {
    if (found.size > MOST_COURTESIES) break;
    for (const phrase of phrases.get(words[from] ?? '') ?? [])
      if (phrase.every((word, i) => words[from + i] === word)) found.add(from + phrase.length);
  }
  return [...found].sort((a, b) => a - b);
}
