import { pinStateOf } from '../../../../loyalty';
import { issueLink } from '../../../../pages/one-time-links';
import type { Command } from '../../../command';
import { staffOf } from '../../answers';

export const pin: Command = {
  name: 'pin',
  who: 'cashier',
  risky: true,
  patterns: {
    pt: ['[(criar|trocar|mudar|alterar|quero trocar|quero criar|novo)] [(o|um|meu|o meu)] pin'],
    en: ['[(create|change|set|new|i want to change|i want to create)] [(a|the|my)] pin'],
    es: ['[(crear|cambiar|quiero cambiar|quiero crear|nuevo)] [(el|un|mi)] pin'],
  },
  examples: {
    pt: [
      { says: 'pin', args: {} },
      { says: 'trocar meu PIN', args: {} },
    ],
    en: [
      { says: 'pin', args: {} },
      { says: 'change my PIN', args: {} },
    ],
    es: [
      { says: 'pin', args: {} },
      { says: 'cambiar mi PIN', args: {} },
    ],
  },
  async handle(turn) {
    const { work, chatId, say } = turn;
    const { id: staffId } = staffOf(turn);
    const state = await pinStateOf(work, staffId);
    const payload = { forgotten: false };
    const link = await issueLink(work, { purpose: 'new-pin', holder: { staffId }, chatId, payload });
    return { text: state === null ? say.pin.create(link) : say.pin.change(link) };
  },
};
