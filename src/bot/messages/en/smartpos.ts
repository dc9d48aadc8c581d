import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

export const smartpos = {
  connect: (link: string) =>
    `Open this page and paste the keys of your SmartPOS account there. It is good for 15 minutes and for you only:\n${link}\nDo not send the keys here.`,
  rotate: (link: string) =>
    `Open this page to make a new webhook secret. The present one stays good for 24 hours beside it:\n${link}`,
  connectedTo: (company: string | null) =>
    company === null ? 'SmartPOS is connected.' : `SmartPOS is connected to the account ${company}.`,
  pulledAt: (day: string, time: string) => `Last looked at: *${day}* at ${time}.`,
  failing: {
    keys: 'But SmartPOS refuses the keys: make new ones there and replace them here.',
    plan: 'But SmartPOS does not let these keys see the sales: allow it there or replace the keys.',
    other: 'But SmartPOS does not answer my queries well now. I keep trying, and nothing is lost.',
  },
  history: (percent: string, sales: string) =>
    `Sales of before the connection: ${percent}% · ${sales} sales.`,
  choices: ['1. Replace the keys', '2. Make a new webhook secret'],
  judgeChoice: '3. Give the benefits of the sales of before the connection',
  nothingToJudge:
    'No sale of before the connection, with a customer, was made while the program was on. There are no benefits to give.',
  confirmJudge: (count: number) =>
    `${count === 1 ? 'There is 1 sale' : `There are ${whole(count)} sales`} of before the connection, with a customer and made while the program was on. Give their benefits, by the rules of each date, without telling the customers? This can’t be undone. ${answers.yesOrNo}`,
  judging: 'Agreed: I am going through the sales of before. I’ll say here when it is done.',
  notAllIn: 'The sales of before the connection are still coming in. Ask again when they are done.',
  historyJudged: (sales: string) =>
    `Done: I went through ${sales} sales of before the connection, and their benefits are in the customers’ balances.`,
  pick: `${answers.byNumber} To end it, say “disconnect smartpos”.`,
  nothingConnected: 'No SmartPOS account is connected. To connect one, say “connect smartpos”.',
  confirmDisconnect: (company: string | null) =>
    `Sales${company === null ? '' : ` of the account ${company}`} stop coming. All that was earned stays good. Disconnect? ${answers.yesOrNo}`,
  disconnected:
    'Disconnected. Nothing that was earned is lost, and when you connect again the sales in between come too. To go back, say “connect smartpos”.',
  connected: (company: string | null) =>
    `Connected${company === null ? ' to SmartPOS' : ` to the account ${company} at SmartPOS`}! Sales are coming in. Say “status” to see the next step 🎉`,
  unanswered: (company: string | null, day: string, time: string) =>
    `SmartPOS${company === null ? '' : ` (${company})`} has not answered my requests properly since *${day}* at ${time}. What it tells at once still comes; I bring the rest when it is back, and nothing is lost. If it lasts, ask SmartPOS’s support.`,
  keysRefused: (company: string | null) =>
    `SmartPOS${company === null ? '' : ` (${company})`} refuses the keys, and sales are not looked for any more. Make new keys there and say “change the smartpos keys”. Nothing is lost: what is missing comes when they work.`,
  salesRefused: (company: string | null) =>
    `SmartPOS${company === null ? '' : ` (${company})`} no longer lets these keys see the sales. Allow it there, or say “change the smartpos keys”. Nothing is lost: what is missing comes when they may.`,
  importing: (percent: string, sales: string) => `Bringing your earlier sales: ${percent}% · ${sales} sales.`,
  imported: (sales: string) =>
    `Done: 100% · ${sales} earlier sales. They earn nothing, but I know now who buys and how often. Say “simulate cashback 5%” to see what it would have cost.`,
  secretTyped:
    'That looks like a key, a password or a PIN, and I did not keep it: whoever sees this chat would see it too. Please delete that message for everyone.',
  secretTypedOwner: 'To connect safely, say “connect smartpos”.',
  pinTyped:
    'That looks like a PIN, and I did not keep it: whoever sees this chat would see it too. Please delete that message for everyone.',
  pinTypedStaff:
    'A PIN is only typed on the page of a link that I send. To create or change yours, say “pin”.',
};
