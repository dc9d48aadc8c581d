import { h } from './dom.js';
import { dayOf, t } from './texts.js';

/** Within it, the reader counts as being at the end. */
const NEAR_PX = 48;

/**
 * The messages of a chat, oldest first, with the days between them. Elements are kept as long as their messages are, so
 * that what reads the page aloud says only what is new. Stays at the end while the reader is there.
 */
export class ChatLog {
  #elements = new Map();

  /** `create` makes a message's element, `update` shows its state; `onRead` is called when the end comes into sight. */
  constructor({ create, update, onRead }) {
    Object.assign(this, { create, update });
    this.log = h('div', { class: 'log', role: 'log', tabindex: 0, onscroll: onRead });
    this.jump = h('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.toEnd() });
    this.element = h('div', { class: 'log-frame' }, this.log, this.jump);
    // A picture is taller once it has come.
    this.log.addEventListener('load', () => this.#wasAtEnd && this.toEnd(), true);
    new ResizeObserver(() => this.#wasAtEnd && this.toEnd()).observe(this.log);
  }

  #wasAtEnd = true;

  get isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight <= NEAR_PX;
  }

  toEnd() {
    this.#wasAtEnd = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Empties it; `note` stands at its beginning. */
  clear(note) {
    this.#elements.clear();
    this.log.replaceChildren(h('p', { class: 'note' }, note));
  }

  show(messages) {
    this.#wasAtEnd = this.isAtEnd;
    // Old messages that are shown for the first time are no news.
    this.log.setAttribute('aria-busy', String(this.#elements.size === 0));
    const shown = new Map();
    let previous = null;
    for (const message of messages) {
      const day = new Date(message.at).toDateString();
      if (day !== previous?.day)
        shown.set(day, this.#elements.get(day) ?? h('p', { class: 'day' }, dayOf(message.at)));
      const element = this.#elements.get(message.id) ?? this.create(message);
      if (message.state) this.update(element, message);
      element.classList.toggle('first', message.from !== previous?.from || day !== previous.day);
      shown.set(message.id, element);
      previous = { day, from: message.from };
    }
    this.#place(shown);
    this.log.removeAttribute('aria-busy');
    if (this.#wasAtEnd) this.toEnd();
  }

  showNew(count) {
    this.jump.hidden = count === 0;
    this.jump.textContent = `↓ ${t('phone.new', { count })}`;
  }

  /** Moves only what is not where it belongs. */
  #place(shown) {
    for (const [key, element] of this.#elements) if (!shown.has(key)) element.remove();
    let before = this.log.firstElementChild;
    for (const element of shown.values()) {
      if (before.nextElementSibling !== element) before.after(element);
      before = element;
    }
    this.#elements = shown;
  }
}
