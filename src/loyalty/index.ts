/** The public door of loyalty: the only path by which the bot, the synchronisation and the composition reach it. */
export type { Work } from '../db';
export type { Asset } from './core/money';
export { History, type Facts } from './core/history';
export type { Notice, NoticeKind, StaffNotice } from './core/notice';
export type { Past } from './core/past';
export { MAX_SALE_CENTS } from './core/money';
export { type Refusal, type Result, type SetupStep } from './core/result';
export {
  benefitSchema,
  ruleSchema,
  settingsSchema,
  type Benefit,
  type Conditions,
  type Limits,
  type ProgramVersion,
  type Rule,
  type Settings,
  type Validity,
  type VoucherBenefit,
} from './core/rule';
export {
  PAYMENT_METHODS,
  type Buyer,
  type Instant,
  type PaymentMethod,
  type Sale,
  type SaleItem,
} from './core/sale';
export { canonicalPhone, validCpf } from './core/person';
export type { Grant, Miss, RuleTrace, Step, Verdict, VoucherGrant } from './core/verdict';
export { CODE_ALPHABET, CODE_LENGTH } from './core/voucher';
export { Zone } from './core/zone';
export { balanceOf, statementOf, type AssetBalance, type Balance, type StatementEntry } from './balances';
export {
  findOrCreateCustomers,
  identityKey,
  loadCustomer,
  setLanguage,
  setMarketingConsent,
  type Customer,
  type Identity,
} from './customers';
export { noteExpiries } from './expiry';
export { outboxId, PRIORITY, tellOwners } from './outbox';
export {
  addRule,
  changeProgram,
  checkProgram,
  currentProgram,
  MAX_RULES,
  type ListedRule,
  type Program,
} from './program';
export { exampleOf, type RuleExample } from './rule-example';
export { checkRedeem, issueVoucher, vouchersOf, type IssuedVoucher, type VoucherView } from './redemption';
export { applySales, type ReportOutcome } from './sales';
export { activate, pause, setupStatus, type SetupStatus } from './setup';
export {
  allShops,
  createShop,
  LANGUAGES,
  loadShop,
  type Language,
  type NewShop,
  type Shop,
  type ShopChannel,
} from './shops';
export { addStaff, STAFF_ROLES, staffByPhone, type Role, type StaffMember } from './team';
export { inspectVoucher, redeemVoucher, type Redemption, type VoucherToValidate } from './validation';
