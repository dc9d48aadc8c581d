import type { Impossible } from '../../command';
import { answers } from './answers';

const EXAMPLE = 'Ejemplo: “cashback 5% por encima de R$ 50, válido por 30 días”.';

const impossible: Record<Impossible, string> = {
  amounts: 'Los montos no combinan: el mínimo pasa del máximo, o un monto es demasiado grande o pequeño.',
  benefit:
    'Esa regla no tiene ese número para cambiar. Di el beneficio entero, como “en la regla 2, cashback 5%”.',
  budget:
    'Un presupuesto solo cuenta dinero: de cashback, o de vales que caben en él. Un vale en % debe decir hasta cuánto vale.',
  dates: 'Esas fechas no existen o terminan antes de empezar.',
  days: 'Esa cantidad de días no vale: usa de 1 día a 10 años, y hasta 1 año de espera.',
  hours:
    'Ese horario no existe, o termina antes de empezar. Pasada la medianoche dura hasta 12 horas: “cashback 10% de 22h a 2h”.',
  items: 'El mismo producto o categoría está dentro y fuera de la regla: deja solo uno de los dos.',
  limits:
    'El límite no combina con el beneficio: el cashback se limita en dinero, los puntos en puntos, y un vale con un presupuesto.',
  'more-than-sale':
    'Así la regla daría más que la mayor compra para la que vale. Baja el beneficio o sube el máximo de la compra.',
  multiplier: 'Una regla que multiplica no tiene límite ni validez: ponlos en la regla que multiplica.',
  negative: 'No se pueden usar números negativos.',
  number: 'Ese número es demasiado grande o pequeño.',
  percent: 'El porcentaje debe estar entre 0,01% y 100%.',
  purchases:
    'Primera compra, compra de tal número, días sin comprar y tarjeta de sellos no combinan así: di solo uno de ellos.',
  stamps: 'Cada tantas compras (de 2 a 100) la tienda puede dar un vale: “vale de R$ 15 cada 10 compras”.',
  tiers: 'Cada nivel necesita un nombre y un monto solo suyo.',
  validity:
    'La validez cuenta desde el beneficio o desde la última compra, no desde las dos, y no puede terminar antes de que esté disponible.',
  weekdays: 'Ninguna de esas fechas cae en esos días de la semana: cambia las fechas o los días.',
};

