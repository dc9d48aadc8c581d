import type {
  CampaignChange,
  CampaignWish,
  Customer,
  ExportWish,
  Instant,
  Language,
  Role,
  Rule,
  Shop,
  ShopSettingName,
  StaffMember,
  VoucherBenefit,
  VoucherMode,
  Settings,
  Work,
} from '../loyalty';
import type { CommandName } from './command-names';
import type { Choices } from './channel';
import type { Messages } from './messages';
import type { CampaignQuestion, RuleQuestion } from './questions';
import type { RuleChange, RuleNamed } from './rule-wishes';
import type { Understanding } from './understand';

export type { CommandName, SentenceIntent } from './command-names';
export type { CampaignQuestion, Impossible, RuleQuestion } from './questions';
export type { RuleChange, RuleNamed } from './rule-wishes';

/** What a sentence named, by the fixed argument names of the product. */
export interface Args {
  amount_cents?: number;
  /** Eight characters of Crockford base 32, upper case, without the dash. */
  code?: string;
  /** E.164. */
  phone?: string;
  /** What a sale is known by: NSU, authorization code or fiscal key, as written. */
  reference?: string;
  role?: Role;
  reason?: string;
  /** `adjust`: the figure is what the balance is to be. */
  exact?: true;
  friend_cents?: number;
  email?: string;
  /** `MM-DD`. */
  birthday?: string;
  /** Eleven digits. */
  cpf?: string;
  /** `HH:MM`. */
  from?: string;
  to?: string;
  /** What stands where an amount should and can be none, or two: `-3`, `1.234`. */
  unclear?: string;
  number?: number;
  /** `edit-message`: the new text, as it was written. */
  body?: string;
  /** As they were written; a `customer` of the shop by the name that the team calls them. */
  name?: string;
  customer?: string;
  /** `add-reward`: where alone it is good. */
  stores?: string;
  points?: number;
  lang?: Language;
  mode?: VoucherMode;
  /** `pause`: `messages`, `earning` or a kind of message; absent means the messages. `opt-out`: `all`. */
  kind?: string;
  /** `messages`: by e-mail too, or in the chat alone. */
  channels?: 'both' | 'chat';
  /** `activate`: the owner said "anyway". `setup-start`: another shop than the one that was just opened. */
  override?: boolean;
  /** `shop`: which of the shop's own settings. */
  setting?: ShopSettingName;
  rule?: Rule;
  /** `edit-rule`: what becomes of the rule with that `number`. */
  change?: RuleChange;
  /** The rule that is meant, by what it says and not by its number. */
  named?: RuleNamed;
  /** `set-program`. */
  settings?: Partial<Settings>;
  /** `report`: of when. `simulate`: over which sales; absent means those that the shop has. */
  period?: string;
  /** `campaign`: for whom, what and on which terms; or what is to be asked about it. */
  campaign?: CampaignWish;
  campaignAsk?: CampaignQuestion;
  /** `edit-campaign`: what becomes of the campaign with that `number`. */
  campaignChange?: CampaignChange;
  /** `report`: what its figures mean. */
  definitions?: boolean;
  /** `report`: to the owners, every week; with `stop` no longer. `customer`: with `stop` the label goes. */
  weekly?: boolean;
  stop?: boolean;
  /** `pause-rule`: the rule is to go on. `block-customer`: no more. `setup-start`: its link again. */
  resume?: boolean;
  /** What keeps a sentence of rules or settings from being understood, for the catalogue to put in words. */
  ask?: RuleQuestion;
}

export type Speaker = { customer: Customer; staff: StaffMember | null };

/** All that a handler may use: one transaction of one shop, one speaker, one language. */
export interface Turn {
  work: Work;
  shop: Shop;
  speaker: Speaker;
  lang: Language;
  say: Messages;
  /** How messages are heard, and what is known of words. */
  understanding: Understanding;
  chatId: string;
  /** The id of the message that is answered; part of every idempotency key that the turn makes. */
  messageId: string;
  /** The message itself, which proves what was wished; of several the last. */
  saidIn: string;
  now: Instant;
  strangersMayOpen: boolean;
  /** Whether the operator has set up e-mail. */
  hasMail: boolean;
}

