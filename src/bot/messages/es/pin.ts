import type { ptBR } from '../pt-BR';

export const pin: typeof ptBR.pin = {
  ask: (link) =>
    `Para eso necesito tu PIN. Abre este enlace y escríbelo allí, no aquí (vale 15 minutos): ${link}\nTu pedido espera. Para dejarlo, di “cancelar”.`,
  askNew: (link) =>
    `Eso necesita un PIN, y todavía no tienes. Créalo en este enlace (vale 15 minutos): ${link}\nTu pedido espera. Para dejarlo, di “cancelar”.`,
  locked: (time) => `Se probó un PIN equivocado demasiadas veces. Intenta de nuevo después de las ${time}.`,
  waiting: 'Tu pedido espera el PIN, en el enlace que mandé. Para dejarlo, di “cancelar”.',
  notHere: 'No escribas el PIN aquí, y borra ese mensaje: solo se escribe en la página del enlace que mandé.',
  create: (link) => `Crea tu PIN en este enlace (vale 15 minutos): ${link}`,
  change: (link) => `Cambia tu PIN en este enlace (vale 15 minutos): ${link}`,
  none: 'Todavía no tienes PIN. Di “pin” para crearlo.',
  forgotAsk: (time) =>
    `Anotado. Por seguridad hay una espera: a las *${time}* mando aquí un enlace para crear otro PIN. Se avisa a los dueños. Si lo recuerdas antes, úsalo y el pedido se cae.`,
  forgotLink: (link) => `Crea otro PIN en este enlace (vale 15 minutos): ${link}`,
  forgotWait: (time) => `Ya está pedido: el enlace para crear otro PIN llega aquí a las *${time}*.`,
  forgotAskOwner: (phone) => `Pide a quien es dueño de la tienda que me diga “restablecer pin ${phone}”.`,
  cleared: (name) => `Listo, el PIN de ${name} se borró. La próxima vez que lo necesite, crea otro.`,
  clearedNone: (name) => `${name} no tiene PIN.`,
  alarm: {
    locked: (name, time) =>
      `El PIN de ${name} se equivocó demasiadas veces y está bloqueado hasta las ${time}. Si no fue esa persona, di “equipo”.`,
    forgotten: (name, time) =>
      `${name} pidió cambiar el PIN que olvidó. Desde las ${time} se puede crear otro. Si no fue esa persona, di “equipo” y quita el acceso.`,
  },
  did: (of) => (of === null ? 'cambió su propio PIN' : `borró el PIN de ${of}`),
  page: {
    titleEnter: 'Confirma con tu PIN',
    titleCreate: 'Crea tu PIN',
    titleDone: 'Listo',
    titleGone: 'Este pedido ya no espera',
    pin: 'Tu PIN',
    now: 'PIN actual',
    fresh: 'PIN nuevo',
    again: 'Repite el PIN nuevo',
    hint: 'De 4 a 8 números. Sin secuencia ni un número repetido.',
    forgot: '¿Lo olvidaste? Di “olvidé el PIN” en la conversación.',
    confirm: 'Confirmar PIN',
    save: 'Guardar',
    bad: 'Usa de 4 a 8 números, sin secuencia ni un número repetido.',
    differ: 'Los dos no son iguales.',
    wrong: (left) => `PIN equivocado. ${left === 1 ? 'Queda 1 intento.' : `Quedan ${left} intentos.`}`,
    saved: 'Tu PIN está guardado. Puedes cerrar esta página.',
    ran: 'Hecho. La respuesta está en la conversación; puedes cerrar esta página.',
    gone: 'Se canceló o pasó el tiempo. Pídelo de nuevo en la conversación.',
  },
};
