import { answers } from './answers';

export const campaignChange = {
  campaignChange: {
    how: 'Diga o número e o que muda, como “na campanha 2, até sexta”, “na campanha 2, orçamento R$ 500” ou “na campanha 2, texto: Sentimos sua falta!”.',
    is: (number: number, campaign: string) => `Campanha ${number}: ${campaign}.`,
    becomes: (number: number, campaign: string) => `A campanha ${number} passa a ser: ${campaign}.`,
    same: (number: number) => `A campanha ${number} já está assim.`,
    sentStays: 'O que já foi enviado fica como está.',
    ask: `Mudo? ${answers.yesOrNo}`,
    done: (number: number) => `Pronto: a campanha ${number} mudou.`,
    did: (number: number, parts: string) => `mudou a campanha ${number}: ${parts}`,
    part: { audience: 'público', offer: 'oferta', period: 'prazo', budget: 'orçamento', words: 'texto' },
    refused: {
      begun: {
        audience: (number: number) =>
          `Os clientes da campanha ${number} já foram sorteados, e com outro público o resultado não diria nada. Diga “parar campanha ${number}” e crie outra.`,
        offer: (number: number) =>
          `Há clientes que já receberam a oferta da campanha ${number}, e com outra o resultado não diria nada. Diga “parar campanha ${number}” e crie outra.`,
      },
      over: (number: number) =>
        `A campanha ${number} terminou ou foi parada, e não muda mais. Para ir de novo, crie outra: diga “criar uma campanha”.`,
      period: (first: string, last: string) =>
        `O último dia da campanha pode ser de *${first}* a *${last}*. Diga outro dia.`,
      budget: (spent: string) =>
        `Já foram concedidos *${spent}*, e o orçamento não pode ser menor. Diga um maior, ou pare a campanha.`,
    },
  },
};
