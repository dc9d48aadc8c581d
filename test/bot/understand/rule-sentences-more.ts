import type { Benefit, Rule, VoucherBenefit } from '../../../src/loyalty';

/** What shopkeepers write of vouchers, stamp cards, items, customers, limits and validity, and the rule that they mean. */
type Table = readonly (readonly [says: string, rule: Rule])[];

const five: Benefit = { kind: 'cashback-percent', bps: 500 };
const fixed = (cents: number): VoucherBenefit => ({ kind: 'voucher-fixed', cents });
const item = (name: string): VoucherBenefit => ({ kind: 'voucher-item', name });
const share = (bps: number, most?: number): VoucherBenefit => ({
  kind: 'voucher-percent',
  bps,
  ...(most === undefined ? {} : { max_cents: most }),
});
const stamps = (every: number, then: VoucherBenefit): Benefit => ({ kind: 'stamp-card', every, then });
const when = (conditions: Rule['conditions']): Rule => ({ benefit: five, conditions });
const most = (limits: Rule['limits']): Rule => ({ benefit: five, limits });
const until = (validity: Rule['validity']): Rule => ({ benefit: five, validity });

export const portuguese: Table = [
  [
    'quem sumiu há 30 dias ganha 10% quando voltar',
    { benefit: { kind: 'cashback-percent', bps: 1000 }, conditions: { inactive_days: 30 } },
  ],
  ['cartela: comprou 8, ganha um bolo', { benefit: stamps(8, item('bolo')) }],
  ['terça é fraca demais aqui. cashback 5% na terça', when({ weekdays: [2] })],
  ['segunda o salão fica vazio, então 5% de cashback toda segunda', when({ weekdays: [1] })],
  [
    'cashback 2% nos cartões da bandeira elo',
    { benefit: { kind: 'cashback-percent', bps: 200 }, conditions: { brands: ['elo'] } },
  ],
  ['cashback 5%, ninguém ganha mais de R$ 30 por semana', most({ max_cents_per_customer_week: 3000 })],
  [
    'quem gastar mais de 80 reais leva um vale café',
    { benefit: item('café'), conditions: { min_cents: 8000, min_inclusive: false } },
  ],
  ['cashback 5%, o saldo vence em 30 dias', until({ valid_days: 30 })],
  [
    'cashback 5%, máximo R$ 20 por dia e R$ 100 por mês por cliente',
    most({ max_cents_per_customer_day: 2000, max_cents_per_customer_month: 10_000 }),
  ],
  [
    'cashback 5% acima de R$ 100 até R$ 500',
    when({ min_cents: 10_000, min_inclusive: false, max_cents: 50_000 }),
  ],
  ['voucher de R$ 15', { benefit: fixed(1500) }],
  ['vale-presente de 30 reais', { benefit: fixed(3000) }],
  ['voucher de 10% até R$ 20', { benefit: share(1000, 2000) }],
  ['voucher de 10%, no máximo R$ 50', { benefit: share(1000, 5000) }],
  ['R$ 10 de desconto na próxima compra', { benefit: fixed(1000) }],
  ['voucher de um café', { benefit: item('café') }],
  ['ganha um café grátis', { benefit: item('café') }],
  ['brinde: um copo de suco 300ml', { benefit: item('copo de suco 300ml') }],
  [
    'voucher de R$ 15 a cada 10 compras a partir de R$ 20',
    { benefit: stamps(10, fixed(1500)), conditions: { min_cents: 2000, min_inclusive: true } },
  ],
  ['a cada 10 compras ganha um café', { benefit: stamps(10, item('café')) }],
  ['junte 10 e ganhe um sorvete', { benefit: stamps(10, item('sorvete')) }],
  ['toda quinta compra ganha um café', { benefit: stamps(5, item('café')) }],
  ['cashback 5% exceto bebidas', when({ exclude_categories: ['bebidas'] })],
  ['cashback 5% só em pães e bolos', when({ include_categories: ['pães', 'bolos'] })],
  ['cashback 5% só em "pão de queijo"', when({ include_categories: ['pão de queijo'] })],
  ['cashback 5% só no produto "123"', when({ include_skus: ['123'] })],
  ['cashback 5% menos nos produtos "A 1" e "B"', when({ exclude_skus: ['A 1', 'B'] })],
  ['cashback 5% na primeira compra', when({ first_purchase: true })],
  ['na primeira compra o cliente ganha 5%', when({ first_purchase: true })],
  ['5% em tudo', { benefit: five }],
  ['quem está 90 dias sem comprar recebe 5%', when({ inactive_days: 90 })],
  [
    'gastou 80 ganhou 6 de volta',
    { benefit: { kind: 'cashback-fixed', cents: 600 }, conditions: { min_cents: 8000, min_inclusive: true } },
  ],
  ['cartela: a cada 6 compras um suco', { benefit: stamps(6, item('suco')) }],
  ['cashback 5% para clientes novos', when({ first_purchase: true })],
  ['cashback 5% na 5ª compra', when({ nth_purchase: 5 })],
  ['cashback 5% na quinta compra', when({ nth_purchase: 5 })],
  ['cashback 5% na segunda compra', when({ nth_purchase: 2 })],
  ['cashback 5% no aniversário', when({ birthday: 'day' })],
  ['cashback 5% na semana do niver', when({ birthday: 'week' })],
  ['cashback 5% no mês do aniversário', when({ birthday: 'month' })],
  ['clientes ouro ganham 5% de cashback', when({ tier: 'ouro' })],
  ['cashback 5% só para o nível "Ouro VIP"', when({ tier: 'Ouro VIP' })],
  ['cashback 5% para quem não compra há 45 dias', when({ inactive_days: 45 })],
  ['cashback 5% para quem está sumido há 2 meses', when({ inactive_days: 60 })],
  ['cashback 5% para quem não compra há mais de 45 dias', when({ inactive_days: 46 })],
  ['cashback 5% para clientes com etiqueta "vip"', when({ labels: ['vip'] })],
  ['cashback 5% todo dia menos domingo', when({ weekdays: [1, 2, 3, 4, 5, 6] })],
  ['cashback 5% máximo R$ 20 por mês', most({ max_cents_per_customer_month: 2000 })],
  ['cashback 5%, cada cliente no máximo 20 reais por dia', most({ max_cents_per_customer_day: 2000 })],
  [
    '10 pontos por compra, máximo 50 por semana',
    { benefit: { kind: 'points-fixed', points: 10 }, limits: { max_points_per_customer_week: 50 } },
  ],
  [
    'cashback 5% no máximo R$ 10 por compra e limite mensal de R$ 50',
    most({ max_cents_per_sale: 1000, max_cents_per_customer_month: 5000 }),
  ],
  ['cashback 5% com orçamento de R$ 500', most({ budget_cents: 50_000 })],
  ['cashback 5% até gastar R$ 500 no total', most({ budget_cents: 50_000 })],
  ['cashback 5% válido por 30 dias após a última compra', until({ rolling_days: 30 })],
  ['cashback 5% válido por 30 dias, renova a cada compra', until({ rolling_days: 30 })],
  ['cashback 5% para usar em 30 dias', until({ valid_days: 30 })],
  ['cashback 5% liberado em 7 dias', until({ available_after_days: 7 })],
  ['cashback 5% sem validade', { benefit: five }],
  ['cashback 5% acima de R$ 1.500', when({ min_cents: 150_000, min_inclusive: false })],
];

