import type { CommandName } from '../../command';
import type { Figure } from './mask';

const OF_A_PURCHASE: ReadonlySet<CommandName> = new Set([
  'claim-sale',
  'explain',
  'link-sale',
  'record-sale',
  'void-sale',
]);
const HOUR =
  /^\d{1,2}(?:[:h]\d{2})? ?(?:am|pm|a m|p m|h|hs|hrs|horas?|o clock|d[ao] (?:tarde|manha|noite|dia)|(?:de|por|en) la (?:tarde|manana|noche)|in the (?:morning|afternoon|evening)|at night)\b/;

/** Who tells of a purchase says when it was, which is no argument: `passei aí umas 3 da tarde`. */
export const isHourOf = (
  command: CommandName,
  { said, at, length }: Figure,
  words: readonly string[],
): boolean =>
  OF_A_PURCHASE.has(command) && HOUR.test([said, ...words.slice(at + length, at + length + 3)].join(' '));
