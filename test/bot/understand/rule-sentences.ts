import type { Benefit, Rule } from '../../../src/loyalty';

/** Monday: what dates without a year count from. */
export const TODAY = '2026-11-23';

/** What shopkeepers write, and the rule that they mean. */
type Table = readonly (readonly [says: string, rule: Rule])[];

const percent = (bps: number): Benefit => ({ kind: 'cashback-percent', bps });
const fixed = (cents: number): Benefit => ({ kind: 'cashback-fixed', cents });
const per = (points: number, perCents: number): Benefit => ({
  kind: 'points-per-amount',
  points,
  per_cents: perCents,
});
const points = (quantity: number): Benefit => ({ kind: 'points-fixed', points: quantity });
const times = (asset: 'cashback' | 'points', timesX100: number): Benefit => ({
  kind: 'multiplier',
  asset,
  times_x100: timesX100,
});
const every = (count: number, cents: number): Benefit => ({
  kind: 'stamp-card',
  every: count,
  then: { kind: 'voucher-fixed', cents },
});
const above = (cents: number) => ({ min_cents: cents, min_inclusive: false });
const from = (cents: number) => ({ min_cents: cents, min_inclusive: true });

export const portuguese: Table = [
  [
    'cashback 5% acima de R$ 50, válido por 30 dias',
    { benefit: percent(500), conditions: above(5000), validity: { valid_days: 30 } },
  ],
  ['cashback 5% a partir de R$ 50', { benefit: percent(500), conditions: from(5000) }],
  [
    'cashback de 5 por cento em compras acima de 50 reais',
    { benefit: percent(500), conditions: above(5000) },
  ],
  ['5% de cashback em todas as compras', { benefit: percent(500) }],
  ['Quero dar 10% de volta pros clientes', { benefit: percent(1000) }],
  ['dar 7,5% de cashback', { benefit: percent(750) }],
  ['cashback cinco por cento', { benefit: percent(500) }],
  ['cashback 5% máximo R$ 20', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  [
    'cashback de 10% limitado a 30 reais por compra',
    { benefit: percent(1000), limits: { max_cents_per_sale: 3000 } },
  ],
  ['cashback 3% com teto de R$ 15,50', { benefit: percent(300), limits: { max_cents_per_sale: 1550 } }],
  [
    'cashback 8% no pix e no débito',
    { benefit: percent(800), conditions: { payment_methods: ['pix', 'debit'] } },
  ],
  ['cashback 4% pagando em dinheiro', { benefit: percent(400), conditions: { payment_methods: ['cash'] } }],
  [
    '2% no cartão de crédito de cashback',
    { benefit: percent(200), conditions: { payment_methods: ['credit'] } },
  ],
  ['cashback 2% no cartão', { benefit: percent(200), conditions: { payment_methods: ['credit', 'debit'] } }],
  ['R$ 5 de cashback em compras de R$ 100 ou mais', { benefit: fixed(500), conditions: from(10_000) }],
  [
    'cliente ganha 5 reais de volta nas compras acima de 80',
    { benefit: fixed(500), conditions: above(8000) },
  ],
  ['1 ponto a cada R$ 1', { benefit: per(1, 100) }],
  ['um ponto a cada real', { benefit: per(1, 100) }],
  ['2 pontos por real gasto', { benefit: per(2, 100) }],
  ['a cada R$ 10 o cliente ganha 1 ponto', { benefit: per(1, 1000) }],
  ['cada 10 reais vale 1 ponto', { benefit: per(1, 1000) }],
  ['10 pontos por compra', { benefit: points(10) }],
  ['50 pontos em compras acima de R$ 200', { benefit: points(50), conditions: above(20_000) }],
  [
    'pontos em dobro terça das 14h às 18h',
    { benefit: times('points', 200), conditions: { weekdays: [2], hours: ['14:00', '18:00'] } },
  ],
  ['dobro de pontos no fim de semana', { benefit: times('points', 200), conditions: { weekdays: [6, 7] } }],
  ['cashback em triplo na segunda-feira', { benefit: times('cashback', 300), conditions: { weekdays: [1] } }],
  ['pontos vezes 1,5 no pix', { benefit: times('points', 150), conditions: { payment_methods: ['pix'] } }],
  ['3x pontos aos sábados', { benefit: times('points', 300), conditions: { weekdays: [6] } }],
  [
    'cashback 5% de segunda a sexta até as 12h',
    { benefit: percent(500), conditions: { weekdays: [1, 2, 3, 4, 5], hours: ['00:00', '12:00'] } },
  ],
  [
    'cashback 10% na sexta das 22h às 2h',
    { benefit: percent(1000), conditions: { weekdays: [5], hours: ['22:00', '02:00'] } },
  ],
  [
    'pontos em dobro sexta e sábado das 10 da noite às 3 da madrugada',
    { benefit: times('points', 200), conditions: { weekdays: [5, 6], hours: ['22:00', '03:00'] } },
  ],
  ['cashback 5% das 8 às 3 da manhã', { benefit: percent(500), conditions: { hours: ['20:00', '03:00'] } }],
  [
    'cashback 5% das 18h às 1h30 do dia seguinte',
    { benefit: percent(500), conditions: { hours: ['18:00', '01:30'] } },
  ],
  [
    'sexta depois das 22h até as 2h 10% de cashback',
    { benefit: percent(1000), conditions: { weekdays: [5], hours: ['22:00', '02:00'] } },
  ],
  ['cashback 5% das 9 da manhã às 5', { benefit: percent(500), conditions: { hours: ['09:00', '17:00'] } }],
  [
    'cashback 5% seg, qua e sex depois das 18h',
    { benefit: percent(500), conditions: { weekdays: [1, 3, 5], hours: ['18:00', '24:00'] } },
  ],
  [
    'cashback 10% de 1 a 24 de dezembro',
    { benefit: percent(1000), conditions: { dates: ['2026-12-01', '2026-12-24'] } },
  ],
  [
    'cashback 10% de 20/12 a 05/01',
    { benefit: percent(1000), conditions: { dates: ['2026-12-20', '2027-01-05'] } },
  ],
  [
    'cashback 15% no dia 25/12',
    { benefit: percent(1500), conditions: { dates: ['2026-12-25', '2026-12-25'] } },
  ],
  [
    'cashback 15% dia 3 de maio',
    { benefit: percent(1500), conditions: { dates: ['2027-05-03', '2027-05-03'] } },
  ],
  ['cashback 6% em dezembro', { benefit: percent(600), conditions: { dates: ['2026-12-01', '2026-12-31'] } }],
  ['cashback 6% até 24/12', { benefit: percent(600), conditions: { dates: ['2026-11-23', '2026-12-24'] } }],
  ['cashback 20% só hoje', { benefit: percent(2000), conditions: { dates: ['2026-11-23', '2026-11-23'] } }],
  ['cashback 5% na bandeira Elo', { benefit: percent(500), conditions: { brands: ['elo'] } }],
  [
    'cashback 5% no cartão Visa ou Mastercard',
    { benefit: percent(500), conditions: { brands: ['visa', 'mastercard'] } },
  ],
  ['cashback 5% nas máquinas da Stone', { benefit: percent(500), conditions: { acquirers: ['stone'] } }],
  [
    'cashback 5% na maquininha do Mercado Pago',
    { benefit: percent(500), conditions: { acquirers: ['mercado-pago'] } },
  ],
  ['cashback 5% na máquina MP-00417', { benefit: percent(500), conditions: { terminals: ['MP-00417'] } }],
  ['cashback 5% na loja Centro', { benefit: percent(500), conditions: { stores: ['Centro'] } }],
  [
    'cashback 5% na loja "Rua 7, fundos"',
    { benefit: percent(500), conditions: { stores: ['Rua 7, fundos'] } },
  ],
  [
    'voucher de R$ 15 a cada 10 compras na loja Centro',
    { benefit: every(10, 1500), conditions: { stores: ['Centro'] } },
  ],
  [
    'voucher de R$ 15 a cada 10 compras na loja a partir de R$ 20',
    { benefit: every(10, 1500), conditions: from(2000) },
  ],
  ['a cada 10 compras na loja o cliente ganha um voucher de R$ 15', { benefit: every(10, 1500) }],
  [
    'cashback 10% na primeira compra na loja Centro',
    { benefit: percent(1000), conditions: { first_purchase: true, stores: ['Centro'] } },
  ],
  [
    'cashback 10% na primeira compra na loja',
    { benefit: percent(1000), conditions: { first_purchase: true } },
  ],
  [
    'cashback 5% entre R$ 50 e R$ 200',
    { benefit: percent(500), conditions: { ...from(5000), max_cents: 20_000 } },
  ],
  ['cashback 5% em compras de até R$ 200', { benefit: percent(500), conditions: { max_cents: 20_000 } }],
  ['cashback 5% em compras abaixo de R$ 200', { benefit: percent(500), conditions: { max_cents: 19_999 } }],
  ['cashback 5% com validade de 2 meses', { benefit: percent(500), validity: { valid_days: 60 } }],
  ['cashback 5% que vence em 90 dias', { benefit: percent(500), validity: { valid_days: 90 } }],
  ['cashback 5%, vale um mês', { benefit: percent(500), validity: { valid_days: 30 } }],
  [
    'cashback 5% liberado em 7 dias e válido por 60 dias',
    { benefit: percent(500), validity: { available_after_days: 7, valid_days: 60 } },
  ],
  [
    'cashback 5% disponível no dia seguinte',
    { benefit: percent(500), validity: { available_after_days: 1 } },
  ],
  [
    'cashback 5% para usar em compras a partir de R$ 100',
    { benefit: percent(500), validity: { use_min_cents: 10_000 } },
  ],
  ['cashback 5% vale o melhor', { benefit: percent(500), stack: 'best' }],
  ['cashback 5% não acumula com outras promoções', { benefit: percent(500), stack: 'best' }],
  ['cashback 5% soma com as outras regras, ordem 2', { benefit: percent(500), stack: 'add', order: 2 }],
  ['regra: cashback 5% acima de R$ 1.234,56', { benefit: percent(500), conditions: above(123_456) }],
  ['se gastar mais de 100 reais ganha 5% de cashback', { benefit: percent(500), conditions: above(10_000) }],
  ['compras a partir de 30 ganham 3% de cashback', { benefit: percent(300), conditions: from(3000) }],
];

export const english: Table = [
  [
    '5% cashback above R$ 50, valid for 30 days',
    { benefit: percent(500), conditions: above(5000), validity: { valid_days: 30 } },
  ],
  ['cashback of 5% from R$ 50', { benefit: percent(500), conditions: from(5000) }],
  ['give 7.5% cashback on purchases over 80', { benefit: percent(750), conditions: above(8000) }],
  [
    '5 percent cash back on purchases of at least R$ 100',
    { benefit: percent(500), conditions: from(10_000) },
  ],
  ['10% back on every purchase', { benefit: percent(1000) }],
  ['5% cashback up to R$ 20 per purchase', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  ['cashback 5% capped at R$ 20', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  ['cashback 5% maximum R$ 20', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  [
    'cashback 8% with pix or debit',
    { benefit: percent(800), conditions: { payment_methods: ['pix', 'debit'] } },
  ],
  ['R$ 5 cashback on purchases of R$ 100 or more', { benefit: fixed(500), conditions: from(10_000) }],
  ['1 point for every R$ 1', { benefit: per(1, 100) }],
  ['one point per real spent', { benefit: per(1, 100) }],
  ['10 points per purchase', { benefit: points(10) }],
  [
    'double points on Tuesday from 2pm to 6pm',
    { benefit: times('points', 200), conditions: { weekdays: [2], hours: ['14:00', '18:00'] } },
  ],
  [
    'double points on Fridays from 10pm to 2am',
    { benefit: times('points', 200), conditions: { weekdays: [5], hours: ['22:00', '02:00'] } },
  ],
  [
    'cashback 5% from 10 to 2 am the next day',
    { benefit: percent(500), conditions: { hours: ['22:00', '02:00'] } },
  ],
  ['cashback 5% from 6pm to 10', { benefit: percent(500), conditions: { hours: ['18:00', '22:00'] } }],
  ['triple cashback on weekends', { benefit: times('cashback', 300), conditions: { weekdays: [6, 7] } }],
  ['points times 1.5 on pix', { benefit: times('points', 150), conditions: { payment_methods: ['pix'] } }],
  [
    'cashback 5% Monday to Friday before noon',
    { benefit: percent(500), conditions: { weekdays: [1, 2, 3, 4, 5], hours: ['00:00', '12:00'] } },
  ],
  [
    'cashback 10% from December 1 to December 24',
    { benefit: percent(1000), conditions: { dates: ['2026-12-01', '2026-12-24'] } },
  ],
  [
    'cashback 15% on 25 December',
    { benefit: percent(1500), conditions: { dates: ['2026-12-25', '2026-12-25'] } },
  ],
  [
    'cashback 15% on Dec 25th, 2027',
    { benefit: percent(1500), conditions: { dates: ['2027-12-25', '2027-12-25'] } },
  ],
  ['cashback 6% until 24/12', { benefit: percent(600), conditions: { dates: ['2026-11-23', '2026-12-24'] } }],
  ['cashback 5% on Elo cards', { benefit: percent(500), conditions: { brands: ['elo'] } }],
  ['cashback 5% on Stone machines', { benefit: percent(500), conditions: { acquirers: ['stone'] } }],
  ['cashback 5% at store "Downtown"', { benefit: percent(500), conditions: { stores: ['Downtown'] } }],
  [
    'cashback 5% between R$ 50 and R$ 200',
    { benefit: percent(500), conditions: { ...from(5000), max_cents: 20_000 } },
  ],
  [
    'cashback 5% available after 7 days, expires in 2 months',
    { benefit: percent(500), validity: { available_after_days: 7, valid_days: 60 } },
  ],
  ['cashback 5% available the next day', { benefit: percent(500), validity: { available_after_days: 1 } }],
  [
    'cashback 5% to use on purchases from R$ 100',
    { benefit: percent(500), validity: { use_min_cents: 10_000 } },
  ],
  ['cashback 5%, the best one counts', { benefit: percent(500), stack: 'best' }],
  ['cashback 5% adds up with other rules, order 2', { benefit: percent(500), stack: 'add', order: 2 }],
];

export const spanish: Table = [
  [
    'cashback 5% por encima de R$ 50, válido por 30 días',
    { benefit: percent(500), conditions: above(5000), validity: { valid_days: 30 } },
  ],
  ['cashback 5% a partir de R$ 50', { benefit: percent(500), conditions: from(5000) }],
  [
    '5 por ciento de cashback en compras de más de 80 reales',
    { benefit: percent(500), conditions: above(8000) },
  ],
  ['quiero dar 7,5% de cashback', { benefit: percent(750) }],
  ['devolver 10% en compras desde 100', { benefit: percent(1000), conditions: from(10_000) }],
  ['cashback 5% máximo R$ 20', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  ['cashback 5% con tope de R$ 20', { benefit: percent(500), limits: { max_cents_per_sale: 2000 } }],
  [
    'cashback 8% con pix y débito',
    { benefit: percent(800), conditions: { payment_methods: ['pix', 'debit'] } },
  ],
  ['cashback 4% en efectivo', { benefit: percent(400), conditions: { payment_methods: ['cash'] } }],
  ['R$ 5 de cashback en compras de R$ 100 o más', { benefit: fixed(500), conditions: from(10_000) }],
  ['1 punto por cada R$ 1', { benefit: per(1, 100) }],
  ['un punto por real gastado', { benefit: per(1, 100) }],
  ['cada 10 reales ganan 1 punto', { benefit: per(1, 1000) }],
  ['10 puntos por compra', { benefit: points(10) }],
  [
    'puntos dobles los martes de 14:00 a 18:00',
    { benefit: times('points', 200), conditions: { weekdays: [2], hours: ['14:00', '18:00'] } },
  ],
  [
    'puntos dobles los viernes de 22h a 2h',
    { benefit: times('points', 200), conditions: { weekdays: [5], hours: ['22:00', '02:00'] } },
  ],
  [
    'cashback 5% de las 10 de la noche a las 3 de la mañana del día siguiente',
    { benefit: percent(500), conditions: { hours: ['22:00', '03:00'] } },
  ],
  [
    'el doble de puntos el fin de semana',
    { benefit: times('points', 200), conditions: { weekdays: [6, 7] } },
  ],
  ['cashback triple los lunes', { benefit: times('cashback', 300), conditions: { weekdays: [1] } }],
  [
    'cashback 5% de lunes a viernes antes de las 12',
    { benefit: percent(500), conditions: { weekdays: [1, 2, 3, 4, 5], hours: ['00:00', '12:00'] } },
  ],
  [
    'cashback 10% del 1 al 24 de diciembre',
    { benefit: percent(1000), conditions: { dates: ['2026-12-01', '2026-12-24'] } },
  ],
  ['cashback 15% el 25/12', { benefit: percent(1500), conditions: { dates: ['2026-12-25', '2026-12-25'] } }],
  [
    'cashback 6% hasta el 24/12',
    { benefit: percent(600), conditions: { dates: ['2026-11-23', '2026-12-24'] } },
  ],
  ['cashback 5% con tarjeta Visa', { benefit: percent(500), conditions: { brands: ['visa'] } }],
  ['cashback 5% en las máquinas de Cielo', { benefit: percent(500), conditions: { acquirers: ['cielo'] } }],
  ['cashback 5% en la tienda Centro', { benefit: percent(500), conditions: { stores: ['Centro'] } }],
  [
    'cashback 5% entre R$ 50 y R$ 200',
    { benefit: percent(500), conditions: { ...from(5000), max_cents: 20_000 } },
  ],
  [
    'cashback 5% disponible después de 7 días, vence en 2 meses',
    { benefit: percent(500), validity: { available_after_days: 7, valid_days: 60 } },
  ],
  [
    'cashback 5% para usar en compras a partir de R$ 100',
    { benefit: percent(500), validity: { use_min_cents: 10_000 } },
  ],
  ['cashback 5% vale el mejor', { benefit: percent(500), stack: 'best' }],
  ['cashback 5% se suma a las otras reglas, orden 2', { benefit: percent(500), stack: 'add', order: 2 }],
];

/** What is asked about, and why. */
export const asked: readonly (readonly [says: string, reason: string])[] = [
  ['cashback 5% acima de 1.234', 'ambiguous-amount'],
  ['cashback 5% acima de R$ 1,234', 'ambiguous-amount'],
  ['cashback 500%', 'impossible'],
  ['cashback 0%', 'impossible'],
  ['cashback 5% entre R$ 200 e R$ 50', 'impossible'],
  ['cashback 5% das 18h às 10h', 'impossible'],
  ['cashback 5% das 22h às 22h', 'impossible'],
  ['cashback 5% de 31/02 a 05/03', 'impossible'],
  ['cashback 5% no dia 32/12', 'impossible'],
  ['cashback 5%, 10% no pix', 'two-benefits'],
  ['cashback 5', 'number-left-over'],
  ['cashback 5% por 30 dias', 'which-of'],
  ['cashback 5% acima de 50 no dia 12', 'number-left-over'],
  ['cashback 5% menos no débito', 'unknown-words'],
  ['cashback 5% para clientes vip', 'level-or-label'],
  ['cashback 5% na black friday', 'unknown-words'],
  ['cashback 5% na lua cheia', 'unknown-words'],
  ['cashback 5% exceto pix', 'unknown-words'],
  ['cashback 5%, só pra quem vende muito', 'unknown-words'],
  ['cashback 5% pra cliente que mora numa rua calma', 'unknown-words'],
  ['um % de cashback na terça', 'unknown-words'],
  ['cashback 5% acima de R$ 100 até R$ 50', 'impossible'],
  ['cashback 5% de manhã', 'which-hours'],
  ['10% de cashback para os níveis ouro e prata', 'unknown-words'],
  ['cashback 5% limite de 100 reais por cliente', 'unknown-words'],
  ['cashback 5% no produto coca cola', 'unknown-words'],
  ['cashback -5%', 'impossible'],
  ['voucher de 150%', 'impossible'],
  ['a cada 1 compra ganha um café', 'impossible'],
  ['10 pontos a cada 5 compras', 'impossible'],
  ['pontos em dobro, no máximo 50 pontos por compra', 'impossible'],
  ['cashback 5% acima de R$ 200 em compras de até R$ 100', 'impossible'],
  ['cashback 5% máximo R$ 20 máximo R$ 30', 'said-twice'],
  ['cashback 5% válido por 30 dias, válido por 60 dias', 'said-twice'],
  ['cashback 5% sem validade, válido por 30 dias', 'said-twice'],
  ['cashback 5% acima de 50 e 10% acima de 100', 'two-benefits'],
  ['cashback 5% e voucher de R$ 10', 'two-benefits'],
  ['1 ponto por real e 5% de cashback', 'two-benefits'],
  ['compre 10 ganhe 1', 'of-what'],
  ['ganha 15 reais no aniversário', 'number-left-over'],
  ['10% de desconto', 'number-left-over'],
  ['cashback 5% a partir de 10 compras', 'number-left-over'],
  ['cashback 5% para quem compra 3 pães', 'number-left-over'],
  ['cashback acima de R$ 50', 'no-benefit'],
  ['regra: acima de R$ 50 no pix', 'no-benefit'],
];

/** No sentences of rules, whoever says them. */
export const otherThings: readonly string[] = [
  'oi',
  'saldo',
  'quanto tenho de cashback',
  'como funciona o cashback?',
  'validar ABCD-1234',
  'relatório de outubro',
  'obrigado pelas 2 mensagens',
  'quero falar com o João às 14h',
  '11 98888-0001',
  'por que 3,20?',
];
