import { numberIn } from '../format';

const whole = numberIn('pt');

export const simulate = {
  simulate: {
    how: 'Diga a regra que quer testar, como “simular cashback 8% no pix”. Nada muda até você criar.',
    none: 'Ainda não há vendas com cliente nesse período para testar.',
    title: (of: { sales: string; amount: string; from: string; to: string }) => {
      const { sales, amount, from, to } = of;
      return `${sales === '1' ? 'Na única venda' : `Nas ${sales} vendas`} com cliente de ${from === to ? `*${from}*` : `*${from}* a *${to}*`} (${amount}), com essa regra junto das que valem hoje:`;
    },
    gives: (amounts: string, customers: string, sales: string) =>
      `dariam ${amounts} a ${customers}, em ${sales}.`,
    vouchers: (count: number, worth: string | null) =>
      `${count === 1 ? '1 voucher' : `${whole(count)} vouchers`}${worth === null ? '' : ` (até *${worth}*)`}`,
    moreVouchers: (count: number, worth: string | null) =>
      `${count > 0 ? '+' : ''}${whole(count)} ${Math.abs(count) === 1 ? 'voucher' : 'vouchers'}${worth === null ? '' : ` (até *${worth}*)`}`,
    dearerVouchers: (worth: string) => `até *${worth}* em vouchers`,
    noDifference: 'nenhuma',
    nothing: 'não dariam nada.',
    today: (amounts: string, difference: string) => `Hoje: ${amounts}. Diferença: ${difference}.`,
    largest: (award: string, sale: string, day: string) =>
      `Maior prêmio: ${award}, na compra de ${sale} de ${day}.`,
    leftOut: (count: number) =>
      `${count === 1 ? 'Ficou de fora 1 venda' : `Ficaram de fora ${whole(count)} vendas`} sem cliente.`,
    end: 'Nada mudou. Para criar, diga a regra sozinha.',
    customers: (count: number) => `${whole(count)} ${count === 1 ? 'cliente' : 'clientes'}`,
    sales: (count: number) => `${whole(count)} ${count === 1 ? 'compra' : 'compras'}`,
    legend: ['Com a regra', 'Hoje'],
    chart: {
      cashbackCents: 'Cashback por mês',
      points: 'Pontos por mês',
      voucherCents: 'Vouchers por mês, pelo máximo que valem',
      vouchers: 'Vouchers por mês',
    },
    past: (sales: number, amounts: string, today: string) =>
      `${sales === 1 ? 'Na sua única venda' : `Nas suas ${whole(sales)} vendas`} dos últimos 90 dias, o programa teria dado ${amounts} com ela; hoje, ${today}.`,
  },
};
