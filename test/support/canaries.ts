/** What of a person must be in no log, no figure and no problem. */
export const PERSON = {
  cpf: '52998224725',
  'cpf as written': '529.982.247-25',
  phone: '88880042',
  'phone as written': '98888-0042',
  email: 'canario@exemplo.com.br',
  name: 'Canarinho',
  words: 'segredo-do-canario',
};
export const PHONE = '+5511988880042';

/** Which of them are there. */
export const found = (where: string, canaries: object): string[] =>
  Object.entries(canaries).flatMap(([name, canary]) => (where.includes(String(canary)) ? [name] : []));
