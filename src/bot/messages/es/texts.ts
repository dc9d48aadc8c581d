import type { MessageKind, TextKind, Variable } from '../../../loyalty';

const variable: Record<Variable, string> = {
  shop: 'tienda',
  name: 'nombre',
  amount: 'monto',
  sale: 'compra',
  refunded: 'devuelto',
  balance: 'saldo',
  use: 'uso',
  until: 'fecha',
  voucher: 'vale',
  code: 'código',
  count: 'compras',
  words: 'texto',
  stop: 'parar',
};

const kind: Record<MessageKind, string> = {
  'benefit-earned': 'beneficio de una venta',
  'benefit-available': 'beneficio liberado',
  'referral-paid': 'premio por recomendación',
  'voucher-earned': 'vale ganado',
  'voucher-redeemed': 'vale usado',
  'voucher-cancelled': 'vale cancelado',
  'voucher-returned': 'devolución del vale',
  'benefit-taken-back': 'beneficio descontado',
  welcome: 'bienvenida',
  answer: 'respuestas',
  'balance-expiring': 'saldo por vencer',
  'voucher-expiring': 'vale por vencer',
  'come-back': 'vuelve a la tienda',
  birthday: 'cumpleaños',
  'first-purchase': 'después de la primera compra',
  'thank-you': 'agradecimiento',
  campaign: 'campañas',
};

const body: Record<TextKind, string> = {
  'benefit-earned': '{tienda}: ¡ganaste {monto} en la compra de {compra}!\n{uso}\nTu saldo: {saldo}. 🎉',
  'benefit-available': '{tienda}: ya puedes usar {monto}[, hasta el {fecha}].\nTu saldo: {saldo}.',
  'referral-paid':
    '{tienda}: ganaste {monto} por una recomendación[, para usar hasta el {fecha}].\nTu saldo: {saldo}. 🎉',
  'voucher-earned': '{tienda}: ¡ganaste un vale de {vale}! Código {código}.\n{uso} 🎉',
  'voucher-redeemed': '{tienda}: usaste un vale de {vale}[ en la compra de {compra}].\nTu saldo: {saldo}.',
  'voucher-cancelled':
    '{tienda}: cancelamos tu vale de {vale}[ y devolvimos {monto} a tu saldo].\nTu saldo: {saldo}.',
  'voucher-returned':
    '{tienda}: te devolvimos {monto} que había pagado un vale: se devolvieron {devuelto} de la compra de {compra}.\nTu saldo: {saldo}.',
  'benefit-taken-back':
    '{tienda}: descontamos {monto}, porque se devolvieron {devuelto} de la compra de {compra}.\nTu saldo: {saldo}.',
  welcome:
    'Te escribe {tienda}, por su programa de fidelidad, porque hay una compra registrada con tu teléfono. {parar}',
  'balance-expiring':
    '¡Hola[, {nombre}]! En {tienda} tienes {monto} para usar hasta el {fecha}. Pasa antes de que venza.',
  'voucher-expiring':
    '¡Hola[, {nombre}]! Tu vale de {vale} en {tienda} sirve hasta el {fecha}. El código es {código}.',
  'come-back':
    '¡Hola[, {nombre}]! Hace un tiempo que no pasas por {tienda}.[ Tenemos {monto} para que uses hasta el {fecha}.][ Ganaste un vale de {vale}, código {código}.][ Tu saldo: {saldo}.]',
  birthday:
    '¡Feliz cumpleaños[, {nombre}]! {tienda} te desea un gran día.[ Tu regalo: {monto}.][ Tu regalo: un vale de {vale}, código {código}.][ Úsalo hasta el {fecha}.]',
  'first-purchase':
    '¡Hola[, {nombre}]! Gracias por tu primera compra en {tienda}. Con cada compra con tu teléfono ganas más.[ Tu saldo: {saldo}.]',
  'thank-you':
    '¡Hola[, {nombre}]! {tienda} te agradece: ya compraste en {compras} días distintos.[ Tu saldo: {saldo}.]',
  campaign:
    '{tienda}: {texto}[ Ganaste {monto}.][ Ganaste un vale de {vale}, código {código}.][ Úsalo hasta el {fecha}.]',
};

export const texts = {
  variable,
  kind,
  body,
  did: {
    on: (message: string) => `encendió el mensaje “${message}”`,
    paused: (message: string) => `pausó el mensaje “${message}”`,
    off: (message: string) => `apagó el mensaje “${message}”`,
    hours: (from: string, to: string) => `cambió el horario de las ofertas: de ${from} a ${to}`,
    byEmail: (message: string) => `activó también por correo el mensaje “${message}”`,
    notByEmail: (message: string) => `dejó solo por WhatsApp el mensaje “${message}”`,
    reworded: (message: string) => `cambió el texto del mensaje “${message}”`,
  },
  stop: 'Para recibir ofertas, responde “quiero recibir novedades”; para parar, “salir”.',
  stopOffers: 'Para no recibir novedades, responde “salir”.',
};
