import type { PaymentMethod } from '../../../loyalty';

const method: Record<PaymentMethod, string> = {
  pix: 'Pix',
  credit: 'crédito',
  debit: 'débito',
  cash: 'dinheiro',
};

const butWas = (found: string | null): string =>
  found === null ? 'e a venda não diz qual foi' : `e foi ${found}`;
const butHad = (found: string | null): string =>
  found === null ? 'e a venda não diz o que foi vendido' : `e a compra tem: ${found}`;
const itIs = (found: string | null): string =>
  found === null ? 'e não sabemos qual é' : `que é em ${found}`;
const birthday = {
  day: (found: string | null) => `só vale no dia do aniversário, ${itIs(found)}`,
  week: (found: string | null) => `só vale na semana do aniversário, ${itIs(found)}`,
  month: (found: string | null) => `só vale no mês do aniversário, ${itIs(found)}`,
};

/** Why a rule gave what it gave, or nothing: parts of one sentence, in the order of the trace. */
export const reasons = {
  method,
  notFired: (why: string) => `Não valeu: ${why}.`,
  miss: {
    base: 'não sobrou valor que conte, depois de devoluções e vouchers',
    above: (wanted: string, found: string) => `a compra precisa passar de ${wanted}, e contaram ${found}`,
    atLeast: (wanted: string, found: string) =>
      `a compra precisa ser de ${wanted} ou mais, e contaram ${found}`,
    atMost: (wanted: string, found: string) => `só vale em compras até ${wanted}, e contaram ${found}`,
    dates: (first: string, last: string, found: string) =>
      `só vale de ${first} a ${last}, e a compra foi em ${found}`,
    weekdays: (wanted: string, found: string) => `só vale em ${wanted}, e era ${found}`,
    hours: (start: string, end: string, found: string) => `só vale das ${start} às ${end}, e eram ${found}`,
    night: (end: string) => `(até as ${end}, conta a noite do dia anterior)`,
    payment: (wanted: string, found: string | null) => `só vale pagando com ${wanted}, ${butWas(found)}`,
    brand: (wanted: string, found: string | null) => `só vale na bandeira ${wanted}, ${butWas(found)}`,
    terminal: (wanted: string, found: string | null) => `só vale na máquina ${wanted}, ${butWas(found)}`,
    acquirer: (wanted: string, found: string | null) => `só vale na maquininha ${wanted}, ${butWas(found)}`,
    store: (wanted: string, found: string | null) => `só vale na loja ${wanted}, ${butWas(found)}`,
    included: (wanted: string, found: string | null) => `só vale para ${wanted}, ${butHad(found)}`,
    excluded: (wanted: string, found: string | null) => `não vale para ${wanted}, ${butHad(found)}`,
    first: (found: string) => `só vale na primeira compra, e esta é a ${found}ª`,
    nth: (wanted: string, found: string) => `só vale na ${wanted}ª compra, e esta é a ${found}ª`,
    away: (wanted: string, found: string | null) =>
      found === null
        ? `só vale depois de ${wanted} sem comprar, e não há compra anterior`
        : `só vale depois de ${wanted} sem comprar, e faz ${found}`,
    birthday,
    tier: (wanted: string, found: string | null) =>
      `só vale para o nível ${wanted}, ${found === null ? 'e o cliente ainda não tem nível' : `e o do cliente é ${found}`}`,
    labels: (wanted: string, found: string | null) =>
      `só vale para clientes com a etiqueta ${wanted}, ${found === null ? 'e o cliente não tem nenhuma' : `e o cliente tem: ${found}`}`,
  },
  step: {
    items: (part: string, whole: string) => `contam ${part} de ${whole}`,
    percent: (percent: string, of: string, gives: string) => `${percent} de ${of} dá ${gives}`,
    perAmount: (points: string, per: string, of: string, gives: string) =>
      `${points} a cada ${per} de ${of} dá ${gives}`,
    fixed: (gives: string) => `dá ${gives}`,
    multiplied: (gives: string) => `multiplicado, dá ${gives}`,
    multiplies: {
      cashback: (times: string) => `multiplica o cashback por ${times}`,
      points: (times: string) => `multiplica os pontos por ${times}`,
    },
    limit: (most: string) => `o limite é ${most} por compra`,
    day: (most: string, left: string) => `do limite de ${most} por dia resta ${left}`,
    week: (most: string, left: string) => `do limite de ${most} por semana resta ${left}`,
    month: (most: string, left: string) => `do limite de ${most} por mês resta ${left}`,
    budget: (most: string, left: string) => `da verba de ${most} da regra resta ${left}`,
    budgetSpent: (most: string) => `a verba de ${most} da regra não cobre mais esse voucher`,
    best: 'outra regra dá mais, e só a melhor conta',
    sale: (gives: string) => `fica em ${gives}, para o cashback não passar da compra`,
    round: (gives: string) => `arredondado, ${gives}`,
    stamp: (stamp: string, of: string) => `carimbo ${stamp} de ${of}`,
    voucher: (worth: string) => `dá um voucher de ${worth}`,
    voucherPercent: (percent: string, most: string | null) =>
      `dá um voucher de ${percent} da compra${most === null ? '' : `, até ${most}`}`,
    voucherItem: (item: string) => `dá um voucher para ${item}`,
  },
};
