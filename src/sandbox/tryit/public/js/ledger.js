import { coalesce, h } from './dom.js';
import { applyTexts, quantity, t, timeOf } from './texts.js';

/** Below it the ledger covers the page, and what it covers cannot be reached. */
const COVERS = matchMedia('(max-width: 1179px)');

/** The drawer that shows what was posted, and what each account holds after it. */
export class LedgerDrawer {
  #ledger = { rows: [], balances: [] };

  /** `covered` are the elements beside it. */
  constructor({ element, toggle, covered }) {
    Object.assign(this, { element, toggle, covered });
    this.api = null;
    this.refresh = coalesce(() => this.#read());
    toggle.addEventListener('click', () => (element.hidden ? this.open() : this.close()));
    element.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    COVERS.addEventListener('change', () => this.#cover());
  }

  useShop(api) {
    this.api = api;
    this.#ledger = { rows: [], balances: [] };
    this.putInWords();
  }

  open() {
    this.element.hidden = false;
    this.toggle.setAttribute('aria-expanded', 'true');
    this.#cover();
    this.element.focus();
    void this.refresh().catch(() => undefined);
  }

  close() {
    this.element.hidden = true;
    this.toggle.setAttribute('aria-expanded', 'false');
    this.#cover();
    this.toggle.focus();
  }

  async #read() {
    if (this.element.hidden || this.api === null) return;
    this.#ledger = await this.api.ledger();
    this.putInWords();
  }

  #cover() {
    for (const element of this.covered) element.inert = !this.element.hidden && COVERS.matches;
  }

  putInWords() {
    const { rows, balances } = this.#ledger;
    const hadFocus = this.element.contains(document.activeElement) && document.activeElement !== this.element;
    this.element.replaceChildren(
      h(
        'header',
        {},
        h('h2', { t: 'ledger' }),
        h('button', { type: 'button', class: 'close', tLabel: 'close', onclick: () => this.close() }, '×'),
      ),
      h('p', { class: 'lead', t: 'ledger.lead' }),
      ...(rows.length === 0
        ? [h('p', { class: 'none', t: 'ledger.none' })]
        : [...accounts(balances), ...entries(rows)]),
    );
    applyTexts(this.element);
    if (hadFocus) this.element.querySelector('.close').focus();
  }
}

function accounts(balances) {
  const tiles = balances.map(({ account, asset, quantity: value }) =>
    h(
      'div',
      { 'data-account': account },
      h('dt', {}, t(`account.${account}`)),
      h('dd', {}, quantity(asset, value)),
    ),
  );
  return [h('h3', { t: 'ledger.balances' }), h('dl', { class: 'accounts' }, ...tiles)];
}

/** One card a transaction, with its postings. */
function entries(rows) {
  const byTransaction = Map.groupBy
    ? Map.groupBy(rows, ({ transaction }) => transaction)
    : rows.reduce(
        (map, row) => map.set(row.transaction, [...(map.get(row.transaction) ?? []), row]),
        new Map(),
      );
  const cards = [...byTransaction.values()].map((postings) => {
    const [{ kind, customer, at }] = postings;
    return h(
      'li',
      { 'data-kind': kind },
      h(
        'p',
        { class: 'entry-head' },
        h('strong', {}, t(`kind.${kind}`)),
        h('span', {}, [customer, timeOf(at)].filter(Boolean).join(' · ')),
      ),
      ...postings.map(posting),
    );
  });
  return [h('h3', { t: 'ledger.entries' }), h('ol', { class: 'entries' }, ...cards)];
}

function posting({ source, destination, asset, quantity: value }) {
  return h(
    'p',
    { class: 'posting' },
    h('span', { class: 'account' }, t(`account.${source}`)),
    h(
      'span',
      { class: 'to' },
      h('span', { class: 'unseen', t: 'ledger.to' }),
      h('span', { 'aria-hidden': 'true' }, '→'),
    ),
    h('span', { class: 'account' }, t(`account.${destination}`)),
    h('span', { class: 'sum' }, quantity(asset, value)),
  );
}
