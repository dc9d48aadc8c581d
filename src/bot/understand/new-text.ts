import type { Understood } from './match';

/** What may stand between a wish to reword a message and its new text: a colon, quotes, or `para` before a name in braces. */
const BREAK =
  /\s*[:\n]\s*|\s+(?:(?:para|pra|to|a|por)\s+)?(?=["“«])|\s+(?:para|pra|to|a|por)\s+(?=[^{}]*\{)/gu;
const SPEAKS_OF_TEXTS = /mensag|mensaj|messag|text|aviso/iu;
const QUOTED = /^["“«](.+)["”»]$/su;
const BREAKS_TRIED = 4;

/**
 * `mudar mensagem de boas-vindas: Olá {nome}`: the wish with its text, whose words are none of the wish; null where it is
 * none. No guess, since nobody says anything else so; what comes of it is shown and asked about in any case.
 */
export function withNewText(text: string, hear: (wish: string) => Understood): Understood | null {
  for (const { 0: between, index } of [...text.matchAll(BREAK)].slice(0, BREAKS_TRIED)) {
    const wish = text.slice(0, index);
    const body = text.slice(index + between.length).trim();
    if (body === '' || !SPEAKS_OF_TEXTS.test(wish)) continue;
    const heard = hear(wish);
    if (heard.intent === 'edit-message' && heard.args.kind !== undefined)
      return {
        ...heard,
        guessed: false,
        confirm: false,
        args: { ...heard.args, body: QUOTED.exec(body)?.[1] ?? body },
      };
  }
  return null;
}
