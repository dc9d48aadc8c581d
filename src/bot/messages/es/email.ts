import type { Messages } from '../catalogue';

export const email: Messages['email'] = {
  fault: {
    'no-mailbox': 'esa dirección ya no existe',
    'no-domain': 'lo que viene después de la @ no existe',
    full: 'el buzón está lleno',
    refused: 'el servidor del cliente rechaza los mensajes',
    'not-reached': 'el servidor del cliente no responde',
    complained: 'marcó un correo de la tienda como spam',
  },
  subject: {
    'benefit-earned': (shop) => `Ganaste en tu compra en ${shop}`,
    'benefit-available': (shop) => `Ya puedes usar tu beneficio en ${shop}`,
    'voucher-earned': (shop) => `Ganaste un vale en ${shop}`,
    'voucher-redeemed': (shop) => `Se usó tu vale en ${shop}`,
    'voucher-cancelled': (shop) => `Tu vale en ${shop} fue cancelado`,
    'voucher-returned': (shop) => `Volvió el valor de tu vale en ${shop}`,
    'benefit-taken-back': (shop) => `Una devolución cambió tu saldo en ${shop}`,
    'balance-expiring': (shop) => `Tu saldo en ${shop} está por vencer`,
    'voucher-expiring': (shop) => `Tu vale en ${shop} está por vencer`,
    'come-back': (shop) => `${shop} te extraña`,
    birthday: (shop) => `¡Feliz cumpleaños! Un mensaje de ${shop}`,
    'first-purchase': (shop) => `Gracias por tu primera compra en ${shop}`,
    'thank-you': (shop) => `${shop} te agradece`,
    'referral-paid': (shop) => `Ganaste por recomendar ${shop} a un amigo`,
    campaign: (shop) => `Una novedad de ${shop}`,
  },
  picture: 'Imagen del vale',
  stopOffers: 'Para no recibir novedades, usa el enlace al final de este correo.',
  why: (shop) =>
    `Te escribe ${shop}, por su programa de fidelidad, porque este correo se informó en la compra.`,
  unsubscribe: 'Dejar de recibir ofertas',
  bounced: (to, why) =>
    `El correo para ${to} volvió: ${why}. No le escribo más. Lo que es del cliente se lo cuento cuando me hable: revisa la dirección con él.`,
  returned: (to, why) =>
    `El correo para ${to} volvió: ${why}. Lo que es del cliente se lo cuento cuando me hable. Si vuelve tres veces en un mes, dejo de escribir a esa dirección.`,
  complained: (to) =>
    `${to} marcó un correo de la tienda como spam. Paré las ofertas y ya no escribo a esa dirección. Lo que es del cliente se lo cuento cuando me hable.`,
  page: {
    title: 'Ofertas',
    question: '¿Quieres dejar de recibir ofertas? Los avisos de tus propias compras siguen.',
    done: 'Listo: ya no recibes ofertas. Los avisos de tus propias compras siguen.',
    gone: 'Este enlace ya no existe.',
  },
};
