import type { Command } from '../../command';
import { callBot, chatOfPhone } from '../../conversation/handover';
import { phoneText } from '../../messages';

export const bot: Command = {
  name: 'bot',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(voltar|volta|falar com|quero|chama|pode voltar|voltar a falar|quero falar|quero voltar|deixa|religa|liga)] [(o|para o|pro|ao|com o)] (bot|robo) [{phone}]',
      '(bot|robo) (pode voltar|volta|voltar|volte|ta ai|cade voce)',
      '(cade|onde esta|onde ta) o (bot|robo)',
    ],
    en: [
      '[(back to|talk to|i want|call|go back to|bring back|i want to talk to|talk again to)] [the] (bot|robot) [(back|again)] [{phone}]',
      '(bot|robot) (come back|are you there|you there)',
      'where is the (bot|robot)',
    ],
    es: [
      '[(volver|vuelve|hablar con|quiero|llama|puede volver|volver a hablar|quiero hablar|quiero volver)] [(el|al|con el)] (bot|robot) [(de nuevo|otra vez)] [{phone}]',
      '(bot|robot) (vuelve|puedes volver|estas ahi)',
      'donde esta el (bot|robot)',
    ],
  },
  examples: {
    pt: [
      { says: 'bot', args: {} },
      { says: 'bot 11 98888-0001', args: { phone: '+5511988880001' } },
    ],
    en: [
      { says: 'bot', args: {} },
      { says: 'bot 11 98888-0001', args: { phone: '+5511988880001' } },
    ],
    es: [
      { says: 'bot', args: {} },
      { says: 'bot 11 98888-0001', args: { phone: '+5511988880001' } },
    ],
  },
  /** In one's own chat; of the staff with a phone in that person's. */
  async handle({ work, chatId, speaker, say: { human: say } }, { phone }) {
    if (phone === undefined || speaker.staff === null)
      return { text: (await callBot(work, chatId)) ? say.back : say.here };
    const other = await chatOfPhone(work, phone);
    const ended = other !== null && (await callBot(work, other));
    return { text: ended ? say.ended(phoneText(phone)) : say.notSilent(phoneText(phone)) };
  },
};
