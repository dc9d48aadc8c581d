import { problemResponse, type RouteArea } from '../http/openapi';

const cents = { type: 'integer', minimum: 1, description: 'Cents.' };
const nullable = (type: string, more: object = {}): object => ({ type: [type, 'null'], ...more });

const purchase = (required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties: {
    code: {
      type: 'string',
      maxLength: 64,
      description: 'As it was scanned or typed.',
      examples: ['ABCD-1234'],
    },
    amount_cents: nullable('integer', {
      minimum: 1,
      description:
        'What is to be paid, before the voucher. Only an item that asks nothing of the purchase goes without.',
    }),
    store: nullable('string', { description: 'Asked for by vouchers of certain stores.' }),
  },
});

const benefit = {
  type: 'object',
  description: 'An amount off, a share off, or a thing.',
  required: ['kind'],
  properties: {
    kind: { enum: ['voucher-fixed', 'voucher-percent', 'voucher-item'] },
    cents,
    bps: { type: 'integer', description: 'Hundredths of a percent.' },
    max_cents: cents,
    name: { type: 'string' },
  },
};
const holder = nullable('string', { description: 'First name.' });

const voucher = {
  type: 'object',
  required: [
    'benefit',
    'pays_cents',
    'minimum_purchase_cents',
    'needs_purchase',
    'stores',
    'expires_at',
    'holder',
  ],
  properties: {
    benefit,
    pays_cents: nullable('integer', { description: 'Of the purchase that was named.' }),
    minimum_purchase_cents: nullable('integer'),
    needs_purchase: { type: 'boolean' },
    stores: nullable('array', { items: { type: 'string' } }),
    expires_at: { type: 'string', format: 'date-time' },
    holder,
  },
};

const redemption = {
  type: 'object',
  required: ['redemption', 'benefit', 'paid_cents', 'returned_cents', 'holder'],
  properties: {
    redemption: { type: 'string', format: 'uuid' },
    benefit,
    paid_cents: { type: 'integer', description: 'To be taken off the purchase.' },
    returned_cents: { type: 'integer', description: 'What of it went back into the balance.' },
    holder,
  },
};

const asset = (unit: string): object => ({
  type: 'object',
  properties: {
    [`available${unit}`]: { type: 'integer' },
    [`pending${unit}`]: { type: 'integer', description: 'Usable from `pending_until` on.' },
    pending_until: nullable('string', { format: 'date-time' }),
    [`expiring${unit}`]: { type: 'integer', description: 'What is gone at `expires_at`.' },
    expires_at: nullable('string', { format: 'date-time' }),
    [`in_vouchers${unit}`]: { type: 'integer' },
  },
});

const balance = {
  type: 'object',
  required: ['name', 'cashback', 'points'],
  properties: { name: holder, cashback: asset('_cents'), points: asset('') },
};

const body = (name: string): object => ({
  required: true,
  description: 'At most 8 kB.',
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const answer = (description: string, name: string): object => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});

const security = [{ tillKey: [] }, { tillBearer: [] }];
const everywhere = {
  '400': problemResponse('It cannot be read; `field` says what.'),
  '401': problemResponse('The key is missing, unknown or revoked.'),
  '429': problemResponse('Too many requests, wrong codes or wrong keys.', true),
};
const ofVouchers = {
  ...everywhere,
  '403': problemResponse('This shop does not validate vouchers by its till.'),
  '404': problemResponse('There is no such voucher: unknown and foreign codes have this one answer.'),
  '409': problemResponse('It was used already, or the Idempotency-Key was used for another request.'),
  '410': problemResponse('It has expired, or was cancelled.'),
  '413': problemResponse('Over 8 kB.'),
  '415': problemResponse('In a charset or an encoding that is not read: JSON is UTF-8.'),
  '422': problemResponse('Not on this purchase: below its minimum, not yet, or for other stores.'),
};

/** What a shop's own tills call. */
export const tillRoutes: RouteArea = {
  paths: {
    '/v1/vouchers/validate': {
      post: {
        operationId: 'validateVoucher',
        summary: 'What a voucher is worth, and whether it can be used on a purchase',
        security,
        requestBody: body('VoucherUse'),
        responses: { '200': answer('It can be used.', 'Voucher'), ...ofVouchers },
      },
    },
    '/v1/vouchers/redeem': {
      post: {
        operationId: 'redeemVoucher',
        summary: 'Uses a voucher on a purchase, once',
        security,
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description:
              'New for each purchase, the same for each try: the first answer comes again, for a week.',
            schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
          },
        ],
        requestBody: body('VoucherUse'),
        responses: { '200': answer('It was used.', 'Redemption'), ...ofVouchers },
      },
    },
    '/v1/customers/{customer}/balance': {
      get: {
        operationId: 'balanceOfCustomer',
        summary: 'What a customer can use',
        security,
        parameters: [
          {
            name: 'customer',
            in: 'path',
            required: true,
            description:
              'A phone or a CPF. Eleven digits that may be both need +55, or the CPF’s points and dash.',
            schema: { type: 'string', maxLength: 30 },
          },
        ],
        responses: {
          '200': answer('Their balance.', 'Balance'),
          ...everywhere,
          '404': problemResponse('There is no such customer.'),
        },
      },
    },
  },
  schemas: { VoucherUse: purchase(['code']), Voucher: voucher, Redemption: redemption, Balance: balance },
  securitySchemes: {
    tillKey: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Api-Key',
      description: 'Given in the chat: “chave do caixa”.',
    },
    tillBearer: { type: 'http', scheme: 'bearer', description: 'The same key.' },
  },
};
