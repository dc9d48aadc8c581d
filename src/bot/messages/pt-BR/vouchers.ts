import type { VoucherMode, VoucherRefund } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

const from = (minimum: string | null): string =>
  minimum === null ? '' : `, em compras a partir de *${minimum}*`;
const since = (day: string | null): string => (day === null ? '' : ` de *${day}*`);

const mode: Record<VoucherMode, string> = {
  counter: 'Balcão: a equipe valida o código aqui no chat',
  'connected-till': 'Caixa conectado: o sistema do caixa valida o código',
  automatic: 'Automático: a venda que chega com o código já usa o voucher',
  manual: 'Manual: o cliente segue as instruções da loja, e a gerência confirma aqui',
};

const refund: Record<VoucherRefund, string> = {
  'back-to-balance': 'Em devoluções, o que o voucher pagou volta para o saldo do cliente.',
  lost: 'Em devoluções, o que o voucher pagou não volta.',
};

/** What `vouchers` and the questions about one say of it. */
interface Shown {
  worth: string;
  day: string;
  minimum: string | null;
}

export const vouchers = {
  worth: {
    percent: (percent: string, most: string | null) =>
      `${percent} de desconto${most === null ? '' : `, até ${most}`}`,
    stores: (names: string) => `Só em: ${names}.`,
  },
  voucher: {
    issued: (of: Shown & { code: string; left: string }) =>
      `Seu voucher de *${of.worth}*: código *${of.code}*.\nMostre no caixa até *${of.day}*${from(of.minimum)}.\nRestam ${of.left}.`,
    ofCashback: (amount: string) => `*${amount}* de cashback`,
    procedure: (words: string) => `Como usar: ${words}`,
  },
  vouchers: {
    title: 'Seus vouchers abertos:',
    line: (of: Shown & { code: string; since: string | null }) =>
      `*${of.code}*: *${of.worth}*${since(of.since)} até *${of.day}*${from(of.minimum)}`,
    none: 'Você não tem voucher aberto. Para fazer um, diga “resgatar”.',
    others: (count: number) => `E mais ${whole(count)}, com prazo maior.`,
    show: 'Mostre o código no caixa.',
  },
  cancelVoucher: {
    which: 'Qual voucher? Diga o código dele, como “ABCD-1234”.',
    list: {
      line: (number: number, of: { worth: string; holder: string | null; day: string }) =>
        `${number}. *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}, vale até ${of.day}`,
      ask: `Qual deles cancelo? ${answers.byNumber}`,
      noneToday:
        'Hoje não saiu nenhum voucher que ainda esteja aberto. Diga de quem é: “cancelar vale da Bia”, ou o telefone.',
      noneOf: (who: string) => `${who} não tem voucher aberto que se possa cancelar.`,
      others: 'Há outros. Diga também o valor, como “cancelar vale de 20”, ou de quem é.',
    },
    confirmOf: (of: { worth: string; back: string; holder: string | null }) =>
      `Cancelo o voucher de *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}? Voltam *${of.back}* para o saldo do cliente, com o prazo que tinham. ${answers.yesOrNo}`,
    doneOf: (worth: string, balance: string) =>
      `Pronto, o voucher de *${worth}* foi cancelado. O cliente agora tem ${balance} para usar.`,
    confirm: (worth: string, back: string) =>
      `Cancelo seu voucher de *${worth}*? Voltam *${back}* para o seu saldo, com o prazo que tinham. ${answers.yesOrNo}`,
    done: (worth: string, balance: string) =>
      `Pronto, o voucher de *${worth}* foi cancelado. Agora você tem ${balance} para usar.`,
    doneNothing: (worth: string) =>
      `Pronto, o voucher de *${worth}* foi cancelado. O que estava nele já tinha vencido ou pagou uma devolução.`,
  },
  rewards: {
    title: (points: string) => `Você tem *${points}*. Prêmios:`,
    line: (number: number, worth: string, points: string) => `${number}. ${worth}: *${points}*`,
    missing: (points: string) => `faltam ${points}`,
    used: 'você já pegou',
    ask: `Qual você quer? ${answers.byNumber}`,
    later: 'Junte mais pontos e volte aqui.',
    none: 'A loja ainda não tem prêmios para trocar por pontos. Diga “saldo” para ver o que você tem.',
    more: 'Para ver os outros, diga “mais”.',
    confirm: (of: Shown & { points: string; where: string }) =>
      `Troco *${of.points}* por *${of.worth}*? O voucher vale até *${of.day}*${from(of.minimum)}${of.where}. ${answers.yesOrNo}`,
    staffTitle: 'Prêmios da loja:',
    staffNone: 'A loja ainda não tem prêmios. Para pôr um, diga “prêmio: café por 100 pontos”.',
    paused: 'em pausa',
    minimum: (amount: string) => `em compras a partir de ${amount}`,
    limit: (count: number) => `${whole(count)} por cliente`,
    onlyAt: (names: string) => `só em ${names}`,
    change: 'Para mudar, diga “pausar 1”, “voltar 1” ou “remover 1”.',
    pause: (name: string) => `Ponho *${name}* em pausa? ${answers.yesOrNo}`,
    resume: (name: string) => `Volto a oferecer *${name}*? ${answers.yesOrNo}`,
    remove: (name: string) =>
      `Tiro *${name}* dos prêmios? Os vouchers já dados continuam valendo. ${answers.yesOrNo}`,
    done: 'Feito. Diga “prêmios” para ver como ficou.',
  },
  addReward: {
    whichStores:
      'Não entendi em quais lojas ele vale. Diga assim: “prêmio: café por 100 pontos só na loja Centro”.',
    unknownStores: (names: string, known: string) =>
      `Ainda não vi vendas de ${names}: confira o nome. As lojas que conheço: ${known}.`,
    isCustomer: (name: string, points: string) =>
      `${name} é cliente da loja. Para acertar o saldo, diga “deixa ${name} com ${points}”; para um prêmio, “prêmio: ${name} por ${points}”.`,
    how: 'Diga o prêmio em uma frase: “prêmio: café por 100 pontos”, “prêmio: R$ 10 por 200 pontos” ou “prêmio: 20% de desconto até R$ 30 por 150 pontos”.',
    unclear: (name: string) =>
      `Não entendi o prêmio “${name}”. Diga o nome da coisa, um valor como “R$ 10” ou uma parte como “20% de desconto”.`,
    ask: (of: { worth: string; points: string; more: string }) =>
      `Prêmio: *${of.worth}* por *${of.points}*${of.more}. Incluo? ${answers.yesOrNo}`,
    same: (of: { worth: string; points: string; more: string }) =>
      `Esse prêmio já está assim: *${of.worth}* por *${of.points}*${of.more}.`,
    askChange: (of: { worth: string; points: string; more: string; before: string }) =>
      `Esse prêmio já existe, por *${of.before}*. Mudo para *${of.worth}* por *${of.points}*${of.more}? ${answers.yesOrNo}`,
    added: 'Prêmio incluído. Os clientes veem em “prêmios”.',
    changed: 'Prêmio mudado. Os vouchers já dados ficam como eram.',
  },
  voucherMode: {
    mode,
    refund,
    now: (name: string) => `Como os vouchers são validados hoje:\n${name}.`,
    line: (number: number, name: string) => `${number}. ${name}`,
    changeRefund: (number: number) => `Para mudar isso, responda ${number}.`,
    ask: `Como quer? ${answers.byNumber}`,
    confirm: (name: string) => `Mudo para este modo?\n${name}.\n${answers.yesOrNo}`,
    askProcedure: (longest: number) =>
      `Escreva as instruções que vão junto com cada voucher, em até ${longest} letras.`,
    tooLong: (longest: number) => `Ficou longo demais. Escreva em até ${longest} letras.`,
    confirmProcedure: (words: string) =>
      `Mudo para o modo manual? Cada voucher vai com:\n${words}\n${answers.yesOrNo}`,
    confirmRefund: (name: string) => `Mudo? ${name} ${answers.yesOrNo}`,
    done: 'Pronto, mudado. Vale também para os vouchers que já estão abertos.',
  },
  validate: {
    /** As it stands ready in the chat that a voucher's QR opens. */
    verb: 'validar',
    whichCode: 'Qual é o código do voucher? São 8 letras e números, como “ABCD-1234”.',
    shows: (of: Shown & { holder: string | null }) =>
      `Voucher de *${of.worth}*${of.holder === null ? '' : ` de ${of.holder}`}, vale até *${of.day}*${from(of.minimum)}.`,
    howMuch: 'De quanto é a compra?',
    ask: (purchase: string, pays: string) =>
      `Usar na compra de *${purchase}*? Desconta *${pays}*. ${answers.yesOrNo}`,
    askItem: (item: string) => `Entregar *${item}*? ${answers.yesOrNo}`,
    redeemed: (value: string, holder: string | null) =>
      `Voucher usado${holder === null ? '' : ` por ${holder}`}. Desconte *${value}* da compra.`,
    redeemedItem: (item: string, holder: string | null) =>
      `Voucher usado${holder === null ? '' : ` por ${holder}`}. Entregue: *${item}*.`,
    returned: (value: string) =>
      `Os outros *${value}* voltam para o saldo do cliente, com o prazo que tinham.`,
  },
};
