import { z } from 'zod';
import {
  campaignWishSchema,
  createCampaign,
  hearsOfSales,
  previewCampaign,
  type CampaignWish,
} from '../../../../loyalty';
import type { Command, Reply, Turn } from '../../../command';
import { cleanName, formatIn, refusalText } from '../../../messages';
import { todayOf } from '../../../conversation/hearing';
import { corrected, correctionIn, parseAmount } from '../../../understand';
import { confirmed, staffOf } from '../../answers';
import { campaignText, isLarge, plainWords } from './campaign-text';
import { questionText } from '../rules/rule-question';

const pending = z.object({ wish: campaignWishSchema, words: z.string().nullable(), key: z.string() });
type Pending = z.infer<typeof pending>;

const silent45: CampaignWish = {
  audience: { inactive_days: 45 },
  offer: { kind: 'cashback', cents: 1500 },
  valid_days: 7,
};

export const campaign: Command = {
  name: 'campaign',
  who: 'manager',
  risky: true,
  // What it is for and gives is read by its own reader, before the rules'.
  patterns: {
    pt: ['(criar|fazer|nova|quero criar|quero fazer) [uma] [nova] campanha'],
    en: ['(create|start|make|new|i want to create) [a] [new] campaign'],
    es: ['(crear|hacer|nueva|quiero crear|quiero hacer) [una] [nueva] campana'],
  },
  examples: {
    pt: [
      {
        says: 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias',
        args: { campaign: silent45 },
      },
      { says: 'criar uma campanha', args: {} },
    ],
    en: [
      {
        says: 'campaign: customers who have not bought for 45 days get R$ 15 valid for 7 days',
        args: { campaign: silent45 },
      },
      { says: 'create a campaign', args: {} },
    ],
    es: [
      {
        says: 'campaña: quien no compra hace 45 días gana R$ 15 válido por 7 días',
        args: { campaign: silent45 },
      },
      { says: 'crear una campaña', args: {} },
    ],
  },
  handle: async (turn, { campaign: wish, campaignAsk }) => {
    const { campaigns: say } = turn.say;
    if (campaignAsk?.reason === 'rule') return { text: questionText(turn, campaignAsk.question) };
    if (campaignAsk !== undefined) return { text: say.question[campaignAsk.reason] };
    if (wish === undefined) return { text: say.how };
    return ask(turn, { wish, words: null, key: `campaign:${turn.messageId}` });
  },
  pin: async ({ work }, data) => {
    const { treated, costCents } = await previewCampaign(work, pending.parse(data).wish);
    return isLarge({ people: treated, costCents });
  },
  steps: {
    confirm: async (turn, text, data) => {
      const asked = pending.parse(data);
      const words = wordsIn(text);
      if (words !== null) return ask(turn, { ...asked, words });
      const answered = await confirmed(turn, text, () => start(turn, asked));
      const wish = answered === null ? putRight(turn, text, asked.wish) : null;
      return wish === null ? answered : ask(turn, { ...asked, wish });
    },
  },
};

/** `não, 20`, `não, por 10 dias`: what it gives, to whom and for how long; its own words stay. */
function putRight(turn: Turn, text: string, before: CampaignWish): CampaignWish | null {
  const said = correctionIn(text, turn.lang) ?? (parseAmount(text, turn.lang) === null ? null : text);
  const right = said === null ? null : corrected({ campaign: before }, said, turn.lang, todayOf(turn));
  const wish = campaignWishSchema.safeParse(right?.campaign);
  return wish.success ? wish.data : null;
}

/** `texto: Sentimos sua falta!` */
function wordsIn(text: string): string | null {
  const said = /^\s*(?:texto|text|mensagem|mensaje|message)\s*:\s*(.+)$/isu.exec(text)?.[1];
  return said === undefined ? null : plainWords(said);
}

async function ask(turn: Turn, asked: Pending): Promise<Reply> {
  const { campaigns: say } = turn.say;
  const { number, money, day } = formatIn(turn.lang, turn.shop.zone);
  const preview = await previewCampaign(turn.work, asked.wish);
  if (preview.eligible + preview.unreachable + preview.busy === 0) return { text: say.nobodyFits };
  if (preview.eligible === 0) return { text: say.nobody(number(preview.unreachable), number(preview.busy)) };
  const { treated, eligible, paidFor } = preview;
  if (paidFor === 0) return { text: say.budgetTooSmall };
  const people = treated === 0 ? say.allLeftOut(eligible) : say.people(preview);
  const lines = [say.understood(campaignText(turn, asked.wish)), people];
  if (paidFor !== null) lines.push(say.budgetFor(paidFor));
  if (preview.unreachable + preview.busy > 0) lines.push(say.leftOut(preview));
  lines.push(preview.costCents === null ? say.costUnknown : say.costAtMost(money(preview.costCents)));
  lines.push(say.ends(day(preview.endsAt - 1)));
  // Whoever bought meanwhile would be among the silent.
  if (asked.wish.audience.inactive_days !== undefined && !(await hearsOfSales(turn.work)))
    lines.push(say.deaf);
  lines.push(
    asked.words === null ? say.ownWords : say.words(cleanName(asked.words) === null ? '…' : asked.words),
  );
  lines.push(say.ask);
  return { text: lines.join('\n'), ask: { step: 'confirm', data: { ...asked } } };
}

async function start(turn: Turn, { wish, words, key }: Pending): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const made = await createCampaign(work, { wish, words, by: staffOf(turn), key });
  return {
    text: made.ok
      ? say.campaigns.started(made.value.number)
      : refusalText(made.refusal, { lang, zone: shop.zone }),
  };
}
