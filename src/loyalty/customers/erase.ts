import type { Work } from '../../db';
import { query, type Binding } from '../../db/rows';
import type { Asset } from '../core/money';
import { record } from '../history/record';
import { balanceOf } from '../ledger/balances';
import { writeEntries, type Entry } from '../ledger/ledger';
import { lockBalances, openLots } from '../ledger/ledger-rows';
import { lockSalesOfShop } from '../shops/locks';
import { lockVouchers } from '../vouchers/rows';
import { endVouchers } from '../vouchers/settlement';
import { openVoucherCount } from '../vouchers/views';
import type { Identity } from './customers';
import { markErased } from './erased-identities';
import { livingCustomer, withMerged } from './living';

/** What an erased customer loses: all that they could use now or later. */
export interface Loss {
  cashbackCents: number;
  points: number;
  vouchers: number;
}

/** Told before it is done. */
export async function lossOfErasure(work: Work, customerId: string): Promise<Loss> {
  const balance = await balanceOf(work, customerId);
  const all = ({ available, pending, held }: (typeof balance)[Asset]): number =>
    available + (pending?.quantity ?? 0) + held;
  const vouchers = await openVoucherCount(work, customerId);
  return { cashbackCents: all(balance.cashback), points: all(balance.points), vouchers };
}

/**
 * Destroys the person: who they are, how they are found, what they said and what was said to them. What they had lapses,
 * what they owed is forgiven, and the books go on balancing over an id that means nobody. Their sales stay as the shop's.
 * Doing it again changes nothing. `chats` are told apart by the caller, who writes the last answer.
 *
 * Waits for the shop's judging; to be called before the transaction locks balances or vouchers.
 */
export async function eraseCustomer(work: Work, customerId: string): Promise<Loss> {
  await lockSalesOfShop(work);
  const id = await livingCustomer(work, customerId);
  // Whoever issues a voucher meanwhile has ended by now, so that it is seen and ends too.
  await lockBalances(work, [id]);
  const loss = await lossOfErasure(work, id);
  await forfeit(work, id);
  const everybody = await withMerged(work, [id]);
  const known = await identitiesOf(work, everybody);
  const numbers = numbersOf(known);
  await markErased(work, [...known, ...(await namedInSales(work, id))]);
  const names = await namesOf(work, everybody);
  const mails = known.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []));
  await query(work, FORGET_REPORTS, [id, id, numbers, mails]);
  for (const [sql, bindings] of traces(work, everybody, { numbers, names })) await query(work, sql, bindings);
  await record(work, null, 'erase-data', { customer: id, ...loss });
  return loss;
}

/** Ends the vouchers, then lets all lots lapse, each about its sale: so a later refund of that is nobody's debt. */
async function forfeit(work: Work, id: string): Promise<void> {
  const open = `v.customer_id = ? AND v.state = 'open'`;
  const locked = await lockVouchers(work, open, [id]);
  await endVouchers(work, locked.vouchers, locked.balances, { state: 'cancelled' });
  const balance = (await lockBalances(work, [id])).get(id);
  const entry = (key: string, saleId: string | null, movement: Entry['movement']): Entry => ({
    kind: 'adjustment',
    key: `erase:${key}`,
    input: '',
    customerId: id,
    saleId,
    voucherId: null,
    occurredAt: work.now,
    movement,
  });
  const lapses = (await openLots(work, id)).map(({ id: lotId, saleId, asset, remaining: quantity }) =>
    entry(lotId, saleId, {
      postings: [{ source: 'customer', destination: 'expired', asset, quantity }],
      lots: [],
      uses: [{ lotId, quantity }],
      deltas: [{ asset, quantity: -quantity, held: 0, debt: 0 }],
    }),
  );
  const forgiven = (['cashback', 'points'] as const).flatMap((asset) => {
    const quantity = balance?.debt[asset] ?? 0;
    if (quantity === 0) return [];
    const postings = [{ source: 'program' as const, destination: 'debt' as const, asset, quantity }];
    const deltas = [{ asset, quantity: 0, held: 0, debt: -quantity }];
    return [entry(`${id}:${asset}`, null, { postings, lots: [], uses: [], deltas })];
  });
  await writeEntries(work, [...lapses, ...forgiven]);
}

/** By what they are known, proved or not. */
const identitiesOf = (work: Work, customers: readonly string[]): Promise<Identity[]> =>
  query(
    work,
    `SELECT kind, value FROM customer_identities
     WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])
     UNION SELECT kind, value FROM declared_identities
     WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])`,
    [customers, customers],
  );

