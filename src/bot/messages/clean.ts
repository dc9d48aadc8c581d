const LONGEST = 40;

/** An address with a scheme, one that begins by www, or words joined by dots that a phone would turn into a link. */
const LINK = /^(?:\S*\/\/\S*|www\.\S*|\S*[^\s.]\.\p{L}{2,}(?:[/:?#]\S*)?)$/iu;

/**
 * A name that somebody else chose, or their words, made harmless in our sentences: without WhatsApp markup, control and
 * bidirectional characters and links, at most 40 characters long. Null where nothing readable is left.
 */
export function cleanName(text: string): string | null {
  const words = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replaceAll(/[*_~`<>|]/g, '')
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
  /\/\/|^www\.|\.(?:com|net|org|br|app|link|site|online|xyz|info|shop|store|club|top|vip|me|io|co|ly|gl|gg|to|tv|us|uk|biz|dev|ai|page|click|live|fun|pro|pt|es|ar)(?:[/:?#.]|$)/iu;

/** Whether a name anywhere in it would be a link to whoever reads it; `BEB.ALCOOL` of a till is none. */
export function hasLink(value: unknown): boolean {
  if (typeof value === 'string')
    return value.split(/[\s"“”()]+/).some((word) => LINK.test(word) && ADDRESS.test(word));
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLink);
}
