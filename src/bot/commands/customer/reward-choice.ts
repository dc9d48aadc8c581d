import type { RewardOffer } from '../../../loyalty';
import type { Turn } from '../../command';
import { nameWords } from '../../understand';
import { readNumber } from '../answers';
import { worthIn } from '../voucher-answers';

/** Said around what is chosen: `quero o café, por favor`. */
const AROUND =
  /^(?:quero|queria|quiero|quisiera|vou|voy|want|would|like|will|have|take|i|me|eu|yo|da|de|do|dame|give|pode|ser|puede|escolho|elijo|pega|pegar|trocar|cambiar|troca|numero|number|opcao|opcion|premio|reward|o|a|os|as|um|uma|el|la|lo|un|una|the|an|por|favor|please|pra|para|mim|mi|entao|esse|essa|ese|esa|that|one|com|con|with|e|y|and)$/;

/** The place in the list of what was chosen, by its number or its name; null where it is none, or may be two. */
export function chosenReward(turn: Turn, text: string, offers: readonly RewardOffer[]): number | null {
  const number = readNumber(text);
  if (number !== null) return number;
  const words = nameWords(text, turn.lang);
  const said = words.filter((word) => !AROUND.test(word));
  const [only] = said;
  if (said.length === 1 && only !== undefined && /^\d{1,2}$/.test(only)) return Number(only);
  if (said.length === 0) return null;
  const namesOf = ({ name, benefit }: RewardOffer): string[] =>
    nameWords(`${name} ${worthIn(turn, benefit)}`, turn.lang);
  const named = offers.flatMap((offer, i) => {
    const names = namesOf(offer);
    return said.every((word) => names.includes(word))
      ? [{ at: i + 1, name: nameWords(offer.name, turn.lang) }]
      : [];
  });
  // `café`, and not `café com leite`.
  const exact = named.filter(({ name }) => name.every((word) => words.includes(word)));
  const [one] = exact.length === 1 ? exact : named;
  return exact.length === 1 || named.length === 1 ? (one?.at ?? null) : null;
}
