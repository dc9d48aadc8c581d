import { currentProgram } from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { cleanName, formatIn } from '../../messages';
import { nextRules, rulePage } from '../rule-page';

const WHOLE_BPS = 10_000;

export const program: Command = {
  name: 'program',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(ver|quais sao|quero ver)] [as] regras [(do programa|da loja)]',
      'como [e que] [isso] funciona [(isso|o programa|o cashback)]',
      'como [(eu|que eu)] (ganho|ganhar) [(cashback|pontos)]',
      'programa [de fidelidade]',
    ],
    en: [
      '[(see|show|show me|what are)] [the] rules [of the program]',
      'how (does|do) (it|this|the program|the cashback) work',
      'how it works',
      'how (do i|to) earn [(cashback|points)]',
      '[loyalty] program',
    ],
    es: [
      '[(ver|cuales son|quiero ver)] [las] reglas [(del programa|de la tienda)]',
      'como funciona [(esto|el programa|el cashback)]',
      'como (gano|ganar) [(cashback|puntos)]',
      'programa [de fidelidad]',
    ],
  },
  examples: {
    pt: [
      { says: 'como funciona?', args: {} },
      { says: 'como ganho cashback', args: {} },
    ],
    en: [
      { says: 'how does it work?', args: {} },
      { says: 'how do I earn points', args: {} },
    ],
    es: [
      { says: '¿cómo funciona?', args: {} },
      { says: 'cómo gano puntos', args: {} },
    ],
  },
  handle: (turn) => page(turn, 0),
  steps: {
    more: async (turn, text, data) => {
      const from = nextRules(text, data);
      return from === null ? null : page(turn, from);
    },
  },
};

async function page(turn: Turn, from: number): Promise<Reply> {
  const say = turn.say.program;
  const shop = cleanName(turn.shop.name) ?? 'Smartbis';
  const version = await currentProgram(turn.work);
  if (version === null || version.rules.length === 0) return { text: say.none(shop) };
  const { redeem_min_cents: minimum, redeem_max_bps: most, voucher_valid_days: days } = version.settings;
  const format = formatIn(turn.lang, turn.shop.zone);
  const notes = [say.redeemFrom(format.money(minimum)), say.voucherDays(days)];
  if (most < WHOLE_BPS) notes.push(say.paysUpTo(format.percent(most)));
  if (turn.shop.state === 'setup') notes.push(say.notYet);
  if (turn.shop.state === 'earning-paused') notes.push(say.paused);
  const inForce = version.rules.map((rule) => ({ rule, paused: false }));
  return rulePage(turn, inForce, { from, title: say.title(shop), notes: from === 0 ? notes : [] });
}
