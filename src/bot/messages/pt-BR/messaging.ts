import { answers } from './answers';

export const messaging = {
  title: 'O que o programa manda aos clientes:',
  offers: (from: string, to: string, week: number) =>
    `Ofertas, só para quem aceitou, das ${from} às ${to}, até ${week} por semana:`,
  line: (number: number, name: string, state: string | null) =>
    `${number}. ${name}${state === null ? '' : ` (${state})`}`,
  state: { on: 'ligada', paused: 'em pausa', off: 'desligada' },
  ask: 'Para ver uma delas, responda com o número.',
  shows: (name: string, state: string) => `A mensagem “${name}” (${state}) sai assim:`,
  how: (name: string) => `Para mudar o texto, diga “mudar mensagem de ${name}”.`,
  byEmail: {
    note: 'também por e-mail',
    how: (name: string, on: boolean) =>
      on
        ? `Ela vai também por e-mail. Para parar, diga “mensagem de ${name} só no WhatsApp”.`
        : `Para mandar também por e-mail, diga “mensagem de ${name} também por e-mail”.`,
    confirm: (name: string) =>
      `Mando a mensagem “${name}” também por e-mail a quem tem e-mail no cadastro? ${answers.yesOrNo}`,
    confirmOff: (name: string) =>
      `Paro de mandar a mensagem “${name}” por e-mail? No WhatsApp ela continua. ${answers.yesOrNo}`,
    on: (name: string) => `Pronto, a mensagem “${name}” vai no WhatsApp e também por e-mail.`,
    off: (name: string) =>
      `Pronto, a mensagem “${name}” vai só no WhatsApp; por e-mail, só para quem não tem WhatsApp.`,
    notHere: 'Este servidor não tem e-mail configurado. Avise quem cuida do sistema.',
  },
  which: `Qual mensagem você quer mudar? ${answers.byNumber}`,
  nowSays: (name: string) => `A mensagem “${name}” diz hoje:`,
  write: (variables: string) =>
    `Pode usar ${variables}. O que estiver entre [ ] some quando falta o dado.\nEscreva o novo texto, “original” para voltar ao nosso, ou “cancelar” para deixar como está.`,
  help: 'Sem pressa: até você confirmar outro, vale o texto de hoje. Mande aqui o novo texto, ou diga “cancelar” para deixar como está.',
  isYes: 'Qual é o novo texto? Escreva aqui, ou diga “cancelar” para deixar como está.',
  kept: 'Tudo bem, o texto fica como está.',
  onlyIn: (changed: string, shop: string) =>
    `Mudou só o texto em ${changed}. Para mudar também o que lê quem fala ${shop}, escreva “em ${shop}:” e o texto.`,
  original: 'original',
  sampleWords: 'esta semana o café é por nossa conta.',
  preview: 'Vai sair assim:',
  confirm: `Posso usar esse texto? ${answers.yesOrNo}`,
  saved: (name: string) => `Pronto, a mensagem “${name}” tem o novo texto.`,
  reset: (name: string) => `Pronto, a mensagem “${name}” voltou ao nosso texto.`,
  fault: {
    empty: 'O texto veio vazio. Escreva o que a mensagem deve dizer.',
    tooLong: (longest: number) => `Ficou longo demais: use até ${longest} letras.`,
    unknown: (name: string, known: string) => `Não conheço ${name} nesta mensagem. Pode usar ${known}.`,
    missing: (name: string) => `Falta ${name} no texto: sem isso a mensagem não diz o principal.`,
    brackets: 'Há um { } ou [ ] sem o outro lado. Confira e escreva de novo.',
  },
  hours: (from: string, to: string) =>
    `As ofertas saem das ${from} às ${to}, menos domingos e feriados nacionais. Avisos das compras saem na hora. Para mudar, diga “horário 9h às 20h”.`,
  confirmHours: (from: string, to: string) =>
    `Ofertas só das ${from} às ${to}, menos domingos e feriados nacionais? ${answers.yesOrNo}`,
  hoursSet: (from: string, to: string) => `Pronto, as ofertas saem das ${from} às ${to}.`,
  hoursWrong: 'O fim precisa ser depois do começo. Diga assim: “horário 9h às 20h”.',
  thanks: {
    ask: (number: string) =>
      `Agradeço na ${number}ª compra? Compras do mesmo dia contam uma vez. ${answers.yesOrNo}`,
    set: (number: string) => `Pronto, o agradecimento vai na manhã seguinte à ${number}ª compra.`,
    same: (number: string) => `O agradecimento já vai na ${number}ª compra.`,
    now: (number: string) => `Vai na ${number}ª compra; para mudar, diga “agradecer na 5ª compra”.`,
    range: (from: string, to: string) =>
      `O agradecimento pode ir da ${from}ª à ${to}ª compra. Diga, por exemplo, “agradecer na 5ª compra”.`,
    did: (number: string) => `passou o agradecimento para a ${number}ª compra`,
  },
  alwaysOn: (name: string) =>
    `A mensagem “${name}” fica sempre ligada: é ela que responde ao cliente ou diz quem escreve.`,
  switched: {
    on: (name: string) => `Pronto, a mensagem “${name}” está ligada.`,
    paused: (name: string) =>
      `A mensagem “${name}” está em pausa: o que surgir espera. Para voltar, diga “ativar”.`,
    off: (name: string) => `A mensagem “${name}” está desligada e não sai mais.`,
  },
  confirmOff: (name: string) =>
    `Desligo a mensagem “${name}”? O que surgir não sai, nem depois. ${answers.yesOrNo}`,
};
