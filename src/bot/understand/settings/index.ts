import { settingsSchema, type Language, type Settings } from '../../../loyalty';
import type { Impossible, RuleQuestion } from '../../command';
import { isHarmless } from '../rule/harmless';
import { questionOf } from '../rule/parse';
import { Sentence } from '../rule/sentence';
import { claiming, refunds, rounding } from './policies';
import { redeemLeast, redeemMost, voucherLife } from './redemption';
import type { Statement } from './statement';
import { tiers } from './tiers';

/** In the order in which they are printed. */
const statements: readonly Statement[] = [
  redeemLeast,
  redeemMost,
  voucherLife,
  refunds,
  rounding,
  claiming,
  tiers,
];

/** None is set without one of these words. */
const CUE =
  / (?:cashback|saldo|balance|vouchers?|vales?|cupom|cupons|cupon|cupones|coupons?|resgat\w+|redeem\w*|redempt\w+|canje\w*|devol\w+|estorn\w+|refund\w*|return\w*|reembols\w+|pontos?|points?|puntos?|notas?|comprovantes?|receipts?|boletas?|facturas?|nive(?:l|is|les)|prata|ouro|silver|gold|plata|oro|tiers?|levels?|faixas|perdoa\w*|usar|pagar|use|pay|pays|perdon\w*|forgive) /;

/**
 * The settings that a sentence means, or what is to be asked about it; null where it sets none. Every number and every
 * word that says something has to be understood.
 */
export function readSettings(
  text: string,
  { lang, today }: { lang: Language; today: string },
): SettingsRead | null {
  return settingsOf(new Sentence(text, lang, today));
}

export type SettingsRead = { settings: Partial<Settings> } | { ask: RuleQuestion };

export function settingsOf(sentence: Sentence): SettingsRead | null {
  if (!sentence.has(CUE)) return null;
  const settings: Partial<Settings> = {};
  for (const statement of statements) readOnce(statement, sentence, settings);
  if (Object.keys(settings).length === 0) return null;
  const question =
    sentence.question ?? questionOf(sentence.leftOver((word) => isHarmless(word, sentence.lang)));
  return question === null ? checked(settings) : { ask: question };
}

function readOnce(statement: Statement, sentence: Sentence, settings: Partial<Settings>): void {
  const before = sentence.taken;
  statement.read(sentence, settings);
  const once = sentence.taken;
  if (once === before) return;
  const said = JSON.stringify(settings);
  statement.read(sentence, settings);
  if (sentence.taken > once && JSON.stringify(settings) !== said)
    sentence.ask({ reason: 'said-twice', text: sentence.lastTaken });
}

function checked(settings: Partial<Settings>): SettingsRead {
  const result = settingsSchema.safeParse(settings);
  if (result.success) return { settings };
  const path = result.error.issues[0]?.path.join('.') ?? '';
  const [, detail = 'number'] = FAULTS.find(([pattern]) => pattern.test(path)) ?? [];
  return { ask: { reason: 'impossible', detail } };
}

const FAULTS: readonly (readonly [path: RegExp, detail: Impossible])[] = [
  [/bps/, 'percent'],
  [/days/, 'days'],
  [/tiers/, 'tiers'],
  [/cents/, 'amounts'],
];

/** The settings in one line, without markup: `readSettings` reads them back as the same. */
export function printSettings(settings: Partial<Settings>, lang: Language): string {
  return statements
    .map((statement) => statement.print(settings, lang))
    .filter((part) => part !== null)
    .join('; ');
}
