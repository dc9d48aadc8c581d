import { z } from 'zod';
import { changeSettings, currentSettings, settingsSchema, type Settings } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { hasLink, refusalText } from '../../../messages';
import { printSettings } from '../../../understand';
import { askedAgain, confirmed, staffOf } from '../../answers';
import { questionText } from './rule-question';

const some = z.record(z.string(), z.unknown());
const pending = z.object({ settings: some, seen: some.default({}), key: z.string() });
const paysUpTo30: Partial<Settings> = { redeem_max_bps: 3_000 };

export const setProgram: Command = {
  name: 'set-program',
  who: 'manager',
  risky: true,
  // What is to be set is read by the reader of settings, after every pattern.
  patterns: {
    pt: [
      '[(ver|mostrar|mudar|alterar|ajustar|quais sao|quero mudar|quero ver)] [(as|minhas)] (configuracoes|configuracao) [(do programa|da loja)]',
      '(configurar|ajustar) [o] programa',
    ],
    en: [
      '[(see|show|show me|change|what are|i want to change)] [(the|my)] [program] settings [of the program]',
      '(set up|configure) [the] program',
    ],
    es: [
      '[(ver|mostrar|cambiar|ajustar|cual es|quiero cambiar|quiero ver)] [(la|mi)] configuracion [(del programa|de la tienda)]',
      '(configurar|ajustar) [el] programa',
    ],
  },
  examples: {
    pt: [
      { says: 'cashback paga até 30% da compra', args: { settings: paysUpTo30 } },
      { says: 'voucher vale 15 dias', args: { settings: { voucher_valid_days: 15 } } },
      { says: 'configurações', args: {} },
    ],
    en: [
      { says: 'cashback pays up to 30% of the purchase', args: { settings: paysUpTo30 } },
      { says: 'vouchers are valid for 15 days', args: { settings: { voucher_valid_days: 15 } } },
      { says: 'settings', args: {} },
    ],
    es: [
      { says: 'el cashback paga hasta 30% de la compra', args: { settings: paysUpTo30 } },
      { says: 'los vales valen 15 días', args: { settings: { voucher_valid_days: 15 } } },
      { says: 'configuración', args: {} },
    ],
  },
  async handle(turn, { settings, ask }) {
    if (ask !== undefined) return { text: questionText(turn, ask) };
    const say = turn.say.setProgram;
    const now = await currentSettings(turn.work);
    if (settings === undefined) return { text: `${say.now}\n${listed(now, turn)}\n${say.how}` };
    return hasLink(settings) ? { text: turn.say.ruleQuestion.link } : propose(turn, now, settings);
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => set(turn, pending.parse(data))),
  },
};

function propose(turn: Turn, now: Settings, settings: Partial<Settings>): Reply {
  const say = turn.say.setProgram;
  const seen = only(now, settings);
  const [before, after] = [printSettings(seen, turn.lang), printSettings(settings, turn.lang)];
  if (before === after) return { text: say.same(after) };
  const data = { settings, seen, key: `set-program:${turn.messageId}` };
  return { text: `${say.becomes(before, after)}\n${say.ask}`, ask: { step: 'confirm', data } };
}

/** A line for each. */
const listed = (settings: Settings, { lang }: Turn): string =>
  Object.entries(settings)
    .map(([name, value]) => `• ${printSettings({ [name]: value }, lang)}`)
    .join('\n');

/** Of the settings in force those that are to change. */
function only(now: Settings, changed: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(now).filter(([name]) => name in changed));
}

async function set(turn: Turn, { settings, seen, key }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const wished = settingsSchema.partial().parse(settings);
  const chosen = Object.fromEntries(Object.entries(wished).filter(([name]) => name in settings));
  const done = await changeSettings(work, { settings: chosen, by: staffOf(turn), key, seen });
  if (!done.ok && done.refusal.code === 'changed-meanwhile')
    return askedAgain(turn, propose(turn, await currentSettings(work), chosen));
  return { text: done.ok ? say.setProgram.done : refusalText(done.refusal, { lang, zone: shop.zone }) };
}
