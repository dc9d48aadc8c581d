import { problemResponse, type RouteArea } from '../http/openapi';

const nullable = (type: string, more: object = {}): object => ({ type: [type, 'null'], ...more });
/** A decimal of reais; a number or its text. */
const reais = (description: string): object => ({
  type: ['number', 'string', 'null'],
  description: `${description} Decimal reais, at most two places.`,
  examples: [99.9],
});
const headerOf = (name: string, description: string, schema: object): object => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
});

const sale = {
  type: 'object',
  description:
    'The whole sale as it stands. Unknown fields are kept as they come; what is missing, null or empty is left out.',
  required: ['uniqueIdentifier', 'creationDate', 'totalAmount'],
  properties: {
    uniqueIdentifier: { type: 'string', maxLength: 100 },
    creationDate: { type: 'string', format: 'date-time', description: 'With its offset.' },
    updatedAt: nullable('string', { format: 'date-time', description: 'The latest holds, in any order.' }),
    totalAmount: reais('What the customer paid, after the discount.'),
    discountAmount: reais('Taken off before.'),
    refundedAmount: reais('All that came back so far.'),
    isCanceled: nullable('boolean'),
    isChargedBack: nullable('boolean'),
    store: nullable('object'),
    terminal: nullable('object'),
    payment: nullable('object'),
    customer: nullable('object'),
    items: nullable('array'),
    fiscalKey: nullable('string'),
    voucherCode: nullable('string'),
  },
};

const customer = {
  type: 'object',
  description: 'Each field may be missing, null or empty.',
  properties: {
    name: nullable('string'),
    phone: nullable('string'),
    cpf: nullable('string'),
    email: nullable('string'),
  },
};

const event = {
  type: 'object',
  required: ['type', 'data'],
  properties: {
    type: {
      type: 'string',
      examples: [
        'sale.approved',
        'sale.updated',
        'sale.cancelled',
        'sale.refunded',
        'sale.charged_back',
        'customer.updated',
        'terminal.updated',
      ],
    },
    timestamp: { type: 'string', format: 'date-time' },
    data: {
      description: 'The whole sale; of `customer.updated` the customer, of `terminal.updated` the machine.',
      anyOf: [
        { $ref: '#/components/schemas/SmartPosSale' },
        { $ref: '#/components/schemas/SmartPosCustomer' },
        { type: 'object' },
      ],
    },
  },
};

/** The events that SmartPOS sends. */
export const smartposEvents: RouteArea = {
  paths: {
    '/v1/smartpos/events/{connection}': {
      post: {
        operationId: 'takeEvent',
        summary: 'Takes an event of SmartPOS',
        description:
          'Signed as Standard Webhooks has it: HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}` under the secret that was shown when the shop connected. While a secret is being changed two are good. 202 means that it is stored for good; the same webhook-id again is the same event.',
        parameters: [
          {
            name: 'connection',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[\\w-]{1,64}$' },
          },
          headerOf('webhook-id', 'The same over all retries.', { type: 'string', maxLength: 200 }),
          headerOf('webhook-timestamp', 'Unix seconds of this attempt, within five minutes.', {
            type: 'string',
            pattern: '^\\d{1,12}$',
          }),
          headerOf('webhook-signature', '`v1,` and base64; several with spaces between.', { type: 'string' }),
        ],
        requestBody: {
          required: true,
          description: 'At most 64 kB.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/SmartPosEvent' } } },
        },
        responses: {
          '202': { description: 'Stored for good.' },
          '400': problemResponse('Malformed; `field` says where.'),
          '401': problemResponse('The signature does not hold, or is too old.'),
          '404': problemResponse('There is no such connection.'),
          '405': problemResponse('Only POST is served here.'),
          '413': problemResponse('Over 64 kB.'),
          '429': problemResponse('Too many events of this connection.', true),
          '503': problemResponse('Cannot be stored now: send it again.', true),
        },
      },
    },
  },
  schemas: { SmartPosSale: sale, SmartPosCustomer: customer, SmartPosEvent: event },
};
