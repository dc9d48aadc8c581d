import type { Language } from '../loyalty';

interface PageWords {
  gone: { title: string; text: string };
  tooMany: { title: string; text: string };
  elsewhere: { title: string; text: string };
  missing: { title: string; text: string };
  copy: string;
  copied: string;
}

/** What every page says. */
export const pageWords: Record<Language, PageWords> = {
  pt: {
    gone: {
      title: 'Este link não vale mais',
      text: 'Ele vale por 15 minutos e uma vez só. Peça outro na conversa com a loja.',
    },
    tooMany: { title: 'Muitas tentativas', text: 'Espere um minuto e abra de novo o link que recebeu.' },
    elsewhere: {
      title: 'Isso veio de outra página',
      text: 'Por segurança nada foi feito. Abra o link que recebeu na conversa e tente de novo.',
    },
    missing: {
      title: 'Esta página não existe',
      text: 'Confira o endereço, ou abra de novo o link que recebeu na conversa com a loja.',
    },
    copy: 'Copiar',
    copied: 'Copiado',
  },
  en: {
    gone: {
      title: 'This link is no longer good',
      text: 'It is good for 15 minutes and one use. Ask for another in the chat with the shop.',
    },
    tooMany: { title: 'Too many tries', text: 'Wait a minute and open the link that you were given again.' },
    elsewhere: {
      title: 'This came from another page',
      text: 'To be safe nothing was done. Open the link from the chat and try again.',
    },
    missing: {
      title: 'There is no such page',
      text: 'Check the address, or open the link from your chat with the shop again.',
    },
    copy: 'Copy',
    copied: 'Copied',
  },
  es: {
    gone: {
      title: 'Este enlace ya no vale',
      text: 'Vale por 15 minutos y una sola vez. Pide otro en la conversación con la tienda.',
    },
    tooMany: {
      title: 'Demasiados intentos',
      text: 'Espera un minuto y abre de nuevo el enlace que recibiste.',
    },
    elsewhere: {
      title: 'Esto vino de otra página',
      text: 'Por seguridad no se hizo nada. Abre el enlace de la conversación e inténtalo de nuevo.',
    },
    missing: {
      title: 'Esta página no existe',
      text: 'Revisa la dirección, o abre de nuevo el enlace que recibiste en la conversación con la tienda.',
    },
    copy: 'Copiar',
    copied: 'Copiado',
  },
};

/** The first language of the browser's that there is; Portuguese else. */
export function languageAsked(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const lang = part.trim().slice(0, 2).toLowerCase();
    if (lang === 'pt' || lang === 'en' || lang === 'es') return lang;
  }
  return 'pt';
}
