import { z } from 'zod';
import {
  campaignChangeSchema,
  campaignOf,
  changeCampaign,
  changedCampaign,
  type CampaignChange,
  type ChangedCampaign,
} from '../../../../loyalty';
import type { CampaignQuestion, Command, Reply, Turn } from '../../../command';
import { formatIn, refusalText } from '../../../messages';
import { confirmed, staffOf } from '../../answers';
import { campaignText, isLarge, plainWords } from './campaign-text';
import { questionText } from '../rules/rule-question';

const pending = z.object({ number: z.int(), change: campaignChangeSchema });
type Pending = z.infer<typeof pending>;

const budget500: CampaignChange = { budget_cents: 50_000 };

export const editCampaign: Command = {
  name: 'edit-campaign',
  who: 'manager',
  risky: true,
  // What changes is read by its own reader, before the campaigns'.
  patterns: {
    pt: ['[(quero|como|preciso)] (mudar|mudo|editar|edito|alterar|prorrogar) [(a|uma)] campanha [{number}]'],
    en: ['[(i want to|how do i|i need to)] (change|edit|extend) [(the|a)] campaign [{number}]'],
    es: ['[(quiero|como|necesito)] (cambiar|cambio|editar|modificar|extender) [(la|una)] campana [{number}]'],
  },
  examples: {
    pt: [
      { says: 'na campanha 2, orçamento R$ 500', args: { number: 2, campaignChange: budget500 } },
      {
        says: 'na campanha 2, até 20/12/2026',
        args: { number: 2, campaignChange: { last_day: '2026-12-20' } },
      },
      { says: 'mudar campanha 2', args: { number: 2 } },
    ],
    en: [
      { says: 'in campaign 2, budget R$ 500', args: { number: 2, campaignChange: budget500 } },
      { says: 'change campaign 2', args: { number: 2 } },
    ],
    es: [
      { says: 'en la campaña 2, presupuesto R$ 500', args: { number: 2, campaignChange: budget500 } },
      { says: 'cambiar campaña 2', args: { number: 2 } },
    ],
  },
  handle(turn, { number, campaignChange: change, campaignAsk }) {
    if (campaignAsk !== undefined) return Promise.resolve({ text: asked(turn, campaignAsk) });
    if (number === undefined) return Promise.resolve({ text: turn.say.campaignChange.how });
    if (change === undefined) return show(turn, number);
    const { words, ...rest } = change;
    const own = typeof words === 'string' ? plainWords(words) : words;
    return propose(turn, { number, change: { ...rest, ...(own === undefined ? {} : { words: own }) } });
  },
  pin: async ({ work }, data) => {
    const changed = await changedCampaign(work, pending.parse(data));
    return changed.ok && isLarge(changed.value);
  },
  steps: {
    confirm: (turn, text, data) => confirmed(turn, text, () => carryOut(turn, pending.parse(data))),
  },
};

function asked(turn: Turn, question: CampaignQuestion): string {
  if (question.reason === 'rule') return questionText(turn, question.question);
  return turn.say.campaigns.question[question.reason];
}

async function show(turn: Turn, number: number): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const campaign = await campaignOf(work, number);
  if (campaign === null)
    return { text: refusalText({ code: 'campaign-not-found' }, { lang, zone: shop.zone }) };
  const { is, how } = say.campaignChange;
  return { text: `${is(number, campaignText(turn, campaign.wish))}\n${how}` };
}

async function propose(turn: Turn, data: Pending): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const changed = await changedCampaign(work, data);
  if (!changed.ok) return { text: refusalText(changed.refusal, { lang, zone: shop.zone }) };
  if (changed.value.parts.length === 0) return { text: say.campaignChange.same(data.number) };
  return { text: echo(turn, data.number, changed.value), ask: { step: 'confirm', data } };
}

function echo(turn: Turn, number: number, changed: ChangedCampaign): string {
  const { campaigns: say, campaignChange } = turn.say;
  const { money, day } = formatIn(turn.lang, turn.shop.zone);
  const { wish, words, endsAt, parts, costCents, before } = changed;
  const lines = [campaignChange.becomes(number, campaignText(turn, wish))];
  if (parts.includes('words')) lines.push(words === null ? say.ownWords : say.words(words));
  if (parts.includes('budget') || parts.includes('offer'))
    lines.push(costCents === null ? say.costUnknown : say.costAtMost(money(costCents)));
  lines.push(say.ends(day(endsAt - 1)));
  if (before.given > 0) lines.push(campaignChange.sentStays);
  return [...lines, campaignChange.ask].join('\n');
}

async function carryOut(turn: Turn, { number, change }: Pending): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const changed = await changeCampaign(work, { number, change, by: staffOf(turn) });
  return {
    text: changed.ok
      ? say.campaignChange.done(number)
      : refusalText(changed.refusal, { lang, zone: shop.zone }),
  };
}
