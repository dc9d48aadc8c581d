import { z } from 'zod';
import { campaignOf, campaignsOf, stopCampaign, type Campaign } from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { formatIn, refusalText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { fitting } from '../../lines';
import { campaignText, resultText } from './campaign-text';

const SHOWN = 10;
const toStop = z.object({ number: z.int() });

export const campaigns: Command = {
  name: 'campaigns',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|listar|minhas|quais sao)] [(as|minhas|as minhas)] campanhas [(da loja|em andamento)]',
    ],
    en: ['[(see|show|show me|list|what are)] [(the|my)] campaigns [(of the shop|running)]'],
    es: ['[(ver|mostrar|listar|cuales son)] [(las|mis)] campanas [(de la tienda|en curso)]'],
  },
  examples: {
    pt: [{ says: 'campanhas', args: {} }],
    en: [{ says: 'campaigns', args: {} }],
    es: [{ says: 'campañas', args: {} }],
  },
  async handle(turn) {
    const { campaigns: say } = turn.say;
    const all = await campaignsOf(turn.work, SHOWN);
    if (all.length === 0) return { text: say.none };
    const lines = all.map((one) => line(turn, one));
    return { text: [say.title, ...fitting(lines, [say.title, say.hint]), say.hint].join('\n') };
  },
};

function line(turn: Turn, { number, wish, state, endsAt }: Campaign): string {
  const { campaigns: say } = turn.say;
  const { dayAndMonth } = formatIn(turn.lang, turn.shop.zone);
  return `${number}. ${campaignText(turn, wish)} (${say.state[state](dayAndMonth(endsAt - 1))})`;
}

export const campaignResult: Command = {
  name: 'campaign-result',
  who: 'manager',
  risky: false,
  patterns: {
    pt: [
      '[(ver|mostrar|qual foi|qual e|como foi|como esta)] [o] [(resultado|resultados)] [(da|de)] campanha {number}',
    ],
    en: [
      '[(see|show|show me|what is|how did|how is)] [the] [(result|results)] [(of|from)] [the] campaign {number} [go]',
    ],
    es: [
      '[(ver|mostrar|cual fue|como fue|como va)] [el] [(resultado|resultados)] [de] [la] campana {number}',
    ],
  },
  examples: {
    pt: [{ says: 'resultado da campanha 3', args: { number: 3 } }],
    en: [{ says: 'result of campaign 3', args: { number: 3 } }],
    es: [{ says: 'resultado de la campaña 3', args: { number: 3 } }],
  },
  async handle(turn, { number = 0 }) {
    const found = await campaignOf(turn.work, number);
    return found === null ? notFound(turn) : { text: resultText(turn, found) };
  },
};

export const stopOfCampaign: Command = {
  name: 'stop-campaign',
  who: 'manager',
  risky: true,
  patterns: {
    pt: ['(parar|para|pare|encerrar|encerra|cancelar|cancela|desligar) [a] campanha {number}'],
    en: ['(stop|end|cancel) [the] campaign {number}'],
    es: ['(parar|para|detener|deten|cancelar|cancela|terminar) [la] campana {number}'],
  },
  examples: {
    pt: [{ says: 'parar campanha 3', args: { number: 3 } }],
    en: [{ says: 'stop campaign 3', args: { number: 3 } }],
    es: [{ says: 'parar campaña 3', args: { number: 3 } }],
  },
  async handle(turn, { number = 0 }) {
    const found = await campaignOf(turn.work, number);
    if (found === null) return notFound(turn);
    if (found.state === 'ended' || found.state === 'stopped') return stop(turn, number);
    const text = turn.say.campaigns.askStop(number, campaignText(turn, found.wish));
    return { text, ask: { step: 'confirm', data: { number } } };
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => stop(turn, toStop.parse(data).number)),
  },
};

async function stop(turn: Turn, number: number): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const stopped = await stopCampaign(work, { number, by: staffOf(turn) });
  if (!stopped.ok) return { text: refusalText(stopped.refusal, { lang, zone: shop.zone }) };
  const { state, given } = stopped.value;
  const { number: format } = formatIn(lang, shop.zone);
  return {
    text: state === 'ended' ? say.campaigns.over(number) : say.campaigns.stopped(number, format(given)),
  };
}

const notFound = ({ lang, shop }: Turn): Reply => ({
  text: refusalText({ code: 'campaign-not-found' }, { lang, zone: shop.zone }),
});
