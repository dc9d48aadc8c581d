import type { Impossible } from '../../command';
import { answers } from './answers';

const EXAMPLE = 'Exemplo: “cashback 5% acima de R$ 50, válido por 30 dias”.';

const impossible: Record<Impossible, string> = {
  amounts: 'Os valores não combinam: o mínimo passa do máximo, ou o valor é grande ou pequeno demais.',
  benefit:
    'Essa regra não tem esse número para mudar. Diga o benefício inteiro, como “na regra 2, cashback 5%”.',
  budget:
    'Uma verba só conta reais: de cashback, ou de vouchers que cabem nela. Um voucher em % precisa dizer até quantos reais ele vale.',
  dates: 'Essas datas não existem ou terminam antes de começar.',
  days: 'Essa quantidade de dias não vale: use de 1 dia a 10 anos, e até 1 ano para liberar.',
  hours:
    'Esse horário não existe, ou termina antes de começar. Depois da meia-noite ele dura até 12 horas: “cashback 10% das 22h às 2h”.',
  items: 'O mesmo produto ou categoria está dentro e fora da regra: deixe só um dos dois.',
  limits:
    'O limite não combina com o benefício: cashback se limita em reais, pontos em pontos, e voucher com uma verba.',
  'more-than-sale':
    'Assim a regra daria mais do que a maior compra para a qual vale. Diminua o benefício ou aumente o máximo da compra.',
  multiplier: 'Uma regra que multiplica não tem limite nem validade: ponha isso na regra que ela multiplica.',
  negative: 'Não dá para usar números negativos.',
  number: 'Esse número é grande ou pequeno demais.',
  percent: 'A porcentagem precisa ficar entre 0,01% e 100%.',
  purchases:
    'Primeira compra, compra de número tal, dias sem comprar e cartão de carimbos não combinam assim: diga só um deles.',
  stamps:
    'A cada tantas compras (de 2 a 100) a loja pode dar um voucher: “voucher de R$ 15 a cada 10 compras”.',
  tiers: 'Cada nível precisa de um nome e de um valor só dele.',
  validity:
    'A validade conta do benefício ou da última compra, não dos dois, e não pode acabar antes de ele ficar disponível.',
  weekdays: 'Nenhum dia dessas datas cai nesses dias da semana: mude as datas ou os dias.',
};

