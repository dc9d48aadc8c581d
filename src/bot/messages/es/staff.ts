import type { LimitOf, SetupStep } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

const step: Record<SetupStep, string> = {
  machines: 'Terminales',
  connection: 'Conexión con SmartPOS',
  rules: 'Reglas',
  'reference-sale': 'Venta de prueba',
  activation: 'Programa activo',
};

const next: Record<SetupStep, string> = {
  machines: 'haz una venta en cada terminal: aparece aquí sola.',
  connection: 'di “conectar smartpos”.',
  rules: 'di la primera regla, como “cashback 5% por encima de R$ 50”.',
  'reference-sale': 'di “probar venta” y haz una venta en una terminal.',
  activation: 'di “activar”.',
};

const EXAMPLE = 'Ejemplo: “cashback 5% por encima de R$ 50, válido por 30 días”.';

const LIMIT: Record<LimitOf, string> = {
  sale: 'por venta',
  day: 'por día',
  week: 'por semana',
  month: 'por mes',
};

export const staff = {
  status: {
    missing: (count: number) => (count === 1 ? 'Falta 1 paso:' : `Faltan ${whole(count)} pasos:`),
    active: 'El programa está activo: las ventas están ganando.',
    earningPaused: 'Las ganancias están en pausa: las ventas no están ganando. Para seguir, di “activar”.',
    messagesPaused: 'Los mensajes automáticos están en pausa. Para seguir, di “activar mensajes”.',
    step,
    todo: 'falta',
    leftOut: 'no se hizo (“probar venta”)',
    done: 'hecho',
    machines: (count: number, acquirers: string) =>
      `${whole(count)}${acquirers === '' ? '' : `, de ${acquirers}`}`,
    sale: (amount: string, day: string) => `*${amount}* el *${day}*`,
    since: (day: string) => `desde el *${day}*`,
    dry: (sales: number, amounts: string) =>
      `Con el programa activo, ${sales === 1 ? 'la venta recibida habría' : `las ${whole(sales)} ventas recibidas habrían`} dado ${amounts}.`,
    next,
    nextStep: (what: string) => `Ahora: ${what}`,
  },
  activate: {
    activated: '¡Programa activo! Toda venta a partir de ahora gana, y los avisos van a los clientes 🎉',
    already: 'El programa ya está activo. Para parar, di “pausar” o “pausar ganancias”.',
    activatedSilent:
      '¡Programa activo! Toda venta a partir de ahora gana. Los mensajes siguen en pausa: para seguir, di “activar mensajes” 🎉',
    messagesBack: 'Los mensajes automáticos volvieron, y el programa sigue activo.',
    messagesBackNotEarning:
      'Los mensajes automáticos volvieron. Las ventas todavía no ganan: para encender eso, di “activar”.',
    messagesAlready: 'Los mensajes automáticos ya estaban encendidos. Para parar, di “pausar mensajes”.',
    refused: (name: string, what: string) =>
      `Todavía no se puede activar. Falta: ${name}. Para seguir, ${what}`,
    override: 'Si quieres activarlo así, di “activar de todos modos”; queda registrado.',
  },
  pause: {
    wish: {
      messages:
        'pausar todos los mensajes automáticos, desde ahora y sin día de fin (para volver, di “activar mensajes”)',
      earning:
        'pausar las ganancias de todas las ventas, desde ahora y sin día de fin (para volver, di “activar”)',
      kind: (name: string) =>
        `pausar solo el mensaje “${name}”, desde ahora y sin día de fin (para volver, di “activar mensaje de ${name}”)`,
    },
    messages:
      'Mensajes automáticos en pausa: los avisos de las ventas esperan. Las ventas siguen ganando. Para seguir, di “activar mensajes”.',
    earning:
      'Ganancias en pausa: las ventas a partir de ahora no ganan. Quien ya tiene saldo puede usarlo. Para seguir, di “activar”.',
    notActive:
      'El programa no está activo, así que ninguna venta está ganando. Di “estado” para ver qué falta.',
    which:
      '¿Qué pauso?\n• mensajes: los avisos esperan, y las ventas siguen ganando\n• ganancias: las ventas dejan de ganar, y el saldo de quien ya tiene sigue valiendo\nDi “pausar mensajes” o “pausar ganancias”.',
    already: {
      messages: 'Los mensajes automáticos ya están en pausa. Para seguir, di “activar mensajes”.',
      earning: 'Las ganancias ya están en pausa. Para seguir, di “activar”.',
    },
  },
  rules: {
    title: 'Reglas vigentes:',
    paused: '(en pausa)',
    change: 'Para cambiar una: “en la regla 1, máximo R$ 30”, “pausar regla 1” o “borrar regla 1”.',
    none: `Todavía no hay reglas. Di la primera en una frase. ${EXAMPLE}`,
    more: 'Para ver las otras, di “más”.',
    noMore: 'Esas eran todas las reglas.',
  },
  addRule: {
    how: `Di la regla en una frase. ${EXAMPLE}`,
    understood: (rule: string) => `Entendí así:\n${rule}`,
    real: (sale: string, day: string, amounts: string) =>
      `La venta de *${sale}* del *${day}* habría dado ${amounts}.`,
    invented: (sale: string, amounts: string) => `Por ejemplo, una venta de *${sale}* da ${amounts}.`,
    inventedFor: (when: string, sale: string, amounts: string) =>
      `Por ejemplo, ${when}, una venta de *${sale}* da ${amounts}.`,
    atPurchase: (every: number) => `en la ${every}ª compra`,
    voucher: (worth: string) => `un vale de *${worth}*`,
    noExample: 'No encontré un ejemplo de venta en que valga: revisa las condiciones.',
    multipliesNothing:
      'Hoy ninguna regla da lo que esta multiplica: sola no da nada. Crea también la regla de base, como “1 punto por cada R$ 1”.',
    highRate: 'Atención: es más del 30% de la venta.',
    highRateTogether: 'Atención: con todas las reglas juntas, es más del 30% de la venta.',
    limits: LIMIT,
    idleLimit: (of: string, under: string) =>
      `Atención: el máximo ${of} no cambia nada, porque el máximo ${under} no es mayor.`,
    voucherOverSale: (sale: string) =>
      `Atención: el vale vale más que la compra que lo da, que puede ser de solo *${sale}*.`,
    ask: `¿Creo esta regla? ${answers.yesOrNo}`,
    askBeside: (others: number) =>
      `${others === 1 ? 'Ya vale otra regla, y las dos se suman' : `Ya valen otras ${others} reglas, y se suman`}: la cuenta de arriba es con todas. ¿La creo? ${answers.addOrReplace}`,
    replaced: 'Listo, ahora vale solo esa regla, para las ventas desde ahora.',
    added: (number: number) => `Regla ${number} creada. Vale para las ventas a partir de ahora.`,
    addedLater: (number: number, day: string) =>
      `Regla ${number} creada. Vale para las ventas desde el ${day}.`,
    addedInactive: (number: number) =>
      `Regla ${number} creada. Vale desde el momento en que se active el programa.`,
  },
};
