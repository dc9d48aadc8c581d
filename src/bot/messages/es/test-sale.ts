import type { ptBR } from '../pt-BR';

export const testSale: (typeof ptBR)['testSale'] = {
  started:
    'Listo, estoy mirando durante 10 minutos. Haz ahora una venta en una terminal, mejor con el teléfono del cliente. Aquí cuento todo lo que llegue.',
  notConnected: (next) => `Todavía no se puede probar. Antes, ${next}`,
  way: { webhook: 'por el aviso de SmartPOS (webhook)', pull: 'por mi consulta a SmartPOS' },
  arrived: (of) =>
    `Llegó la venta de *${of.sale}*${of.method === null ? ', sin la forma de pago' : `, ${of.method}`}${of.machine === null ? '' : `, de la máquina ${of.machine}`}.`,
  noMachine: 'La venta no dice de qué máquina es: las reglas por máquina no valdrán para ella.',
  took: (by, seconds) => `Vino ${by}, ${seconds} s después de la venta.`,
  clockDiffers: (by, time, { isBehind, about }) =>
    `Vino ${by}, con la hora ${time}: cerca de ${about} ${isBehind ? 'atrasada' : 'adelantada'}. Revisa el reloj de la terminal y el de SmartPOS: las reglas por hora usan esa hora.`,
  buyer: {
    phone: 'Cliente: vino el teléfono, así que el aviso va por WhatsApp.',
    cpf: 'Cliente: solo vino el CPF. La venta vale, pero sin teléfono el aviso no tiene adónde ir.',
    email: 'Cliente: solo vino el correo. La venta vale, pero sin teléfono no hay aviso por WhatsApp.',
    none: 'Cliente: no vino. Nadie gana hasta que el cliente pida esta venta con el recibo, o la caja la vincule.',
  },
  gave: (amounts) => `Dio ${amounts}:`,
  wouldGive: (amounts) => `Con el programa activo daría ${amounts}:`,
  wouldGiveNew: (amounts) => `A un cliente nuevo le daría ${amounts}:`,
  voucher: 'un vale',
  givesNothing: 'Ninguna regla da nada por ella:',
  noRules: 'Todavía no hay reglas que valgan para ella. Crea una y prueba de nuevo.',
  history:
    'Su hora es de antes de la conexión con SmartPOS: queda solo en el historial y no gana nada. Si fue ahora, ajusta el reloj.',
  noAmount: 'El valor vino en cero: sin valor no hay qué calcular. Revisa el envío en SmartPOS.',
  rule: (number, why) => `• Regla ${number}: ${why}`,
  passed: 'La venta de prueba pasó. Di “activar” para empezar.',
  alsoBy: (sale, by, seconds) =>
    `La venta de *${sale}* vino también ${by}${seconds === null ? '' : `, ${seconds} s después`}. Las dos vías funcionan.`,
  another: (sale, method, machine, by) =>
    `Otra más: *${sale}*${method === null ? '' : `, ${method}`}${machine === null ? ', sin máquina informada' : `, máquina ${machine}`}, ${by}.`,
  unreadable: (field) =>
    `Llegó una venta que no se pudo leer: el campo ${field} falta o está mal. Quedó guardada. Pide a SmartPOS que lo revise.`,
  unreadableAmount:
    'Llegó una venta sin un valor que se pueda leer (totalAmount). Quedó guardada. Pide a SmartPOS que revise el envío.',
  waits: (by, why) => `Llegó ${by} una venta que espera en “pendientes”: ${why}`,
  refused: {
    signature:
      'SmartPOS mandó un aviso con la firma equivocada, y no lo acepté. Revisa allí el secreto del webhook.',
    stale:
      'SmartPOS mandó un aviso con la hora errada por más de 5 minutos, y no lo acepté. Pide que revisen su reloj.',
    malformed: 'SmartPOS mandó un aviso que no se puede leer, y no lo acepté. Pide que revisen el formato.',
    'too-large': 'SmartPOS mandó un aviso demasiado grande (más de 64 kB), y no lo acepté.',
  },
  pull: {
    keys: 'SmartPOS rechazó las claves de la conexión. Crea claves nuevas allí y conecta de nuevo; nada de lo que llegó se pierde.',
    plan: 'SmartPOS no deja que estas claves vean las ventas. Permítelo allí, o di “cambiar las claves de smartpos”; nada de lo que llegó se pierde.',
    fails: 'SmartPOS no está respondiendo a mis consultas. Sigo intentando.',
  },
  end: {
    both: (sales) =>
      `Fin de la prueba: ${sales === 1 ? 'la venta vino' : `vinieron ${sales} ventas, la primera`} por las dos vías. Está todo bien.`,
    onlyWebhook: 'Fin de la prueba: la venta vino por el aviso (webhook), pero no por la consulta.',
    onlyPull:
      'Fin de la prueba: la venta vino por la consulta, pero no por el aviso (webhook). Así los mensajes salen más despacio.',
    nothing: 'Fin de la prueba: en 10 minutos no llegó nada, ni por el aviso (webhook) ni por la consulta.',
    onlyWaiting:
      'Fin de la prueba: ninguna venta nueva contó. Lo que llegó está en “pendientes”, con el motivo y qué hacer.',
  },
  check: {
    notPulled: 'Desde entonces todavía no consulté a SmartPOS, por eso de la consulta no sé nada.',
    webhook:
      'No llegó ningún aviso: revisa en SmartPOS que la dirección del webhook esté puesta y encendida.',
    pull: 'La consulta funciona, pero no muestra esta venta: revisa que las claves sean de esta misma empresa.',
    machine: 'Revisa que la terminal sea de esta cuenta de SmartPOS y que la venta aparezca allí.',
    waiting: 'Lo demás que llegó espera en “pendientes”.',
    again: 'Después di “probar venta” de nuevo.',
  },
};
