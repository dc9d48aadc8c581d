const BEYOND_ASCII = /[^ -~]/;

/** How names of stores, brands, items and the like are compared: without regard to case, accents and space around them. */
export function folded(name: string): string {
  const lower = name.trim().toLowerCase();
  return BEYOND_ASCII.test(lower) ? lower.normalize('NFD').replaceAll(/\p{M}/gu, '') : lower;
}

const STORE_NOUN =
  /^(?:lojas?|unidade|filial|store|shop|tienda|sucursal|local)(?: d[aeo]l?)? (?=.)| (?:store|shop)$/g;

/** How stores are compared: `Loja Centro` is Centro. */
export const storeKey = (name: string): string => folded(name).replaceAll(STORE_NOUN, '');
