import type { ptBR } from '../pt-BR';

export const human: typeof ptBR.human = {
  called:
    'Llamé al equipo de la tienda con tu mensaje. Mientras tanto me quedo en silencio aquí, hasta 12 horas. Puedes escribir los detalles; para volver a hablar conmigo, di “bot”.',
  calledAfterTrying:
    'No logro entender, así que llamé a una persona de la tienda. Me quedo en silencio aquí, hasta 12 horas. Para volver a hablar conmigo, di “bot”.',
  lapsed: 'La pregunta que estaba abierta quedó sin efecto: no se hizo nada.',
  staffOnly: 'Eres del equipo: es a ti a quien llaman. Di “menú” para ver lo que puedes hacer.',
  back: '¡Volví! Di “menú” para ver lo que puedes hacer.',
  here: 'Aquí estoy. Di “menú” para ver lo que puedes hacer.',
  personHere:
    'Ahora te habla una persona de la tienda. Me quedo en silencio por 12 horas; para hablar conmigo, di “bot”.',
  ended: (phone) => `Listo, vuelvo a responder en la conversación con ${phone}.`,
  notSilent: (phone) => `No estoy en silencio en la conversación con ${phone}.`,
  staffAsked: ({ whom, question, link }) =>
    `${whom} quiere hablar con una persona.${question === '' ? '' : ` Escribió: “${question}”`}\n${link === null ? 'Responde desde el celular de la tienda, en su conversación.' : `Responde: ${link}`}\nMe quedo en silencio en esa conversación por 12 horas.`,
  staffWrote: (whom, phone) =>
    `Alguien de la tienda respondió a ${whom} desde el celular: me quedo en silencio en esa conversación por 12 horas.${phone === null ? '' : ` Para que vuelva antes, di “bot ${phone}”.`}`,
  short: {
    title: 'Todavía no entiendo. Elige un número:',
    more: 'O di en pocas palabras lo que necesitas.',
  },
};