/** What tills said of them beside, by which SmartPOS may go on to name them. */
const namedInSales = (work: Work, customerId: string): Promise<Identity[]> =>
  query(
    work,
    `SELECT DISTINCT b.kind, b.value FROM sales s CROSS JOIN LATERAL json_each_text(s.details -> 'buyer') AS b (kind, value)
     WHERE s.merchant_id = current_merchant() AND s.customer_id = ? AND b.kind IN ('phone', 'cpf', 'email')`,
    [customerId],
  );

/** The digits by which somebody may have written of them: phones with and without the ninth digit, CPFs. */
function numbersOf(known: readonly Identity[]): string[] {
  return known.flatMap(({ kind, value }) => {
    if (kind !== 'phone' && kind !== 'cpf') return [];
    const national = value.replace(/^\+55/, '').replace('+', '');
    const mobile = /^(\d{2})9(\d{8})$/.exec(value.startsWith('+55') ? national : '');
    return mobile === null ? [national] : [national, `${mobile[1]}${mobile[2]}`];
  });
}

async function namesOf(work: Work, customers: readonly string[]): Promise<string[]> {
  const rows = await query<{ name: string }>(
    work,
    `SELECT DISTINCT name FROM customers WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[]) AND name <> ''`,
    [customers],
  );
  return rows.map(({ name }) => name);
}

/** Where a person leaves traces, each with how it is removed. */
function traces(
  work: Work,
  customers: readonly string[],
  { numbers, names }: { numbers: readonly string[]; names: readonly string[] },
): [sql: string, bindings: readonly Binding[]][] {
  const of = `merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])`;
  const now = new Date(work.now);
  const theirChats = `SELECT id FROM chats WHERE ${of}`;
  const named = (text: string): string =>
    `EXISTS (SELECT FROM unnest(?::text[]) AS number WHERE position(number IN regexp_replace(${text}, '\\D', '', 'g')) > 0)`;
  return [
    [`DELETE FROM customer_identities WHERE ${of}`, [customers]],
    [`DELETE FROM declared_identities WHERE ${of}`, [customers]],
    [`DELETE FROM customer_labels WHERE ${of}`, [customers]],
    [SALES, [customers]],
    [`UPDATE consents SET message_id = 'erased' WHERE ${of}`, [customers]],
    [OUTBOX(`customer_id = ANY(?::uuid[]) OR chat_id IN (${theirChats})`), [now, customers, customers]],
    // What the staff wrote of them, and what they were told.
    [OUTBOX(named(`concat(body, ' ', params)`)), [now, numbers]],
    // An answer that was given and names somebody of that name: more may go than this person, and nobody misses it.
    [
      OUTBOX(
        `template = 'reply' AND settled_at IS NOT NULL
         AND EXISTS (SELECT FROM unnest(?::text[]) AS name WHERE position(lower(name) IN lower(body)) > 0)`,
      ),
      [now, names],
    ],
    [
      `UPDATE inbound_messages SET body = '' WHERE merchant_id = current_merchant() AND ${named('body')}`,
      [numbers],
    ],
    [
      `DELETE FROM inbound_messages WHERE merchant_id = current_merchant() AND chat_id IN (${theirChats})`,
      [customers],
    ],
    [`DELETE FROM chats WHERE ${of}`, [customers]],
    // A question to the staff that is about them.
    [
      `UPDATE chats SET flow = '[]' WHERE merchant_id = current_merchant() AND ${named('flow::text')}`,
      [numbers],
    ],
    [PERSON, [now, customers]],
  ];
}

/** Those of their sales, and of machines' sales that may be what staff recorded. */
const FORGET_REPORTS = `SELECT forget_person(ARRAY(
    SELECT id FROM sales WHERE merchant_id = current_merchant() AND customer_id = ?
    UNION SELECT t.sale_id FROM sales_told_twice t JOIN sales s ON s.merchant_id = t.merchant_id AND s.id = t.hand_id
    WHERE t.merchant_id = current_merchant() AND s.customer_id = ? AND t.same IS NOT FALSE), ?::text[], ?::text[])`;

/** `erased` keeps the buyer out of what is reported of the sale later. */
const SALES = `UPDATE sales SET details = ((details::jsonb - 'buyer') || '{"erased": true}')::json
  WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])`;

const OUTBOX = (
  which: string,
): string => `UPDATE outbox SET cause = 'erased', body = NULL, params = NULL, card = NULL,
    document = NULL, chat_id = NULL, provider_id = NULL,
    state = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'suppressed' ELSE state END,
    reason = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'erased' ELSE reason END, settled_at = coalesce(settled_at, ?)
  WHERE merchant_id = current_merchant() AND (${which})`;

const PERSON = `UPDATE customers SET name = NULL, language = NULL, birthday = NULL, referral_code = NULL,
    marketing_consent = false, messages_stopped = true, erased_at = coalesce(erased_at, ?)
  WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[])`;
