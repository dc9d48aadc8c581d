import { acquirerName } from './acquirers.js';
import { h, svg } from './dom.js';
import { Faults } from './faults.js';
import { SalesList } from './sales.js';
import { applyTexts, money, t } from './texts.js';

const METHODS = ['pix', 'credit', 'debit', 'cash', 'meal_voucher'];
const SHOWN_MS = 3_000;

/** The shop's card machines: an amount, how it is paid, who buys, and a button on each machine; then the latest sales. */
export class Till {
  #machines = [];
  #customers = [];

  constructor({ api }) {
    this.api = api;
    this.faults = new Faults({ api });
    this.sales = new SalesList({
      api,
      onFailure: (failure) => this.#complain(failure.title ?? t('till.failed')),
    });
    this.amount = h('input', {
      name: 'amount',
      id: 'amount',
      inputmode: 'decimal',
      autocomplete: 'off',
      value: '120,00',
      maxlength: 12,
      'aria-describedby': 'till-answer',
    });
    this.answer = h('p', { class: 'answer', id: 'till-answer', role: 'status' });
    this.methods = pills('method', 'till.method');
    this.buyers = pills('buyer', 'till.buyer');
    this.machines = h('ul', { class: 'machines' });
    this.element = this.#build();
    this.methods.choices.replaceChildren(
      ...METHODS.map((method) => pill('method', method, { t: `method.${method}` })),
    );
    check(this.methods, 'pix');
  }

  #build() {
    return h(
      'section',
      { class: 'till', id: 'till', 'aria-labelledby': 'till-title' },
      h('h2', { id: 'till-title', t: 'till.title' }),
      h('p', { class: 'lead', t: 'till.lead' }),
      h(
        'form',
        { class: 'order', onsubmit: (event) => this.#sell(event) },
        h('label', { for: 'amount', t: 'till.amount' }),
        h('div', { class: 'amount' }, h('span', { 'aria-hidden': 'true' }, 'R$'), this.amount),
        this.buyers.element,
        this.methods.element,
        h(
          'details',
          {},
          h('summary', { t: 'till.voucher' }),
          h('input', {
            name: 'voucher',
            tLabel: 'till.voucher',
            autocomplete: 'off',
            maxlength: 20,
            placeholder: 'ABCD-1234',
          }),
        ),
        this.machines,
        this.answer,
      ),
      h('h3', { t: 'sales.title' }),
      this.sales.element,
      this.faults.element,
    );
  }

  async load(phones) {
    this.#customers = phones.filter(({ role }) => role === 'customer');
    this.#machines = await this.api.machines();
    const chosen = this.buyers.choices.querySelector(':checked')?.value ?? this.#customers[0]?.phone ?? '';
    this.buyers.choices.replaceChildren(
      ...this.#customers.map(({ name, phone }) => pill('buyer', phone, {}, name)),
      pill('buyer', '', { t: 'till.nobody' }),
    );
    check(this.buyers, chosen);
    this.machines.replaceChildren(...this.#machines.map(machineItem));
    this.putInWords();
    await Promise.all([this.sales.refresh(), this.faults.load()]);
  }

  putInWords() {
    applyTexts(this.element);
    this.#machines.forEach(({ acquirer }, index) =>
      this.machines.children[index]
        .querySelector('button')
        .setAttribute('aria-label', t('till.sellOn', { acquirer: acquirerName(acquirer) })),
    );
    this.sales.putInWords();
    this.faults.putInWords();
  }

  async #sell(event) {
    event.preventDefault();
    const { submitter, target: form } = event;
    const terminal = submitter?.value ?? this.#machines[0]?.id;
    if (this.element.getAttribute('aria-busy') === 'true') return;
    const customer = this.#customers.find(({ phone }) => phone === form.elements.buyer.value);
    this.#setBusy(true);
    try {
      const sale = await this.api.sell({
        terminal,
        amount: this.amount.value.trim(),
        method: form.elements.method.value,
        buyer: customer ? { name: customer.name, phone: customer.phone } : null,
        voucherCode: form.elements.voucher.value.trim() || null,
      });
      form.elements.voucher.value = '';
      this.#approve(sale);
      // Failing to read the list is no failed sale: it is read after the next change.
      this.sales.refresh().catch(() => undefined);
    } catch (failure) {
      if (failure.status === 400) this.#complain(t('till.badAmount'), true);
      else this.#complain(failure.title ?? t('till.failed'));
    } finally {
      this.#setBusy(false);
    }
  }

  #setBusy(busy) {
    this.element.setAttribute('aria-busy', String(busy));
    if (busy) this.#say('', 'quiet');
  }

  #approve({ acquirer, terminal, amountCents }) {
    this.#say(t('till.sold', { amount: money(amountCents), acquirer: acquirerName(acquirer) }), 'approved');
    const item = this.machines.querySelector(`[data-terminal="${CSS.escape(terminal)}"]`);
    item?.classList.add('approved');
    setTimeout(() => item?.classList.remove('approved'), SHOWN_MS);
  }

  #complain(text, ofAmount = false) {
    this.#say(text, 'refused');
    this.amount.setAttribute('aria-invalid', String(ofAmount));
    if (ofAmount) this.amount.select();
  }

  #say(text, state) {
    this.answer.textContent = text;
    this.answer.dataset.state = state;
    this.amount.removeAttribute('aria-invalid');
  }
}

/** Choices of which one holds, as a row of pills. */
function pills(name, label) {
  const choices = h('div', { class: 'pills' });
  return { choices, element: h('fieldset', { name: `${name}s` }, h('legend', { t: label }), choices) };
}

const pill = (name, value, text, words) =>
  h('label', { class: 'pill' }, h('input', { type: 'radio', name, value }), h('span', text, words));

function check({ choices }, value) {
  const inputs = [...choices.querySelectorAll('input')];
  const chosen = inputs.find((input) => input.value === value) ?? inputs[0];
  if (chosen) chosen.checked = true;
}

function machineItem({ id, acquirer }) {
  return h(
    'li',
    { class: 'machine', 'data-terminal': id, 'data-acquirer': acquirer },
    drawing(),
    h('div', { class: 'machine-name' }, h('strong', {}, acquirerName(acquirer)), h('small', {}, id)),
    h('button', { name: 'terminal', value: id, t: 'till.sell' }),
  );
}

/** A card machine: its body in the acquirer's colour, a screen, keys, a card. */
function drawing() {
  return svg(
    'svg',
    { class: 'drawing', viewBox: '0 0 28 40', width: 28, height: 40, 'aria-hidden': 'true' },
    svg('rect', { class: 'body', x: 3, y: 1, width: 22, height: 34, rx: 4 }),
    svg('rect', { class: 'screen', x: 6.5, y: 4.5, width: 15, height: 11, rx: 1.5 }),
    svg('path', { class: 'mark', d: 'm10.500 10 2.500 2.500 4.500-5' }),
    svg('path', {
      class: 'keys',
      d: 'M9 20h.01M14 20h.01M19 20h.01M9 24h.01M14 24h.01M19 24h.01M9 28h.01M14 28h.01M19 28h.01',
    }),
    svg('path', { class: 'card', d: 'M7 36.500h14' }),
  );
}
