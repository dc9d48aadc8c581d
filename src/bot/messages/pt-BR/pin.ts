export const pin = {
  ask: (link: string) =>
    `Para isso preciso do seu PIN. Abra este link e digite lá, não aqui (vale 15 minutos): ${link}\nO pedido espera por você. Para desistir, diga “cancelar”.`,
  askNew: (link: string) =>
    `Para isso é preciso um PIN, e você ainda não tem. Crie neste link (vale 15 minutos): ${link}\nO pedido espera por você. Para desistir, diga “cancelar”.`,
  locked: (time: string) => `O PIN errado foi tentado muitas vezes. Tente de novo depois das ${time}.`,
  waiting: 'O pedido espera pelo PIN, no link que mandei. Para desistir, diga “cancelar”.',
  notHere: 'Não escreva o PIN aqui, e apague essa mensagem: o PIN só se digita na página do link que mandei.',
  create: (link: string) => `Crie seu PIN neste link (vale 15 minutos): ${link}`,
  change: (link: string) => `Troque seu PIN neste link (vale 15 minutos): ${link}`,
  none: 'Você ainda não tem PIN. Diga “pin” para criar.',
  forgotAsk: (time: string) =>
    `Anotei. Por segurança há uma espera: às *${time}* mando aqui um link para criar outro PIN. Os donos da loja são avisados. Se lembrar antes, use o PIN e o pedido cai.`,
  forgotLink: (link: string) => `Crie outro PIN neste link (vale 15 minutos): ${link}`,
  forgotWait: (time: string) =>
    `O pedido já está feito: o link para criar outro PIN chega aqui às *${time}*.`,
  forgotAskOwner: (phone: string) => `Peça a quem é dono da loja que me diga “redefinir pin ${phone}”.`,
  cleared: (name: string) =>
    `Pronto, o PIN de ${name} foi apagado. Na próxima vez que precisar, a pessoa cria outro.`,
  clearedNone: (name: string) => `${name} não tem PIN.`,
  alarm: {
    locked: (name: string, time: string) =>
      `O PIN de ${name} foi errado muitas vezes e está travado até as ${time}. Se não foi a própria pessoa, diga “equipe”.`,
    forgotten: (name: string, time: string) =>
      `${name} pediu para trocar o PIN que esqueceu. A partir das ${time} dá para criar outro. Se não foi a própria pessoa, diga “equipe” e tire o acesso.`,
  },
  did: (of: string | null) => (of === null ? 'trocou o próprio PIN' : `apagou o PIN de ${of}`),
  page: {
    titleEnter: 'Confirme com seu PIN',
    titleCreate: 'Crie seu PIN',
    titleDone: 'Pronto',
    titleGone: 'Este pedido não espera mais',
    pin: 'PIN',
    now: 'PIN atual',
    fresh: 'PIN novo',
    again: 'Repita o PIN novo',
    hint: 'De 4 a 8 números. Não use uma sequência nem um número repetido.',
    forgot: 'Esqueceu? Diga “esqueci o PIN” na conversa.',
    confirm: 'Confirmar',
    save: 'Salvar',
    bad: 'Use de 4 a 8 números, sem sequência nem número repetido.',
    differ: 'Os dois não são iguais.',
    wrong: (left: number) =>
      `PIN errado. ${left === 1 ? 'Resta 1 tentativa.' : `Restam ${left} tentativas.`}`,
    saved: 'Seu PIN foi salvo. Pode fechar esta página.',
    ran: 'Feito. A resposta está na conversa; pode fechar esta página.',
    gone: 'Ele foi cancelado ou passou do tempo. Peça de novo na conversa.',
  },
};
