import { bubble, setState } from './bubble.js';
import { ChatLog } from './chat-log.js';
import { coalesce, h, icon } from './dom.js';
import { newId } from './ids.js';
import { voucherCodeIn } from './markup.js';
import { suggestions } from './suggestions.js';
import { applyTexts, phoneText, t } from './texts.js';

const CAMERA =
  'M2.500 6h3.200L7.200 4h5.600l1.500 2h3.200v10h-15zM10 8a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z';
const SEND = 'M3 10 17 3.500 12.500 17 9.500 11.500z M9.500 11.500 17 3.500';
/** How far back the state of one's own messages may still change. */
const UNSETTLED = 30;

/**
 * One phone: its holder, its chat with the shop, and what to say. `hears` is called with what came in. What is said
 * appears at once; it stays, marked, when it could not be sent, and is sent again under its own id.
 */
export class Phone {
  /** From the server, oldest first. */
  #messages = [];
  /** Said here and not yet seen in what the server tells. */
  #waiting = new Map();
  #lastSeen = null;
  #code = null;

  constructor({ phone, shop, api, showPicture, onUnread, onVoucher }) {
    Object.assign(this, { phone, shop, api, showPicture, onUnread, onVoucher });
    this.unread = 0;
    this.visible = false;
    this.log = new ChatLog({
      onRead: () => this.markSeen(),
      create: (message) => this.#bubble(message),
      update: (element, message) => setState(element, message.state, () => this.#post(message)),
    });
    this.chips = h('div', { class: 'chips', role: 'group' });
    this.input = h('textarea', { rows: 1, maxlength: 10_000, enterkeyhint: 'send', autocomplete: 'off' });
    this.trouble = h('p', { class: 'trouble', role: 'alert' });
    this.element = this.#build();
    this.refresh = coalesce(() => this.#read());
    this.putInWords();
  }

  #build() {
    const { name, chatId, role, phone } = this.phone;
    const initials = this.shop.name
      .split(/\s+/)
      .map(([first]) => first)
      .slice(0, 2)
      .join('');
    this.heading = h('h2', { class: 'holder-name', id: `holder-${chatId}` }, name);
    // Who buys has the receipt in their hand.
    const camera =
      role === 'customer'
        ? [
            h(
              'button',
              {
                type: 'button',
                class: 'camera',
                tLabel: 'phone.receipt',
                onclick: () => void this.#sendReceipt(),
              },
              icon(CAMERA),
            ),
          ]
        : [];
    this.composer = h(
      'form',
      { class: 'composer', onsubmit: (event) => this.#submit(event) },
      this.input,
      ...camera,
      h('button', { tLabel: 'phone.send' }, icon(SEND)),
    );
    this.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.#submit(event);
    });
    return h(
      'section',
      { class: 'phone', 'data-chat': chatId, 'data-role': role, 'aria-labelledby': `holder-${chatId}` },
      h(
        'div',
        { class: 'holder' },
        this.heading,
        h('span', { class: 'role', t: `role.${role}` }),
        h('span', { class: 'number' }, phoneText(phone)),
      ),
      h(
        'div',
        { class: 'device' },
        h(
          'div',
          { class: 'peer' },
          h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials),
          h(
            'div',
            {},
            h('p', { class: 'peer-name' }, this.shop.name),
            h('p', { class: 'peer-kind', t: 'phone.business' }),
          ),
        ),
        this.log.element,
        this.chips,
        this.trouble,
        this.composer,
      ),
    );
  }

  /** After the page's language has changed, and at first. */
  putInWords() {
    const { name } = this.phone;
    applyTexts(this.element);
    this.log.element
      .querySelector('.log')
      .setAttribute('aria-label', t('phone.chat', { name, shop: this.shop.name }));
    this.chips.setAttribute('aria-label', t('phone.suggestions', { name }));
    this.input.setAttribute('aria-label', t('phone.message', { name }));
    this.input.placeholder = t('phone.placeholder');
    this.log.clear(t('phone.empty', { name }));
    this.#show();
  }

  /** The voucher code of the moment, for who validates; and what the shop has become. */
  update({ code = this.#code, shop = this.shop, phone = this.phone }) {
    this.#code = code;
    Object.assign(this, { shop, phone });
    this.#showChips();
  }

  say(text) {
    this.trouble.textContent = '';
    const id = newId();
    void this.#post({ id, text, at: Date.now(), from: 'me', picture: null, document: null });
    this.log.toEnd();
  }

  markSeen() {
    if (!this.visible || document.hidden || !this.log.isAtEnd) return;
    this.#lastSeen = this.#messages.at(-1)?.seq ?? 0;
    this.#count();
  }

  async #post(message) {
    this.#waiting.set(message.id, { ...message, state: 'pending' });
    this.#show();
    try {
      await this.api.say(this.phone.chatId, { id: message.id, text: message.text });
      await this.refresh();
    } catch {
      if (!this.#waiting.has(message.id)) return;
      this.#waiting.set(message.id, { ...message, state: 'failed' });
      this.#show();
    }
  }

  /** The photo appears with what the server tells; why there is none is said above the line to write in. */
  async #sendReceipt() {
    this.trouble.textContent = '';
    try {
      await this.api.sendReceipt(this.phone.chatId, { id: newId() });
      await this.refresh();
      this.log.toEnd();
    } catch (failure) {
      this.trouble.textContent = failure.title ?? t('till.failed');
    }
  }

  async #read() {
    const recent = this.#messages.slice(-UNSETTLED);
    const unsettled = recent.find(({ from, state }) => from === 'me' && state !== 'read');
    const after = unsettled ? unsettled.seq - 1 : (this.#messages.at(-1)?.seq ?? null);
    const news = await this.api.messages(this.phone.chatId, after);
    const byId = new Map([...this.#messages, ...news].map((message) => [message.id, message]));
    this.#messages = [...byId.values()].sort((a, b) => a.seq - b.seq);
    for (const { id } of news) this.#waiting.delete(id);
    this.#lastSeen ??= this.#messages.at(-1)?.seq ?? 0;
    if (this.phone.role === 'customer') this.#noteVoucher(news);
    this.#show();
    this.markSeen();
    this.#count();
  }

  #noteVoucher(news) {
    const code = news
      .filter(({ from }) => from === 'shop')
      .map(({ text }) => voucherCodeIn(text))
      .findLast(Boolean);
    if (code) this.onVoucher(code);
  }

  #show() {
    this.log.show([...this.#messages, ...this.#waiting.values()]);
    this.#showChips();
  }

  #showChips() {
    const lastOfShop = this.#messages.at(-1)?.from === 'shop' ? this.#messages.at(-1).text : null;
    const words = suggestions({ phone: this.phone, shop: this.shop, lastOfShop, code: this.#code });
    const shown = [...this.chips.children].map((chip) => chip.textContent);
    if (words.join('\n') === shown.join('\n')) return;
    const hadFocus = this.chips.contains(document.activeElement);
    this.chips.replaceChildren(
      ...words.map((word) => h('button', { type: 'button', onclick: () => this.#choose(word) }, word)),
    );
    this.chips.scrollLeft = 0;
    if (hadFocus) this.chips.firstElementChild.focus();
  }

  #choose(word) {
    if (!word.endsWith(' ')) return this.say(word);
    this.input.value = word;
    return this.input.focus();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (text === '') return;
    this.input.value = '';
    this.say(text);
  }

  #bubble(message) {
    const mine = message.from === 'me';
    const speaker = mine
      ? t('phone.from.me', { name: this.phone.name })
      : t('phone.from.shop', { shop: this.shop.name });
    return bubble(message, { speaker, onPicture: this.showPicture, onRetry: () => this.#post(message) });
  }

  #count() {
    const unread = this.#messages.filter(({ from, seq }) => from === 'shop' && seq > this.#lastSeen).length;
    this.log.showNew(unread);
    if (unread === this.unread) return;
    this.unread = unread;
    this.onUnread();
  }
}
