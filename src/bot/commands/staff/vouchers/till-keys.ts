import { z } from 'zod';
import { revokeTillKey, tillKeysOf, type TillKey } from '../../../../loyalty';
import { issueLink } from '../../../../pages/one-time-links';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { fitting } from '../../lines';

const listed = z.object({ ids: z.array(z.string()) });
const pending = z.object({ id: z.string(), name: z.string() });

/** What the list offers to be said, in each language. */
const NEW = /^\s*(?:nova|novo|new|nueva|outra|another|otra)(?:\s+(?:chave|key|clave))?\s*[.!]?\s*$/i;
const REVOKE = /^\s*(?:revogar|revoga|revoke|revocar|revoca)\s+(\d{1,2})\s*[.!]?\s*$/i;

export const tillKeys: Command = {
  name: 'till-keys',
  who: 'owner',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quero|criar|mostrar|listar|nova|gerar)] [(a|as|uma)] (chave|chaves) [de api] (do|dos|de|para o) (caixa|caixas)',
    ],
    en: [
      '[(see|i want|make|show|list|new|create)] [(the|a|my)] (till|tills|checkout|cash register) (key|keys)',
    ],
    es: [
      '[(ver|quiero|crear|mostrar|listar|nueva)] [(la|las|una)] (clave|claves) [de api] (de la|de las|para la) (caja|cajas)',
    ],
  },
  examples: {
    pt: [
      { says: 'chave do caixa', args: {} },
      { says: 'ver as chaves do caixa', args: {} },
    ],
    en: [
      { says: 'till keys', args: {} },
      { says: 'make a till key', args: {} },
    ],
    es: [
      { says: 'clave de la caja', args: {} },
      { says: 'ver las claves de la caja', args: {} },
    ],
  },
  async handle(turn) {
    const keys = await tillKeysOf(turn.work);
    return keys.length === 0 ? linkToNew(turn) : list(turn, keys);
  },
  steps: {
    keys: async (turn, text, data) => {
      if (NEW.test(text)) return linkToNew(turn);
      const number = REVOKE.exec(text)?.[1];
      if (number === undefined) return null;
      const { ids } = listed.parse(data);
      const key = (await tillKeysOf(turn.work)).find(({ id }) => id === ids[Number(number) - 1]);
      if (key === undefined) return { text: turn.say.numberFrom(ids.length), ask: { step: 'keys', data } };
      const name = cleanName(key.name) ?? '…';
      return {
        text: turn.say.tills.askRevoke(name),
        ask: { step: 'confirm', data: { id: key.id, name } },
      };
    },
    confirm: (turn, text, data) =>
      confirmed(turn, text, async () => {
        const { id, name } = pending.parse(data);
        await revokeTillKey(turn.work, { id, by: staffOf(turn) });
        return { text: turn.say.tills.revoked(name) };
      }),
  },
};

/** The key is never said in the chat. */
async function linkToNew(turn: Turn): Promise<Reply> {
  const { work, chatId, say } = turn;
  const holder = { staffId: staffOf(turn).id };
  const address = await issueLink(work, { purpose: 'till-key', holder, chatId, payload: { name: null } });
  return { text: say.tills.link(address) };
}

function list(turn: Turn, keys: readonly TillKey[]): Reply {
  const say = turn.say.tills;
  const { day } = formatIn(turn.lang, turn.shop.zone);
  const lines = keys.map(({ name, createdAt, lastUsedAt }, i) =>
    say.line(i + 1, cleanName(name) ?? '…', day(createdAt), lastUsedAt === null ? null : day(lastUsedAt)),
  );
  const shown = fitting(lines, [say.title, say.choices]);
  return {
    text: [say.title, ...shown, say.choices].join('\n'),
    ask: { step: 'keys', data: { ids: keys.slice(0, shown.length).map(({ id }) => id) } },
  };
}
