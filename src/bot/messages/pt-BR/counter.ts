import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');

export const counter = {
  claim: {
    askCard: `Quer que eu reconheça esse cartão nas suas próximas compras aqui? ${answers.yesOrNo}`,
    cardKnown: 'Combinado: nas próximas compras com esse cartão, você ganha sem dizer o telefone.',
    cardForgotten: 'Tudo bem, não guardo o cartão. É só dizer o telefone nas próximas compras.',
    how: 'Para pedir uma compra que ficou sem seu telefone, escreva o número do comprovante (NSU, AUT ou chave da nota) e o valor, como “nota 123456 52,90”. Ou mande uma foto do QR code da nota.',
    howMuch: 'Qual foi o valor da compra? Escreva assim: “52,90”.',
    whatTime: 'Achei mais de uma compra assim. A que horas foi a sua? Escreva assim: “14:30”.',
    notFound:
      'Não achei essa compra entre as que ainda podem ser pedidas. Confira o número e o valor no comprovante, ou fale com a loja.',
    done: (sale: string, day: string) => `Pronto, a compra de *${sale}* de *${day}* agora é sua!`,
    ofBefore: 'Ela é de antes de eu ler as vendas da loja, por isso não deu nada.',
    gaveNothing: 'Pelas regras da loja, ela não deu nada desta vez. Diga “por quê?” para entender.',
    manyToday: (most: number, day: string, time: string) =>
      `Já são ${most} notas suas em um dia. Mande esta de novo em *${day}* às ${time}, ou peça no balcão.`,
    already: 'Essa compra já é sua. Diga “extrato” para ver o que ela deu.',
  },
  picture: {
    noCode:
      'Não achei o QR code de uma nota nessa foto. Tente de perto, com luz e sem dobras, ou escreva o número e o valor: “nota 123456 52,90”.',
    tooLarge: 'Essa foto é grande demais para mim (mais de 5 MB). Mande de novo como foto, não como arquivo.',
    unavailable: 'Não consegui baixar essa foto. Mande de novo, por favor.',
  },
  link: {
    byHand: 'A equipe já registrou à mão uma venda igual para este cliente: vincular conta as duas.',
    how: 'Diga o número do comprovante e o telefone ou o nome do cliente: “vincular venda 123456 11 98888-0001”.',
    ask: (sale: string, day: string, time: string, phone: string) =>
      `É a venda de *${sale}* de *${day}* às ${time}. Vinculo a ${phone}? ${answers.yesOrNo}`,
    line: (number: number, sale: string, day: string, time: string) =>
      `${number}. *${sale}*, ${day} às ${time}`,
    which: (lines: string) =>
      `Achei mais de uma venda com esse número:\n${lines}\nQual delas? ${answers.byNumber}`,
    notFound: (days: number) =>
      `Não achei uma venda sem cliente com esse número nos últimos ${days} dias. Confira o comprovante: pode ser que ela já seja de alguém.`,
    taken: 'Essa venda já é de alguém, ou foi cancelada. Nada mudou.',
    done: (sale: string, phone: string, earns: boolean) =>
      `Pronto: a venda de *${sale}* é do cliente ${phone}${earns ? ', e o aviso já vai.' : '. Pelas regras, ela não deu nada.'}`,
  },
  record: {
    how: 'Diga o valor e o telefone do cliente: “venda 52,90 11 98888-0001”.',
    whose: 'De qual cliente? Diga o telefone ou o nome: “11 98888-0001”.',
    howMuch: 'De quanto foi a venda? Diga só o valor: “52,90”.',
    ask: (sale: string, phone: string) => `Registro uma venda de *${sale}* para ${phone}? ${answers.yesOrNo}`,
    askLink: (sale: string, time: string, phone: string) =>
      `A maquininha mandou uma venda de *${sale}* às ${time}, sem cliente. É essa a de ${phone}? ${answers.linkOrRecord}`,
    askAgain: (sale: string, time: string, phone: string) =>
      `Uma venda de *${sale}* para ${phone} já foi registrada às ${time}. Registro outra? ${answers.yesOrNo}`,
    done: (sale: string, phone: string, earns: boolean) =>
      `Venda de *${sale}* registrada para ${phone}.${earns ? ' O aviso já vai.' : ' O programa não está ativo, então ela não ganha.'}`,
    tooLarge: 'Esse valor não serve para uma venda. Escreva assim: “venda 52,90 11 98888-0001”.',
  },
  void: {
    how: 'Diga o valor e o telefone ou o nome: “estornar venda 52,90 11 98888-0001”. Serve para vendas registradas aqui; as da maquininha se cancelam nela.',
    ask: (sale: string, day: string, time: string, phone: string) =>
      `Estorno a venda de *${sale}* de *${day}* às ${time}, de ${phone}? O que ela deu é descontado. ${answers.yesOrNo}`,
    notFound:
      'Não achei uma venda registrada aqui para esse cliente que possa ser estornada. As da maquininha se cancelam nela.',
    done: (sale: string, phone: string) => `Venda de *${sale}* de ${phone} estornada.`,
  },
  odd: {
    byHand: (of: { who: string; sale: string; day: string; phone: string }) =>
      `${of.who} mandou o comprovante de *${of.sale}* de *${of.day}*, e a equipe já tinha registrado à mão uma venda igual: as duas contaram. Se é uma só, diga “estornar venda ${of.phone}”.`,
    many: (who: string, count: number) =>
      `${who} pediu ${whole(count)} compras sem cliente em menos de 7 dias. Pode estar tudo certo; vale conferir se os comprovantes são dessa pessoa.`,
    ownPhone: (of: { who: string; sale: string; day: string; by: string | null }) =>
      `A venda de *${of.sale}* de *${of.day}* ficou com o telefone de quem trabalha na loja: ${of.who}${of.by === null ? '' : ` (feito por ${of.by})`}. Vale conferir.`,
  },
  did: {
    linked: (sale: string) => `vinculou a um cliente a venda de ${sale}`,
    recorded: (sale: string) => `registrou uma venda de ${sale}`,
    voided: (sale: string) => `estornou uma venda de ${sale}`,
    madeKey: (name: string) => `criou a chave do caixa ${name}`,
    revokedKey: (name: string) => `revogou a chave do caixa ${name}`,
  },
};
