import { h } from './dom.js';
import { applyTexts, t } from './texts.js';

/** How the shop's SmartPOS misbehaves: a switch for each of the faults that are seen in the field. */
export class Faults {
  constructor({ api }) {
    this.api = api;
    this.count = h('span', { class: 'count' });
    this.answer = h('p', { class: 'answer', role: 'status' });
    this.switches = [];
    this.choices = h(
      'fieldset',
      { onchange: () => this.#save() },
      h('legend', { class: 'unseen', t: 'faults.title' }),
    );
    this.element = h(
      'details',
      { class: 'faults', id: 'faults' },
      h('summary', {}, h('span', { t: 'faults.title' }), this.count),
      h('p', { class: 'lead', t: 'faults.lead' }),
      this.choices,
      this.answer,
    );
  }

  async load() {
    const { all, faults } = await this.api.faults();
    if (this.switches.length === 0) this.#offer(all);
    this.#show(faults);
    this.putInWords();
  }

  #offer(all) {
    this.switches = all.map((value) => h('input', { type: 'checkbox', name: 'fault', value }));
    this.choices.append(
      ...this.switches.map((input) => h('label', {}, input, h('span', { t: `fault.${input.value}` }))),
    );
  }

  putInWords() {
    applyTexts(this.element);
    this.#tell();
  }

  #chosen() {
    return this.switches.filter(({ checked }) => checked).map(({ value }) => value);
  }

  #show(faults) {
    for (const input of this.switches) input.checked = faults.includes(input.value);
    this.saved = faults;
    this.#tell();
  }

  /** What could not be saved goes back to what holds. */
  async #save() {
    const chosen = this.#chosen();
    try {
      await this.api.setFaults(chosen);
      this.saved = chosen;
      this.answer.textContent = '';
    } catch (failure) {
      this.#show(this.saved);
      this.answer.textContent = failure.title ?? t('till.failed');
    }
    this.#tell();
  }

  #tell() {
    const { length } = this.#chosen();
    this.count.textContent = length === 0 ? '' : String(length);
    this.count.hidden = length === 0;
    this.element.classList.toggle('on', length > 0);
  }
}
