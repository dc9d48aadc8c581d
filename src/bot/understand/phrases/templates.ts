import type { Language } from '../../../loyalty';
import { templatesCustomersEn } from './en/templates-customers';
import { templatesStaffEn } from './en/templates-staff';
import { templatesCustomersEs } from './es/templates-customers';
import { templatesStaffEs } from './es/templates-staff';
import { templatesCustomersPt } from './pt/templates-customers';
import { templatesStaffPt } from './pt/templates-staff';

/** Of each template so many phrases are learnt: they show how its parts go together, and none weighs too much. */
const MOST_PHRASES = 20;
const SEED = 20_261;

const WRITTEN: Record<Language, string> = {
  pt: templatesCustomersPt + templatesStaffPt,
  en: templatesCustomersEn + templatesStaffEn,
  es: templatesCustomersEs + templatesStaffEs,
};

const read: Partial<Record<Language, ReadonlyMap<string, readonly string[]>>> = {};

/** The templates of a wish. */
export function templatesOf(name: string, lang: Language): readonly string[] {
  return (read[lang] ??= byName(WRITTEN[lang])).get(name) ?? [];
}

function byName(written: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of written.trim().split('\n')) {
    const [name = '', template = ''] = line.split(': ');
    if (template !== '') found.set(name, [...(found.get(name) ?? []), template]);
  }
  return found;
}

/**
 * Phrases that a template stands for: `(one|or another)`, `[optional]`; its alternatives hold no others. Where there are more than
 * are learnt, a sample that is the same each time and has every alternative about as often.
 */
export function phrasesOfTemplate(template: string): string[] {
  const parts = template.split(/(\([^)]*\)|\[[^\]]*\])/).map((part) => {
    if (part.startsWith('(')) return part.slice(1, -1).split('|');
    return part.startsWith('[') ? ['', ...part.slice(1, -1).split('|')] : [part];
  });
  const all = parts.reduce((product, choices) => product * choices.length, 1);
  const count = Math.min(all, MOST_PHRASES);
  let seed = SEED;
  const phrases = Array.from({ length: count }, (_, nth) => {
    let left = nth;
    return parts
      .map((choices) => {
        seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
        const at = count === all ? left % choices.length : (nth + (seed >> 16)) % choices.length;
        left = Math.floor(left / choices.length);
        return choices[at] ?? '';
      })
      .join('')
      .replaceAll(/ +/g, ' ')
      .trim();
  });
  return [...new Set(phrases)];
}
