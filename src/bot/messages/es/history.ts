import type { ptBR } from '../pt-BR';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

type History = typeof ptBR.history;

const did: History['did'] = {
  addRule: (rule) => `creó la regla: ${rule}`,
  replaceRules: (rule) => `cambió todas las reglas por: ${rule}`,
  editRule: (before, after) => `cambió la regla de “${before}” a “${after}”`,
  pauseRule: (rule) => `pausó la regla: ${rule}`,
  resumeRule: (rule) => `reactivó la regla: ${rule}`,
  deleteRule: (rule) => `borró la regla: ${rule}`,
  setProgram: (settings) => `cambió la configuración: ${settings}`,
  activate: 'activó el programa',
  activateAnyway: 'activó el programa antes de terminar los pasos',
  pauseMessages: 'pausó los mensajes',
  resumeMessages: 'activó de nuevo los mensajes',
  pauseEarning: 'pausó las ganancias',
  addReward: (reward, points) => `creó el premio ${reward} por ${points}`,
  changeReward: (reward, points) => `cambió el premio ${reward}, ahora por ${points}`,
  pauseReward: (reward) => `pausó el premio ${reward}`,
  resumeReward: (reward) => `volvió a ofrecer el premio ${reward}`,
  removeReward: (reward) => `quitó el premio ${reward}`,
  voucherMode: (mode) => `cambió el modo de vale a: ${mode}`,
  voucherRefund: (refund) => `cambió la devolución de vales: ${refund}`,
  cancelVoucher: (worth) => `canceló el vale de ${worth} de un cliente`,
  redeemVoucher: (paid) => (paid === null ? 'validó un vale de premio' : `validó un vale de ${paid}`),
  connectSmartpos: (company) =>
    company === null ? 'conectó SmartPOS' : `conectó la cuenta ${company} de SmartPOS`,
  replaceKeys: 'cambió las claves de SmartPOS',
  rotateSecret: 'creó un nuevo secreto del webhook',
  judgeHistory: 'hizo dar los beneficios de las ventas anteriores a la conexión',
  disconnectSmartpos: 'desconectó SmartPOS',
  retryEvent: 'mandó leer de nuevo una venta pendiente',
  discardEvent: 'descartó una venta pendiente',
  proveIdentity: (identity: 'cpf' | 'email', merged: boolean) =>
    `confirmó ${identity === 'cpf' ? 'el CPF' : 'el correo'} de un cliente${merged ? ' y unió dos registros' : ''}`,
  eraseData: 'se borraron los datos de un cliente, a pedido suyo',
  undo: (what) => `deshizo: ${what}`,
};

export const history: History = {
  did,
  title: 'Lo que cambió en la tienda:',
  none: 'Todavía no hay cambios en la tienda.',
  noMore: 'No hay cambios más antiguos.',
  more: 'Para ver los anteriores, di “más”.',
  undoHint: 'Para deshacer el último, di “deshacer”.',
  line: ({ day, time, who, what }) => `${day} ${time} ${who} ${what}`,
  undone: '(deshecho)',
  system: 'Smartbis',
  last: ({ day, time, who, what }) => `El último cambio: ${who} ${what}, el *${day}* a las ${time}.`,
  rulesAgain: 'Las reglas vuelven a ser como eran.',
  ask: `¿Lo deshago? ${answers.yesOrNo}`,
  done: (what) => `Deshecho, y ya no vale: “${what}”. Está como antes.`,
  notUndone: {
    nothing: 'No hay un cambio reciente para deshacer. Di “historial de cambios” para ver lo que cambió.',
    overtaken:
      'Alguien cambió otra cosa mientras tanto, y no se deshizo nada. Di “deshacer” otra vez para verlo.',
    role: {
      manager: 'El último cambio solo lo puede deshacer la gerencia.',
      owner: 'El último cambio solo lo puede deshacer quien es dueño de la tienda.',
    },
    sales: (count) =>
      `Ya no se puede deshacer: ${count === 1 ? 'una venta ya se calculó' : `${whole(count)} ventas ya se calcularon`} así, y lo prometido vale. Haz el cambio contrario, que vale desde ahora.`,
    vouchers: (count) =>
      `Ya no se puede deshacer: ${count === 1 ? 'un vale ya salió' : `${whole(count)} vales ya salieron`} así. Haz el cambio contrario, que vale desde ahora.`,
    changedSince:
      'Ya no se puede deshacer: eso cambió otra vez después. Di “historial de cambios” para verlo.',
    final: {
      sent: 'No se puede deshacer: eso ya se envió.',
      campaign: 'Una campaña que empezó no se deshace: di “parar campaña” y su número, y no sale nada más.',
      'campaign-changed': 'El cambio de una campaña no se deshace por aquí: cámbiala de nuevo, como estaba.',
      'campaign-stopped':
        'No se puede deshacer: una campaña parada no vuelve. Para enviar, crea otra: di “crear una campaña”.',
      sale: 'No se puede deshacer por aquí: para quitar una venta de la caja, di “anular venta”, el valor y el teléfono.',
      'till-key': 'No se puede deshacer: pide las claves de la caja y revoca la que no sirve.',
      'voucher-cancelled':
        'No se puede deshacer: el valor del vale volvió al saldo del cliente, que puede canjearlo de nuevo.',
      'voucher-used':
        'No se puede deshacer: un vale usado no vuelve por aquí. Si la compra se devuelve, su valor vuelve con ella.',
      pin: 'Un PIN no se deshace: di “pin” para cambiarlo.',
      connection:
        'La conexión con SmartPOS no se deshace por aquí: di “conectar smartpos” o “desconectar smartpos”.',
      'adjustment-spent': 'No se puede deshacer: lo que se puso ya se usó. Ajusta solo lo que queda.',
      customer: 'Esto no se deshace por aquí: di lo contrario, con el mismo teléfono o los valores de antes.',
      erased: 'No se puede deshacer: los datos de quien pidió borrarlos ya no existen.',
      'identity-proven': 'No se puede deshacer: dos registros de la misma persona quedan como uno solo.',
      undo: 'No se puede deshacer: eso ya se deshizo.',
    },
  },
};
