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
import { activate } from './staff/activate';
import { addReward } from './staff/add-reward';
import { addRule } from './staff/add-rule';
import { addStaff } from './staff/add-staff';
import { adjust } from './staff/adjust';
import { blockCustomer } from './staff/block-customer';
import { customer } from './staff/customer';
import { auditLog } from './staff/audit-log';
import { campaign } from './staff/campaign';
import { campaignResult, campaigns, stopOfCampaign } from './staff/campaigns';
import { cohorts } from './staff/cohorts';
import { connectSmartpos } from './staff/connect-smartpos';
import { deleteRule } from './staff/delete-rule';
import { disconnectSmartpos } from './staff/disconnect-smartpos';
import { editCampaign } from './staff/edit-campaign';
import { editRule } from './staff/edit-rule';
import { exportData } from './staff/export';
import { editMessage } from './staff/edit-message';
import { messages } from './staff/messages';
import { pause } from './staff/pause';
import { pending } from './staff/pending';
import { quietHours } from './staff/quiet-hours';
import { pauseRule } from './staff/pause-rule';
import { report } from './staff/report';
import { pin } from './staff/pin';
import { removeStaff } from './staff/remove-staff';
import { linkSale } from './staff/link-sale';
import { recordSale } from './staff/record-sale';
import { resetPin } from './staff/reset-pin';
import { rules } from './staff/rules';
import { setProgram } from './staff/set-program';
import { shop } from './staff/shop';
import { simulate } from './staff/simulate';
import { status } from './staff/status';
import { terminals } from './staff/terminals';
import { team } from './staff/team';
import { undo } from './staff/undo';
import { testSale } from './staff/test-sale';
import { why } from './staff/why-message';
import { validateVoucher } from './staff/validate-voucher';
import { tillKeys } from './staff/till-keys';
import { voidSale } from './staff/void-sale';
import { voucherMode } from './staff/voucher-mode';

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
