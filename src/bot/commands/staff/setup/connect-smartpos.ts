import { askToJudgeHistory, connectionOf, historyToJudge, type ShopConnection } from '../../../../loyalty';
import { issueLink, type LinkPayloads } from '../../../../pages/one-time-links';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn } from '../../../messages';
import { confirmed, readNumber, staffOf } from '../../answers';

export const connectSmartpos: Command = {
  name: 'connect-smartpos',
  who: 'owner',
  risky: false,
  patterns: {
    pt: [
      '[quero] (conectar|conecta|conecte|ligar|integrar|reconectar) [(o|ao|a conta do|minha conta do|as maquininhas ao|minhas maquininhas ao|com o)] (smartpos|smart pos)',
      '[quero] (trocar|mudar) [as] chaves [do (smartpos|smart pos)]',
      '[quero] [(criar|trocar)] [(um|o)] [novo] segredo do webhook',
    ],
    en: [
      '[i want to] (connect|link|reconnect) [(to|my|the|my machines to)] (smartpos|smart pos)',
      '[i want to] (change|replace) [(the|my)] [(smartpos|smart pos)] keys',
      '[make] [a] new webhook secret',
    ],
    es: [
      '[quiero] (conectar|conecta|vincular|reconectar) [(el|a|con|mi cuenta de|mis maquinas a)] (smartpos|smart pos)',
      '[quiero] cambiar las claves [de (smartpos|smart pos)]',
      '[crear] [un] [nuevo] secreto [nuevo] del webhook',
    ],
  },
  examples: {
    pt: [
      { says: 'conectar smartpos', args: {} },
      { says: 'trocar as chaves do SmartPOS', args: {} },
    ],
    en: [
      { says: 'connect smartpos', args: {} },
      { says: 'change the SmartPOS keys', args: {} },
    ],
    es: [
      { says: 'conectar smartpos', args: {} },
      { says: 'cambiar las claves de SmartPOS', args: {} },
    ],
  },
  async handle(turn) {
    const connection = await connectionOf(turn.work);
    return connection === null ? link(turn, null) : showConnection(turn, connection);
  },
  steps: {
    pick: async (turn, text) => {
      const number = readNumber(text);
      if (number === null) return null;
      const replace = ([null, 'keys', 'signing-secret'] as const)[number];
      if (replace !== undefined && replace !== null) return link(turn, replace);
      if (number === JUDGE && isAllIn(await connectionOf(turn.work))) return askToJudge(turn);
      const last = isAllIn(await connectionOf(turn.work)) ? JUDGE : JUDGE - 1;
      return { text: turn.say.numberFrom(last), ask: { step: 'pick', data: {} } };
    },
    confirm: (turn, text) =>
      confirmed(turn, text, async () => {
        const { judging, notAllIn } = turn.say.smartpos;
        return { text: (await askToJudgeHistory(turn.work, staffOf(turn))) ? judging : notAllIn };
      }),
  },
};

/** The number of the choice that is there once the sales of before the connection are all in. */
const JUDGE = 3;
const isAllIn = (connection: ShopConnection | null): boolean =>
  connection?.history?.percent === 100 && connection.history.sales > 0;

/** They are judged only where the owner asks for it, now or when they connected. */
async function askToJudge(turn: Turn): Promise<Reply> {
  const say = turn.say.smartpos;
  const count = await historyToJudge(turn.work);
  return count === 0
    ? { text: say.nothingToJudge }
    : { text: say.confirmJudge(count), ask: { step: 'confirm', data: {} } };
}

/** The keys are never said in the chat: they are entered on a page that opens for this person only. */
async function link(turn: Turn, replace: LinkPayloads['connect-smartpos']['replace']): Promise<Reply> {
  const { work, chatId, say } = turn;
  const holder = { staffId: staffOf(turn).id };
  const address = await issueLink(work, {
    purpose: 'connect-smartpos',
    holder,
    chatId,
    payload: { replace },
  });
  return {
    text: replace === 'signing-secret' ? say.smartpos.rotate(address) : say.smartpos.connect(address),
  };
}

function showConnection(turn: Turn, connection: ShopConnection): Reply {
  const { company, pulledUntil, failure, history } = connection;
  const say = turn.say.smartpos;
  const { day, time, number } = formatIn(turn.lang, turn.shop.zone);
  const lines = [say.connectedTo(company === null ? null : cleanName(company))];
  if (failure !== null) lines.push(say.failing[failure === 'keys' || failure === 'plan' ? failure : 'other']);
  else if (pulledUntil !== null) lines.push(say.pulledAt(day(pulledUntil), time(pulledUntil)));
  if (history !== null && history.sales > 0)
    lines.push(say.history(String(history.percent), number(history.sales)));
  lines.push(...say.choices, ...(isAllIn(connection) ? [say.judgeChoice] : []), say.pick);
  return { text: lines.join('\n'), ask: { step: 'pick', data: {} } };
}
