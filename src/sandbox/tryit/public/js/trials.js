import { h } from './dom.js';
import { newId } from './ids.js';
import { applyTexts, momentText, t } from './texts.js';

const HOURS = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 };
const DELIVERIES = ['burst', 'twice', 'reversed'];

/** What in earnest only happens by itself: time that passes, a network that stumbles, a person who answers, a restart. */
export class Trials {
  #ahead = 0;
  #now = 0;
  #readAt = 0;
  #wasReady = false;

  constructor({ api }) {
    this.api = api;
    this.moment = h('output', { class: 'moment' });
    this.chats = h('select', { name: 'chat', id: 'trial-chat' });
    this.texts = h('textarea', { name: 'texts', id: 'trial-texts', rows: 3, maxlength: 2_000 });
    this.answer = h('p', { class: 'answer', id: 'trial-answer', role: 'status' });
    this.element = h(
      'details',
      { class: 'trials', id: 'trials', hidden: true },
      h('summary', { t: 'trials.title' }),
      h('p', { class: 'lead', t: 'trials.lead' }),
      h(
        'fieldset',
        {},
        h('legend', { t: 'trials.clock' }),
        this.moment,
        h(
          'div',
          { class: 'buttons' },
          ...Object.entries(HOURS).map(([name, hours]) =>
            h('button', { type: 'button', t: `trials.${name}`, onclick: () => void this.#jump(hours, name) }),
          ),
        ),
      ),
      h(
        'fieldset',
        {},
        h('legend', { t: 'trials.messages' }),
        h('label', { for: 'trial-chat', t: 'trials.chat' }),
        this.chats,
        h('label', { for: 'trial-texts', t: 'trials.texts' }),
        this.texts,
        h(
          'div',
          { class: 'buttons' },
          ...DELIVERIES.map((how) =>
            h('button', { type: 'button', t: `trials.${how}`, onclick: () => void this.#deliver(how) }),
          ),
          h('button', { type: 'button', t: 'trials.byHand', onclick: () => void this.#answerByHand() }),
        ),
      ),
      h(
        'div',
        { class: 'buttons' },
        h('button', { type: 'button', t: 'trials.restart', onclick: () => void this.#restart() }),
        h('button', { type: 'button', t: 'trials.export', onclick: () => void this.#export() }),
      ),
      this.answer,
    );
  }

  /** Where the shop is no sandbox's there is nothing to try, and nothing is shown. */
  async load(phones) {
    try {
      this.#tellTime(await this.api.clock());
    } catch {
      this.element.hidden = true;
      return;
    }
    this.element.hidden = false;
    const chosen = this.chats.value;
    this.chats.replaceChildren(...phones.map(({ chatId, name }) => h('option', { value: chatId }, name)));
    if (phones.some(({ chatId }) => chatId === chosen)) this.chats.value = chosen;
    if (!this.#wasReady) this.texts.value = t('trials.example');
    this.#wasReady = true;
    this.putInWords();
  }

  putInWords() {
    applyTexts(this.element);
    this.#showTime();
  }

  async #jump(hours, name) {
    await this.#try(async () => {
      this.#tellTime(await this.api.jump(hours));
      this.#say(t('trials.jumped', { what: t(`trials.${name}`) }));
    });
  }

  async #deliver(how) {
    const messages = this.#lines().map((text) => ({ id: newId(), text }));
    if (messages.length === 0) return this.#complain(t('trials.noText'));
    await this.#try(async () => {
      await this.api.deliver(this.chats.value, { how, messages });
      this.#say(t('trials.delivered', { count: messages.length }));
    });
  }

  async #answerByHand() {
    const text = this.texts.value.trim();
    if (text === '') return this.#complain(t('trials.noText'));
    await this.#try(async () => {
      await this.api.answerByHand(this.chats.value, text);
      this.#say(t('trials.answered'));
    });
  }

  async #restart() {
    await this.#try(async () => {
      await this.api.restart();
      this.#say(t('trials.restarting'));
    });
  }

  async #export() {
    await this.#try(async () => {
      const { text, name } = await this.api.scenario();
      const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
      h('a', { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
      this.#say(t('trials.exported', { name }));
    });
  }

  async #try(body) {
    this.#say('');
    try {
      await body();
    } catch (failure) {
      this.#complain(failure.title ?? t('till.failed'));
    }
  }

  #lines() {
    return this.texts.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  #tellTime({ now, aheadMs }) {
    this.#now = now;
    this.#ahead = aheadMs;
    this.#readAt = Date.now();
    this.#showTime();
  }

  #showTime() {
    if (this.#readAt === 0) return;
    const moment = momentText(this.#now + Date.now() - this.#readAt);
    this.moment.textContent = aheadText(this.#ahead, moment);
  }

  #complain(text) {
    this.answer.dataset.state = 'refused';
    this.answer.textContent = text;
  }

  #say(text) {
    this.answer.dataset.state = 'approved';
    this.answer.textContent = text;
  }
}

function aheadText(aheadMs, moment) {
  if (aheadMs === 0) return moment;
  const hours = Math.round(aheadMs / 3_600_000);
  if (hours < 24) return t('trials.aheadHours', { moment, hours });
  const days = Math.round(hours / 24);
  return days === 1 ? t('trials.aheadDay', { moment }) : t('trials.ahead', { moment, days });
}
