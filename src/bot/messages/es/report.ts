export const report = {
  report: {
    title: (period: string) => `Informe: ${period}`,
    soFar: 'hasta ahora',
    future: 'Ese período todavía no empezó. Pide uno que ya empezó, como “informe de ayer”.',
    unknown: 'No entendí el período. Dilo así: “informe de la semana pasada” o “informe de octubre”.',
    empty: (period: string) => `Ninguna venta en ${period}.`,
    emptyShop: 'Cuando lleguen las ventas, los números aparecen aquí.',
    counting: 'Acaban de llegar muchas ventas y todavía las cuento; pídelo otra vez en un momento.',
    sales: (count: string, revenue: string) => `Ventas: ${count}, en total *${revenue}*`,
    identified: (known: string, seen: string) => `Con cliente: ${known} de ${seen}`,
    customers: (fresh: string, returning: string) =>
      `Clientes: ${fresh} ${fresh === '1' ? 'nuevo' : 'nuevos'}, ${returning} que ${returning === '1' ? 'volvió' : 'volvieron'}`,
    repurchase: (part: string, whole: string) =>
      `Recompra: volvieron ${part} de los ${whole} que compraron en los 90 días previos`,
    days: (median: string, late: string) =>
      `Tiempo hasta volver: la mitad en hasta ${median}, 4 de cada 5 en hasta ${late}`,
    moved: (granted: string, redeemed: string, outstanding: string) =>
      `Beneficios: dado *${granted}*, usado *${redeemed}*, pendiente *${outstanding}*`,
    movedPoints: (granted: string, redeemed: string, outstanding: string) =>
      `Puntos: dados ${granted}, usados ${redeemed}, pendientes ${outstanding}`,
    rest: (available: string, expired: string) => `Disponible para usar *${available}*, vencido *${expired}*`,
    restPoints: (available: string, expired: string) =>
      `Puntos disponibles ${available}, vencidos ${expired}`,
    unknownBuyers: (claimed: string, claimable: string, lost: string) =>
      `Sin cliente en la venta: ${claimed} ${claimed === '1' ? 'recuperada' : 'recuperadas'} con el recibo, ${claimable} aún se ${claimable === '1' ? 'puede' : 'pueden'}, ${lost} ${lost === '1' ? 'perdida' : 'perdidas'}`,
    ticket: {
      title: 'Ticket medio',
      used: (amount: string, sales: string) => `*${amount}* con beneficio usado (${sales})`,
      unused: (amount: string, sales: string) => `*${amount}* sin beneficio usado (${sales})`,
      different: 'Son personas distintas: no muestra el efecto del programa',
    },
    salesCounted: (count: number, written: string) => `${written} ${count === 1 ? 'venta' : 'ventas'}`,
    expiring: (parts: string) => `Pendiente hoy, vence: ${parts}`,
    expires: {
      week: (amount: string) => `en 7 días *${amount}*`,
      month: (amount: string) => `hasta 30 días *${amount}*`,
      quarter: (amount: string) => `hasta 90 días *${amount}*`,
      later: (amount: string) => `después *${amount}*`,
      never: (amount: string) => `nunca *${amount}*`,
    },
    expected: (redeemed: string, breakage: string) =>
      `Por lo usado hasta hoy, se usarán *${redeemed}* de eso; *${breakage}* vencerán o quedarán sin uso`,
    held: (amount: string) => `En vales abiertos: *${amount}*`,
    acquirers: 'Por adquirente:',
    terminals: 'Por terminal:',
    place: (name: string, sales: string, amount: string) => `${name}: ${sales}, *${amount}*`,
    placeUnknown: 'no informado',
    more: 'Di “más” para el resto o “definiciones” para saber qué es cada número.',
    moreDefinitions: 'Di “más” para las otras.',
    why: 'El informe suma lo que mandaron las máquinas; no dice por qué un número subió o bajó. Para comparar, pide otro período, como “informe del mes pasado”. Para qué es cada número, di “definiciones”.',
    noMore: 'Eso era todo de este informe.',
    chart: {
      legend: ['Con cliente', 'Sin cliente'],
      sales: 'Ventas',
      revenue: 'Facturación',
      back: 'Clientes que volvieron',
      redeemed: 'Cashback usado',
    },
    definitions: [
      'Ventas: las del período de las que quedó algún valor tras las devoluciones; el valor es lo pagado menos lo devuelto.',
      'Con cliente: la terminal informó quién compró, o la persona recuperó la compra con el recibo.',
      'Perdidas: sin cliente y fuera del plazo para recuperarlas con el recibo.',
      'Nuevos: su primera compra fue en el período. Que volvieron: ya habían comprado antes.',
      'Recompra: de los que compraron en los 90 días previos al período, cuántos compraron en él.',
      'Tiempo hasta volver: días desde la compra anterior del mismo cliente; las compras de un día cuentan una vez.',
      'Dado: lo que las compras ganaron en el período, menos lo que quitaron las devoluciones. Usado: lo que pagaron los vales. Vencido: lo que pasó de su validez.',
      'Pendiente: todo lo que la tienda aún debe, también en vales y lo que se va a liberar. Disponible: lo que ya se puede usar.',
      'Ticket medio: valor por venta de clientes conocidos. Quien usa un beneficio suele ser más fiel, así que la diferencia no es efecto del programa.',
      'Se usarán: estimado por la edad a la que se usaron saldos parecidos hasta hoy.',
    ],
    weeklyOn: (day: string) =>
      `De acuerdo: el informe de la semana llega a los dueños cada lunes a las 9, desde el *${day}*.`,
    weeklyOff: 'Listo, no envío más el informe semanal. Cuando quieras, di “informe”.',
    did: { weeklyOn: 'pidió el informe semanal', weeklyOff: 'detuvo el informe semanal' },
    weekly: (shop: string) => `${shop}: tu semana pasada.`,
  },
  cohorts: {
    why: 'La tabla muestra quién volvió, y no por qué. Para saber si algo trajo gente de vuelta, haz una campaña y mira su resultado.',
    title: 'Quién vuelve, por mes de la primera compra',
    after: 'meses después: cuántos compraron otra vez',
    none: 'Todavía no hay compras con cliente para mostrar quién vuelve.',
    line: (of: { month: string; size: string; next: string }) =>
      `De ${of.size} que ${of.size === '1' ? 'empezó' : 'empezaron'} en ${of.month}, ${of.next} compraron al mes siguiente.`,
    only: (of: { month: string; size: string }) =>
      `${of.size} ${of.size === '1' ? 'empezó' : 'empezaron'} en ${of.month}; el mes que viene se verá quién vuelve.`,
    how: 'Cada línea es el mes de la primera compra; las columnas cuentan quién compró en los meses siguientes. Este mes aún no terminó.',
  },
};
