export const personalData = {
  myData: {
    file: 'Neste arquivo está tudo o que guardamos sobre você: cadastro, saldo, compras, vouchers e conversas. Só você recebe.',
    fileName: 'meus-dados.json',
  },
};
