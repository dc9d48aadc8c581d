import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { LANGUAGES, MAX_SALE_CENTS, PAYMENT_METHODS, settingsSchema, type Sale } from '../loyalty';

/** The form of a line that `npm run judge` reads: docs, shared with everyone who asks the program what it thinks. */
const cents = z.int().min(0).max(MAX_SALE_CENTS);
const name = z.string().trim().min(1).nullish();
/** A moment without an offset is on the shop's clock. */
const moment = z.iso.datetime({ offset: true, local: true });

const itemSchema = z.strictObject({
  sku: name,
  category: name,
  name: z.string().nullish(),
  quantity: z.number().min(0).nullish(),
  /** The line's total. */
  cents,
});

const saleSchema = z
  .strictObject({
    at: moment,
    /** What was paid, `voucher_cents` of it by voucher. */
    cents,
    voucher_cents: cents.nullish(),
    method: z.enum(PAYMENT_METHODS).nullish(),
    brand: name,
    terminal: name,
    acquirer: name,
    store: name,
    items: z.array(itemSchema).max(1000).nullish(),
  })
  .refine((sale) => sale.cents < 0 || (sale.voucher_cents ?? 0) <= sale.cents, {
    message: 'more was paid by voucher than was paid',
    path: ['voucher_cents'],
  });

const customerSchema = z.strictObject({
  birthday: z
    .string()
    .refine((day) => DateTime.fromISO(`2024-${day}`).isValid && /^\d\d-\d\d$/.test(day), 'is no MM-DD')
    .nullish(),
  tier: name,
  labels: z.array(z.string().trim().min(1)).nullish(),
});

/** What is left out, or null, is its default. */
const given = <Schema extends z.ZodType>(schema: Schema, otherwise: z.output<Schema>) =>
  schema.nullish().transform((value) => value ?? otherwise);

export const lineSchema = z
  .strictObject({
    lang: given(z.enum(LANGUAGES), 'pt'),
    /** Each a sentence or a rule's data. */
    rules: z.array(z.unknown()).max(50),
    settings: given(settingsSchema, settingsSchema.parse({})),
    zone: given(
      z.string().refine((zone) => IANAZone.isValidZone(zone), 'is no time zone'),
      'America/Sao_Paulo',
    ),
    sale: saleSchema,
    history: given(z.array(saleSchema).max(10_000), []),
    customer: given(customerSchema, {}),
    refunds: given(z.array(z.strictObject({ cents, at: moment.nullish() })).max(1000), []),
  })
  .transform((line, context) => {
    const sale = saleOf(line.sale, line.zone);
    const history = line.history.map((earlier) => saleOf(earlier, line.zone));
    for (const [i, earlier] of history.entries())
      if (earlier.occurredAt > sale.occurredAt)
        context.addIssue({ code: 'custom', message: 'is after the sale', path: ['history', i, 'at'] });
    const i = excessiveRefund(line);
    if (i !== -1)
      context.addIssue({
        code: 'custom',
        message: 'more comes back than was paid',
        path: ['refunds', i, 'cents'],
      });
    const { birthday = null, tier = null, labels } = line.customer;
    return {
      ...line,
      sale,
      history: history.sort((a, b) => a.occurredAt - b.occurredAt),
      customer: { birthday, tier, labels: labels ?? [] },
    };
  });

/** The first refund that the sale has not enough left for: SmartPOS's report of one is kept for a person too. */
function excessiveRefund({
  sale,
  refunds,
}: {
  sale: { cents: number };
  refunds: { cents: number }[];
}): number {
  let left = sale.cents;
  return refunds.findIndex(({ cents: back }) => (left -= back) < 0);
}

export type JudgeLine = z.infer<typeof lineSchema>;

function saleOf(sale: z.infer<typeof saleSchema>, zone: string): Sale {
  return {
    externalId: 'sale',
    occurredAt: DateTime.fromISO(sale.at, { zone }).toMillis(),
    updatedAt: null,
    totalCents: sale.cents,
    voucherCents: sale.voucher_cents ?? 0,
    refundedCents: 0,
    voucherCode: null,
    method: sale.method ?? null,
    brand: sale.brand ?? null,
    terminal: sale.terminal ?? null,
    acquirer: sale.acquirer ?? null,
    store: sale.store ?? null,
    storeName: null,
    nsu: null,
    authorizationCode: null,
    fiscalKey: null,
    buyer: { name: null, phone: null, cpf: null, email: null, cardFingerprint: null },
    items:
      sale.items?.map((item) => ({
        sku: item.sku ?? null,
        category: item.category ?? null,
        name: item.name ?? '',
        quantity: item.quantity ?? 1,
        cents: item.cents,
      })) ?? null,
  };
}
