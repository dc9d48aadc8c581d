const EMAIL = /^[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.)+[a-z]{2,24}$/;

/** As it is said: `ana arroba exemplo ponto com`. */
const spelled = (text: string): string =>
  text.replaceAll(/\s+(?:arroba|at|@)\s+|\s+@|@\s+/g, '@').replaceAll(/\s+(?:ponto|punto|dot)\s+/g, '.');

/** An e-mail address in small letters; null where it is none. */
export function parseEmail(text: string): string | null {
  const written = spelled(text.trim().toLowerCase()).replace(/^<|>$/g, '');
  return written.length <= 254 && EMAIL.test(written) && !written.includes('..') ? written : null;
}

/** Whether it is an address without its end: `ana@gmail`. */
export const isCutEmail = (text: string): boolean =>
  /^[a-z0-9][a-z0-9._%+-]*@[a-z0-9-]*\.?$/.test(text.trim().toLowerCase());
