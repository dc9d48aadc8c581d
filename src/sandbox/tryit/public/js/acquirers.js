const NAMES = {
  'mercado-pago': 'Mercado Pago',
  stone: 'Stone',
  cielo: 'Cielo',
  pagbank: 'PagBank',
  getnet: 'Getnet',
  rede: 'Rede',
  sumup: 'SumUp',
};

export const acquirerName = (acquirer) => NAMES[acquirer] ?? acquirer;
