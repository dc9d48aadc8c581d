export const why = {
  why: {
    which: '¿De qué cliente? Di el teléfono.',
    nothing: 'No encontré mensajes automáticos para ese teléfono.',
    head: (of: { message: string; day: string; time: string; state: string }) =>
      `El último fue “${of.message}”, *${of.day}* a las ${of.time} (${of.state}).`,
    state: {
      queued: 'en cola',
      sending: 'saliendo',
      sent: 'enviado',
      delivered: 'entregado',
      read: 'leído',
      failed: 'no llegó',
      unknown: 'sin confirmar',
      suppressed: 'no enviado',
    },
    campaign: (number: number, what: string) => `Está en la campaña ${number}: ${what}.`,
    silent: (purchases: string, days: string) =>
      `Compró en ${purchases === '1' ? '1 día' : `${purchases} días`} y llevaba ${days} sin comprar.`,
    late: (days: string) => `El mensaje va con ${days} sin comprar.`,
    usual: (days: string) => `Suele volver cada ${days}.`,
    unlikely: (percent: string, threshold: string) =>
      `La probabilidad de no comprar en los 90 días siguientes era de ${percent}%; el mensaje va desde ${threshold}%.`,
    because: {
      'benefit-earned': 'Una compra dio un beneficio.',
      'benefit-available': 'Un beneficio ganado antes quedó disponible ese día.',
      'voucher-earned': 'Una compra dio un vale.',
      'voucher-redeemed': 'Se usó un vale.',
      'voucher-cancelled': 'La tienda canceló un vale abierto.',
      'voucher-returned': 'Se devolvió una compra pagada con un vale.',
      'referral-paid': 'La primera compra de alguien recomendado valió el premio.',
      'benefit-taken-back': 'Se devolvió una compra que dio un beneficio.',
      'balance-expiring': 'Parte del saldo vence en 7 días o al día siguiente.',
      'voucher-expiring': 'Un vale abierto está por vencer.',
      'come-back': 'Llevaba más tiempo sin comprar de lo normal.',
      birthday: 'Era su cumpleaños.',
      'first-purchase': 'Hizo su primera compra el día anterior.',
      'thank-you': 'Llegó al número de compras en que la tienda agradece.',
      campaign: 'Está en el público de una campaña.',
    },
    timing: {
      fixed: (days: string, gaps: string) =>
        `La tienda aún no tiene historial (solo ${gaps} retornos vistos), así que el aviso de vuelta va con ${days} sin comprar.`,
      rhythm: (days: string) =>
        `El aviso de vuelta va con ${days} sin comprar: 4 de cada 5 retornos de la tienda llegan antes.`,
      customer: 'El aviso de vuelta va el día en que cada cliente se retrasa para su propio ritmo.',
      because: {
        'few-customers': 'Con más clientes que vuelven, el día pasa a ser el de cada uno.',
        'no-fit': 'El cálculo por cliente no cerró con los datos de la tienda.',
        'few-contacts': 'La prueba en el pasado de la tienda aún tiene pocos contactos.',
        'not-better': 'En el pasado de la tienda, el día de cada cliente no acertó más.',
      },
      tested: (of: { contacts: string; own: string; fixed: string }) =>
        `Probado en el pasado: de ${of.contacts} contactos, ${of.own} aciertos por cliente y ${of.fixed} con días fijos.`,
    },
  },
};
