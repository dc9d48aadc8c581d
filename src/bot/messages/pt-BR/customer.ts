import type { StatementEntry } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

type MovementKind = Extract<StatementEntry, { quantity: number }>['kind'];

/** What follows the amount in a line of the statement; the sale's amount where there is one. */
const entry: Record<MovementKind, (sale: string | null) => string> = {
  earned: (sale) => (sale === null ? 'você ganhou' : `compra de ${sale}`),
  'taken-back': (sale) => (sale === null ? 'compra devolvida' : `devolução da compra de ${sale}`),
  held: () => 'foi para um voucher',
  released: () => 'voltou de um voucher',
  expired: () => 'venceu',
  adjusted: () => 'ajuste da loja',
  'debt-paid': () => 'descontou uma devolução anterior',
};

const from = (minimum: string | null): string =>
  minimum === null ? '' : `, em compras a partir de *${minimum}*`;

export const customer = {
  balance: {
    usable: (amounts: string) => `Você tem ${amounts} para usar agora.`,
    usableForever: (amounts: string) => `Você tem ${amounts} para usar agora. Não vence.`,
    forever: (amounts: string) => `Não vence: ${amounts}.`,
    usableUntil: (amounts: string, day: string) => `Você tem ${amounts} para usar até *${day}*.`,
    none: 'Você ainda não tem saldo para usar.',
    pending: (amounts: string, day: string) => `Liberando a partir de *${day}*: ${amounts}.`,
    expiring: (amounts: string, day: string) => `Use até *${day}*: ${amounts}.`,
    held: (amounts: string) => `Em vouchers abertos: ${amounts}.`,
    debt: (amounts: string) => `As próximas compras descontam ${amounts}, de uma devolução.`,
    use: 'Para usar o cashback, diga “resgatar”.',
    rewards: 'Para trocar pontos, diga “prêmios”.',
    stamps: (made: number, every: number, prize: string) =>
      `Selos: ${whole(made)} de ${whole(every)} para ${prize}.`,
    vouchers: (count: number) =>
      `${count === 1 ? 'Você tem 1 voucher' : `Você tem ${whole(count)} vouchers`} para usar: diga “meus vouchers”.`,
    earn: 'Ele aparece aqui quando você compra e informa seu telefone.',
  },
  statement: {
    title: 'Seus últimos lançamentos:',
    line: (day: string, amount: string, what: string) => `${day}: *${amount}*, ${what}`,
    entry,
    adjustedFor: (reason: string) => `ajuste da loja: ${reason}`,
    voucherLine: (day: string, what: string) => `${day}: ${what}`,
    voucherEarned: (worth: string, sale: string | null) =>
      `voucher de *${worth}*${sale === null ? '' : `, pela compra de ${sale}`}`,
    voucherUsed: (worth: string, paid: string | null, purchase: string | null) =>
      `voucher de *${worth}* usado${purchase === null ? '' : ` na compra de ${purchase}`}${paid === null ? '' : `, pagou ${paid}`}`,
    none: 'Seu extrato ainda está vazio. As compras com seu telefone aparecem aqui.',
    noMore: 'Não há lançamentos mais antigos.',
    more: 'Para ver os anteriores, diga “mais”.',
  },
  redeem: {
    howMuch: (available: string) => `Você tem *${available}* de cashback. Quanto quer usar?`,
    nothing: 'Você ainda não tem cashback para usar. Diga “saldo” para ver o que está a caminho.',
    confirm: (of: { value: string; day: string; minimum: string | null }) =>
      `Troco *${of.value}* do seu cashback por um voucher? Ele vale até *${of.day}*${from(of.minimum)}. ${answers.yesOrNo}`,
  },
  program: {
    title: (shop: string) => `Como funciona o programa da loja ${shop}:`,
    none: (shop: string) =>
      `${shop} ainda está preparando o programa. Assim que começar, as regras aparecem aqui.`,
    notYet: 'O programa ainda não começou: as compras passam a ganhar quando a loja ativar.',
    paused: 'No momento as compras não estão ganhando. Seu saldo continua valendo.',
    redeemFrom: (minimum: string) => `Dá para resgatar a partir de *${minimum}*.`,
    paysUpTo: (percent: string) => `Um voucher paga até ${percent} da compra.`,
    voucherDays: (days: number) => `O voucher vale por ${days === 1 ? '1 dia' : `${days} dias`}.`,
  },
  optedOut:
    'Pronto, parei as novidades e promoções. Você só recebe avisos das suas compras. Para voltar, diga “voltar”. Para parar também os avisos das compras, diga “parar tudo”.',
  /** After “Você quer”. */
  optOutOfAll: 'parar de receber tudo, também os avisos das suas compras',
  optedOutOfAll: 'Pronto, parei tudo: não mando mais nada sem você pedir. Para voltar, diga “voltar”.',
  optedIn: 'Pronto, você volta a receber novidades e promoções. Para parar, diga “sair”.',
  language: {
    changed: 'Pronto, agora falo português com você.',
    which: 'Em que idioma? Diga “português”, “english” ou “español”.',
  },
};
