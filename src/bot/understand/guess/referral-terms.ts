import { SIGNS, type Figure } from './mask';
import { slots, type SlotContext } from '../values/slots';

const GIVER =
  /^(?:indica|indicar|indicou|indicador|indicadora|refers?|referring|referrer|recomienda|recomiende|recomendar|refiere|refiera)$/;
const FRIEND =
  /^(?:amig[oa]s?|indicad[oa]s?|convidad[oa]s?|friends?|referred|invited|recomendad[oa]s?|invitad[oa]s?|referid[oa]s?)$/;
const BOTH = /^(?:dois|duas|ambos|ambas|cada|both|each|dos)$/;
const DAYS = /^(?:dias?|days?)$/;

/** Who is named first has what is named first: `quem indica ganha 10 e o amigo 5`, `5 ao amigo e 10 a quem indica`. */
export function referralTerms(
  words: readonly string[],
  figures: readonly Figure[],
  args: Record<string, unknown>,
  context: SlotContext,
): void {
  delete args['number'];
  const isOfDays = ({ at, length }: Figure): boolean => DAYS.test(words[at + length] ?? '');
  const numbers = figures.filter(({ sign }) => sign === SIGNS.figure);
  const days = numbers.find(isOfDays);
  if (days !== undefined && /^\d{1,3}$/.test(days.said)) args['number'] = Number(days.said);
  const amounts = numbers
    .filter((figure) => !isOfDays(figure))
    .flatMap(({ said }) => {
      const cents = slots.amount_cents.read(said, context);
      return typeof cents === 'number' ? [cents] : [];
    });
  const [first, second] = amounts;
  const giver = words.findIndex((word) => GIVER.test(word));
  if (second === undefined && first !== undefined && giver !== -1) {
    args['amount_cents'] = first;
    if (words.some((word) => BOTH.test(word))) args['friend_cents'] = first;
    else delete args['friend_cents'];
    return;
  }
  if (first === undefined || second === undefined || amounts.length > 2) {
    // Without what who refers earns there are no terms: in `nós duas ganharmos` two is no money.
    if (args['amount_cents'] === undefined) delete args['friend_cents'];
    return;
  }
  const friend = words.findIndex((word) => FRIEND.test(word));
  const isFriendFirst = friend !== -1 && (giver === -1 ? friend < firstAt(numbers) : friend < giver);
  [args['amount_cents'], args['friend_cents']] = isFriendFirst ? [second, first] : [first, second];
}

const firstAt = (figures: readonly Figure[]): number => Math.min(...figures.map(({ at }) => at));
