import { loadVoucherTerms, type IssuedVoucher, type RedeemTerms, type VoucherBenefit } from '../../loyalty';
import type { VoucherCard, Reply, Turn } from '../command';
import { cleanName, codePlace, formatIn, worthOf, type Format } from '../messages';

/** What a voucher is worth, in the reader's words. */
export const worthIn = ({ lang, shop }: Turn, benefit: VoucherBenefit): string =>
  worthOf(benefit, lang, shop.zone);

/** Until when and from which purchase on a voucher is good, as the catalogues take it. */
export function termsIn(turn: Turn, terms: RedeemTerms): { day: string; minimum: string | null } {
  const { lastDay, money } = formatIn(turn.lang, turn.shop.zone);
  const { expiresAt, minimumPurchaseCents: minimum } = terms;
  return { day: lastDay(expiresAt), minimum: minimum === null ? null : money(minimum) };
}

/** A new voucher, with its picture, what is left of what it came from, and in manual mode how it is used. */
export async function issuedReply(
  turn: Turn,
  voucher: IssuedVoucher,
  left: (format: Format) => string,
): Promise<Reply> {
  const say = turn.say.voucher;
  const lines = [
    say.issued({
      worth: worthIn(turn, voucher.benefit),
      code: codePlace(voucher.id),
      ...termsIn(turn, voucher),
      left: left(formatIn(turn.lang, turn.shop.zone)),
    }),
    ...(await usageLines(turn, voucher.stores)),
  ];
  return { text: lines.join('\n'), card: cardOf(turn, voucher) };
}

/** The stores' names, as a list is read. */
export const storesIn = ({ lang, shop }: Turn, stores: readonly string[]): string =>
  formatIn(lang, shop.zone).list(stores.map((store) => cleanName(store) ?? '…'));

/** Where and how vouchers are used, where that is not everywhere and at the counter. */
export async function usageLines(turn: Turn, stores: readonly string[] | null): Promise<string[]> {
  const { procedure } = await loadVoucherTerms(turn.work);
  const lines: string[] = [];
  if (stores !== null) lines.push(turn.say.worth.stores(storesIn(turn, stores)));
  if (procedure !== null) lines.push(turn.say.voucher.procedure(procedure));
  return lines;
}

function cardOf({ shop, lang, now }: Turn, voucher: IssuedVoucher): VoucherCard {
  const { id: voucherId, benefit, minimumPurchaseCents, expiresAt, stores } = voucher;
  const availableAt = voucher.availableAt > now ? voucher.availableAt : null;
  const terms = { benefit, minimumPurchaseCents, availableAt, expiresAt, stores };
  return { kind: 'voucher', shop: shop.name, voucherId, ...terms, zone: shop.zone, lang };
}
