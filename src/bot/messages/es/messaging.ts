import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const messaging: typeof ptBR.messaging = {
  title: 'Lo que el programa envía a los clientes:',
  offers: (from, to, week) => `Ofertas, solo a quien aceptó, de ${from} a ${to}, hasta ${week} por semana:`,
  line: (number, name, state) => `${number}. ${name}${state === null ? '' : ` (${state})`}`,
  state: { on: 'encendido', paused: 'en pausa', off: 'apagado' },
  ask: 'Para ver uno de ellos, responde con su número.',
  shows: (name, state) => `El mensaje “${name}” (${state}) sale así:`,
  how: (name) => `Para cambiar el texto, di “cambiar mensaje de ${name}”.`,
  byEmail: {
    note: 'también por correo',
    how: (name: string, on: boolean) =>
      on
        ? `Va también por correo. Para parar, di “mensaje de ${name} solo por WhatsApp”.`
        : `Para enviarlo también por correo, di “mensaje de ${name} también por correo”.`,
    confirm: (name: string) =>
      `¿Envío el mensaje “${name}” también por correo a quien tiene correo registrado? ${answers.yesOrNo}`,
    confirmOff: (name: string) =>
      `¿Dejo de enviar el mensaje “${name}” por correo? Por WhatsApp sigue. ${answers.yesOrNo}`,
    on: (name: string) => `Listo: el mensaje “${name}” va por WhatsApp y también por correo.`,
    off: (name: string) =>
      `Listo: el mensaje “${name}” va solo por WhatsApp; por correo, solo a quien no tiene WhatsApp.`,
    notHere: 'Este servidor no tiene correo configurado. Avisa a quien cuida el sistema.',
  },
  which: '¿Qué mensaje quieres cambiar? Responde con su número.',
  nowSays: (name) => `El mensaje “${name}” dice hoy:`,
  write: (variables) =>
    `Puedes usar ${variables}. Lo que esté entre [ ] desaparece cuando falta el dato.\nEscribe el nuevo texto, “original” para volver al nuestro, o “cancelar” para dejarlo como está.`,
  help: 'Sin prisa: hasta que confirmes otro, vale el texto de hoy. Manda aquí el nuevo texto, o di “cancelar” para dejarlo como está.',
  isYes: '¿Cuál es el nuevo texto? Escríbelo aquí, o di “cancelar” para dejarlo como está.',
  kept: 'Está bien, el texto queda como está.',
  onlyIn: (changed, shop) =>
    `Cambió solo el texto en ${changed}. Para cambiar también lo que se lee en ${shop}, escribe “en ${shop}:” y el texto.`,
  original: 'original',
  sampleWords: 'esta semana el café va por nuestra cuenta.',
  preview: 'Va a salir así:',
  confirm: `¿Puedo usar ese texto? ${answers.yesOrNo}`,
  saved: (name) => `Listo, el mensaje “${name}” tiene su nuevo texto.`,
  reset: (name) => `Listo, el mensaje “${name}” volvió a nuestro texto.`,
  fault: {
    empty: 'El texto llegó vacío. Escribe lo que el mensaje debe decir.',
    tooLong: (longest) => `Quedó demasiado largo: usa hasta ${longest} letras.`,
    unknown: (name, known) => `No conozco ${name} en este mensaje. Puedes usar ${known}.`,
    missing: (name) => `Falta ${name} en el texto: sin eso el mensaje no dice lo principal.`,
    brackets: 'Hay un { } o [ ] sin su otro lado. Revisa y escríbelo de nuevo.',
  },
  hours: (from, to) =>
    `Las ofertas salen de ${from} a ${to}, menos domingos y feriados nacionales. Los avisos de compras salen al momento. Para cambiarlo, di “horario 9h a 20h”.`,
  confirmHours: (from, to) =>
    `¿Ofertas solo de ${from} a ${to}, menos domingos y feriados nacionales? ${answers.yesOrNo}`,
  hoursSet: (from, to) => `Listo, las ofertas salen de ${from} a ${to}.`,
  hoursWrong: 'El fin debe ser después del comienzo. Dilo así: “horario 9h a 20h”.',
  thanks: {
    ask: (number: string) =>
      `¿Agradezco en la ${number}ª compra? Las compras del mismo día cuentan una vez. ${answers.yesOrNo}`,
    set: (number: string) => `Listo, el agradecimiento va la mañana siguiente a la ${number}ª compra.`,
    same: (number: string) => `El agradecimiento ya va en la ${number}ª compra.`,
    now: (number: string) => `Va en la ${number}ª compra; para cambiarlo, di “agradecer en la 5ª compra”.`,
    range: (from: string, to: string) =>
      `El agradecimiento puede ir de la ${from}ª a la ${to}ª compra. Di, por ejemplo, “agradecer en la 5ª compra”.`,
    did: (number: string) => `pasó el agradecimiento a la ${number}ª compra`,
  },
  alwaysOn: (name) =>
    `El mensaje “${name}” está siempre encendido: responde al cliente o dice quién escribe.`,
  switched: {
    on: (name) => `Listo, el mensaje “${name}” está encendido.`,
    paused: (name) => `El mensaje “${name}” está en pausa: lo que surja espera. Para volver, di “activar”.`,
    off: (name) => `El mensaje “${name}” está apagado y ya no sale.`,
  },
  confirmOff: (name) =>
    `¿Apago el mensaje “${name}”? Lo que surja no se envía, tampoco después. ${answers.yesOrNo}`,
};
