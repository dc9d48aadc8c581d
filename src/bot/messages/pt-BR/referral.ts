import { answers } from './answers';

export const referral = {
  referral: {
    terms: (giver: string, friend: string) => `*${giver}* para quem indica e *${friend}* para o amigo`,
    until: (days: string) => `, para usar em ${days}`,
    share: (terms: string, code: string, days: number) =>
      `Seu código de indicação é *${code}*. Peça para seu amigo escrever aqui, antes da primeira compra: “vim pela indicação ABCD-1234”, com o seu código. Quando ele comprar, em até ${days} dias, é ${terms}!`,
    how: 'Para dar um prêmio por indicação, diga: “indicação: R$ 10 para quem indica e R$ 5 para o amigo”.',
    askTerms: (terms: string) =>
      `Por indicação, depois da primeira compra do amigo: ${terms}. Fica assim? ${answers.yesOrNo}`,
    set: 'Pronto! Seus clientes já podem dizer “indicar”. Para parar, diga o mesmo com R$ 0.',
    accepted: (friend: string | null, days: number) =>
      friend === null
        ? `Anotado! Sua primeira compra, em até ${days} dias, dá um prêmio a quem indicou você.`
        : `Anotado! Faça sua primeira compra em até ${days} dias, com seu telefone, e ganhe *${friend}*.`,
    refused: {
      off: 'Esta loja não tem prêmio por indicação no momento.',
      unknown: 'Não conheço esse código de indicação. Confira com quem indicou você.',
      self: 'Esse é o seu próprio código: ele vale para um amigo.',
      ring: 'Essa indicação não vale: foi você quem trouxe essa pessoa.',
      'not-new': 'A indicação vale para quem ainda não comprou aqui. Que bom que você já é cliente!',
      already: 'Você já disse quem indicou você. Vale a primeira vez.',
    },
    termsRange: (most: string, days: string) =>
      `O prêmio por indicação vai até *${most}* para cada lado, e pode valer até ${days}. Diga de novo com menos.`,
    did: (giver: string, friend: string) =>
      `mudou o prêmio por indicação: ${giver} para quem indica, ${friend} para o amigo`,
  },
};
