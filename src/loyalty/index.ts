/** The public door of loyalty: the only path by which the bot, the synchronisation and the composition reach it. */
export type { ConnectionNotice } from './core/messages/connection-notice';
export type { Work } from '../db';
export type { Asset } from './core/money';
export { folded } from './core/people/names';
export { assetOf } from './core/rules/evaluate/benefits';
export { History, type Facts } from './core/rules/history';
export { idleLimitOf, type IdleLimit, type LimitOf } from './core/rules/idle-limit';
export { marketingOpens, type MarketingHours } from './core/time/marketing-hours';
export {
  hasText,
  isMessageKind,
  MESSAGE_KINDS,
  MESSAGES,
  PRIORITY,
  type MessageClass,
  type MessageKind,
  type TextKind,
  type Variable,
} from './core/messages/message-kinds';
export type {
  MachineSilent,
  OddClaim,
  MarketingNotice,
  PersonNotice,
  PinNotice,
  TeamPlace,
  MessageNotDelivered,
  Notice,
  NoticeKind,
  NoticeOffer,
  NoticeVoucher,
  StaffNotice,
  TransactionalNotice,
  VoucherStaffNotice,
} from './core/messages/notice';
export { MAIL_FAULTS, mailFault, type MailFault } from './core/messages/mail-fault';
export type { NumberLost, NumberProblem } from './core/messages/number-lost';
export type { Past } from './core/rules/past';
export { dateOf, dayNumberOf, weekdayOf, type DayNumber } from './core/time/calendar';
export { MOST_LAST_DAYS, spanOf, type Span } from './core/time/period';
export { MAX_SALE_CENTS } from './core/money';
export {
  VOUCHER_MODES,
  type NotUndone,
  type Refusal,
  type Result,
  type SetupStep,
  type VoucherMode,
} from './core/result';
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
} from './core/rules/rule';
export {
  PAYMENT_METHODS,
  wholeSecond,
  type Buyer,
  type CameBack,
  type Instant,
  type PaymentMethod,
  type Said,
  type Sale,
  type SaleItem,
} from './core/sales/sale';
export { AHEAD_MS, saying } from './core/sales/came-back';
export { fiscalKey } from './core/sales/fiscal-key';
export { canonicalPhone, chatLink, validCpf } from './core/people/person';
export type { Grant, Miss, RuleTrace, Step, Verdict, VoucherGrant } from './core/rules/verdict';
export { canonicalCode, codeOfLink, CODE_ALPHABET, CODE_LENGTH, qrText } from './core/voucher';
export type { ShopChat, VoucherSource, VoucherState } from './core/voucher';
export { Zone } from './core/time/zone';
export { balanceAt, balanceOf, type AssetBalance, type Balance } from './ledger/balances';
export { backtest, type Award, type Backtest, type BacktestSide, type Given } from './program/backtest';
export { NOTHING_GIVEN } from './program/backtest';
export { checkBooks, checkBooksOf, type BooksFault, type BooksReport } from './books';
export type { ChangeKind, Changes, SwitchState } from './history/changes';
export { historyOf, record, type Recorded } from './history/record';
export { lastChange, undoChange } from './history/undo';
export { noteExpiries } from './ledger/expiry';
export { countExport, exportLines, MOST_LINES, noteExport, type ExportWish } from './exports/exports';
export { EXPORT_KINDS, SHEETS, type Column, type ExportKind } from './exports/sheets';
export { countAllChanges, countChanges } from './figures/counting';
export { reportOf, type DayTotal, type Report } from './figures/report';
export { cohortsOf, type Cohorts } from './figures/cohorts';
export { setWeeklyReport, takeWeeklyReports } from './figures/weekly';
export { makeRounds } from './journeys/round';
export { setThanksAfter, thanksAfter, THANKS_FROM, THANKS_TO } from './journeys/thanks';
export { whyMessage, type ToldMessage } from './journeys/why';
export { solveDueDays, timingOf } from './journeys/due-days';
export { refit, refitTimings } from './journeys/refit';
export {
  campaignOf,
  campaignsOf,
  createCampaign,
  previewCampaign,
  stopCampaign,
  type Campaign,
  type CampaignPreview,
} from './campaigns/campaigns';
export { changeCampaign, changedCampaign, type ChangedCampaign } from './campaigns/changing';
export { runCampaigns } from './campaigns/ending';
export {
  campaignChangeSchema,
  campaignWishSchema,
  LONGEST_WORDS,
  offerCents,
  type Audience,
  type CampaignChange,
  type CampaignPart,
  type CampaignWish,
  type Offer,
} from './core/campaign';
export * from './customers';
export { HAS_SALES_LOCK, lockSalesOfShop, tryLockSalesOfShop } from './shops/locks';
export * from './insight';
export {
  loadSwitches,
  loadTexts,
  setSwitch,
  setText,
  type ShopTexts,
  type Switches,
} from './messaging/kinds';
export { kindsByEmail, setByEmail } from './messaging/by-email';
export { DEFAULT_RULES, loadSendingRules, setMarketingHours, type SendingRules } from './messaging/rules';
export { enqueueNotices, outboxId, tellManagers, tellOwners, tellStaff, type NoticeToSend } from './outbox';
export {
  addRule,
  changeProgram,
  currentProgram,
  currentSettings,
  MAX_RULES,
  programFault,
  type ListedRule,
  type Program,
} from './program/program';
export { changeSettings, deleteRule, editRule, pauseRule, type SeenRule } from './program/program-changes';
export { exampleOf, OF_THE_BUYER, type RuleExample } from './program/rule-example';
export { broughtBackBy } from './program/undoing';
export {
  changeReward,
  offersFor,
  putReward,
  rewardNamed,
  rewardsOf,
  type NewReward,
  type Reward,
  type RewardOffer,
} from './rewards/catalogue';
export { checkReward, issueReward } from './rewards/exchange';
export { stampCardsOf, type StampCard } from './rewards/stamp-cards';
export { cnpjText, validCnpj } from './core/people/cnpj';
export { zoneOfPhone, zoneOfPlace } from './core/time/places';
export {
  changeShop,
  mayOpenShop,
  openAnotherShop,
  SHOP_SETTING_NAMES,
  shopSettings,
  type ShopSettingName,
  type ShopSettings,
} from './shops/opening';
export * from './reference';
export * from './sales';
export * from './claims';
export * from './tills';
export { lookAtMachines, machinesOf, type Machine } from './shops/machines';
export { loadStores } from './shops/stores';
export {
  askToJudgeHistory,
  connectionOf,
  disconnect,
  hearsOfSales,
  letHistoryBeJudged,
  type ShopConnection,
} from './shops/connection';
export { setChannel } from './shops/channel';
export { activate, pause, resumeMessages, setupStatus, type SetupStatus } from './shops/setup';
export {
  allShops,
  createShop,
  LANGUAGES,
  loadShop,
  type Language,
  type NewShop,
  type Shop,
  type ShopChannel,
} from './shops/shops';
export { statementOf, type StatementEntry } from './ledger/statement';
export { askPinReset, clearPin, isGoodPin, pinStateOf, setPin, tryPin, type PinTry } from './shops/pins';
export { checkMember, checkRemoval, putMember, removeMember } from './shops/team-changes';
export {
  addStaff,
  ownersOf,
  STAFF_ROLES,
  teamOf,
  type Member,
  staffById,
  phonesEverOfTeam,
  staffByPhone,
  type Role,
  type StaffMember,
} from './shops/team';
export {
  cancellableVouchers,
  cancelVoucher,
  inspectOwnVoucher,
  inspectToCancel,
  type Cancelled,
  type VoucherOfCustomer,
} from './vouchers/cancelling';
export {
  loadVoucherTerms,
  LONGEST_PROCEDURE,
  setVoucherMode,
  setVoucherRefund,
  type VoucherRefund,
  type VoucherTermsOfShop,
} from './vouchers/mode';
export { type Redemption } from './vouchers/redeeming';
export { checkRedeem, issueVoucher, type IssuedVoucher, type RedeemTerms } from './vouchers/redemption';
export { returnVoucherPart } from './vouchers/returns';
export { renewVoucherSecrets } from './vouchers/renewal';
export { voucherCodes } from './vouchers/rows';
export {
  issueRuleVouchers,
  takeBackRuleVouchers,
  type IssuedRuleVoucher,
  type RuleVoucherGrant,
  type TakenBackVoucher,
} from './vouchers/rule-vouchers';
export { redeemBySale, voucherHolders, type PaidByVoucher } from './vouchers/sale-redemption';
export { tillRedeem, tillValidate, type TillWish } from './vouchers/till';
export { inspectVoucher, redeemVoucher, type VoucherToValidate } from './vouchers/validation';
export { openVoucherCount, vouchersOf, type VoucherView } from './vouchers/views';
