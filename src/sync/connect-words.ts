import type { Language } from '../loyalty';
import type { FaultKind } from './smartpos/client';

export interface ConnectWords {
  title: string;
  intro: string;
  keyId: string;
  keySecret: string;
  where: string;
  connect: string;
  /** What becomes of the sales of the year before. */
  history: string;
  know: string;
  knowHint: string;
  judge: string;
  judgeHint: string;
  /** Whether the discount is in a sale's total. */
  total: string;
  totalPaid: string;
  totalPaidHint: string;
  totalBefore: string;
  totalBeforeHint: string;
  missing: string;
  other: (company: string | null) => string;
  faults: Record<FaultKind, string>;
  connected: (company: string | null) => string;
  replaced: string;
  rotateTitle: string;
  rotateIntro: string;
  /** A third secret in a day. */
  endsOldest: string;
  rotate: string;
  rotated: string;
  nothingConnected: string;
  tell: string;
  address: string;
  secret: string;
  once: string;
  overlap: string;
  close: string;
}

const passing = (text: string) => ({ unreachable: text, missing: text, refused: text, 'too-large': text });

/** What the page says on which a shop's SmartPOS is connected. */
export const connectWords: Record<Language, ConnectWords> = {
  pt: {
    title: 'Conectar o SmartPOS',
    intro: 'Cole as chaves de API da sua conta do SmartPOS. Elas são testadas na hora e guardadas cifradas.',
    keyId: 'Identificador da chave (Key ID)',
    keySecret: 'Segredo da chave (Key Secret)',
    where: 'No SmartPOS, em Configurações, API.',
    connect: 'Conectar',
    history: 'Vendas do último ano',
    know: 'Só para conhecer os clientes',
    knowHint: 'Recomendado: servem para simular regras e saber quem volta.',
    judge: 'Dar benefícios por elas também',
    judgeHint: 'Pelas regras que valiam na data de cada venda.',
    total: 'O total de cada venda no SmartPOS',
    totalPaid: 'É o que o cliente pagou',
    totalPaidHint: 'O desconto já foi tirado. É o comum.',
    totalBefore: 'É antes do desconto',
    totalBeforeHint: 'O desconto da venda ainda será tirado dele.',
    missing: 'Preencha este campo.',
    other: (company) =>
      `Estas chaves são de ${company ?? 'outra empresa'}, e a loja está conectada a outra. Para trocar de empresa, diga “desconectar smartpos” na conversa e conecte de novo. Se foi engano, cole as chaves certas aqui.`,
    faults: {
      keys: 'O SmartPOS recusou estas chaves. Confira se copiou as duas inteiras.',
      plan: 'O SmartPOS aceitou as chaves, mas elas não podem ver as vendas. Libere isso no SmartPOS e tente de novo.',
      ...passing(
        'O SmartPOS não respondeu como devia. Espere um minuto e tente de novo: o link continua valendo.',
      ),
    },
    connected: (company) => (company === null ? 'Conectado!' : `Conectado à conta ${company}!`),
    replaced: 'Chaves trocadas. O endereço e o segredo do webhook continuam os mesmos.',
    rotateTitle: 'Novo segredo do webhook',
    rotateIntro:
      'O segredo atual continua valendo por 24 horas ao lado do novo, para você trocar sem perder nada.',
    endsOldest:
      'Você já trocou duas vezes nas últimas 24 horas. Outro segredo encerra já o mais antigo: confira antes se o SmartPOS usa um dos dois últimos.',
    rotate: 'Criar novo segredo',
    rotated: 'Novo segredo criado.',
    nothingConnected: 'Nenhuma conta do SmartPOS está conectada. Diga “conectar smartpos” na conversa.',
    tell: 'No SmartPOS, cadastre este webhook para as vendas chegarem na hora:',
    address: 'Endereço do webhook',
    secret: 'Segredo de assinatura',
    once: 'O segredo aparece só agora. Guarde antes de fechar a página.',
    overlap: 'O segredo de antes ainda vale por 24 horas.',
    close: 'Pode voltar para a conversa.',
  },
  en: {
    title: 'Connect SmartPOS',
    intro: 'Paste the API keys of your SmartPOS account. They are tried at once and kept encrypted.',
    keyId: 'Key ID',
    keySecret: 'Key Secret',
    where: 'In SmartPOS, under Settings, API.',
    connect: 'Connect',
    history: 'Sales of the last year',
    know: 'Only to know the customers',
    knowHint: 'Recommended: to try rules on, and to know who comes back.',
    judge: 'Give benefits for them too',
    judgeHint: 'By the rules in force when each sale was made.',
    total: 'The total of each sale in SmartPOS',
    totalPaid: 'Is what the customer paid',
    totalPaidHint: 'The discount is off already. This is usual.',
    totalBefore: 'Is before the discount',
    totalBeforeHint: 'The sale’s discount is still to be taken off.',
    missing: 'Fill in this field.',
    other: (company) =>
      `These keys belong to ${company ?? 'another company'}, and the shop is connected to another. To change the company, say “disconnect smartpos” in the chat and connect again. If it was a mistake, paste the right keys here.`,
    faults: {
      keys: 'SmartPOS refused these keys. Check that you copied both of them whole.',
      plan: 'SmartPOS took the keys, but they may not see the sales. Allow it in SmartPOS and try again.',
      ...passing(
        'SmartPOS did not answer as it should. Wait a minute and try again: the link is still good.',
      ),
    },
    connected: (company) => (company === null ? 'Connected!' : `Connected to the account ${company}!`),
    replaced: 'Keys replaced. The webhook’s address and secret stay the same.',
    rotateTitle: 'New webhook secret',
    rotateIntro: 'The present secret stays good for 24 hours beside the new one, so that nothing is lost.',
    endsOldest:
      'You changed it twice in the last 24 hours. Another secret ends the oldest at once: check first that SmartPOS uses one of the last two.',
    rotate: 'Make a new secret',
    rotated: 'A new secret was made.',
    nothingConnected: 'No SmartPOS account is connected. Say “connect smartpos” in the chat.',
    tell: 'In SmartPOS, register this webhook so that sales come at once:',
    address: 'Webhook address',
    secret: 'Signing secret',
    once: 'The secret is shown only now. Keep it before you close the page.',
    overlap: 'The secret before it is good for 24 more hours.',
    close: 'You can go back to the chat.',
  },
  es: {
    title: 'Conectar SmartPOS',
    intro: 'Pega las claves de API de tu cuenta de SmartPOS. Se prueban al momento y se guardan cifradas.',
    keyId: 'Identificador de la clave (Key ID)',
    keySecret: 'Secreto de la clave (Key Secret)',
    where: 'En SmartPOS, en Configuración, API.',
    connect: 'Conectar',
    history: 'Ventas del último año',
    know: 'Solo para conocer a los clientes',
    knowHint: 'Recomendado: sirven para simular reglas y saber quién vuelve.',
    judge: 'Dar beneficios por ellas también',
    judgeHint: 'Por las reglas vigentes en la fecha de cada venta.',
    total: 'El total de cada venta en SmartPOS',
    totalPaid: 'Es lo que pagó el cliente',
    totalPaidHint: 'Ya se quitó el descuento. Es lo habitual.',
    totalBefore: 'Es antes del descuento',
    totalBeforeHint: 'Todavía se le quitará el descuento de la venta.',
    missing: 'Completa este campo.',
    other: (company) =>
      `Estas claves son de ${company ?? 'otra empresa'}, y la tienda está conectada a otra. Para cambiar de empresa, di “desconectar smartpos” en la conversación y conecta de nuevo. Si fue un error, pega aquí las claves correctas.`,
    faults: {
      keys: 'SmartPOS rechazó estas claves. Revisa que copiaste las dos completas.',
      plan: 'SmartPOS aceptó las claves, pero no pueden ver las ventas. Permítelo en SmartPOS e intenta de nuevo.',
      ...passing(
        'SmartPOS no respondió como debía. Espera un minuto e intenta de nuevo: el enlace sigue valiendo.',
      ),
    },
    connected: (company) => (company === null ? '¡Conectado!' : `¡Conectado a la cuenta ${company}!`),
    replaced: 'Claves cambiadas. La dirección y el secreto del webhook siguen iguales.',
    rotateTitle: 'Nuevo secreto del webhook',
    rotateIntro: 'El secreto actual sigue valiendo 24 horas junto al nuevo, para cambiarlo sin perder nada.',
    endsOldest:
      'Ya lo cambiaste dos veces en las últimas 24 horas. Otro secreto termina ya con el más antiguo: confirma antes que SmartPOS usa uno de los dos últimos.',
    rotate: 'Crear un secreto nuevo',
    rotated: 'Secreto nuevo creado.',
    nothingConnected: 'Ninguna cuenta de SmartPOS está conectada. Di “conectar smartpos” en la conversación.',
    tell: 'En SmartPOS, registra este webhook para que las ventas lleguen al momento:',
    address: 'Dirección del webhook',
    secret: 'Secreto de firma',
    once: 'El secreto aparece solo ahora. Guárdalo antes de cerrar la página.',
    overlap: 'El secreto de antes todavía vale 24 horas.',
    close: 'Puedes volver a la conversación.',
  },
};
