import type { ptBR } from '../pt-BR';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

type History = typeof ptBR.history;

const did: History['did'] = {
  addRule: (rule) => `created the rule: ${rule}`,
  replaceRules: (rule) => `replaced all rules by: ${rule}`,
  editRule: (before, after) => `changed the rule from “${before}” to “${after}”`,
  pauseRule: (rule) => `paused the rule: ${rule}`,
  resumeRule: (rule) => `resumed the rule: ${rule}`,
  deleteRule: (rule) => `deleted the rule: ${rule}`,
  setProgram: (settings) => `changed the settings: ${settings}`,
  activate: 'switched the program on',
  activateAnyway: 'switched the program on before all steps were done',
  pauseMessages: 'paused the messages',
  resumeMessages: 'switched the messages on again',
  pauseEarning: 'paused earning',
  addReward: (reward, points) => `added the reward ${reward} for ${points}`,
  changeReward: (reward, points) => `changed the reward ${reward}, now for ${points}`,
  pauseReward: (reward) => `paused the reward ${reward}`,
  resumeReward: (reward) => `resumed the reward ${reward}`,
  removeReward: (reward) => `removed the reward ${reward}`,
  voucherMode: (mode) => `changed the voucher mode to: ${mode}`,
  voucherRefund: (refund) => `changed what becomes of vouchers: ${refund}`,
  cancelVoucher: (worth) => `cancelled a customer’s voucher of ${worth}`,
  redeemVoucher: (paid) => (paid === null ? 'validated a reward voucher' : `validated a voucher of ${paid}`),
  connectSmartpos: (company) =>
    company === null ? 'connected SmartPOS' : `connected the SmartPOS account ${company}`,
  replaceKeys: 'replaced the SmartPOS keys',
  rotateSecret: 'made a new webhook secret',
  judgeHistory: 'had benefits given for the sales of before the connection',
  disconnectSmartpos: 'disconnected SmartPOS',
  retryEvent: 'had a pending sale read again',
  discardEvent: 'discarded a pending sale',
  proveIdentity: (identity: 'cpf' | 'email', merged: boolean) =>
    `confirmed ${identity === 'cpf' ? 'the CPF' : 'the email'} of a customer${merged ? ' and joined two records' : ''}`,
  eraseData: 'the data of a customer was erased, as they asked',
  undo: (what) => `undid: ${what}`,
};

export const history: History = {
  did,
  title: 'What changed in the shop:',
  none: 'Nothing has changed in the shop yet.',
  noMore: 'There are no older changes.',
  more: 'For the earlier ones, say “more”.',
  undoHint: 'To undo the last one, say “undo”.',
  line: ({ day, time, who, what }) => `${day} ${time} ${who} ${what}`,
  undone: '(undone)',
  system: 'Smartbis',
  last: ({ day, time, who, what }) => `The last change: ${who} ${what}, on *${day}* at ${time}.`,
  rulesAgain: 'The rules go back to what they were.',
  ask: `Undo it? ${answers.yesOrNo}`,
  done: (what) => `Undone, and no longer so: “${what}”. Everything is as it was before.`,
  notUndone: {
    nothing: 'There is no recent change to undo. Say “change history” to see what has changed.',
    overtaken:
      'Someone changed something else meanwhile, and nothing was undone. Say “undo” again to see it.',
    role: {
      manager: 'Only a manager can undo the last change.',
      owner: 'Only the owner of the shop can undo the last change.',
    },
    sales: (count) =>
      `It can no longer be undone: ${count === 1 ? 'a sale was' : `${whole(count)} sales were`} worked out that way, and what was promised stands. Make the opposite change, from now on.`,
    vouchers: (count) =>
      `It can no longer be undone: ${count === 1 ? 'a voucher went' : `${whole(count)} vouchers went`} out that way. Make the opposite change, from now on.`,
    changedSince: 'It can no longer be undone: it was changed again since. Say “change history” to see.',
    final: {
      sent: 'That cannot be undone: it was sent already.',
      campaign:
        'A campaign that started is not undone: say “stop campaign” and its number, and nothing more goes out.',
      'campaign-changed': 'A change of a campaign is not undone here: change it again, to what it was.',
      'campaign-stopped':
        'That cannot be undone: a stopped campaign does not come back. To send one, say “create a campaign”.',
      sale: 'It cannot be undone here: to take back a sale of the counter, say “void sale”, the amount and the phone.',
      'till-key': 'It cannot be undone: ask for the till keys and revoke the one that should go.',
      'voucher-cancelled':
        'This cannot be undone: what was in the voucher is back in the customer’s balance, and they can redeem it again.',
      'voucher-used':
        'It cannot be undone: a used voucher does not come back here. If the purchase is refunded, its value goes back with it.',
      pin: 'A PIN is not undone: say “pin” to change it.',
      connection:
        'The connection to SmartPOS is not undone here: say “connect smartpos” or “disconnect smartpos”.',
      'adjustment-spent': 'It cannot be undone: what was put in was spent already. Adjust only what is left.',
      customer: 'This is not undone here: say the opposite, with the same phone or the amounts of before.',
      erased: 'This cannot be undone: the data of who asked for it to be erased is gone.',
      'identity-proven': 'This cannot be undone: two records of one person stay one.',
      undo: 'It cannot be undone: it has been undone already.',
    },
  },
};
