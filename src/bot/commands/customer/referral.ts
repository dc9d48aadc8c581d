import { z } from 'zod';
import {
  acceptReferral,
  checkReferralTerms,
  referralCode,
  referralTerms,
  REFERRAL_DAYS,
  setReferralTerms,
  type ReferralTerms,
} from '../../../loyalty';
import type { Command, Reply, Turn } from '../../command';
import { codeText, formatIn, refusalText } from '../../messages';
import { mayRun } from '../../roles';
import { confirmed, staffOf } from '../answers';

/** More for one friend, to both sides together, is confirmed with the PIN. */
const WITHOUT_PIN_CENTS = 10_000;

const pending = z.object({
  giverCents: z.int(),
  friendCents: z.int(),
  validDays: z.int().nullable(),
  key: z.string(),
});

export const referral: Command = {
  name: 'referral',
  who: 'customer',
  risky: false,
  patterns: {
    pt: [
      '[(quero|como|posso)] (indicar|indico|indicacao) [(um|uns|meus)] [(amigo|amigos|amiga|alguem)]',
      '(indique|convidar|convide) [(um|uns|meus)] (amigo|amigos)',
      '[(meu|qual|qual e)] [o] [meu] codigo de indicacao',
      '[(eu)] (vim pela indicacao|fui indicado|fui indicada|indicado por|vim por indicacao) [(com o codigo|pelo codigo|codigo|de)] {code}',
      'indicacao {amount_cents} (para|pra|a) quem indica [e {friend_cents} (para|pra|ao) [(o|a)] (amigo|amiga|indicado)] [(valido|validos|por|valido por) {number} dias]',
    ],
    en: [
      '[(i want to|how do i|can i)] refer [(a|my)] [(friend|friends|someone)]',
      'referral',
      '[(my|what is my)] referral code',
      '[i] (was referred by|came by the referral|was invited with) [(the|code)] [code] {code}',
      'referral {amount_cents} (to|for) who refers [and {friend_cents} (to|for) the friend] [(valid|valid for|for) {number} days]',
    ],
    es: [
      '[(quiero|como|puedo)] (recomendar|referir|recomiendo) [(a|un|una)] [(un|mis)] [(amigo|amigos|amiga|alguien)]',
      '(recomendacion|recomendaciones)',
      '[(mi|cual es mi)] codigo de recomendacion',
      '[(yo)] (vengo por la recomendacion|me recomendaron con|me invitaron con) [(el codigo|codigo)] {code}',
      'recomendacion {amount_cents} para quien recomienda [y {friend_cents} para (el|la) (amigo|amiga)] [(valido|por|valido por) {number} dias]',
    ],
  },
  examples: {
    pt: [
      { says: 'indicar', args: {} },
      { says: 'vim pela indicação ABCD-1234', args: { code: 'ABCD1234' } },
    ],
    en: [
      { says: 'refer a friend', args: {} },
      { says: 'I came by the referral ABCD-1234', args: { code: 'ABCD1234' } },
    ],
    es: [
      { says: 'recomendar a un amigo', args: {} },
      { says: 'vengo por la recomendación ABCD-1234', args: { code: 'ABCD1234' } },
    ],
  },
  async handle(turn, { code, amount_cents: giverCents, friend_cents: friendCents = 0, number }) {
    if (code !== undefined) return accept(turn, code);
    const terms = await referralTerms(turn.work);
    const { staff } = turn.speaker;
    if (giverCents !== undefined) {
      if (!mayRun('manager', staff?.role ?? null)) return { text: turn.say.notAllowed('manager') };
      const data = { giverCents, friendCents, validDays: number ?? null, key: turn.messageId };
      const refusal = checkReferralTerms(data);
      if (refusal !== null) return { text: refusalText(refusal, { lang: turn.lang, zone: turn.shop.zone }) };
      return { text: turn.say.referral.askTerms(termsText(turn, data)), ask: { step: 'confirm', data } };
    }
    if (terms === null)
      return {
        text: mayRun('manager', staff?.role ?? null) ? turn.say.referral.how : turn.say.referral.refused.off,
      };
    const own = codeText(await referralCode(turn.work, turn.speaker.customer.id));
    return { text: turn.say.referral.share(termsText(turn, terms), own, REFERRAL_DAYS) };
  },
  pin: ({ speaker }, data) => {
    const { giverCents, friendCents } = pending.parse(data);
    return mayRun('manager', speaker.staff?.role ?? null) && giverCents + friendCents > WITHOUT_PIN_CENTS;
  },
  steps: { confirm: (turn, text, data) => confirmed(turn, text, () => set(turn, pending.parse(data))) },
};

async function set(turn: Turn, { key, ...terms }: z.infer<typeof pending>): Promise<Reply> {
  const { work, lang, shop, say, speaker } = turn;
  // The question waits, and a place in the team may change meanwhile.
  if (!mayRun('manager', speaker.staff?.role ?? null)) return { text: say.notAllowed('manager') };
  const done = await setReferralTerms(work, { terms, by: staffOf(turn), key });
  return { text: done.ok ? say.referral.set : refusalText(done.refusal, { lang, zone: shop.zone }) };
}

function termsText(turn: Turn, { giverCents, friendCents, validDays }: ReferralTerms): string {
  const { money, days } = formatIn(turn.lang, turn.shop.zone);
  const { terms, until } = turn.say.referral;
  return `${terms(money(giverCents), money(friendCents))}${validDays === null ? '' : until(days(validDays))}`;
}

async function accept(turn: Turn, code: string): Promise<Reply> {
  const { work, lang, shop, say } = turn;
  const accepted = await acceptReferral(work, { friendId: turn.speaker.customer.id, code });
  if (!accepted.ok) return { text: refusalText(accepted.refusal, { lang, zone: shop.zone }) };
  const { friendCents } = accepted.value.terms;
  return {
    text: say.referral.accepted(
      friendCents === 0 ? null : formatIn(lang, shop.zone).money(friendCents),
      REFERRAL_DAYS,
    ),
  };
}
