// What is asked of a shop beside its events, at a steady rate: tills ask for balances, show vouchers and redeem them, and
// somebody opens a page.
import { setTimeout as sleep } from 'node:timers/promises';
import { dist } from '../../bench/lib/support.mjs';

const { addStaff, applySales, issueVoucher, makeTillKey, setVoucherMode, teamOf } = dist('loyalty/index.js');
const { issueLink, withLinks } = dist('pages/one-time-links.js');

const VOUCHERS = 100;
const EACH_PER_SECOND = 5;
const PHONE = '+5511988880042';
const HELD_CENTS = 100;
/** Half of what it may pay at most. */
const PURCHASE_CENTS = 1_000;

/** A till of the shop, vouchers of one customer, and a page of its owner's. */
export function prepareCounter(db, { merchantId }) {
  return db.asMerchant(merchantId, async (work) => {
    await addStaff(work, { phone: '+5511988880041', name: 'Dona', role: 'owner' });
    const [owner] = await teamOf(work);
    await setVoucherMode(work, { mode: 'connected-till', by: owner });
    const till = await makeTillKey(work, { name: 'Caixa', by: owner });
    await applySales(work, [saleAt(work.now)]);
    const { customer_id: customerId } = await work
      .trx('customer_identities')
      .where({ value: PHONE })
      .first('customer_id');
    const codes = [];
    for (let i = 0; i < VOUCHERS; i++) {
      const issued = await issueVoucher(work, { customerId, cents: HELD_CENTS, key: `counter ${i}` });
      if (!issued.ok) throw new Error(`no voucher: ${issued.refusal.code}`);
      codes.push(issued.value.code);
    }
    const link = {
      purpose: 'till-key',
      holder: { staffId: owner.id },
      chatId: null,
      payload: { name: null },
    };
    const page = withLinks(await issueLink(work, link), work.secrets, merchantId, '');
    return { tillKey: till.value.key, codes, page };
  });
}

const saleAt = (at) => ({
  externalId: 'counter',
  occurredAt: at,
  updatedAt: at,
  totalCents: VOUCHERS * HELD_CENTS * 40,
  voucherCents: 0,
  refundedCents: 0,
  voucherCode: null,
  method: 'pix',
  brand: null,
  terminal: null,
  acquirer: null,
  store: null,
  storeName: null,
  nsu: null,
  authorizationCode: null,
  fiscalKey: null,
  buyer: { name: null, phone: PHONE, cpf: null, email: null, cardFingerprint: null },
  items: null,
});

/** Asks, and notes how each request was answered; a redemption under a key of its own, used up or not. */
export class Counter {
  /** By what was asked: how often each status was answered. */
  answers = { redeem: {}, validate: {}, balance: {}, page: {} };
  /** Of redemptions, by the idempotency key. */
  redeemed = new Map();

  constructor(poster, { tillKey, codes, page }) {
    Object.assign(this, { poster, codes, page });
    this.till = { 'x-api-key': tillKey };
  }

  async run(isOver) {
    const asked = [];
    for (let i = 0; !isOver(); i++) {
      const code = this.codes[i % this.codes.length];
      const body = JSON.stringify({ code, amount_cents: PURCHASE_CENTS });
      const key = `redeem-${i}`;
      const headers = { ...this.till, 'idempotency-key': key };
      asked.push(
        this.#ask('validate', '/v1/vouchers/validate', { headers: this.till, body }),
        this.#ask('redeem', '/v1/vouchers/redeem', { headers, body }).then((status) =>
          this.redeemed.set(key, status),
        ),
        this.#ask('balance', `/v1/customers/${PHONE}/balance`, { headers: this.till, method: 'GET' }),
        this.#ask('page', this.page, { headers: {}, method: 'GET' }),
      );
      await sleep(1_000 / EACH_PER_SECOND);
    }
    await Promise.all(asked);
  }

  /** Answered by an error of ours, or broken off; and what was done and not said. @param {string[]} kept idempotency keys */
  faults(kept) {
    const odd = Object.entries(this.answers).flatMap(([what, statuses]) =>
      Object.entries(statuses)
        .filter(([status]) => status === 'broken off' || Number(status) >= 500)
        .map(([status, count]) => `${count} of ${what} were answered by ${status}`),
    );
    const unsaid = kept.filter((key) => typeof this.redeemed.get(key) !== 'number');
    return [...odd, ...unsaid.map((key) => `${key} was accepted and not answered`)];
  }

  async #ask(what, path, request) {
    const { status } = await this.poster.once(path, request);
    this.answers[what][status] = (this.answers[what][status] ?? 0) + 1;
    return status;
  }
}
