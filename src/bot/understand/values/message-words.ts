import { MESSAGE_KINDS, type Language, type MessageKind } from '../../../loyalty';

/** What people call each kind of message, normalised. Answers have no switch and no text. */
const NAMES: Record<Language, Record<Exclude<MessageKind, 'answer'>, readonly string[]>> = {
  pt: {
    welcome: ['boas vindas', 'bem vindo', 'apresentacao'],
    'benefit-earned': [
      'venda',
      'vendas',
      'compra',
      'compras',
      'beneficio de uma venda',
      'beneficio da venda',
      'cashback',
      'pontos',
    ],
    'benefit-available': ['beneficio liberado', 'saldo liberado', 'cashback liberado'],
    'voucher-earned': ['voucher ganho', 'voucher novo', 'novo voucher'],
    'voucher-redeemed': ['voucher usado'],
    'voucher-cancelled': ['voucher cancelado', 'cancelamento do voucher', 'cancelamento de voucher'],
    'voucher-returned': ['devolucao do voucher', 'devolucao de voucher', 'voucher devolvido'],
    'referral-paid': ['indicacao', 'premio por indicacao', 'indicacoes'],
    'benefit-taken-back': ['beneficio descontado', 'estorno', 'devolucao', 'desconto de beneficio'],
    'balance-expiring': ['saldo vencendo', 'saldo a vencer', 'cashback vencendo', 'vencimento do saldo'],
    'voucher-expiring': ['voucher vencendo', 'voucher a vencer', 'vencimento do voucher'],
    'come-back': ['volte a loja', 'volte', 'saudade', 'cliente sumido', 'retorno'],
    'first-purchase': ['primeira compra', 'primeira visita'],
    'thank-you': ['obrigado', 'agradecimento', 'nivel', 'obrigado pela compra'],
    birthday: ['aniversario', 'aniversarios', 'feliz aniversario'],
    campaign: ['campanha', 'campanhas', 'ofertas', 'promocoes'],
  },
  en: {
    welcome: ['welcome', 'introduction'],
    'benefit-earned': ['sale', 'sales', 'purchase', 'benefit from a sale', 'cashback', 'points'],
    'benefit-available': ['benefit available', 'available benefit', 'available balance'],
    'voucher-earned': ['voucher earned', 'new voucher'],
    'voucher-redeemed': ['voucher used', 'used voucher'],
    'voucher-cancelled': ['voucher cancelled', 'cancelled voucher', 'voucher canceled', 'canceled voucher'],
    'voucher-returned': ['voucher given back', 'returned voucher'],
    'referral-paid': ['referral', 'referral reward', 'referrals'],
    'benefit-taken-back': ['benefit taken back', 'refund', 'refunds'],
    'balance-expiring': ['balance expiring', 'expiring balance'],
    'voucher-expiring': ['voucher expiring', 'expiring voucher'],
    'come-back': ['come back', 'we miss you'],
    'first-purchase': ['first purchase', 'first visit'],
    'thank-you': ['thank you', 'thanks'],
    birthday: ['birthday', 'birthdays'],
    campaign: ['campaign', 'campaigns', 'offers', 'promotions'],
  },
  es: {
    welcome: ['bienvenida', 'presentacion'],
    'benefit-earned': [
      'venta',
      'ventas',
      'compra',
      'compras',
      'beneficio de una venta',
      'cashback',
      'puntos',
    ],
    'benefit-available': ['beneficio liberado', 'saldo liberado'],
    'voucher-earned': ['vale ganado', 'vale nuevo', 'nuevo vale'],
    'voucher-redeemed': ['vale usado'],
    'voucher-cancelled': ['vale cancelado', 'cancelacion del vale'],
    'voucher-returned': ['devolucion del vale', 'vale devuelto'],
    'referral-paid': ['recomendacion', 'premio por recomendacion', 'recomendaciones'],
    'benefit-taken-back': ['beneficio descontado', 'devolucion', 'reembolso'],
    'balance-expiring': ['saldo por vencer', 'saldo que vence', 'vencimiento del saldo'],
    'voucher-expiring': ['vale por vencer', 'vale que vence', 'vencimiento del vale'],
    'come-back': ['vuelve a la tienda', 'vuelve', 'te extranamos'],
    'first-purchase': ['primera compra', 'primera visita'],
    'thank-you': ['gracias', 'agradecimiento'],
    birthday: ['cumpleanos', 'feliz cumpleanos'],
    campaign: ['campana', 'campanas', 'ofertas', 'promociones'],
  },
};

export const messageKindSamples = (lang: Language): string[] => Object.values(NAMES[lang]).flat();

export const messageKindNamed = (words: string, lang: Language): MessageKind | null =>
  MESSAGE_KINDS.find((kind) => kind !== 'answer' && NAMES[lang][kind].includes(words)) ?? null;

const MESSAGE_OF =
  /(?:mensage(?:m|ns)|mensajes?|avisos?|textos?) (?:automatic[ao]s? )?(?:de la|de|da|do|das|dos|del) (.+)$/;
const MESSAGE_AFTER = /^(.+?) (?:messages?|texts?)\b/;
const LONGEST_NAME = 5;

/** The kind that a sentence names beside the word for a message: `para de mandar mensagem de aniversário`. */
export function messageKindIn(said: string, lang: Language): MessageKind | null {
  const before = MESSAGE_AFTER.exec(said)?.[1]?.split(' ') ?? [];
  const after = MESSAGE_OF.exec(said)?.[1]?.split(' ') ?? [];
  const parts = Array.from({ length: LONGEST_NAME }, (_, i) => LONGEST_NAME - i).flatMap((length) => [
    after.slice(0, length),
    before.slice(-length),
  ]);
  for (const part of parts) {
    const kind = messageKindNamed(part.join(' '), lang);
    if (kind !== null) return kind;
  }
  return null;
}

export const SWITCH_OFF: Record<Language, readonly string[]> = {
  pt: ['desligar', 'desliga', 'desligue', 'desativar', 'desative'],
  en: ['switch off', 'turn off', 'disable'],
  es: ['apagar', 'apaga', 'desactivar', 'desactiva'],
};

/** All messages, those that are owed too. */
export const EVERYTHING: Record<Language, readonly string[]> = {
  pt: ['tudo', 'todas as mensagens', 'todos os avisos', 'com tudo', 'qualquer mensagem', 'todas mensagens'],
  en: ['everything', 'all messages', 'every message', 'all'],
  es: ['todo', 'todos los mensajes', 'todos los avisos', 'con todo', 'cualquier mensaje'],
};

/** By e-mail too, or in the chat alone. */
export const CHANNELS: Record<Language, Record<'both' | 'chat', readonly string[]>> = {
  pt: {
    both: ['tambem por email', 'por email tambem', 'tambem por e mail', 'por e mail tambem'],
    chat: ['so no whatsapp', 'so pelo whatsapp', 'so por whatsapp', 'sem email', 'sem e mail'],
  },
  en: {
    both: ['also by email', 'by email too', 'also by e mail', 'by e mail too'],
    chat: ['on whatsapp only', 'only on whatsapp', 'without email', 'without e mail'],
  },
  es: {
    both: ['tambien por correo', 'por correo tambien', 'tambien por email', 'por email tambien'],
    chat: ['solo por whatsapp', 'solo en whatsapp', 'sin correo', 'sin email'],
  },
};
