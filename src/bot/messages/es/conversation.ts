import type { Role } from '../../../loyalty';
import type { CommandName } from '../../command';

/** After "¿Quieres". */
const label: Record<CommandName, string> = {
  balance: 'ver tu saldo',
  statement: 'ver tus movimientos',
  redeem: 'usar tu cashback',
  rewards: 'ver los premios por tus puntos',
  vouchers: 'ver tus vales',
  'cancel-voucher': 'cancelar un vale',
  program: 'saber cómo funciona el programa',
  'opt-out': 'dejar de recibir novedades',
  'opt-in': 'volver a recibir novedades',
  language: 'cambiar el idioma',
  explain: 'saber cómo se calculó tu beneficio',
  menu: 'ver qué se puede hacer',
  status: 'ver en qué paso está la tienda',
  terminals: 'ver las maquinitas de la tienda',
  activate: 'activar el programa',
  pause: 'pausar los mensajes o las ganancias',
  rules: 'ver las reglas de la tienda',
  'add-rule': 'crear una regla',
  'add-reward': 'poner un premio por puntos',
  'voucher-mode': 'elegir cómo se validan los vales',
  simulate: 'probar una regla con las ventas pasadas',
  'edit-rule': 'cambiar una regla',
  'pause-rule': 'pausar una regla',
  'delete-rule': 'borrar una regla',
  'set-program': 'ver o cambiar la configuración del programa',
  'validate-voucher': 'validar un vale',
};

const roles: Record<Role, string> = {
  cashier: 'quien atiende la caja',
  manager: 'la gerencia',
  owner: 'el dueño o la dueña',
};

export const conversation = {
  label,
  menu: 'Puedo ayudarte con:',
  menuMore: 'Para ver el resto, di “más”.',
  menuNoMore: 'Eso era todo. Para verlo de nuevo, di “menú”.',
  menuAsCustomer: (says: string) => `Como cliente, di ${says}.`,
  notUnderstood: 'No entendí. Di “menú” para ver qué se puede hacer.',
  didYouMean: (options: string) => `No entendí bien. ¿Quisiste decir:\n${options}?\nResponde con el número.`,
  numberFrom: (last: number) => `Responde con un número del 1 al ${last}, o di “menú”.`,
  confirmGuess: (wish: string) => `¿Quieres ${wish}? Responde “sí” o “no”.`,
  audio: 'Todavía no puedo escuchar audios. Escríbeme: “saldo”, “movimientos”, “canjear” o “menú”.',
  picture: 'Todavía no puedo leer imágenes. Escríbeme, por favor.',
  otherKind: 'Solo puedo leer mensajes escritos. Escríbeme, por favor.',
  empty: 'Tu mensaje llegó vacío. Di “menú” para ver qué se puede hacer.',
  emojiOnly: '¡Qué bueno tenerte por aquí! Para ver qué se puede hacer, di “menú” 😊',
  tooLong: 'Ese mensaje es demasiado largo para mí. Dime en una frase lo que necesitas, o “menú”.',
  expired: 'Ese pedido pasó de 10 minutos y ya no vale. No se hizo nada. Si aún lo quieres, pídelo de nuevo.',
  failed: 'Algo salió mal aquí y no se hizo nada. Dilo de nuevo, por favor.',
  stillOpen: (question: string) => `No entendí. ${question}`,
  cancelled: 'Está bien, cancelado. No se hizo nada.',
  nothingOpen: 'No estoy esperando ninguna respuesta. Di “menú” para ver qué se puede hacer.',
  notAllowed: (role: Role) => `Solo ${roles[role]} puede pedir eso, escribiendo desde su propio número.`,
  amountUnclear: 'No entendí el monto. Escríbelo así: “20” o “20.50”.',
  codeUnclear: 'No entendí el código. Son 8 letras y números, como “ABCD-1234”.',
};
