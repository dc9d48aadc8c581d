import { VOUCHER_MODES, type Language } from '../../../loyalty';
import type { Args } from '../../command';
import { ADJUSTING } from './adjusting';
import { parseAmount, parseEither } from './amounts';
import { clockNamed } from './clock';
import { OF_CUSTOMERS } from './customers';
import { FORGETTING } from './forgetting';
import { LANGUAGE_NAMES } from './languages';
import { codeAmongWords } from './codes';
import { CHANNELS, EVERYTHING, messageKindNamed, messageKindSamples, SWITCH_OFF } from './message-words';
import { placeOf } from '../rule/ordinals';
import { numeralAt } from './numerals';
import { PAUSABLE, RESUME } from './pausable';
import { periodSamples, readPeriod } from './periods';
import { PERSONAL } from './personal';
import { parseBrazilianPhone } from './phones';
import { PRIZE } from './prizes';
import { parseReference } from './references';
import { DEFINITIONS, EXPORTED, STOP, WEEKLY } from './report-words';
import { settingSamples, shopSettingNamed } from './shop-settings';
import { STORES } from './stores';
import { roleNamed, roleSamples } from './staff-roles';
import { parseTime } from './times';
import { MODES } from './voucher-modes';

/** What a `{slot}` of a pattern may be: named as the argument that it fills. */
export type SlotName =
  | 'amount_cents'
  | 'code'
  | 'phone'
  | 'reference'
  | 'from'
  | 'number'
  | 'ordinal'
  | 'name'
  | 'prize'
  | 'stores'
  | 'at_stores'
  | 'customer'
  | 'customers'
  | 'member'
  | 'label'
  | 'tag'
  | 'unlabel'
  | 'forget_own'
  | 'forget_of'
  | 'points'
  | 'lang'
  | 'kind'
  | 'mode'
  | 'override'
  | 'setting'
  | 'resume'
  | 'period'
  | 'definitions'
  | 'weekly'
  | 'stop'
  | 'role'
  | 'export_kind'
  | 'message_kind'
  | 'everything'
  | 'switch_off'
  | 'channels'
  | 'hours_from'
  | 'hours_to'
  | 'friend_cents'
  | 'signed_cents'
  | 'signed_points'
  | 'taken_cents'
  | 'taken_points'
  | 'exactly'
  | 'emptied'
  | 'no_points'
  | 'no_cents'
  | 'reason'
  | 'email'
  | 'birthday'
  | 'cpf'
  | 'unblock'
  | 'another'
  | 'link_again';

export interface SlotContext {
  lang: Language;
  /** Whether the conversation knows the word, so that it is no code. */
  isWord: (word: string) => boolean;
  /** The shop's day, YYYY-MM-DD. */
  today: string;
}

export interface Slot<Value> {
  /** The most words that it can take. */
  longest: number;
  /** How it may be written in each language: it tells which slots could take each other's words. */
  samples: Record<Language, readonly string[]>;
  /** From normalised words. `unclear`: it is one, but is to be asked for. Null where the words are none. */
  read: (words: string, context: SlotContext) => Value | 'unclear' | null;
  /** The argument that it fills, where that is not its own name. */
  fills?: keyof Args;
}

type Slots = {
  readonly [Name in SlotName]: Slot<
    Name extends keyof Args ? NonNullable<Args[Name]> : string | number | boolean
  >;
};

const ANYWAY: Record<Language, readonly string[]> = {
  pt: ['mesmo assim', 'assim mesmo', 'de qualquer jeito', 'de qualquer forma', 'de qualquer maneira'],
  en: ['anyway', 'regardless', 'all the same', 'just the same'],
  es: ['de todos modos', 'de todas formas', 'de todas maneras', 'igual', 'igualmente', 'aun asi'],
};

const oneOf = (
  longest: number,
  samples: Record<Language, readonly string[]>,
): { longest: number; samples: typeof samples; read: Slot<true>['read'] } => ({
  longest,
  samples,
  read: (words, { lang }) => (samples[lang].includes(words) ? true : null),
});

/** All words of a list by name, as samples. */
const allOf = (
  words: Record<Language, Readonly<Record<string, readonly string[]>>>,
): Record<Language, readonly string[]> => ({
  pt: Object.values(words.pt).flat(),
  en: Object.values(words.en).flat(),
  es: Object.values(words.es).flat(),
});

const same = (samples: readonly string[]): Record<Language, readonly string[]> => ({
  pt: samples,
  en: samples,
  es: samples,
});

/** `20 e 30`: two amounts, or twenty and thirty cents. */
const TWO_ROUND = /^(?:r\$ ?)?\d*0 (?:e|y|and) [1-9]0$/;

