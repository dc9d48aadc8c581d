import type { Language, Shop } from '../loyalty';
import { html, Html } from './html';
import { pageWords } from './words';

export interface Page {
  lang: Language;
  title: string;
  /** Whose page it is; null where that is not known. */
  shop: Pick<Shop, 'name' | 'brandColour'> | null;
  body: Html;
  /** A script of this server, beside the shell's own. */
  script?: string;
}

const LANG = { pt: 'pt-BR', en: 'en', es: 'es-419' } as const;

/** What a page may load and where its forms may go: itself. */
export const PAGE_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `img-src data:`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** A whole page: for a phone first, in light and dark, readable by a screen reader and without a script. */
export function renderPage({ lang, title, shop, body, script }: Page): string {
  return html`<!doctype html>
    <html lang="${LANG[lang]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <main>
          ${stripe(shop?.brandColour ?? null)}
          <h1>${title}</h1>
          ${shop === null ? null : html`<p class="shop">${shop.name}</p>`} ${body}
        </main>
        <script src="/assets/page.js" defer></script>
        ${script === undefined ? null : html`<script src="${script}" defer></script>`}
      </body>
    </html>`.text;
}

/** In the shop's colour: an attribute, since the policy takes no style in a page. */
const stripe = (colour: string | null): Html | null =>
  colour === null
    ? null
    : html`<svg class="brand" aria-hidden="true"><rect width="100%" height="100%" fill="${colour}" /></svg>`;

export interface Field {
  name: string;
  label: string;
  /** What is entered is shown as dots, and no browser keeps it. */
  secret?: boolean;
  hint?: string;
  /** What is wrong with what was entered. */
  error?: string;
  value?: string;
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
}

/** One line to fill in, with its label, its hint and its fault tied to it. */
export function field({ name, label, secret, hint, error, value, inputMode, maxLength }: Field): Html {
  const notes = [hint === undefined ? null : `${name}-hint`, error === undefined ? null : `${name}-error`];
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${secret === true ? 'password' : 'text'}"
      autocomplete="${secret === true ? 'new-password' : 'off'}"
      autocapitalize="off"
      spellcheck="false"
      inputmode="${inputMode ?? 'text'}"
      maxlength="${maxLength ?? 200}"
      value="${secret === true ? '' : (value ?? '')}"
      aria-describedby="${notes.filter((note) => note !== null).join(' ')}"
      aria-invalid="${error === undefined ? 'false' : 'true'}"
      required
    />
    ${hint === undefined ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${error === undefined ? null : html`<p class="error" id="${name}-error" role="alert">${error}</p>`}
  </div>`;
}

/** One of several; the first is chosen unless another is. */
export const choice = (
  name: string,
  label: string,
  options: readonly { value: string; label: string; hint: string }[],
  chosen = options[0]?.value,
): Html =>
  html`<fieldset class="field">
    <legend>${label}</legend>
    ${options.map(
      (option) =>
        html`<label class="choice"
          ><input
            type="radio"
            name="${name}"
            value="${option.value}"
            ${option.value === chosen ? new Html('checked') : null}
          />
          <span>${option.label}<span class="hint">${option.hint}</span></span></label
        >`,
    )}
  </fieldset>`;

/** A form that is sent to the page's own address. */
export const form = (fields: readonly Html[], submit: string): Html =>
  html`<form method="post" novalidate>${fields}<button type="submit">${submit}</button></form>`;

/** A text to be taken along, with a button that copies it. */
export const toCopy = (lang: Language, id: string, label: string, value: string): Html =>
  html`<div class="field">
    <label for="${id}">${label}</label>
    <output class="copy"><input id="${id}" value="${value}" readonly data-copy /></output>
    <button type="button" class="quiet" data-copies="${id}" data-done="${pageWords[lang].copied}" hidden>
      ${pageWords[lang].copy}
    </button>
  </div>`;

export const paragraph = (text: string): Html => html`<p>${text}</p>`;
/** The one thing to do next, where that is another page: it looks as a button does. */
export const onward = (path: string, text: string): Html =>
  html`<a class="onward" href="${path}">${text}</a>`;
/** What went well, or what has to be seen to first. */
export const notice = (kind: 'good' | 'bad', text: string): Html =>
  html`<p class="${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;
