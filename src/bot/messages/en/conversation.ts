import type { Role } from '../../../loyalty';
import type { CommandName } from '../../command';

/** After "Do you want to". */
const label: Record<CommandName, string> = {
  'connect-smartpos': 'connect SmartPOS',
  'disconnect-smartpos': 'disconnect SmartPOS',
  balance: 'see your balance',
  statement: 'see your statement',
  redeem: 'use your cashback',
  rewards: 'see the rewards for your points',
  vouchers: 'see your vouchers',
  'cancel-voucher': 'cancel a voucher',
  program: 'know how the program works',
  'opt-out': 'stop getting news',
  'opt-in': 'get news again',
  'my-data': 'get a file with your data',
  language: 'change the language',
  'remove-staff': 'take someone off the team',
  'add-staff': 'put someone on the team',
  team: 'see the team',
  undo: 'undo the last change',
  'audit-log': 'see what changed in the shop and who did it',
  explain: 'see how your reward was worked out',
  menu: 'see what is possible',
  status: 'see which step the shop is at',
  terminals: 'see the shop’s card machines',
  'test-sale': 'test a sale',
  activate: 'switch the program on',
  pause: 'pause messages or earning',
  rules: 'see the shop’s rules',
  'add-rule': 'create a rule',
  'add-reward': 'add a reward for points',
  'voucher-mode': 'choose how vouchers are validated',
  simulate: 'try a rule on past sales',
  'edit-rule': 'change a rule',
  'pause-rule': 'pause a rule',
  'delete-rule': 'delete a rule',
  'set-program': 'see or change the program’s settings',
  'validate-voucher': 'validate a voucher',
  report: 'see the shop’s report',
  cohorts: 'see who returns',
};

const roles: Record<Role, string> = { cashier: 'a cashier', manager: 'a manager', owner: 'the owner' };

export const conversation = {
  label,
  menu: 'I can help with:',
  menuMore: 'For the rest, say “more”.',
  menuNoMore: 'That was all. To see it again, say “menu”.',
  menuAsCustomer: (says: string) => `As a customer, say ${says}.`,
  notUnderstood: 'I didn’t get that. Say “menu” to see what is possible.',
  didYouMean: (options: string) =>
    `I’m not sure I got that. Did you mean:\n${options}\nReply with the number.`,
  numberFrom: (last: number) => `Reply with a number from 1 to ${last}, or say “menu”.`,
  confirmGuess: (wish: string) => `Do you want to ${wish}? Reply “yes” or “no”.`,
  audio:
    'I can’t listen to voice messages yet. Please write to me: “balance”, “statement”, “redeem” or “menu”.',
  picture: 'I can’t read pictures yet. Please write to me.',
  otherKind: 'I can only read written messages. Please write to me.',
  empty: 'Your message arrived empty. Say “menu” to see what is possible.',
  emojiOnly: 'Good to have you here! To see what is possible, say “menu” 😊',
  tooLong: 'That message is too long for me. Tell me what you need in one sentence, or say “menu”.',
  expired:
    'That request is over 10 minutes old and no longer counts. Nothing was done. Ask again if you still want it.',
  failed: 'Something went wrong here and nothing was done. Please say it again.',
  stillOpen: (question: string) => `I didn’t get that. ${question}`,
  cancelled: 'All right, cancelled. Nothing was done.',
  nothingOpen: 'I’m not waiting for an answer. Say “menu” to see what is possible.',
  notAllowed: (role: Role) => `Only ${roles[role]} can ask for that, writing from their own number.`,
  amountUnclear: 'I didn’t get the amount. Write it like this: “20” or “20.50”.',
  codeUnclear: 'I didn’t get the code. It has 8 letters and digits, like “ABCD-1234”.',
};
