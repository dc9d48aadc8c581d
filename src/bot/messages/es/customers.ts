import type { customers as ptBR } from '../pt-BR/customers';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

export const customers: typeof ptBR = {
  customers: {
    how: 'Di el teléfono o el nombre del cliente: “cliente 11 98888-0001” o “cliente Bia”. Para una etiqueta: “etiqueta vip 11 98888-0001”.',
    unknown: (phone) => `No conozco un cliente con el teléfono ${phone}. Revisa el número.`,
    all: 'Para la lista de todos en una planilla, di “exportar clientes”.',
    named: {
      whom: '¿De qué cliente hablas? Dilo de nuevo con el nombre o el teléfono.',
      none: (name) => `No conozco un cliente llamado ${name}. Revisa el nombre o di el teléfono.`,
      tooMany: (name) => `Hay muchos clientes llamados ${name}. Di el nombre completo o el teléfono.`,
      which: (name, lines) => `Hay más de un cliente llamado ${name}:\n${lines}\n¿Cuál? ${answers.byNumber}`,
      line: (number, name, digits) => `${number}. ${name}, termina en ${digits}`,
    },
    who: (name, since) => `${name}, cliente desde *${since}*`,
    isBlocked: 'Bloqueado: no gana ni usa nada.',
    balance: (amounts, vouchers) =>
      `Saldo: ${amounts ?? 'nada'}${vouchers === 0 ? '' : `, ${vouchers === 1 ? '1 vale abierto' : `${whole(vouchers)} vales abiertos`}`}`,
    purchases: (count, last) =>
      count === 0 ? 'Todavía no compró.' : `${count === 1 ? '1 compra' : `${whole(count)} compras`}: ${last}`,
    tier: (name) => `Nivel: ${name}`,
    mailFault: (why) => `Correo: no recibe (${why})`,
    labels: (names) => `Etiquetas: ${names}`,
    prove: (identity) =>
      `Dijo que es suyo: ${identity}, todavía sin prueba. ¿Viste el documento? ${answers.confirmAndJoin}`,
    proven: 'Confirmado. Las compras con él son de este cliente desde ahora.',
    provenAndJoined: 'Confirmado. Había otro registro con él: ahora son uno solo, con el saldo de los dos.',
    putLabel: (label, who) => `¿Pongo la etiqueta “${label}” a ${who}? ${answers.yesOrNo}`,
    takeLabel: (label, who) => `${who} ya tiene la etiqueta “${label}”. ¿La quito? ${answers.yesOrNo}`,
    askTakeLabel: (label, who) => `¿Quito la etiqueta “${label}” a ${who}? ${answers.yesOrNo}`,
    notLabelled: (label, who) => `${who} no tiene la etiqueta “${label}”. Nada cambió.`,
    labelPut: (label) => `Listo, con la etiqueta “${label}”. Vale para las próximas compras.`,
    labelTaken: (label) => `Listo, sin la etiqueta “${label}”.`,
    block: {
      how: 'Di el teléfono o el nombre del cliente: “bloquear 11 98888-0001” o “desbloquear 11 98888-0001”.',
      ask: (phone) =>
        `¿Bloqueo ${phone}? Las compras desde ahora no ganan, y el saldo y los vales no se pueden usar. ${answers.yesOrNo}`,
      askBack: (phone) =>
        `¿Desbloqueo ${phone}? Las próximas compras vuelven a ganar, y el saldo se puede usar. ${answers.yesOrNo}`,
      done: (phone) => `Cliente bloqueado. Para volver atrás, di “desbloquear ${phone}”.`,
      undone: 'Cliente desbloqueado.',
    },
    adjust: {
      limit: (used: string, most: string) =>
        `Hoy ya ajustaste *${used}*, y un gerente ajusta hasta *${most}* por día. Más que eso, pídelo al dueño: él ajusta con su PIN.`,
      how: 'Di el valor con + o -, el teléfono o el nombre y el motivo: “ajustar +10 11 98888-0001 motivo error de caja”.',
      has: (who, balance) => `${who} tiene *${balance}* para usar.`,
      why: '¿Cuál es el motivo? Dilo en pocas palabras: el cliente lo ve en su extracto.',
      again: (time) => `El equipo ya hizo este mismo ajuste a las ${time}. ¿Hago otro igual?`,
      ask: (amount, phone, reason) =>
        `¿Pongo *${amount}* en el saldo de ${phone}? Motivo: ${reason}. El cliente lo ve en su extracto. ${answers.yesOrNo}`,
      askTake: (amount, phone, reason) =>
        `¿Quito *${amount}* del saldo de ${phone}? Motivo: ${reason}. El cliente lo ve en su extracto. ${answers.yesOrNo}`,
      tooLittle: (phone: string, has: string, taken: string) =>
        `El saldo libre de ${phone} es de *${has}*, y quieres quitar *${taken}*. Ajusta un valor menor.`,
      done: (balance) => `Listo, está en el historial. El saldo ahora es ${balance}.`,
    },
    did: {
      adjust: (amount, reason) => `ajustó ${amount} en el saldo de un cliente: ${reason}`,
      block: 'bloqueó a un cliente',
      unblock: 'desbloqueó a un cliente',
      label: (label) => `puso la etiqueta ${label} a un cliente`,
      unlabel: (label) => `quitó la etiqueta ${label} a un cliente`,
    },
  },
};
