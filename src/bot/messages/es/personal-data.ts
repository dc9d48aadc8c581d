export const personalData = {
  myData: {
    file: 'En este archivo está todo lo que guardamos sobre ti: registro, saldo, compras, vales y conversaciones. Solo tú lo recibes.',
    fileName: 'mis-datos.json',
  },
};
