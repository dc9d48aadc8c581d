import { answers } from './answers';

export const shop = {
  overview: (of: {
    name: string;
    cnpj: string;
    zone: string;
    time: string;
    language: string;
    colour: string;
  }) =>
    `Nome: ${of.name}\nCNPJ: ${of.cnpj}\nFuso: ${of.zone} (agora são ${of.time})\nIdioma: ${of.language}\nCor: ${of.colour}`,
  hint: 'Para mudar, diga “nome da loja”, “cnpj”, “fuso”, “idioma da loja” ou “cor”.',
  none: 'não informado',
  ownColour: 'a do Smartbis',
  languages: { pt: 'português', en: 'inglês', es: 'espanhol' },
  ask: {
    name: 'Qual é o nome da loja, como os clientes conhecem?',
    cnpj: 'Qual é o CNPJ? Se preferir depois, diga “pular”.',
    zone: 'Em que cidade fica a loja? Uso para o horário.',
    language: 'Em que idioma a loja fala com quem chega? Português, inglês ou espanhol?',
    brand_colour: 'Qual é a cor da loja? Diga o nome, como “azul”, ou o código, como “#1c4e9c”.',
  },
  /** What its team can say. */
  onceOpen: 'Isso você faz depois, com a loja aberta.',
  orPhone: 'Ou diga “pular”, e uso o horário do DDD do seu telefone.',
  orLater: 'Para deixar para depois, diga “pular”.',
  unclear: {
    name: 'Não consegui ler esse nome. Escreva só o nome da loja, até 40 letras.',
    cnpj: 'Esse CNPJ não confere. São 14 letras e números; veja se falta algum e escreva de novo.',
    zone: 'Não conheço essa cidade. Diga a capital do estado ou a sigla, como “Manaus” ou “AM”.',
    language: 'Diga “português”, “inglês” ou “espanhol”, depois de “idioma da loja”.',
    brand_colour: 'Não conheço essa cor. Diga um nome, como “azul” ou “vinho”, ou o código, como “#1c4e9c”.',
  },
  confirm: (what: string, value: string) => `${what}: ${value}. Mudo? ${answers.yesOrNo}`,
  what: { name: 'Nome', cnpj: 'CNPJ', zone: 'Fuso', language: 'Idioma da loja', brand_colour: 'Cor' },
  changed: 'Pronto, mudei. Diga “loja” para ver como ficou.',
  start: 'Vamos começar: são três perguntas, e depois os cinco passos.',
  startConfirm: (of: { name: string; cnpj: string; zone: string }) =>
    `${of.name}, CNPJ ${of.cnpj}, no horário de ${of.zone}. Está certo? ${answers.yesOrNo}`,
  startNotHere: (name: string) => `Por aqui você fala com ${name}. Diga “menu” para ver o que dá para fazer.`,
  nameFirst:
    'Aqui você abre a sua loja no programa de fidelidade, em três perguntas. Qual é o nome dela, como os clientes conhecem? Para desistir, diga “cancelar”.',
  lapsed: 'A abertura da loja ficou parada por mais de uma hora e não vale mais. Para abrir, diga “começar”.',
  linkAgain: (of: { name: string; link: string }) =>
    `Aqui está um novo link para ligar o WhatsApp de ${of.name} (vale 15 minutos): ${of.link}\nSe já ligou, escreva “status” para o número dela. Para abrir outra loja, diga “abrir outra loja”.`,
  whichLink: 'Qual link? Para o SmartPOS, diga “conectar smartpos”; para o PIN, “pin”.',
  startNoPhone:
    'Para abrir uma loja preciso do seu número, e o WhatsApp não me mostrou qual é. Escreva de outro aparelho, por favor.',
  tooManyOpened: (count: number, day: string, time: string) =>
    `Você já abriu ${count} lojas em um dia, e esse é o limite por telefone. Para abrir outra, volte em *${day}* às ${time}.`,
  opened: (of: { name: string; link: string }) =>
    `Pronto, ${of.name} está criada, e a loja é sua!\nAgora ligue o WhatsApp da loja neste link (vale 15 minutos): ${of.link}\nDepois escreva “status” para o número da loja, deste mesmo celular: lá está o passo 1, as maquininhas.`,
  page: {
    title: 'Ligue o WhatsApp da loja',
    text: 'Abra em outro aparelho: o código que aparece é lido com o celular da loja.',
    open: 'Abrir a página do código',
  },
  did: (what: string, value: string) => `mudou ${what} para ${value}`,
  didOpen: 'abriu a loja',
};
