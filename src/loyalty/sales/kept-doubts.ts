import type { Work } from '../../db';
import { query } from '../../db/rows';
import { Zone } from '../core/time/zone';
import type { Sale } from '../core/sales/sale';
import { tellOwners } from '../outbox';
import { loadShop } from '../shops/shops';

/** The owners are told that something waits for a person, once a day. */
export async function tellOfKept(work: Work): Promise<void> {
  const { name, zone } = await loadShop(work);
  const today = Zone.of(zone).local(work.now).date;
  await tellOwners(work, { cause: `events-kept:${today}`, notice: { kind: 'events-kept', shop: name } });
}

/** Sales that were read before and may be ones that staff recorded wait for a person, each by its latest report. */
export async function keepDoubted(work: Work, sales: readonly Sale[]): Promise<void> {
  for (const { externalId, totalCents: cents, occurredAt: at, terminal } of sales)
    await query(
      work,
      `INSERT INTO kept_events (merchant_id, delivery_id, body_hash, reason, detail, kept_at)
       SELECT current_merchant(), e.delivery_id, e.body_hash, 'recorded-by-hand', ?, ? FROM reports_of(ARRAY[?]) AS r
       JOIN inbox_events e ON e.merchant_id = current_merchant() AND e.delivery_id = r.delivery_id AND e.body_hash = r.body_hash
       ORDER BY e.received_at DESC LIMIT 1`,
      [
        JSON.stringify({
          cents,
          at,
          ...(terminal === null ? {} : { terminal }),
          matter: `recorded-by-hand ${externalId}`,
          sale: externalId,
        }),
        new Date(work.now),
        externalId,
      ],
    );
  if (sales.length > 0) await tellOfKept(work);
}
