import type { ptBR } from '../pt-BR';
import { numberIn } from '../format';

const whole = numberIn('es');

export const machines: (typeof ptBR)['machines'] = {
  unconnected: 'Aparecen aquí solas, con sus ventas, cuando SmartPOS esté conectado. Di “conectar smartpos”.',
  none: 'Todavía no vi ninguna terminal. Haz una venta en cada una y aparecen aquí solas.',
  title: (count) =>
    count === 1 ? 'Vi 1 terminal en las ventas:' : `Vi ${whole(count)} terminales en las ventas:`,
  group: (acquirer, store) => `${acquirer ?? 'Adquirente desconocido'}${store === null ? '' : `, ${store}`}:`,
  line: (machine, day, time) => `• ${machine}: última venta el *${day}* a las ${time}`,
  silent: 'callada',
  more: 'Para ver las otras, di “más”.',
  noMore: 'Esas eran todas las terminales.',
  fellSilent: (of) =>
    `La terminal ${of.machine}${of.acquirer === null ? '' : ` (${of.acquirer})`}${of.store === null ? '' : `, de la tienda ${of.store},`} no vende desde el *${of.day}* a las ${of.time}, mucho más de lo normal para ella a esta hora. Revisa si está encendida y con internet. Solo aviso de nuevo después de que venda.`,
};
