import { numberIn } from '../format';

const whole = numberIn('es');

export const simulate = {
  simulate: {
    how: 'Di la regla que quieres probar, como “simular cashback 8% en pix”. Nada cambia hasta que la crees.',
    none: 'Todavía no hay ventas con cliente en ese período para probarla.',
    title: (of: { sales: string; amount: string; from: string; to: string }) => {
      const { sales, amount, from, to } = of;
      return `${sales === '1' ? 'En la única venta' : `En las ${sales} ventas`} con cliente del ${from === to ? `*${from}*` : `*${from}* al *${to}*`} (${amount}), con esa regla junto a las que valen hoy:`;
    },
    gives: (amounts: string, customers: string, sales: string) =>
      `darían ${amounts} a ${customers}, en ${sales}.`,
    vouchers: (count: number, worth: string | null) =>
      `${count === 1 ? '1 vale' : `${whole(count)} vales`}${worth === null ? '' : ` (hasta *${worth}*)`}`,
    moreVouchers: (count: number, worth: string | null) =>
      `${count > 0 ? '+' : ''}${whole(count)} ${Math.abs(count) === 1 ? 'vale' : 'vales'}${worth === null ? '' : ` (hasta *${worth}*)`}`,
    dearerVouchers: (worth: string) => `hasta *${worth}* en vales`,
    noDifference: 'ninguna',
    nothing: 'no darían nada.',
    today: (amounts: string, difference: string) => `Hoy: ${amounts}. Diferencia: ${difference}.`,
    largest: (award: string, sale: string, day: string) =>
      `Mayor premio: ${award}, en la compra de ${sale} del ${day}.`,
    leftOut: (count: number) =>
      `${count === 1 ? 'Quedó fuera 1 venta' : `Quedaron fuera ${whole(count)} ventas`} sin cliente.`,
    end: 'Nada cambió. Para crearla, di la regla sola.',
    customers: (count: number) => `${whole(count)} ${count === 1 ? 'cliente' : 'clientes'}`,
    sales: (count: number) => `${whole(count)} ${count === 1 ? 'compra' : 'compras'}`,
    legend: ['Con la regla', 'Hoy'],
    chart: {
      cashbackCents: 'Cashback por mes',
      points: 'Puntos por mes',
      voucherCents: 'Vales por mes, por el máximo que valen',
      vouchers: 'Vales por mes',
    },
    past: (sales: number, amounts: string, today: string) =>
      `${sales === 1 ? 'En tu única venta' : `En tus ${whole(sales)} ventas`} de los últimos 90 días, el programa habría dado ${amounts} con ella; hoy, ${today}.`,
  },
};