export const slots: Slots = {
  amount_cents: {
    longest: 8,
    samples: { pt: ['50', 'dez reais'], en: ['50', 'ten reais'], es: ['50', 'diez reales'] },
    read: (words, { lang }) => {
      if (/^-\d/.test(words) || TWO_ROUND.test(words) || parseEither(words, lang) !== null) return 'unclear';
      const amount = parseAmount(words, lang);
      return amount === 'ambiguous' ? 'unclear' : amount;
    },
  },
  code: {
    longest: 2,
    samples: same(['abcd-1234']),
    read: (words, { isWord }) => codeAmongWords(words, isWord),
  },
  phone: { longest: 6, samples: same(['11 98888-0001']), read: (words) => parseBrazilianPhone(words) },
  reference: { longest: 11, samples: same(['123456', 'a1b2c3']), read: (words) => parseReference(words) },
  from: { longest: 1, samples: same(['14:30']), read: (words) => parseTime(words) },
  number: {
    longest: 3,
    samples: { pt: ['2', 'dois'], en: ['2', 'two'], es: ['2', 'dos'] },
    read: (words, { lang }) => {
      if (/^\d{1,6}$/.test(words)) return Number(words);
      const parts = words.split(' ');
      const numeral = numeralAt(parts, 0, lang);
      return numeral?.length === parts.length ? numeral.value : null;
    },
  },
  ordinal: {
    longest: 2,
    samples: { pt: ['5a', 'quinta'], en: ['5th', 'fifth'], es: ['5a', 'quinta'] },
    read: (words, { lang }) => {
      const digits = /^(\d{1,4}) ?(?:[ao]|ra|ro|ta|to|st|nd|rd|th|er|na|va|ma)?$/.exec(words)?.[1];
      return digits === undefined ? placeOf(words, lang) || null : Number(digits);
    },
    fills: 'number',
  },
  points: {
    longest: 1,
    samples: same(['100']),
    read: (words) => {
      const digits = /^\d{1,3}(?:\.\d{3})+$/.test(words) ? words.replaceAll('.', '') : words;
      return /^[1-9]\d{0,6}$/.test(digits) ? Number(digits) : null;
    },
  },
  lang: {
    longest: 3,
    samples: same(Object.keys(LANGUAGE_NAMES)),
    read: (words) => LANGUAGE_NAMES[words] ?? null,
  },
  kind: {
    longest: 3,
    samples: allOf(PAUSABLE),
    read: (words, { lang }) =>
      Object.entries(PAUSABLE[lang]).find(([, names]) => names.includes(words))?.[0] ?? null,
  },
  mode: {
    longest: 3,
    samples: allOf(MODES),
    read: (words, { lang }) => VOUCHER_MODES.find((mode) => MODES[lang][mode].includes(words)) ?? null,
  },
  ...ADJUSTING,
  ...PERSONAL,
  ...PRIZE,
  ...STORES,
  ...OF_CUSTOMERS,
  ...FORGETTING,
  override: oneOf(3, ANYWAY),
  resume: oneOf(3, RESUME),
  setting: { longest: 4, samples: settingSamples, read: (words, { lang }) => shopSettingNamed(words, lang) },
  role: { longest: 2, samples: roleSamples, read: (words, { lang }) => roleNamed(words, lang) },
  period: {
    longest: 3,
    samples: { pt: periodSamples('pt'), en: periodSamples('en'), es: periodSamples('es') },
    read: (words, { lang, today }) => readPeriod(words, lang, today),
  },
  definitions: oneOf(4, DEFINITIONS),
  weekly: oneOf(3, WEEKLY),
  stop: oneOf(3, STOP),
  export_kind: {
    longest: 3,
    fills: 'kind',
    samples: allOf(EXPORTED),
    read: (words, { lang }) =>
      Object.entries(EXPORTED[lang]).find(([, names]) => names.includes(words))?.[0] ?? null,
  },
  message_kind: {
    longest: 5,
    samples: { pt: messageKindSamples('pt'), en: messageKindSamples('en'), es: messageKindSamples('es') },
    read: (words, { lang }) => messageKindNamed(words, lang),
    fills: 'kind',
  },
  everything: {
    longest: 3,
    samples: EVERYTHING,
    read: (words, { lang }) => (EVERYTHING[lang].includes(words) ? 'all' : null),
    fills: 'kind',
  },
  switch_off: { ...oneOf(2, SWITCH_OFF), fills: 'stop' },
  channels: {
    longest: 4,
    samples: allOf(CHANNELS),
    read: (words, { lang }) =>
      (['both', 'chat'] as const).find((which) => CHANNELS[lang][which].includes(words)) ?? null,
  },
  hours_from: { longest: 6, samples: same(['9h', '9']), read: clockNamed, fills: 'from' },
  hours_to: { longest: 6, samples: same(['20h', '20']), read: clockNamed, fills: 'to' },
};

export const isSlotName = (name: string): name is SlotName => Object.hasOwn(slots, name);
