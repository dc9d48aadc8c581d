import { numberIn } from '../format';

const whole = numberIn('pt');

export const machines = {
  unconnected:
    'Elas aparecem aqui sozinhas, com as vendas, depois que o SmartPOS estiver conectado. Diga “conectar smartpos”.',
  none: 'Ainda não vi nenhuma maquininha. Faça uma venda em cada uma, e elas aparecem aqui sozinhas.',
  title: (count: number) =>
    count === 1 ? 'Vi 1 maquininha nas vendas:' : `Vi ${whole(count)} maquininhas nas vendas:`,
  group: (acquirer: string | null, store: string | null) =>
    `${acquirer ?? 'Adquirente não informada'}${store === null ? '' : `, ${store}`}:`,
  line: (machine: string, day: string, time: string) => `• ${machine}: última venda em *${day}* às ${time}`,
  silent: 'calada',
  more: 'Para ver as outras, diga “mais”.',
  noMore: 'Essas eram todas as maquininhas.',
  fellSilent: (of: {
    machine: string;
    acquirer: string | null;
    store: string | null;
    day: string;
    time: string;
  }) =>
    `A maquininha ${of.machine}${of.acquirer === null ? '' : ` (${of.acquirer})`}${of.store === null ? '' : `, da loja ${of.store},`} está sem vendas desde *${of.day}* às ${of.time}, bem mais do que o normal dela neste horário. Confira se está ligada e com internet. Só aviso de novo depois que ela vender.`,
};
