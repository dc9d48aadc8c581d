import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

export const customers = {
  customers: {
    how: 'Diga o telefone ou o nome do cliente: “cliente 11 98888-0001” ou “cliente Bia”. Para uma etiqueta: “etiqueta vip 11 98888-0001”.',
    unknown: (phone: string) => `Não conheço um cliente com o telefone ${phone}. Confira o número.`,
    all: 'Para a lista de todos em uma planilha, diga “exportar clientes”.',
    named: {
      whom: 'De qual cliente você fala? Diga de novo com o nome ou o telefone.',
      none: (name: string) => `Não conheço um cliente chamado ${name}. Confira o nome ou diga o telefone.`,
      tooMany: (name: string) => `Há muitos clientes chamados ${name}. Diga o nome completo ou o telefone.`,
      which: (name: string, lines: string) =>
        `Há mais de um cliente chamado ${name}:\n${lines}\nQual deles? ${answers.byNumber}`,
      line: (number: number, name: string, digits: string) => `${number}. ${name}, final ${digits}`,
    },
    who: (name: string, since: string) => `${name}, cliente desde *${since}*`,
    isBlocked: 'Bloqueado: não ganha nem usa nada.',
    balance: (amounts: string | null, vouchers: number) =>
      `Saldo: ${amounts ?? 'nada'}${vouchers === 0 ? '' : `, ${vouchers === 1 ? '1 voucher aberto' : `${whole(vouchers)} vouchers abertos`}`}`,
    purchases: (count: number, last: string) =>
      count === 0 ? 'Ainda não comprou.' : `${count === 1 ? '1 compra' : `${whole(count)} compras`}: ${last}`,
    tier: (name: string) => `Nível: ${name}`,
    mailFault: (why: string) => `E-mail: não recebe (${why})`,
    labels: (names: string) => `Etiquetas: ${names}`,
    prove: (identity: string) =>
      `Disse que é de: ${identity}, ainda sem prova. Você viu o documento? ${answers.confirmAndJoin}`,
    proven: 'Confirmado. As compras com ele passam a ser deste cliente.',
    provenAndJoined: 'Confirmado. Havia outro cadastro com ele: agora são um só, com o saldo dos dois.',
    putLabel: (label: string, who: string) => `Ponho a etiqueta “${label}” em ${who}? ${answers.yesOrNo}`,
    takeLabel: (label: string, who: string) =>
      `${who} já tem a etiqueta “${label}”. Tiro? ${answers.yesOrNo}`,
    askTakeLabel: (label: string, who: string) => `Tiro a etiqueta “${label}” de ${who}? ${answers.yesOrNo}`,
    notLabelled: (label: string, who: string) => `${who} não tem a etiqueta “${label}”. Nada mudou.`,
    labelPut: (label: string) => `Pronto, com a etiqueta “${label}”. Vale para as próximas compras.`,
    labelTaken: (label: string) => `Pronto, sem a etiqueta “${label}”.`,
    block: {
      how: 'Diga o telefone ou o nome do cliente: “bloquear 11 98888-0001” ou “desbloquear 11 98888-0001”.',
      ask: (phone: string) =>
        `Bloqueio ${phone}? As compras a partir de agora não ganham, e o saldo e os vouchers não podem ser usados. ${answers.yesOrNo}`,
      askBack: (phone: string) =>
        `Desbloqueio ${phone}? As próximas compras voltam a ganhar, e o saldo pode ser usado. ${answers.yesOrNo}`,
      done: (phone: string) => `Cliente bloqueado. Para voltar atrás, diga “desbloquear ${phone}”.`,
      undone: 'Cliente desbloqueado.',
    },
    adjust: {
      limit: (used: string, most: string) =>
        `Hoje você já ajustou *${used}*, e um gerente ajusta até *${most}* por dia. Acima disso, peça ao dono: ele ajusta com o PIN dele.`,
      how: 'Diga o valor com + ou -, o telefone ou o nome e o motivo: “ajustar +10 11 98888-0001 motivo erro no caixa”.',
      has: (who: string, balance: string) => `${who} tem *${balance}* para usar.`,
      why: 'Qual o motivo? Diga em poucas palavras: o cliente vê isso no extrato.',
      again: (time: string) => `A equipe já fez esse mesmo ajuste às ${time}. Faço outro igual?`,
      ask: (amount: string, phone: string, reason: string) =>
        `Ponho *${amount}* no saldo de ${phone}? Motivo: ${reason}. O cliente vê isso no extrato. ${answers.yesOrNo}`,
      askTake: (amount: string, phone: string, reason: string) =>
        `Tiro *${amount}* do saldo de ${phone}? Motivo: ${reason}. O cliente vê isso no extrato. ${answers.yesOrNo}`,
      tooLittle: (phone: string, has: string, taken: string) =>
        `O saldo livre de ${phone} é de *${has}*, e você quer tirar *${taken}*. Ajuste um valor menor.`,
      done: (balance: string) => `Pronto, está no histórico. O saldo agora é ${balance}.`,
    },
    did: {
      adjust: (amount: string, reason: string) => `ajustou ${amount} no saldo de um cliente: ${reason}`,
      block: 'bloqueou um cliente',
      unblock: 'desbloqueou um cliente',
      label: (label: string) => `pôs a etiqueta ${label} em um cliente`,
      unlabel: (label: string) => `tirou a etiqueta ${label} de um cliente`,
    },
  },
};
