export const human = {
  called:
    'Chamei a equipe da loja com a sua mensagem. Enquanto isso fico em silêncio aqui, por até 12 horas. Pode escrever os detalhes; para voltar a falar comigo, diga “bot”.',
  calledAfterTrying:
    'Não estou conseguindo entender, então chamei uma pessoa da loja. Fico em silêncio aqui, por até 12 horas. Para voltar a falar comigo, diga “bot”.',
  lapsed: 'A pergunta que estava aberta ficou sem efeito: nada foi feito.',
  staffOnly: 'Você é da equipe: é você quem as pessoas chamam. Diga “menu” para ver o que dá para fazer.',
  back: 'Voltei! Diga “menu” para ver o que dá para fazer.',
  here: 'Estou aqui. Diga “menu” para ver o que dá para fazer.',
  personHere:
    'Agora quem fala com você é uma pessoa da loja. Fico em silêncio por 12 horas; para falar comigo, diga “bot”.',
  ended: (phone: string) => `Pronto, volto a responder na conversa com ${phone}.`,
  notSilent: (phone: string) => `Não estou em silêncio na conversa com ${phone}.`,
  staffAsked: (of: { whom: string; question: string; link: string | null }) =>
    `${of.whom} quer falar com uma pessoa.${of.question === '' ? '' : ` Escreveu: “${of.question}”`}\n${of.link === null ? 'Responda pelo celular da loja, na conversa com essa pessoa.' : `Responda: ${of.link}`}\nFico em silêncio nessa conversa por 12 horas.`,
  staffWrote: (whom: string, phone: string | null) =>
    `Alguém da loja respondeu a ${whom} pelo celular: fico em silêncio nessa conversa por 12 horas.${phone === null ? '' : ` Para eu voltar antes, diga “bot ${phone}”.`}`,
  short: {
    title: 'Ainda não entendi. Escolha um número:',
    more: 'Ou diga em poucas palavras o que você precisa.',
  },
};
