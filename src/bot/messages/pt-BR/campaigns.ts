import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('pt');
const counted = (people: number): string => `${whole(people)} ${people === 1 ? 'cliente' : 'clientes'}`;

export const campaigns = {
  campaigns: {
    how: 'Diga para quem, o que ganha e até quando, como “campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias”.',
    question: {
      'no-audience':
        'Para quem é a campanha? Diga, por exemplo, “campanha: quem não compra há 45 dias ganha R$ 15” ou “campanha: todos os clientes ganham 50 pontos”.',
      'no-offer':
        'O que eles ganham? Diga, por exemplo, “ganha R$ 15”, “ganha 50 pontos” ou “ganha um voucher de 20% até R$ 30”.',
      offer:
        'Uma campanha dá um valor, pontos ou um voucher. Para um percentual na compra, use um voucher, como “ganha um voucher de 20% até R$ 30”.',
      'not-of-campaigns':
        'Isso é condição de regra, não de campanha. Diga para quem (silêncio, nível, etiqueta, aniversário, novos, quanto gastou, o que comprou), o que ganha, a validade e o orçamento.',
      impossible: 'Não dá para fazer assim: confira os números. A validade vai de 1 a 90 dias.',
      'starts-later':
        'Uma campanha começa assim que você confirma: crie no dia em que ela deve sair. O fim pode ter data: “campanha: quem não compra há 45 dias ganha R$ 15 até 20/12”.',
      control:
        'O grupo que fica sem receber é sorteado no começo e não muda: é ele que mostra se a campanha funcionou. Dá para mudar o prazo, o orçamento e o texto.',
      'no-change':
        'Diga o número e o que muda, como “na campanha 2, até sexta”, “na campanha 2, orçamento R$ 500” ou “na campanha 2, texto: Sentimos sua falta!”.',
    },
    audience: {
      everybody: 'todos os clientes',
      silent: (days: string) => `quem não compra há ${days} ou mais`,
      tier: (name: string) => `nível ${name}`,
      labels: (names: string) => `etiqueta ${names}`,
      birthday: {
        day: 'quem faz aniversário hoje',
        week: 'quem faz aniversário nesta semana',
        month: 'quem faz aniversário neste mês',
      },
      fresh: (days: string) => `quem fez a única compra nos últimos ${days}`,
      spent: (amount: string) => `quem já gastou *${amount}* ou mais`,
      bought: (names: string) => `quem já comprou ${names}`,
    },
    cashback: (amount: string) => `*${amount}* de cashback`,
    voucher: (worth: string) => `voucher de *${worth}*`,
    validFor: (days: string) => `vale por ${days}`,
    useFrom: (amount: string) => `em compras a partir de *${amount}*`,
    budget: (amount: string) => `orçamento de *${amount}*`,
    understood: (campaign: string) => `Entendi: ${campaign}.`,
    people: ({ treated, control, isExact }: { treated: number; control: number; isExact: boolean }) =>
      `Vai para ${isExact ? '' : 'cerca de '}${counted(treated)}${control === 0 ? '.' : `; ${whole(control)}, por sorteio, não ${control === 1 ? 'recebe' : 'recebem'}, para medir o resultado.`}`,
    /** The lot would leave the campaign nobody. */
    allLeftOut: (people: number) =>
      `${people === 1 ? 'Só 1 cliente se encaixa, e o sorteio que mede o resultado o deixaria' : `Só ${whole(people)} clientes se encaixam, e o sorteio que mede o resultado os deixaria`} de fora: ninguém receberia. Para dar a poucos, diga “ajustar +10 11 98888-0001 motivo presente”.`,
    leftOut: ({ unreachable, busy }: { unreachable: number; busy: number }) =>
      `Fora dela: ${[
        ...(unreachable === 0
          ? []
          : [
              `${whole(unreachable)} que não ${unreachable === 1 ? 'quer ou não pode' : 'querem ou não podem'} receber`,
            ]),
        ...(busy === 0 ? [] : [`${whole(busy)} que já ${busy === 1 ? 'está' : 'estão'} em outra campanha`]),
      ].join(' e ')}.`,
    deaf: 'Atenção: o SmartPOS não está informando as vendas. Quem comprou nesses dias entra como quem não compra. Veja em “status”.',
    budgetFor: (people: number) => `O orçamento dá para ${counted(people)}.`,
    budgetTooSmall: 'O orçamento não paga nem um cliente. Diga a campanha de novo com um orçamento maior.',
    costAtMost: (amount: string) => `Custo máximo: *${amount}*.`,
    costUnknown: 'O custo não tem teto: o voucher é um percentual sem máximo.',
    ends: (day: string) => `Termina em *${day}*, e aí sai o resultado.`,
    ownWords: 'O texto é o nosso; para usar o seu, escreva texto: e a sua frase.',
    words: (words: string) => `Texto: ${words}`,
    ask: `Começo? ${answers.yesOrNo}`,
    nobodyFits: 'Ninguém se encaixa agora. Tente um prazo ou um valor menor.',
    nobody: (unreachable: string, busy: string) =>
      `Ninguém para receber agora. Dos que se encaixam, não querem ou não podem receber: ${unreachable}; estão em outra campanha: ${busy}.`,
    started: (number: number) =>
      `Campanha ${number} começou. Para ver ou parar: “resultado da campanha ${number}”, “parar campanha ${number}”.`,
    none: 'Ainda não há campanhas. Crie com “campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias”.',
    title: 'Campanhas:',
    hint: 'Para mudar uma: “na campanha 2, até sexta”.',
    state: {
      assigning: (day: string) => `começando, até ${day}`,
      running: (day: string) => `em andamento, até ${day}`,
      stopped: (day: string) => `parada, resultado em ${day}`,
      ended: (day: string) => `terminou em ${day}`,
    },
    askStop: (number: number, campaign: string) =>
      `Campanha ${number}: ${campaign}\nParo? Ninguém mais recebe, e uma campanha parada não volta. ${answers.yesOrNo}`,
    stopped: (number: number, given: string) =>
      `Campanha ${number} parada: ninguém mais recebe. Já receberam ${given}, e o que ganharam continua valendo.`,
    over: (number: number) => `A campanha ${number} já terminou.`,
    notYet: (day: string) => `Ainda não há dados suficientes: a campanha termina em *${day}*.`,
    sent: (given: string, treated: string, control: string) =>
      `Receberam ${given} de ${treated}; ${control} ficam sem receber, para comparar.`,
    cost: (amount: string) => `Concedido no máximo: *${amount}*.`,
    notEnough: 'Ainda não há dados suficientes para dizer se funcionou.',
    missing: {
      'window-open': 'O prazo não terminou.',
      'small-arm': 'Um dos grupos tem menos de 30 clientes.',
      'few-returns': 'Menos de 10 voltaram ao todo.',
      'too-coarse': 'Com tão poucos clientes, só um efeito enorme apareceria.',
    },
    broken: 'O sorteio dos grupos saiu errado, então não dá para comparar. Avise quem cuida do Smartbis.',
    verdict: {
      lift: 'Funcionou: quem recebeu voltou mais.',
      loss: 'Quem recebeu voltou menos do que quem não recebeu.',
      'no-difference-shown': 'Não apareceu diferença entre quem recebeu e quem não recebeu.',
    },
    counts: (of: { treated: string; ofTreated: string; control: string; ofControl: string }) =>
      `Voltaram ${of.treated} de ${of.ofTreated} que deviam receber e ${of.control} de ${of.ofControl} que não.`,
    interval: (low: string, high: string) => `Diferença: entre ${low} e ${high} pontos (intervalo de 98%).`,
    revenue: (of: { treated: string; control: string; isChance: boolean }) =>
      `Compras por cliente: *${of.treated}* contra *${of.control}*${of.isChance ? ', o que pode ser acaso' : ''}.`,
    did: {
      start: (number: number) => `começou a campanha ${number}`,
      stop: (number: number) => `parou a campanha ${number}`,
    },
    ended: (number: number) => `A campanha ${number} terminou.`,
    text: 'temos algo para você. Passe na loja e aproveite.',
  },
};
