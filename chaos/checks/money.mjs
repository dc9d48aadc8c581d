// What was granted, spent and given, beside the driver's own count of what it sold, agreed to and was told at the till.
import { deserved } from '../plan/index.mjs';
import { BUDGET_CENTS, GIFT_CENTS } from '../world/shops.mjs';

export async function saleFaults({ rows, places, shops, smartpos }) {
  const found = await rows(
    `SELECT merchant_id, id, (total_cents - refunded_cents)::integer AS left, cashback_cents::integer AS cashback, points::integer AS points, dry FROM sales`,
  );
  const sales = new Map(found.map((row) => [row.id, row]));
  const outcomes = smartpos.outcomes();
  const faults = outcomes.flatMap(({ id, shop, leftCents }) => {
    const sale = sales.get(id);
    if (sale === undefined) return [`sale ${id} is lost`];
    const stand = sale[shops[shop].asset];
    const due = deserved(shops[shop].asset, leftCents);
    const isRight =
      places.get(sale.merchant_id) === shop && sale.left === leftCents && stand === due && sale.dry === false;
    return isRight
      ? []
      : [`sale ${id}: ${sale.left} left and ${stand} given, should be ${leftCents} and ${due}`];
  });
  return found.length === outcomes.length
    ? faults
    : [...faults, `${found.length} sales of ${outcomes.length}`];
}

/** The postings themselves, and whom they went to. */
export async function grantFaults({ rows, shops, smartpos }) {
  const found = await rows(
    `SELECT t.sale_id AS id, p.asset, i.value AS phone,
       sum(CASE 'program' WHEN p.source THEN p.quantity WHEN p.destination THEN -p.quantity ELSE 0 END)::integer AS net
     FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
     JOIN customer_identities i ON i.merchant_id = p.merchant_id AND i.customer_id = p.customer_id AND i.kind = 'phone'
     WHERE t.sale_id IS NOT NULL GROUP BY 1, 2, 3`,
  );
  const granted = new Map(found.map((row) => [`${row.id} ${row.asset} ${row.phone}`, row.net]));
  const faults = smartpos.outcomes().flatMap(({ id, shop, phone, leftCents }) => {
    const key = `${id} ${shops[shop].asset} ${phone}`;
    const due = deserved(shops[shop].asset, leftCents);
    const net = granted.get(key) ?? 0;
    granted.delete(key);
    return net === due ? [] : [`sale ${id}: ${net} granted of ${due}`];
  });
  return [...faults, ...[...granted.keys()].map((key) => `${key.split(' ')[0]}: granted to somebody else`)];
}

export async function redemptionFaults({ rows, places, people }) {
  const found = await rows(
    `SELECT v.merchant_id, v.id, v.paid_cents::integer AS cents, sum(p.quantity)::integer AS posted
     FROM vouchers v LEFT JOIN transactions t ON t.merchant_id = v.merchant_id AND t.voucher_id = v.id
     LEFT JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id AND p.destination = 'redeemed'
     WHERE v.state = 'redeemed' GROUP BY 1, 2`,
  );
  const known = new Set();
  const faults = found.flatMap(({ merchant_id: shop, id, cents, posted }) => {
    const told = people.redeemed.get(id);
    known.add(id);
    if (told === undefined) return [`voucher ${id} was redeemed by nobody`];
    const isRight = told.place === places.get(shop) && told.cents === cents && posted === cents;
    return isRight
      ? []
      : [`voucher ${id}: ${cents} noted, ${posted} posted, the till was told ${told.cents}`];
  });
  const lost = [...people.redeemed.keys()].filter((id) => !known.has(id));
  return [...faults, ...lost.map((id) => `voucher ${id} was redeemed at the till, and is not`)];
}

export async function voucherFaults({ rows, places, people }) {
  const found = await rows(
    `SELECT v.merchant_id, i.value AS phone, count(*)::integer AS count FROM vouchers v
     JOIN customer_identities i ON i.merchant_id = v.merchant_id AND i.customer_id = v.customer_id AND i.kind = 'phone'
     GROUP BY 1, 2`,
  );
  const shown = new Map();
  for (const [key, phone] of people.shown) {
    const who = `${key.split(' ')[0]} ${phone}`;
    shown.set(who, (shown.get(who) ?? 0) + 1);
  }
  return found.flatMap(({ merchant_id: shop, phone, count }) => {
    const who = `${places.get(shop)} ${phone}`;
    const agreed = people.confirmed.get(who) ?? 0;
    const seen = shown.get(who) ?? 0;
    return count <= agreed && count === seen ? [] : [`${count} vouchers, ${agreed} agreed to, ${seen} shown`];
  });
}

export async function giftFaults({ rows }) {
  const found = await rows(
    `SELECT k.merchant_id, k.spent_cents::integer AS spent, count(m.given_at)::integer AS given,
       (SELECT coalesce(sum(l.granted), 0)::integer FROM lots l JOIN transactions t ON t.merchant_id = l.merchant_id AND t.id = l.transaction_id
        WHERE l.merchant_id = k.merchant_id AND t.kind = 'adjustment') AS granted,
       (SELECT count(*)::integer FROM outbox o WHERE o.merchant_id = k.merchant_id AND o.template = 'campaign') AS told
     FROM campaigns k JOIN campaign_members m ON m.merchant_id = k.merchant_id AND m.campaign = k.number
     GROUP BY k.merchant_id, k.number, k.spent_cents`,
  );
  return found.flatMap(({ merchant_id: shop, spent, given, granted, told }) => {
    const cents = given * GIFT_CENTS;
    const isRight =
      spent === cents && granted === cents && told === given && cents <= BUDGET_CENTS && given > 0;
    return isRight ? [] : [`shop ${shop}: ${given} given, ${spent} spent, ${granted} granted, ${told} told`];
  });
}
