import type { ptBR } from '../pt-BR';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('es');

export const counter: (typeof ptBR)['counter'] = {
  claim: {
    askCard: `¿Quieres que reconozca esa tarjeta en tus próximas compras aquí? ${answers.yesOrNo}`,
    cardKnown: 'Listo: en tus próximas compras con esa tarjeta ganas sin decir el teléfono.',
    cardForgotten: 'Está bien, no guardo la tarjeta. Solo di el teléfono en tus próximas compras.',
    how: 'Para pedir una compra que quedó sin tu teléfono, escribe el número del recibo (NSU, AUT o la clave fiscal) y el valor, como “recibo 123456 52,90”. O manda una foto del código QR del recibo.',
    howMuch: '¿De cuánto fue la compra? Escríbelo así: “52,90”.',
    whatTime: 'Encontré más de una compra así. ¿A qué hora fue la tuya? Escríbelo así: “14:30”.',
    notFound:
      'No encontré esa compra entre las que todavía se pueden pedir. Revisa el número y el valor en el recibo, o habla con la tienda.',
    done: (sale, day) => `¡Listo, la compra de *${sale}* del *${day}* ahora es tuya!`,
    ofBefore: 'Es de antes de que yo leyera las ventas de la tienda, por eso no dio nada.',
    gaveNothing: 'Por las reglas de la tienda, esta vez no dio nada. Di “¿por qué?” para entender.',
    manyToday: (most, day, time) =>
      `Ya son ${most} recibos tuyos en un día. Manda este otra vez el *${day}* a las ${time}, o pídelo en la caja.`,
    already: 'Esa compra ya es tuya. Di “movimientos” para ver lo que dio.',
  },
  picture: {
    noCode:
      'No encontré el código QR de un recibo en esa foto. Prueba de cerca, con luz y sin dobleces, o escribe el número y el valor: “recibo 123456 52,90”.',
    tooLarge:
      'Esa foto es demasiado grande para mí (más de 5 MB). Mándala de nuevo como foto, no como archivo.',
    unavailable: 'No pude descargar esa foto. Mándala de nuevo, por favor.',
  },
  link: {
    byHand: 'El equipo ya registró a mano una venta igual para este cliente: vincular cuenta las dos.',
    how: 'Di el número del recibo y el teléfono o el nombre del cliente: “vincular venta 123456 11 98888-0001”.',
    ask: (sale, day, time, phone) =>
      `Es la venta de *${sale}* del *${day}* a las ${time}. ¿La vinculo a ${phone}? ${answers.yesOrNo}`,
    line: (number, sale, day, time) => `${number}. *${sale}*, ${day} a las ${time}`,
    which: (lines) => `Encontré más de una venta con ese número:\n${lines}\n¿Cuál? ${answers.byNumber}`,
    notFound: (days) =>
      `No encontré una venta sin cliente con ese número en los últimos ${days} días. Revisa el recibo: puede que ya sea de alguien.`,
    taken: 'Esa venta ya es de alguien, o fue cancelada. Nada cambió.',
    done: (sale, phone, earns) =>
      `Listo: la venta de *${sale}* es del cliente ${phone}${earns ? ', y el aviso ya va.' : '. Por las reglas, no dio nada.'}`,
  },
  record: {
    how: 'Di el valor y el teléfono del cliente: “venta 52,90 11 98888-0001”.',
    whose: '¿De qué cliente? Di el teléfono o el nombre: “11 98888-0001”.',
    howMuch: '¿De cuánto fue la venta? Di solo el valor: “52,90”.',
    ask: (sale, phone) => `¿Registro una venta de *${sale}* para ${phone}? ${answers.yesOrNo}`,
    askLink: (sale, time, phone) =>
      `La terminal mandó una venta de *${sale}* a las ${time}, sin cliente. ¿Es esa la de ${phone}? ${answers.linkOrRecord}`,
    askAgain: (sale: string, time: string, phone: string) =>
      `Ya se registró una venta de *${sale}* para ${phone} a las ${time}. ¿Registro otra? ${answers.yesOrNo}`,
    done: (sale, phone, earns) =>
      `Venta de *${sale}* registrada para ${phone}.${earns ? ' El aviso ya va.' : ' El programa no está activo, así que no gana.'}`,
    tooLarge: 'Ese valor no sirve para una venta. Escríbelo así: “venta 52,90 11 98888-0001”.',
  },
  void: {
    how: 'Di el valor y el teléfono o el nombre: “anular venta 52,90 11 98888-0001”. Sirve para ventas registradas aquí; las de la terminal se cancelan en ella.',
    ask: (sale, day, time, phone) =>
      `¿Anulo la venta de *${sale}* del *${day}* a las ${time}, de ${phone}? Lo que dio se descuenta. ${answers.yesOrNo}`,
    notFound:
      'No encontré una venta registrada aquí para ese cliente que se pueda anular. Las de la terminal se cancelan en ella.',
    done: (sale, phone) => `Venta de *${sale}* de ${phone} anulada.`,
  },
  odd: {
    byHand: (of) =>
      `${of.who} mandó el recibo de *${of.sale}* del *${of.day}*, y el equipo ya había registrado a mano una venta igual: contaron las dos. Si es una sola, di “anular venta ${of.phone}”.`,
    many: (who, count) =>
      `${who} pidió ${whole(count)} compras sin cliente en menos de 7 días. Puede estar todo bien; conviene revisar si los recibos son de esa persona.`,
    ownPhone: (of) =>
      `La venta de *${of.sale}* del *${of.day}* quedó con el teléfono de alguien que trabaja en la tienda: ${of.who}${of.by === null ? '' : ` (hecho por ${of.by})`}. Conviene revisarlo.`,
  },
  did: {
    linked: (sale) => `vinculó a un cliente la venta de ${sale}`,
    recorded: (sale) => `registró una venta de ${sale}`,
    voided: (sale) => `anuló una venta de ${sale}`,
    madeKey: (name) => `creó la clave de la caja ${name}`,
    revokedKey: (name) => `revocó la clave de la caja ${name}`,
  },
};
