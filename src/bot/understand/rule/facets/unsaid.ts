import type { Language } from '../../../../loyalty';
import type { Facet } from '../facet';
import { printMoney } from '../figures';
import { daysAfter } from '../calendar';
import { daysOf, printDays, SPAN } from '../spans';
import { ways, written, type Said, type Sentence } from '../sentence';
import { printDateRange } from './conditions/dates';

/** What may be meant in several ways is asked about, each in the words that say it. */
function askWhich(sentence: Sentence, { start, end }: Said, either: readonly string[]): void {
  const text = written(sentence.from(start).slice(0, end - start));
  sentence.ask({ reason: 'which-of', text, either });
}

const bareLength = ways({
  pt: `(?:(?:por|durante|em|com|de|apos) )?${SPAN.pt}(?! (?:da semana|uteis))`,
  en: `(?:(?:for|during|in|within|with|after) )?${SPAN.en}(?! of the week)`,
  es: `(?:(?:por|durante|en|con|de|tras) )?${SPAN.es}(?! (?:de la semana|habiles))`,
});

/** `cashback 5%, 30 dias`: how long it is good, when it is free, or how long the rule runs? */
export const length: Facet = {
  cue: / (?:dias?|days?|semanas?|weeks?|quinzenas?|quincenas?|mes|meses|months?|anos?|years?) /,
  read(sentence, { validity }) {
    const { lang, today } = sentence;
    if (!sentence.said(OF_RULES)) return;
    sentence.take(bareLength, (found) => {
      const days = daysOf(found.groups);
      if (days < 1 || days > LONGEST_DAYS) return false;
      const [valid, available] = AFTER[lang];
      const isKnown = validity.valid_days ?? validity.rolling_days ?? validity.available_after_days;
      if (isKnown !== undefined) return false;
      const runs = printDateRange([today, daysAfter(today, days - 1)], lang);
      askWhich(sentence, found, [
        `${valid} ${printDays(days, lang)}`,
        `${available} ${printDays(days, lang)}`,
        runs,
      ]);
      return true;
    });
  },
  print: () => null,
};

/** Else it may be of a referral, or of anything. */
const OF_RULES = / (?:%|cashback|pontos?|points?|puntos?|vouchers?|vales?|regra|rule|regla) /;
const LONGEST_DAYS = 3_650;
const AFTER: Record<Language, readonly [valid: string, available: string]> = {
  pt: ['válido por', 'disponível depois de'],
  en: ['valid for', 'available after'],
  es: ['válido por', 'disponible después de'],
};

const upTo = ways({
  pt: '(?:so )?(?:de )?ate (?:o valor de )?{price}(?! (?:de|em) (?:cashback|volta|compras?))',
  en: '(?:only )?up to {price}(?! (?:of|in) (?:cashback|purchases?))',
  es: '(?:solo )?(?:de )?hasta {price}(?! (?:de|en) (?:cashback|vuelta|compras?))',
});

/** `cashback 5% até R$ 40`: the most that it gives, or of the purchase? */
export const ceiling: Facet = {
  cue: / (?:ate|up|hasta) /,
  read(sentence, { benefit, every, conditions, limits }) {
    const isOfShare = benefit === null || benefit.kind === 'cashback-percent';
    if (!isOfShare || every !== undefined || conditions.max_cents !== undefined) return;
    if (limits.max_cents_per_sale !== undefined) return;
    const { lang } = sentence;
    sentence.take(upTo, (found) => {
      const amount = printMoney(sentence.money(found.groups[0]), lang);
      askWhich(sentence, found, MOST[lang](amount));
    });
  },
  print: () => null,
};

const MOST: Record<Language, (amount: string) => readonly string[]> = {
  pt: (amount) => [`no máximo ${amount} de cashback por compra`, `em compras de até ${amount}`],
  en: (amount) => [`at most ${amount} of cashback per purchase`, `on purchases of up to ${amount}`],
  es: (amount) => [`como máximo ${amount} de cashback por compra`, `en compras de hasta ${amount}`],
};
