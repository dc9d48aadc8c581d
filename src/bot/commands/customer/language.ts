import { setLanguage } from '../../../loyalty';
import type { Command } from '../../command';
import { messagesIn } from '../../messages';

export const language: Command = {
  name: 'language',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '(idioma|lingua)',
      '(mudar|trocar) [(o|de)] (idioma|lingua)',
      '[(mudar|trocar)] [(o|de)] [(idioma|lingua)] [(para|pra|em)] {lang}',
      '(fala|fale|falar|pode falar|responde|responda) [em] {lang}',
    ],
    en: [
      'language',
      '(change|switch) [the] language',
      '[(change|switch)] [the] [language] [(to|in)] {lang}',
      '[(can you|please)] (speak|answer|reply) [in] {lang}',
    ],
    es: [
      'idioma',
      'cambiar [(el|de)] idioma',
      '[cambiar] [(el|de)] [idioma] [(a|en|al)] {lang}',
      '(habla|hable|hablar|responde|puedes hablar) [(en|el)] {lang}',
    ],
  },
  examples: {
    pt: [
      { says: 'idioma', args: {} },
      { says: 'english', args: { lang: 'en' } },
      { says: 'mudar idioma para espanhol', args: { lang: 'es' } },
    ],
    en: [
      { says: 'language', args: {} },
      { says: 'português', args: { lang: 'pt' } },
      { says: 'speak Spanish', args: { lang: 'es' } },
    ],
    es: [
      { says: 'idioma', args: {} },
      { says: 'português', args: { lang: 'pt' } },
      { says: 'habla inglés', args: { lang: 'en' } },
    ],
  },
  async handle({ work, speaker, say }, { lang }) {
    if (lang === undefined) return { text: say.language.which };
    await setLanguage(work, speaker.customer.id, lang);
    return { text: messagesIn(lang).language.changed };
  },
};
