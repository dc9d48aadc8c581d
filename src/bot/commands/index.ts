import type { Command } from '../command';
import { balance } from './customer/balance';
import { cancelVoucher } from './customer/cancel-voucher';
import { claimSale } from './customer/claim-sale';
import { bot } from './customer/bot';
import { explain } from './customer/explain';
import { human } from './customer/human';
import { eraseData } from './customer/erase-data';
import { language } from './customer/language';
import { optIn, optOut } from './customer/marketing';
import { myData } from './customer/my-data';
import { profile } from './customer/profile';
import { program } from './customer/program';
import { redeem } from './customer/redeem';
import { referral } from './customer/referral';
import { rewards } from './customer/rewards';
import { setupStart } from './customer/setup-start';
import { statement } from './customer/statement';
import { vouchers } from './customer/vouchers';
import { menuOf } from './menu';
import { activate } from './staff/setup/activate';
import { addReward } from './staff/vouchers/add-reward';
import { addRule } from './staff/rules/add-rule';
import { addStaff } from './staff/team/add-staff';
import { adjust } from './staff/customers/adjust';
import { blockCustomer } from './staff/customers/block-customer';
import { customer } from './staff/customers/customer';
import { auditLog } from './staff/team/audit-log';
import { campaign } from './staff/campaigns/campaign';
import { campaignResult, campaigns, stopOfCampaign } from './staff/campaigns/campaigns';
import { cohorts } from './staff/reports/cohorts';
import { connectSmartpos } from './staff/setup/connect-smartpos';
import { deleteRule } from './staff/rules/delete-rule';
import { disconnectSmartpos } from './staff/setup/disconnect-smartpos';
import { editCampaign } from './staff/campaigns/edit-campaign';
import { editRule } from './staff/rules/edit-rule';
import { exportData } from './staff/reports/export';
import { editMessage } from './staff/messages/edit-message';
import { messages } from './staff/messages/messages';
import { pause } from './staff/setup/pause';
import { pending } from './staff/sales/pending';
import { quietHours } from './staff/messages/quiet-hours';
import { pauseRule } from './staff/rules/pause-rule';
import { report } from './staff/reports/report';
import { pin } from './staff/team/pin';
import { removeStaff } from './staff/team/remove-staff';
import { linkSale } from './staff/sales/link-sale';
import { recordSale } from './staff/sales/record-sale';
import { resetPin } from './staff/team/reset-pin';
import { rules } from './staff/rules/rules';
import { setProgram } from './staff/rules/set-program';
import { shop } from './staff/setup/shop';
import { simulate } from './staff/rules/simulate';
import { status } from './staff/setup/status';
import { terminals } from './staff/setup/terminals';
import { team } from './staff/team/team';
import { undo } from './staff/team/undo';
import { testSale } from './staff/setup/test-sale';
import { why } from './staff/messages/why-message';
import { validateVoucher } from './staff/vouchers/validate-voucher';
import { tillKeys } from './staff/vouchers/till-keys';
import { voidSale } from './staff/sales/void-sale';
import { voucherMode } from './staff/vouchers/voucher-mode';

/** In the order of the menu. */
const wishes: readonly Command[] = [
  balance,
  statement,
  redeem,
  rewards,
  vouchers,
  cancelVoucher,
  claimSale,
  program,
  optOut,
  optIn,
  profile,
  referral,
  myData,
  eraseData,
  language,
  explain,
  human,
  validateVoucher,
  customer,
  adjust,
  blockCustomer,
  recordSale,
  voidSale,
  linkSale,
  status,
  activate,
  terminals,
  report,
  cohorts,
  testSale,
  exportData,
  campaign,
  campaigns,
  campaignResult,
  stopOfCampaign,
  editCampaign,
  why,
  rules,
  addRule,
  simulate,
  addReward,
  voucherMode,
  tillKeys,
  setProgram,
  pause,
  messages,
  editMessage,
  quietHours,
  shop,
  team,
  addStaff,
  removeStaff,
  pin,
  resetPin,
  auditLog,
  undo,
  pending,
  connectSmartpos,
  disconnectSmartpos,
];

/** Told of where they are needed. */
const unlisted: readonly Command[] = [setupStart, bot, editRule, pauseRule, deleteRule];

/** All that can be said to the bot. */
export const commands: readonly Command[] = [...wishes, ...unlisted, menuOf(wishes)];
