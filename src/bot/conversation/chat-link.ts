const LINK = /^https:\/\/wa\.me\/\d+\?(text=\S{1,200})$/i;

/** The words that a link to the shop's own chat has ready, where a scanner at the counter typed the link; else the text. */
export function wordsOfLink(text: string): string {
  const query = LINK.exec(text.trim())?.[1];
  return (query === undefined ? null : new URLSearchParams(query.toLowerCase()).get('text')) ?? text;
}
