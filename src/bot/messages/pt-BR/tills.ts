import { answers } from './answers';

export const tills = {
  link: (address: string) =>
    `Abra este link para criar a chave e vê-la uma única vez. Ele vale por 15 minutos e só para você:\n${address}`,
  title: 'Chaves do caixa em uso:',
  line: (number: number, name: string, made: string, used: string | null) =>
    `${number}. ${name}: criada em *${made}*, ${used === null ? 'ainda sem uso' : `usada por último em *${used}*`}`,
  choices: 'Diga “nova” para criar outra, ou “revogar 1” para encerrar uma.',
  askRevoke: (name: string) =>
    `Revogo a chave de ${name}? O caixa que usa essa chave para de validar na hora. ${answers.yesOrNo}`,
  revoked: (name: string) => `Chave de ${name} revogada: ela não abre mais nada.`,
  limit: (maximum: number) =>
    `A loja já tem ${maximum} chaves do caixa, que é o máximo. Revogue uma para criar outra.`,
};