export const english: Table = [
  [
    'if someone comes back after 30 days give them 10% cashback',
    { benefit: { kind: 'cashback-percent', bps: 1000 }, conditions: { inactive_days: 30 } },
  ],
  ['R$ 15 voucher', { benefit: fixed(1500) }],
  ['10% voucher up to R$ 20', { benefit: share(1000, 2000) }],
  ['R$ 10 off the next purchase', { benefit: fixed(1000) }],
  ['get a free coffee every 10 purchases', { benefit: stamps(10, item('coffee')) }],
  ['every fifth purchase get a coffee', { benefit: stamps(5, item('coffee')) }],
  ['5% cashback except drinks and snacks', when({ exclude_categories: ['drinks', 'snacks'] })],
  ['5% cashback only on product "123"', when({ include_skus: ['123'] })],
  ['5% cashback on the third purchase', when({ nth_purchase: 3 })],
  ['5% cashback, never more than R$ 20 a sale', most({ max_cents_per_sale: 2000 })],
  ['5% cashback, at most R$ 20 a purchase', most({ max_cents_per_sale: 2000 })],
  ['tuesdays are dead here. 5% cashback on tuesdays', when({ weekdays: [2] })],
  [
    'happy hour, Mon-Fri 5:30pm-7:30pm, 5% cashback',
    when({ weekdays: [1, 2, 3, 4, 5], hours: ['17:30', '19:30'] }),
  ],
  ['5% cashback if they pay w/ pix', when({ payment_methods: ['pix'] })],
  ['5% cashback, don’t stack it with the others', { benefit: five, stack: 'best' }],
  [
    'first purchase earns a voucher for 15% off, R$ 30 off at most',
    { benefit: share(1500, 3000), conditions: { first_purchase: true } },
  ],
  ['5% cashback in the birthday week', when({ birthday: 'week' })],
  ['gold customers get 5% cashback', when({ tier: 'gold' })],
  ['5% cashback for those who haven’t bought in 45 days', when({ inactive_days: 45 })],
  ['5% cashback for customers labelled "vip"', when({ labels: ['vip'] })],
  ['5% cashback, max 20 reais a day per customer', most({ max_cents_per_customer_day: 2000 })],
  ['5% cashback with a budget of R$ 1,500', most({ budget_cents: 150_000 })],
  ['5% cashback valid for 30 days after the last purchase', until({ rolling_days: 30 })],
];

export const spanish: Table = [
  [
    'si alguien vuelve después de 30 días gana 10% de cashback',
    { benefit: { kind: 'cashback-percent', bps: 1000 }, conditions: { inactive_days: 30 } },
  ],
  ['vale de R$ 15', { benefit: fixed(1500) }],
  ['vale de 10% hasta R$ 20', { benefit: share(1000, 2000) }],
  ['un café gratis cada 10 compras', { benefit: stamps(10, item('café')) }],
  ['cashback 5% excepto bebidas y dulces', when({ exclude_categories: ['bebidas', 'dulces'] })],
  ['cashback 5% solo en el producto "123"', when({ include_skus: ['123'] })],
  ['cashback 5% en la tercera compra', when({ nth_purchase: 3 })],
  ['cashback 5% en el mes del cumpleaños', when({ birthday: 'month' })],
  ['clientes oro ganan 5% de cashback', when({ tier: 'oro' })],
  ['cashback 5% para quien no compra hace 45 días', when({ inactive_days: 45 })],
  ['cashback 5% para clientes con la etiqueta "vip"', when({ labels: ['vip'] })],
  ['cashback 5% como máximo 20 reales por cliente por día', most({ max_cents_per_customer_day: 2000 })],
  ['cashback 5% con presupuesto de R$ 1.500', most({ budget_cents: 150_000 })],
  ['cashback 5%, los 30 días empiezan de nuevo con cada compra', until({ rolling_days: 30 })],
];