export interface Reply {
  /** A voucher's code has only its place in it (messages/voucher-code.ts). */
  text: string;
  card?: Card;
  /** Beside a card it goes as a message of its own. */
  document?: DocumentRequest;
  /** What it lets its reader choose; the dialog finds it out. */
  choices?: Choices;
  /** Nothing that was asked before is open any more. */
  ends?: true;
  forgetWhenSent?: true; // Also where it went: the last that is said.
  /**
   * Opens a step of this command's flow: the next message goes to `steps[step]` first. `args`: the wish with what an answer
   * added to it, to be put right.
   */
  ask?: { step: string; data: Record<string, unknown>; args?: Args };
}

/** A picture to be rendered when the message is sent. */
export type Card = VoucherCard | BarsCard | ReportCard | CohortsCard;

/** A few figures as text, and the days of a period, each in its parts, in cents. */
export interface ReportCard {
  kind: 'report';
  title: string;
  tiles: readonly { label: string; value: string }[];
  /** The name of each part. */
  legend: readonly string[];
  groups: readonly { label: string; values: readonly number[] }[];
  zone: string;
  lang: Language;
}

/** A line for each month in which customers first bought: how many did, and how many of them bought in each month after. */
export interface CohortsCard {
  kind: 'cohorts';
  title: string;
  /** What the numbers over the columns count. */
  after: string;
  rows: readonly { label: string; size: number; returned: readonly number[] }[];
}

/** A file to be made when the message is sent, by its kind's builder (documents/): what is made from waits, not the file. */
export type DocumentRequest = CustomerDataRequest | ExportRequest;

/** Lines of what the shop knows, as a spreadsheet. */
export interface ExportRequest {
  kind: 'export';
  wish: ExportWish;
  lang: Language;
}

/** All that is held of a customer, as JSON. */
export interface CustomerDataRequest {
  kind: 'customer-data';
  customerId: string;
  lang: Language;
}

/** Amounts side by side, in cents, or what there is so many of. */
export interface BarsCard {
  kind: 'bars';
  unit?: 'count';
  title: string;
  /** The name of each series. */
  legend: readonly string[];
  /** One value a series each. */
  groups: readonly { label: string; values: readonly number[] }[];
  zone: string;
  lang: Language;
}

export interface VoucherCard {
  kind: 'voucher';
  shop: string;
  /** Its code is read from the encrypted copy when the card is drawn. */
  voucherId: string;
  benefit: VoucherBenefit;
  minimumPurchaseCents: number | null;
  /** Null when it can be used at once. */
  availableAt: Instant | null;
  expiresAt: Instant;
  stores: readonly string[] | null;
  zone: string;
  lang: Language;
}

export interface Example {
  says: string;
  args: Args;
}

/**
 * A wish, declared once; languages only fill it in. The examples are its help and its tests: each must match
 * exactly this command with these arguments.
 */
export interface Command {
  name: CommandName;
  /** The least role that may say it; `customer` is anyone. */
  who: 'customer' | Role;
  /** Moves money, people, data or settings: never run from a guess. */
  risky: boolean;
  /** Sentence templates: see understand/pattern.ts. */
  patterns: Record<Language, readonly string[]>;
  examples: Record<Language, readonly Example[]>;
  /** `said`: as it was written, where it was. */
  handle(turn: Turn, args: Args, said?: string): Promise<Reply>;
  /** Named where it is guessed, after `Você quer`; null where its label says it all. */
  wish?(turn: Turn, args: Args): string | null;
  /** Puts its open question again, in the turn's language; without it the wish is begun again. */
  again?(turn: Turn, data: Record<string, unknown>): Promise<Reply>;
  /** Whether it needs a PIN: asked after the yes, with the data of `confirm`; without that step of its arguments, before it runs. */
  pin?(turn: Turn, of: Readonly<Record<string, unknown>>): boolean | Promise<boolean>;
  /** Words that go ahead at the step `confirm`, beside a yes. */
  yes?: RegExp;
  /** Null when the text is no answer to the step: it is then understood as a new wish and the step stays open. */
  steps?: Record<string, (turn: Turn, text: string, data: Record<string, unknown>) => Promise<Reply | null>>;
}
