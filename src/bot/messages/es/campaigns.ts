import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');
const counted = (people: number): string => `${whole(people)} ${people === 1 ? 'cliente' : 'clientes'}`;

export const campaigns = {
  campaigns: {
    how: 'Di para quién, qué gana y hasta cuándo, como “campaña: quien no compra hace 45 días gana R$ 15 válido por 7 días”.',
    question: {
      'no-audience':
        '¿Para quién es la campaña? Di, por ejemplo, “campaña: quien no compra hace 45 días gana R$ 15” o “campaña: todos los clientes ganan 50 puntos”.',
      'no-offer':
        '¿Qué ganan? Di, por ejemplo, “gana R$ 15”, “gana 50 puntos” o “gana un vale de 20% hasta R$ 30”.',
      offer:
        'Una campaña da un monto, puntos o un vale. Para un porcentaje de la compra usa un vale, como “gana un vale de 20% hasta R$ 30”.',
      'not-of-campaigns':
        'Eso es condición de una regla, no de una campaña. Di para quién (silencio, nivel, etiqueta, cumpleaños, nuevos, cuánto gastó, qué compró), qué gana, la validez y el presupuesto.',
      impossible: 'Así no se puede: revisa los números. La validez va de 1 a 90 días.',
      'starts-later':
        'Una campaña empieza en cuanto la confirmas: créala el día en que debe salir. El fin puede tener fecha: “campaña: quien no compra hace 45 días gana R$ 15 hasta 20/12”.',
      control:
        'El grupo que queda sin recibirla se sortea al comienzo y no cambia: es el que muestra si la campaña funcionó. Se pueden cambiar el plazo, el presupuesto y el texto.',
      'no-change':
        'Di su número y qué cambia, como “en la campaña 2, hasta el viernes”, “en la campaña 2, presupuesto R$ 500” o “en la campaña 2, texto: ¡Te extrañamos!”.',
    },
    audience: {
      everybody: 'todos los clientes',
      silent: (days: string) => `quien no compra hace ${days} o más`,
      tier: (name: string) => `nivel ${name}`,
      labels: (names: string) => `etiqueta ${names}`,
      birthday: {
        day: 'quien cumple años hoy',
        week: 'quien cumple años esta semana',
        month: 'quien cumple años este mes',
      },
      fresh: (days: string) => `quien hizo su única compra en los últimos ${days}`,
      spent: (amount: string) => `quien ya gastó *${amount}* o más`,
      bought: (names: string) => `quien ya compró ${names}`,
    },
    cashback: (amount: string) => `*${amount}* de cashback para usar`,
    voucher: (worth: string) => `un vale de *${worth}*`,
    validFor: (days: string) => `vale por ${days} desde hoy`,
    useFrom: (amount: string) => `en compras desde *${amount}*`,
    budget: (amount: string) => `presupuesto de *${amount}*`,
    understood: (campaign: string) => `Entendí: ${campaign}.`,
    people: ({ treated, control, isExact }: { treated: number; control: number; isExact: boolean }) =>
      `Va a ${isExact ? '' : 'cerca de '}${counted(treated)}${control === 0 ? '.' : `; ${whole(control)}, por sorteo, no la ${control === 1 ? 'recibe' : 'reciben'}, para medir el resultado.`}`,
    allLeftOut: (people: number) =>
      `Solo ${people === 1 ? 'encaja' : 'encajan'} ${counted(people)}, y el sorteo que mide el resultado ${people === 1 ? 'lo' : 'los'} dejaría fuera: nadie la recibiría. Para dar a pocos, di “ajustar +10 11 98888-0001 motivo regalo”.`,
    leftOut: ({ unreachable, busy }: { unreachable: number; busy: number }) =>
      `Quedan fuera: ${[
        ...(unreachable === 0
          ? []
          : [
              `${whole(unreachable)} que no ${unreachable === 1 ? 'quiere o no puede' : 'quieren o no pueden'} recibir`,
            ]),
        ...(busy === 0 ? [] : [`${whole(busy)} que ya ${busy === 1 ? 'está' : 'están'} en otra campaña`]),
      ].join(' y ')}.`,
    deaf: 'Ojo: SmartPOS no está informando las ventas. Quien compró en estos días entra como quien no compra. Mira en “status”.',
    budgetFor: (people: number) => `El presupuesto alcanza para ${counted(people)}.`,
    budgetTooSmall:
      'El presupuesto no alcanza ni para un cliente. Di la campaña de nuevo con un presupuesto mayor.',
    costAtMost: (amount: string) => `Costo máximo: *${amount}*.`,
    costUnknown: 'El costo no tiene tope: el vale es un porcentaje sin máximo.',
    ends: (day: string) => `Termina el *${day}*, y ahí sale el resultado.`,
    ownWords: 'El texto es el nuestro; para usar el tuyo, escribe texto: y tu frase.',
    words: (words: string) => `Texto: ${words}`,
    ask: `¿Empiezo? ${answers.yesOrNo}`,
    nobodyFits: 'Nadie encaja ahora. Prueba con menos días o un valor menor.',
    nobody: (unreachable: string, busy: string) =>
      `Nadie para recibirla ahora. De los que encajan, no quieren o no pueden recibir: ${unreachable}; están en otra campaña: ${busy}.`,
    started: (number: number) =>
      `La campaña ${number} empezó. Para verla o pararla: “resultado de la campaña ${number}”, “parar campaña ${number}”.`,
    none: 'Todavía no hay campañas. Crea una con “campaña: quien no compra hace 45 días gana R$ 15 válido por 7 días”.',
    title: 'Campañas:',
    hint: 'Para cambiar una: “en la campaña 2, hasta el viernes”.',
    state: {
      assigning: (day: string) => `empezando, hasta ${day}`,
      running: (day: string) => `en curso, hasta ${day}`,
      stopped: (day: string) => `detenida, resultado el ${day}`,
      ended: (day: string) => `terminó el ${day}`,
    },
    askStop: (number: number, campaign: string) =>
      `Campaña ${number}: ${campaign}\n¿La detengo? Nadie más la recibe, y una campaña detenida no vuelve. ${answers.yesOrNo}`,
    stopped: (number: number, given: string) =>
      `Campaña ${number} detenida: nadie más la recibe. Ya la recibieron ${given}, y lo que ganaron sigue valiendo.`,
    over: (number: number) => `La campaña ${number} ya terminó.`,
    notYet: (day: string) => `Todavía no hay datos suficientes: la campaña termina el *${day}*.`,
    sent: (given: string, treated: string, control: string) =>
      `La recibieron ${given} de ${treated}; ${control} quedan sin recibirla, para comparar.`,
    cost: (amount: string) => `Otorgado como máximo: *${amount}*.`,
    notEnough: 'Todavía no hay datos suficientes para decir si funcionó.',
    missing: {
      'window-open': 'El plazo no terminó.',
      'small-arm': 'Uno de los grupos tiene menos de 30 clientes.',
      'few-returns': 'Volvieron menos de 10 en total.',
      'too-coarse': 'Con tan pocos clientes solo se vería un efecto enorme.',
    },
    broken: 'El sorteo de los grupos salió mal, así que no se pueden comparar. Avisa a quien cuida Smartbis.',
    verdict: {
      lift: 'Funcionó: quienes la recibieron volvieron más.',
      loss: 'Quienes la recibieron volvieron menos que quienes no.',
      'no-difference-shown': 'No se vio diferencia entre quienes la recibieron y quienes no.',
    },
    counts: (of: { treated: string; ofTreated: string; control: string; ofControl: string }) =>
      `Volvieron ${of.treated} de ${of.ofTreated} que debían recibirla y ${of.control} de ${of.ofControl} que no.`,
    interval: (low: string, high: string) => `Diferencia: entre ${low} y ${high} puntos (intervalo del 98%).`,
    revenue: (of: { treated: string; control: string; isChance: boolean }) =>
      `Compras por cliente: *${of.treated}* contra *${of.control}*${of.isChance ? ', lo que puede ser azar' : ''}.`,
    did: {
      start: (number: number) => `empezó la campaña ${number}`,
      stop: (number: number) => `detuvo la campaña ${number}`,
    },
    ended: (number: number) => `La campaña ${number} terminó.`,
    text: 'tenemos algo para ti. Pasa por la tienda y aprovecha.',
  },
};
