import { answers } from './answers';

export const personalData = {
  myData: {
    file: 'Neste arquivo está tudo o que guardamos sobre você: cadastro, saldo, compras, vouchers e conversas. Só você recebe.',
    fileName: 'meus-dados.json',
  },
  eraseData: {
    fact: {
      email: 'seu e-mail',
      birthday: 'seu aniversário',
      cpf: 'seu CPF',
      phone: 'seu telefone',
      name: 'seu nome',
    },
    /** After “Você quer”. */
    wish: (fact: string) => `apagar só ${fact}`,
    confirmOne: (fact: string) => `Apago só ${fact}? O resto fica como está. ${answers.yesOrNo}`,
    forgotten: (fact: string) => `Pronto, ${fact} saiu do seu cadastro. O resto ficou como estava.`,
    unknown: (fact: string) => `Não tenho ${fact} guardado. Para ver o que tenho, diga “cadastro”.`,
    kept: (fact: string) =>
      `Suas compras estão ligadas a ele, por isso não apago ${fact} por aqui: peça à loja, dizendo “atendente”. Para apagar tudo, diga “apagar meus dados”.`,
    phoneStays:
      'Seu telefone é como reconheço você, e não dá para apagar só ele. Para não receber promoções, diga “sair”. Para apagar tudo, diga “apagar meus dados”.',
    nameChanges: 'Seu nome não dá para apagar, mas dá para trocar: diga “meu nome é Bia”.',
    onlyOwn:
      'Só a própria pessoa apaga o que é dela: peça que ela diga aqui, por exemplo, “apagar meu e-mail” ou “apagar meus dados”.',
    confirm: (lost: string | null, vouchers: number) =>
      [
        'Apago tudo o que sabemos sobre você: nome, telefone, CPF, e-mail e conversas. Não dá para voltar atrás.',
        ...(lost === null ? [] : [`Você perde ${lost}.`]),
        ...(vouchers === 0
          ? []
          : [
              vouchers === 1
                ? 'Seu voucher aberto é cancelado.'
                : `Seus ${vouchers} vouchers abertos são cancelados.`,
            ]),
        `Para guardar uma cópia antes, diga “meus dados”. Apago? ${answers.yesOrNo}`,
      ].join('\n'),
    done: 'Pronto, seus dados foram apagados e não vamos mais escrever para você. Se comprar de novo com seu telefone, começa do zero.',
  },
};
