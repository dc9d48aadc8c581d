import { acquirerName } from './acquirers.js';
import { coalesce, h } from './dom.js';
import { applyTexts, currentLanguage, money, t, timeOf } from './texts.js';

const SHOWN = 20;

/** The latest sales, each of which can be given back in part or cancelled. */
export class SalesList {
  #sales = [];
  /** What is drawn, by what it shows: a sale that did not change keeps its element, and a press on it its target. */
  #drawn = new Map();
  /** Of the sale whose refund is being written. */
  #refunding = null;

  constructor({ api, onFailure }) {
    Object.assign(this, { api, onFailure });
    this.element = h('ol', { class: 'sales' });
    this.refresh = coalesce(async () => {
      this.#sales = (await api.sales()).slice(0, SHOWN);
      this.putInWords();
    });
  }

  putInWords() {
    if (this.#refunding !== null) return;
    const language = currentLanguage();
    const items = new Map(
      this.#sales.map((sale) => {
        const shown = JSON.stringify([language, sale]);
        return [shown, this.#drawn.get(shown) ?? this.#item(sale)];
      }),
    );
    if (items.size === 0) items.set(`${language} none`, h('li', { class: 'none', t: 'sales.none' }));
    const isDrawn = items.size === this.#drawn.size && [...items.keys()].every((key) => this.#drawn.has(key));
    this.#drawn = items;
    if (isDrawn) return;
    const focused = document.activeElement?.closest?.('.sale')?.dataset.sale;
    this.element.replaceChildren(...items.values());
    applyTexts(this.element);
    // What had the keyboard keeps it, though it was drawn anew.
    if (focused) this.#focus(focused);
  }

  #focus(id) {
    const item = this.element.querySelector(`[data-sale="${CSS.escape(id)}"]`);
    (item?.querySelector('button') ?? item)?.focus();
  }

  #item(sale) {
    const amount = money(sale.amountCents);
    const about = [
      timeOf(sale.at),
      acquirerName(sale.acquirer),
      t(`method.${sale.method}`),
      sale.buyer ?? t('sales.nobody'),
    ];
    const open = !sale.cancelled && sale.refundedCents < sale.amountCents;
    const item = h(
      'li',
      { class: 'sale', 'data-sale': sale.id, tabindex: -1 },
      h('p', { class: 'sale-head' }, h('strong', {}, amount), stateOf(sale)),
      h('p', { class: 'sale-about' }, about.join(' · ')),
    );
    if (open) item.append(this.#actions(sale, amount, item));
    return item;
  }

  #actions(sale, amount, item) {
    const button = (key, onclick) =>
      h('button', {
        type: 'button',
        t: `sales.${key}`,
        'aria-label': t(`sales.${key}Of`, { amount }),
        onclick,
      });
    return h(
      'div',
      { class: 'sale-actions' },
      button('refund', () => this.#askRefund(sale, item)),
      button('cancel', () => this.#cancel(sale)),
    );
  }

  #askRefund(sale, item) {
    this.#refunding = sale.id;
    const rest = ((sale.amountCents - sale.refundedCents) / 100).toFixed(2).replace('.', ',');
    const input = h('input', {
      value: rest,
      inputmode: 'decimal',
      autocomplete: 'off',
      maxlength: 12,
      tLabel: 'sales.refundAmount',
    });
    const answer = h('p', { class: 'answer', role: 'alert', 'data-state': 'refused' });
    const close = () => {
      this.#refunding = null;
      this.putInWords();
      this.#focus(sale.id);
    };
    let busy = false;
    const submit = async (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      try {
        await this.api.refund(sale.id, input.value.trim());
        close();
        this.#readAgain();
      } catch (failure) {
        answer.textContent =
          failure.status === 400 ? t('till.badAmount') : (failure.title ?? t('till.failed'));
        input.select();
      } finally {
        busy = false;
      }
    };
    const form = h(
      'form',
      { class: 'refund', onkeydown: (event) => event.key === 'Escape' && close(), onsubmit: submit },
      h('span', { 'aria-hidden': 'true' }, 'R$'),
      input,
      h('button', { t: 'sales.confirm' }),
      h('button', { type: 'button', class: 'plain', tLabel: 'close', onclick: close }, '×'),
      answer,
    );
    item.querySelector('.sale-actions').replaceWith(form);
    // Its element is no longer what the list draws.
    this.#drawn.clear();
    applyTexts(form);
    input.select();
  }

  /** What cannot be read now is read after the next change: what was done stays done. */
  #readAgain() {
    this.refresh().catch(() => undefined);
  }

  async #cancel(sale) {
    try {
      await this.api.cancel(sale.id);
      this.#readAgain();
    } catch (failure) {
      this.onFailure(failure);
    }
  }
}

function stateOf({ cancelled, refundedCents }) {
  if (cancelled) return h('span', { class: 'sale-state' }, t('sales.cancelled'));
  if (refundedCents === 0) return null;
  return h('span', { class: 'sale-state' }, t('sales.refunded', { amount: money(refundedCents) }));
}
