import type { Language, ShopSettingName } from '../../../loyalty';

/** What of a shop can be set by chat. */
const SHOP_SETTINGS: Record<Language, Record<ShopSettingName, readonly string[]>> = {
  pt: {
    name: ['nome da loja', 'nome'],
    cnpj: ['cnpj', 'cnpj da loja'],
    zone: ['fuso', 'fuso horario', 'cidade', 'cidade da loja', 'fuso da loja'],
    language: ['idioma da loja', 'lingua da loja'],
    brand_colour: ['cor', 'cor da loja', 'cor da marca', 'minha cor'],
  },
  en: {
    name: ['shop name', 'name', 'name of the shop'],
    cnpj: ['cnpj'],
    zone: ['time zone', 'timezone', 'city'],
    language: ['shop language', 'language of the shop'],
    brand_colour: ['colour', 'color', 'brand colour', 'brand color'],
  },
  es: {
    name: ['nombre de la tienda', 'nombre'],
    cnpj: ['cnpj'],
    zone: ['huso horario', 'huso', 'zona horaria', 'ciudad'],
    language: ['idioma de la tienda'],
    brand_colour: ['color', 'color de la tienda', 'color de la marca'],
  },
};

export const settingSamples: Record<Language, readonly string[]> = {
  pt: Object.values(SHOP_SETTINGS.pt).flat(),
  en: Object.values(SHOP_SETTINGS.en).flat(),
  es: Object.values(SHOP_SETTINGS.es).flat(),
};

/** From normalised words. */
export const shopSettingNamed = (words: string, lang: Language): ShopSettingName | null =>
  (Object.entries(SHOP_SETTINGS[lang]) as [ShopSettingName, readonly string[]][]).find(([, names]) =>
    names.includes(words),
  )?.[0] ?? null;

const COLOURS: Readonly<Record<string, string>> = {
  verde: '#17705f',
  green: '#17705f',
  azul: '#1c4e9c',
  blue: '#1c4e9c',
  vermelho: '#b3261e',
  rojo: '#b3261e',
  red: '#b3261e',
  roxo: '#5b2a86',
  morado: '#5b2a86',
  purple: '#5b2a86',
  laranja: '#b4510e',
  naranja: '#b4510e',
  orange: '#b4510e',
  rosa: '#a81e5b',
  pink: '#a81e5b',
  marrom: '#5c3a21',
  marron: '#5c3a21',
  brown: '#5c3a21',
  preto: '#1b1b1b',
  negro: '#1b1b1b',
  black: '#1b1b1b',
  cinza: '#4a4f54',
  gris: '#4a4f54',
  grey: '#4a4f54',
  gray: '#4a4f54',
  vinho: '#6d1a36',
};

/** `#0b6b4f`, or the name of a colour, as `#rrggbb`; null where it is none. */
export function readColour(text: string): string | null {
  const said = text.trim().toLowerCase();
  const hex = /^#?([0-9a-f]{6})$/.exec(said)?.[1];
  return hex === undefined ? (COLOURS[said] ?? null) : `#${hex}`;
}
