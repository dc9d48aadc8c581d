// Customers with phones, and the tills that their vouchers are shown at. They ask, wait a while for the answer, tap what
// they are shown, and note what they were given: the independent count of what was redeemed.
import { setTimeout as sleep } from 'node:timers/promises';
import { phoneOf } from '../plan/index.mjs';

/** Of an answer; a shop whose processes are being killed is forgiven a while. */
const PATIENCE_MS = 12_000;
/** Once nothing is broken any more, however slow the machine is. */
const LAST_PATIENCE_MS = 120_000;
const CODE = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/;
const PURCHASE_CENTS = 100_000;

export class People {
  /** What tills were told was redeemed: `redemption → { place, cents, answers }`. */
  redeemed = new Map();
  /** Taps of "Sim" under a voucher's question, by shop and phone: no more vouchers than that. */
  confirmed = new Map();
  /** Codes that a phone was shown, by shop. */
  shown = new Map();
  refusals = {};

  constructor({ plan, cloud, poster, shops }) {
    Object.assign(this, { plan, cloud, poster, shops });
  }

  /** Everybody says what they planned to say, as far as they come to it before `over`. */
  run(over) {
    let isOver = false;
    over.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    return Promise.all(this.plan.people.map((person) => this.#live(person, () => isOver)));
  }

  /** When nothing is broken and nothing waits: one of each shop redeems what they have. */
  async speakLast() {
    const places = new Set(this.plan.people.map(({ shop }) => shop));
    const firsts = [...places].map((place) => this.plan.people.find(({ shop }) => shop === place));
    await Promise.all(
      firsts.map((person) => {
        const wish = { says: 'resgatar 1', twice: false, asksTillTwice: true };
        return this.#wish({ ...this.#arrive(person), patienceMs: LAST_PATIENCE_MS }, wish);
      }),
    );
  }

  async #live(person, isOver) {
    const me = { ...this.#arrive(person), patienceMs: PATIENCE_MS };
    await sleep(person.at);
    for (const wish of person.wishes) {
      if (isOver()) return;
      await this.#wish(me, wish);
      await sleep(wish.pauseMs);
    }
  }

  #arrive({ shop, buyer }) {
    const phone = phoneOf(shop, buyer);
    const inbox = new Inbox();
    this.cloud.answerTo(shop, phone, (message) => {
      this.#note(shop, phone, message);
      inbox.add(message);
    });
    return { place: shop, phone, inbox };
  }

  async #wish(me, { says, twice, asksTillTwice }) {
    const { place, phone, inbox, patienceMs } = me;
    inbox.clear();
    await this.cloud.say(place, phone, { text: says, twice });
    const question = await inbox.next(isAnswer, patienceMs);
    if (!says.startsWith('resgatar')) return;
    const tap = question === null ? undefined : yesOf(question.payload);
    if (tap === undefined) return;
    const who = `${place} ${phone}`;
    this.confirmed.set(who, (this.confirmed.get(who) ?? 0) + 1);
    await this.cloud.say(place, phone, { tap: { ...tap, of: question.id }, twice });
    const voucher = await inbox.next(({ payload }) => codeIn(payload) !== null, patienceMs);
    if (voucher !== null) await this.#redeem(place, codeIn(voucher.payload), asksTillTwice);
  }

  #note(place, phone, { payload }) {
    const code = codeIn(payload);
    if (code !== null) this.shown.set(`${place} ${code}`, phone);
  }

  /** At the till, whose keys are tried again as a till does: the same key until it was answered. */
  async #redeem(place, code, twice) {
    const key = `chaos-${place}-${code}`;
    const answers = await Promise.all(
      Array.from({ length: twice ? 2 : 1 }, () => this.#askTill(place, code, key)),
    );
    for (const answer of answers) this.#count(place, answer);
    // Another purchase with the same voucher.
    if (twice) this.#count(place, await this.#askTill(place, code, `${key}-other`));
  }

  #askTill(place, code, key) {
    const headers = { 'x-api-key': this.shops[place].tillKey, 'idempotency-key': key };
    const body = JSON.stringify({ code, amount_cents: PURCHASE_CENTS });
    const isAnswer = (status) => status === 200 || (status >= 400 && status < 429);
    return this.poster.until('/v1/vouchers/redeem', isAnswer, () => ({ headers, body }));
  }

  #count(place, { status, body }) {
    const answer = JSON.parse(body);
    if (status !== 200) {
      this.refusals[answer.code ?? status] = (this.refusals[answer.code ?? status] ?? 0) + 1;
      return;
    }
    const { redemption, paid_cents: cents } = answer;
    const before = this.redeemed.get(redemption);
    this.redeemed.set(redemption, { place, cents, answers: (before?.answers ?? 0) + 1 });
  }
}

/** The button by which a question is agreed to. */
function yesOf({ interactive }) {
  const buttons = interactive?.type === 'button' ? interactive.action.buttons : [];
  return buttons.find(({ reply }) => reply.title === 'Sim')?.reply;
}

/** The code under a picture, whose words are the body of the buttons where a question follows; a menu names an example's. */
const codeIn = ({ image, interactive }) => {
  const words = image?.caption ?? (interactive?.header?.image && interactive.body.text);
  return CODE.exec(words ?? '')?.[0] ?? null;
};

/** What the shop says of itself begins with its name. */
const isAnswer = ({ payload }) =>
  payload.type === 'interactive' || (payload.type === 'text' && !payload.text.body.startsWith('Padaria '));

/** What a phone was shown and nobody looked at yet. */
class Inbox {
  #messages = [];
  #arrived = () => undefined;

  add(message) {
    this.#messages.push(message);
    this.#arrived();
  }

  clear() {
    this.#messages.length = 0;
  }

  /** The next one of that kind; null when patience ends. */
  async next(fits, patienceMs) {
    const until = performance.now() + patienceMs;
    for (;;) {
      const found = this.#messages.findIndex(fits);
      if (found >= 0) return this.#messages.splice(0, found + 1).at(-1);
      const left = until - performance.now();
      if (left <= 0) return null;
      await Promise.race([new Promise((resolve) => (this.#arrived = resolve)), sleep(left)]);
    }
  }
}
