const EMAIL = /^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** An e-mail address in small letters; null where it is none. */
export function parseEmail(text: string): string | null {
  const written = text.trim().toLowerCase().replace(/^<|>$/g, '');
  return written.length <= 254 && EMAIL.test(written) && !written.includes('..') ? written : null;
}
