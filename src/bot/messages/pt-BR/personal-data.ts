export const personalData = {
  myData: {
    file: 'Neste arquivo está tudo o que guardamos sobre você: cadastro, saldo, compras, vouchers e conversas. Só você recebe.',
    fileName: 'meus-dados.json',
  },
  eraseData: {
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
        'Para guardar uma cópia antes, diga “meus dados”. Apago? Responda “sim” ou “não”.',
      ].join('\n'),
    done: 'Pronto, seus dados foram apagados e não vamos mais escrever para você. Se comprar de novo com seu telefone, começa do zero.',
  },
};
