import { connectionOf, disconnect } from '../../../../loyalty';
import type { Command } from '../../../command';
import { cleanName } from '../../../messages';
import { confirmed, staffOf } from '../../answers';

export const disconnectSmartpos: Command = {
  name: 'disconnect-smartpos',
  who: 'owner',
  risky: true,
  patterns: {
    pt: [
      '[quero] (desconectar|desconecta|desligar|encerrar) [(o|do|a conexao com o|a conta do)] (smartpos|smart pos)',
      '(desconectar|desconecta)',
    ],
    en: ['[i want to] (disconnect|unlink) [(from|my|the)] (smartpos|smart pos)', 'disconnect'],
    es: [
      '[quiero] (desconectar|desconecta|desvincular) [(el|de|mi cuenta de)] (smartpos|smart pos)',
      '(desconectar|desconecta)',
    ],
  },
  examples: {
    pt: [{ says: 'desconectar smartpos', args: {} }],
    en: [{ says: 'disconnect smartpos', args: {} }],
    es: [{ says: 'desconectar smartpos', args: {} }],
  },
  async handle({ work, say }) {
    const connection = await connectionOf(work);
    if (connection === null) return { text: say.smartpos.nothingConnected };
    const company = connection.company === null ? null : cleanName(connection.company);
    return { text: say.smartpos.confirmDisconnect(company), ask: { step: 'confirm', data: {} } };
  },
  steps: {
    confirm: (turn, text) =>
      confirmed(turn, text, async () => {
        await disconnect(turn.work, staffOf(turn));
        return { text: turn.say.smartpos.disconnected };
      }),
  },
};