export const programChanges = {
  ruleQuestion: {
    whichWay: (text: string, ways: string) => `“${text}” puede ser:\n${ways}\n¿Cuál? ${answers.byNumber}`,
    untilWhen: (text: string) => `“${text}”: ¿hasta qué día? Di solo el día, como “24/12”, o “sin fin”.`,
    figureOfWhat: (said: string) =>
      `¿Qué es “${said}” en la regla? Dilo con la palabra, así: no, 7%; no, más de R$ 40; no, vale 60 días.`,
    discount: (percent: string) =>
      `El descuento en la misma compra es de la caja. Aquí el cliente gana ${percent}% para la próxima: “cashback ${percent}%”, o “voucher de ${percent}% hasta R$ 30”. Di la regla así, con sus condiciones.`,
    numberLeftOver: (text: string) =>
      `No entendí qué hacer con “${text}”. ¿Puedes decirlo de otro modo? ${EXAMPLE}`,
    unknownWords: (text: string) => `No entendí “${text}”. ¿Puedes decirlo de otro modo? ${EXAMPLE}`,
    noBenefit: `¿Qué gana el cliente? Di la regla entera. ${EXAMPLE}`,
    link: 'Un nombre aquí no puede tener un enlace, porque los clientes lo leen. Dilo de nuevo solo con el nombre, como lo escribe la máquina.',
    noChange: '¿Qué cambia en ella? Dilo así: “en la regla 2, máximo R$ 30”.',
    twoBenefits: 'Son dos beneficios en una frase. Haz una regla para cada uno: di la primera.',
    saidTwice: (text: string) =>
      `Eso se dijo dos veces, con “${text}” al final. Dilo de nuevo, solo con lo que vale.`,
    ambiguousAmount: (text: string) =>
      `No sé cuánto es “${text}”. Dilo de nuevo con los centavos, como “R$ 1.234,00”.`,
    whichHalf: (time: string) =>
      `¿${time} de la mañana o de la tarde? Di la regla otra vez, como “cashback 5% de las 14h a las 18h”.`,
    whichHours: (part: string) =>
      `¿De qué hora a qué hora es “${part}” en tu tienda? Di la regla otra vez, como “cashback 5% de las 18h a las 22h”.`,
    ofWhat: (said: string) =>
      `¿“${said}” de qué? Dilo otra vez, como “R$ 10 de cashback”, “10 puntos”, “10% de cashback” o “doble de puntos”.`,
    bestOf: (one: string, other: string) =>
      `Cada regla da un beneficio. Para que valga el mejor de los dos, haz dos: di “cashback ${one}, solo vale el mejor” y luego “cashback ${other}, solo vale el mejor”.`,
    countsThings: (rule: string) =>
      `Aquí se cuentan compras, y no cuántos productos hay en cada una. Lo más parecido es decir: “${rule}”.`,
    levelOrLabel: (name: string) =>
      `¿“${name}” es un nivel o una etiqueta de tus clientes? Di la regla entera, como “cashback 2% para el nivel ${name}” o “cashback 2% para la etiqueta ${name}”.`,
    impossible,
    again: '¿Lo dices de nuevo?',
  },
  ruleChange: {
    which: '¿De qué regla? Di su número en la lista de “reglas”.',
    noneSays: (words: string) =>
      `Ninguna regla dice “${words}”. Di “reglas” para verlas todas, con el número de cada una.`,
    whichOf: (words: string) => `Más de una regla dice “${words}”:`,
    noSuch: (number: number, last: number) =>
      `No existe la regla ${number}: ${last === 1 ? 'solo hay la regla 1' : `van de 1 a ${last}`}. Di “reglas” para verlas.`,
    is: (number: number, rule: string) => `Regla ${number}: ${rule}`,
    editHow: 'Di qué cambia, así: “en la regla 2, máximo R$ 30” o “cambia la regla 2 a 10%”.',
    pauseHow: 'Así: “pausar regla 2”.',
    resumeHow: 'Así: “reactivar regla 2”.',
    deleteHow: 'Así: “borrar regla 2”.',
    becomes: (before: string, after: string) => `Hoy es:\n${before}\n\nPasa a ser:\n${after}`,
    same: (rule: string) => `Ya es así: ${rule}`,
    editAsk: `¿Cambio esta regla? ${answers.yesOrNo}`,
    edited: (number: number) => `Regla ${number} cambiada. Vale para las ventas a partir de ahora.`,
    alreadyPaused: 'Ya está en pausa. Para que vuelva, di “reactivar regla” y su número.',
    notPaused: 'No está en pausa.',
    notYet: (number: number) =>
      `Empieza a valer cuando se active el programa. Para cambiarla, di “en la regla ${number}, máximo R$ 30”.`,
    inForce: (number: number) =>
      `Está vigente. Para cambiarla, di “en la regla ${number}, máximo R$ 30” o “pausar regla ${number}”.`,
    pauseAsk: `¿Pauso esta regla? Guarda su lugar y deja de dar. ${answers.yesOrNo}`,
    paused: (number: number) =>
      `Regla ${number} en pausa. Para que vuelva, di “reactivar regla” y su número.`,
    resumeAsk: `¿Esta regla vuelve a valer? ${answers.yesOrNo}`,
    resumed: (number: number) => `Regla ${number} vigente de nuevo, para las ventas a partir de ahora.`,
    deleteAsk: `¿Borro esta regla? Lo que ya dio queda con los clientes. ${answers.yesOrNo}`,
    deleted: 'Regla borrada. Las otras suben en la lista: di “reglas” para verlas.',
  },
  setProgram: {
    now: 'El programa está así:',
    how: 'Para cambiarlo, di una frase como “el cashback paga hasta 30% de la compra” o “los vales valen 15 días”.',
    becomes: (before: string, after: string) => `Hoy: ${before}\nPasa a ser: ${after}`,
    same: (what: string) => `Ya está así: ${what}`,
    ask: `¿Lo cambio? ${answers.yesOrNo}`,
    done: 'Cambiado. Vale a partir de ahora.',
  },
};
