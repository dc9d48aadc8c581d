const LONGEST = 40;

/**
 * An address with a scheme, one that begins by www, or words joined by dots that a phone would turn into a link: anywhere in
 * what stands between two spaces, since phones find it before a comma or a bracket too.
 */
const LINK = /\/\/|www\.|[^\s.]\.\p{L}{2,}|[^\s.]\.xn--/iu;

/** What is not seen, or stands for nothing yet: control of direction and form, fillers, surrogates. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** Marks over one letter beyond what any language writes: a heap of them runs over the lines around it. */
const HEAP_OF_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * A name that somebody else chose, or their words, made harmless in our sentences: without WhatsApp markup, control and
 * bidirectional characters and links, at most 40 characters long. Null where nothing readable is left.
 */
export function cleanName(text: string): string | null {
  const words = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(/[*_~`<>|]/g, '')
    .normalize('NFC')
    .replaceAll(HEAP_OF_MARKS, '$1')
    .split(/\s+/)
    .filter((word) => word !== '' && !LINK.test(word));
  const cut = Array.from(words.join(' ')).slice(0, LONGEST).join('').trim();
  return /[\p{L}\p{N}]/u.test(cut) ? cut : null;
}

/** The first word of a customer's name, cleaned. */
export function firstName(name: string | null): string | null {
  return name === null ? null : (cleanName(name)?.split(' ')[0] ?? null);
}

const ADDRESS =
  /\/\/|^www\.|\.(?:com|net|org|br|app|link|site|online|xyz|info|shop|store|club|top|vip|me|io|co|ly|gl|gg|to|tv|us|uk|biz|dev|ai|page|click|live|fun|pro|pt|es|ar)(?![\p{L}\p{N}])/iu;

/** Whether a name anywhere in it would be a link to whoever reads it; `BEB.ALCOOL` of a till is none. */
export function hasLink(value: unknown): boolean {
  if (typeof value === 'string')
    return value.split(/[\s"“”()]+/).some((word) => LINK.test(word) && ADDRESS.test(word));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLink);
}