export const programChanges = {
  ruleQuestion: {
    whichWay: (text: string, ways: string) => `“${text}” pode ser:\n${ways}\nQual deles? ${answers.byNumber}`,
    untilWhen: (text: string) => `“${text}”: até que dia? Diga só o dia, como “24/12”, ou “sem fim”.`,
    figureOfWhat: (said: string) =>
      `O que é “${said}” na regra? Diga com a palavra, assim: não, 7%; não, acima de R$ 40; não, vale 60 dias.`,
    discount: (percent: string) =>
      `Desconto na própria compra é do caixa. Aqui o cliente ganha ${percent}% para a próxima: “cashback ${percent}%”, ou “voucher de ${percent}% até R$ 30”. Diga a regra assim, com as condições.`,
    numberLeftOver: (text: string) =>
      `Não entendi o que fazer com “${text}”. Pode dizer de outro jeito? ${EXAMPLE}`,
    unknownWords: (text: string) => `Não entendi “${text}”. Pode dizer de outro jeito? ${EXAMPLE}`,
    noBenefit: `O que o cliente ganha? Diga a regra inteira. ${EXAMPLE}`,
    link: 'Um nome daqui não pode ter link, porque os clientes o leem. Diga de novo só com o nome, como a maquininha o escreve.',
    noChange: 'O que muda nela? Diga assim: “na regra 2, máximo R$ 30”.',
    twoBenefits: 'São dois benefícios em uma frase. Faça uma regra para cada um: diga a primeira.',
    saidTwice: (text: string) =>
      `Isso foi dito duas vezes, com “${text}” por último. Diga de novo, só com o que vale.`,
    ambiguousAmount: (text: string) =>
      `Não sei quanto é “${text}”. Diga de novo com os centavos, como “R$ 1.234,00”.`,
    whichHalf: (time: string) =>
      `${time} da manhã ou da tarde? Diga a regra de novo, como “cashback 5% das 14h às 18h”.`,
    whichHours: (part: string) =>
      `“${part}” é de que horas a que horas na sua loja? Diga a regra de novo, como “cashback 5% das 18h às 22h”.`,
    ofWhat: (said: string) =>
      `“${said}” de quê? Diga de novo, como “R$ 10 de cashback”, “10 pontos”, “10% de cashback” ou “pontos em dobro”.`,
    bestOf: (one: string, other: string) =>
      `Cada regra dá um benefício. Para valer o melhor dos dois, faça duas: diga “cashback ${one}, vale o melhor” e depois “cashback ${other}, vale o melhor”.`,
    countsThings: (rule: string) =>
      `Aqui se contam compras, e não quantos produtos há em cada uma. O mais perto disso é dizer: “${rule}”.`,
    levelOrLabel: (name: string) =>
      `“${name}” é um nível ou uma etiqueta dos clientes? Diga a regra inteira, como “cashback 2% para o nível ${name}” ou “cashback 2% para a etiqueta ${name}”.`,
    impossible,
    again: 'Pode dizer de novo?',
  },
  ruleChange: {
    which: 'De qual regra? Diga o número dela na lista de “regras”.',
    noneSays: (words: string) =>
      `Nenhuma regra diz “${words}”. Diga “regras” para ver todas, com o número de cada uma.`,
    whichOf: (words: string) => `Mais de uma regra diz “${words}”:`,
    noSuch: (number: number, last: number) =>
      `Não existe regra ${number}: ${last === 1 ? 'há só a regra 1' : `elas vão de 1 a ${last}`}. Diga “regras” para ver.`,
    is: (number: number, rule: string) => `Regra ${number}: ${rule}`,
    editHow: 'Diga o que muda, assim: “na regra 2, máximo R$ 30” ou “mude a regra 2 para 10%”.',
    pauseHow: 'Assim: “pausar regra 2”.',
    resumeHow: 'Assim: “reativar regra 2”.',
    deleteHow: 'Assim: “apagar regra 2”.',
    becomes: (before: string, after: string) => `Hoje é:\n${before}\n\nPassa a ser:\n${after}`,
    same: (rule: string) => `Ela já é assim: ${rule}`,
    editAsk: `Mudo essa regra? ${answers.yesOrNo}`,
    edited: (number: number) => `Regra ${number} mudada. Vale para as vendas a partir de agora.`,
    alreadyPaused: 'Ela já está em pausa. Para voltar, diga “reativar regra” e o número.',
    notPaused: 'Ela não está em pausa.',
    notYet: (number: number) =>
      `Ela começa a valer quando o programa for ativado. Para mudar, diga “na regra ${number}, máximo R$ 30”.`,
    inForce: (number: number) =>
      `Está valendo. Para mudar, diga “na regra ${number}, máximo R$ 30” ou “pausar regra ${number}”.`,
    pauseAsk: `Pauso essa regra? Ela guarda o lugar e para de dar. ${answers.yesOrNo}`,
    paused: (number: number) => `Regra ${number} em pausa. Para voltar, diga “reativar regra” e o número.`,
    resumeAsk: `Essa regra volta a valer? ${answers.yesOrNo}`,
    resumed: (number: number) => `Regra ${number} valendo de novo, para as vendas a partir de agora.`,
    deleteAsk: `Apago essa regra? O que ela já deu continua com os clientes. ${answers.yesOrNo}`,
    deleted: 'Regra apagada. As outras sobem na lista: diga “regras” para ver.',
  },
  setProgram: {
    now: 'O programa está assim:',
    how: 'Para mudar, diga em uma frase, como “cashback paga até 30% da compra” ou “voucher vale 15 dias”.',
    becomes: (before: string, after: string) => `Hoje: ${before}\nPassa a ser: ${after}`,
    same: (what: string) => `Já está assim: ${what}`,
    ask: `Mudo? ${answers.yesOrNo}`,
    done: 'Mudado. Vale a partir de agora.',
  },
};
