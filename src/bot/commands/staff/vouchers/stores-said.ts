import { loadStores, type Language } from '../../../../loyalty';
import type { Turn } from '../../../command';
import { withoutLead } from '../../../understand';
import { storesIn } from '../../voucher-answers';

/** What parts the names of a list. */
const BETWEEN: Record<Language, RegExp> = {
  pt: /(\s*,\s*(?:e\s+)?|\s+(?:e|ou)\s+)/iu,
  en: /(\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+)/iu,
  es: /(\s*,\s*(?:[ye]\s+)?|\s+(?:y|e|o|u)\s+)/iu,
};
/** The stores as their sales call them, or else as they were said; a name that has an “e” of its own is one where it is known. */
export async function storesSaid({ work, lang }: Turn, said: string): Promise<string[]> {
  const stores = await loadStores(work);
  const parts = said.split(BETWEEN[lang]);
  const found: string[] = [];
  for (let from = 0; from < parts.length;) {
    let [name, next]: [string | null, number] = [null, from];
    for (let end = parts.length; end > from && name === null; end -= 2) {
      const text = parts.slice(from, end).join('').trim();
      name = stores.called(text) ?? stores.called(withoutLead(text));
      next = end;
    }
    found.push(name ?? withoutLead((parts[from] ?? '').trim()));
    from = (name === null ? from + 1 : next) + 1;
  }
  return [...new Set(found.filter((name) => name !== ''))];
}

/** What is asked to be looked at where stores were named that no sale is of; nothing while no store is known. */
export async function unknownStores(turn: Turn, named: readonly string[]): Promise<string[]> {
  if (named.length === 0) return [];
  const stores = await loadStores(turn.work);
  const unknown = named.filter((name) => stores.called(name) === null);
  if (stores.names.length === 0 || unknown.length === 0) return [];
  return [turn.say.addReward.unknownStores(storesIn(turn, unknown), storesIn(turn, stores.names))];
}
