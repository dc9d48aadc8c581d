import { en } from './texts-en.js';
import { es } from './texts-es.js';
import { pt } from './texts-pt.js';
import * as trials from './texts-trials.js';

const CATALOGUES = {
  pt: { ...pt, ...trials.pt },
  en: { ...en, ...trials.en },
  es: { ...es, ...trials.es },
};
const PAGE = { pt: 'pt-BR', en: 'en-US', es: 'es-419' };
// Numbers and dates as the bot writes them.
const LOCALES = { pt: 'pt-BR', en: 'en-US', es: 'es-AR' };
const KEPT = 'smartbis.language';

let language = known(localStorage.getItem(KEPT)) ?? 'pt';

function known(code) {
  return code in CATALOGUES ? code : null;
}

export const currentLanguage = () => language;

export function useLanguage(code) {
  language = known(code) ?? 'pt';
  localStorage.setItem(KEPT, language);
}

/** The text of that key; its gaps `{name}` are filled in. A key without a text stands for itself. */
export function t(key, gaps = {}) {
  const text = CATALOGUES[language][key] ?? key;
  return text.replaceAll(/\{(\w+)\}/g, (_all, name) => String(gaps[name] ?? ''));
}

/** Puts in words all that carries a key, below this element. */
export function applyTexts(root) {
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of root.querySelectorAll('[data-t-label]'))
    element.setAttribute('aria-label', t(element.dataset.tLabel));
  if (root === document) {
    document.documentElement.lang = PAGE[language];
    document.title = t('title');
  }
}

/** `R$ 12,50`, in the way of the page's language. */
export function money(cents) {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'BRL',
    currencyDisplay: 'narrowSymbol',
  })
    .format(cents / 100)
    .replace(/R\$\s?/, 'R$\u00A0');
}

export function quantity(asset, value) {
  return asset === 'cashback'
    ? money(value)
    : t('points', { count: value.toLocaleString(LOCALES[language]) });
}

/** Date and time, as the clock of the sandbox shows them. */
export function momentText(at) {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(at);
}

export function timeOf(at) {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);
}

/** `Hoje`, `Ontem`, or the date. */
export function dayOf(at) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (at >= midnight) return t('today');
  if (at >= midnight - 86_400_000) return t('yesterday');
  return new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'long' }).format(at);
}

/** `+55 11 98888-0001` */
export function phoneText(phone) {
  const [, area, first, last] = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(phone) ?? [];
  return area === undefined ? phone : `+55 ${area} ${first}-${last}`;
}
