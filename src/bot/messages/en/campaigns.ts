import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');
const counted = (people: number): string => `${whole(people)} ${people === 1 ? 'customer' : 'customers'}`;

export const campaigns = {
  campaigns: {
    how: 'Say who it is for, what they get and for how long, like “campaign: customers who have not bought for 45 days get R$ 15 valid for 7 days”.',
    question: {
      'no-audience':
        'Who is the campaign for? Say, for instance, “campaign: customers who have not bought for 45 days get R$ 15” or “campaign: all customers get 50 points”.',
      'no-offer':
        'What do they get? Say, for instance, “get R$ 15 of cashback”, “get 50 points” or “get a voucher of 20% up to R$ 30”.',
      offer:
        'A campaign gives an amount, points or a voucher. For a share of the purchase use a voucher, like “get a voucher of 20% up to R$ 30”.',
      'not-of-campaigns':
        'That is a condition of a rule, not of a campaign. Say who (silence, tier, label, birthday, new, how much they spent, what they bought), what they get, its validity and the budget.',
      impossible: 'That cannot be: check the figures. An offer is valid for 1 to 90 days.',
      'starts-later':
        'A campaign starts as soon as you confirm it: create it on the day when it is to go. Its end can have a date: “campaign: customers who have not bought for 45 days get R$ 15 until 20/12”.',
      control:
        'The group that goes without is drawn at the start and stays: it is what shows whether the campaign worked. The period, the budget and the text can change.',
      'no-change':
        'Say its number and what changes, like “in campaign 2, until Friday”, “in campaign 2, budget R$ 500” or “in campaign 2, text: We miss you!”.',
    },
    audience: {
      everybody: 'all customers',
      silent: (days: string) => `who have not bought for ${days} or more`,
      tier: (name: string) => `tier ${name}`,
      labels: (names: string) => `label ${names}`,
      birthday: {
        day: 'whose birthday is today',
        week: 'whose birthday is this week',
        month: 'whose birthday is this month',
      },
      fresh: (days: string) => `whose only purchase was in the last ${days}`,
      spent: (amount: string) => `who have spent *${amount}* or more`,
      bought: (names: string) => `who have bought ${names}`,
    },
    cashback: (amount: string) => `*${amount}* of cashback`,
    voucher: (worth: string) => `a voucher of *${worth}*`,
    validFor: (days: string) => `valid for ${days}`,
    useFrom: (amount: string) => `on purchases from *${amount}*`,
    budget: (amount: string) => `a budget of *${amount}*`,
    understood: (campaign: string) => `I understood: ${campaign}.`,
    people: ({ treated, control, isExact }: { treated: number; control: number; isExact: boolean }) =>
      `It goes to ${isExact ? '' : 'about '}${counted(treated)}${control === 0 ? '.' : `; ${whole(control)}, drawn by lot, ${control === 1 ? 'does' : 'do'} not get it, to measure the result.`}`,
    allLeftOut: (people: number) =>
      `Only ${counted(people)} ${people === 1 ? 'fits' : 'fit'}, and the random control group that measures the result would leave ${people === 1 ? 'them' : 'all of them'} out: nobody would get it. To give to a few, say “adjust +10 11 98888-0001 reason gift”.`,
    leftOut: ({ unreachable, busy }: { unreachable: number; busy: number }) =>
      `Left out: ${[
        ...(unreachable === 0
          ? []
          : [`${whole(unreachable)} who ${unreachable === 1 ? 'wants' : 'want'} none or cannot be reached`]),
        ...(busy === 0 ? [] : [`${whole(busy)} who ${busy === 1 ? 'is' : 'are'} in another campaign`]),
      ].join(' and ')}.`,
    deaf: 'Careful: SmartPOS is not telling the sales. Whoever bought in these days counts as somebody who has not. See “status”.',
    budgetFor: (people: number) => `The budget is enough for ${counted(people)}.`,
    budgetTooSmall: 'The budget does not pay for one customer. Say the campaign again with a larger budget.',
    costAtMost: (amount: string) => `Cost at most: *${amount}*.`,
    costUnknown: 'The cost has no ceiling: the voucher is a share without a maximum.',
    ends: (day: string) => `It ends on *${day}*, with the result.`,
    ownWords: 'The text is ours; for your own, write text: and your sentence.',
    words: (words: string) => `Text: ${words}`,
    ask: `Shall I start? ${answers.yesOrNo}`,
    nobodyFits: 'It fits nobody now. Try fewer days or a lower amount.',
    nobody: (unreachable: string, busy: string) =>
      `Nobody to send it to now. Of those it fits, want none or cannot be reached: ${unreachable}; in another campaign: ${busy}.`,
    started: (number: number) =>
      `Campaign ${number} has started. To see or stop it: “result of campaign ${number}”, “stop campaign ${number}”.`,
    none: 'There are no campaigns yet. Create one with “campaign: customers who have not bought for 45 days get R$ 15 valid for 7 days”.',
    title: 'Campaigns:',
    hint: 'To change one: “in campaign 2, until Friday”.',
    state: {
      assigning: (day: string) => `starting, until ${day}`,
      running: (day: string) => `running, until ${day}`,
      stopped: (day: string) => `stopped, result on ${day}`,
      ended: (day: string) => `ended on ${day}`,
    },
    askStop: (number: number, campaign: string) =>
      `Campaign ${number}: ${campaign}\nShall I stop it? Nobody else gets it, and a stopped campaign does not come back. ${answers.yesOrNo}`,
    stopped: (number: number, given: string) =>
      `Campaign ${number} is stopped: nobody else gets it. ${given} got it already, and what they got stays good.`,
    over: (number: number) => `Campaign ${number} is over already.`,
    notYet: (day: string) => `Not enough data yet: the campaign ends on *${day}*.`,
    sent: (given: string, treated: string, control: string) =>
      `${given} of ${treated} got it; ${control} go without, to compare.`,
    cost: (amount: string) => `Granted at most: *${amount}*.`,
    notEnough: 'Not enough data yet to say whether it worked.',
    missing: {
      'window-open': 'Its time is not over.',
      'small-arm': 'One of the groups has fewer than 30 customers.',
      'few-returns': 'Fewer than 10 came back in all.',
      'too-coarse': 'With so few customers only an enormous effect would show.',
    },
    broken:
      'The draw of the groups went wrong, so they cannot be compared. Tell whoever looks after Smartbis.',
    verdict: {
      lift: 'It worked: those who got it came back more.',
      loss: 'Those who got it came back less than those who did not.',
      'no-difference-shown': 'No difference showed between those who got it and those who did not.',
    },
    counts: (of: { treated: string; ofTreated: string; control: string; ofControl: string }) =>
      `${of.treated} of ${of.ofTreated} who were to get it came back, and ${of.control} of ${of.ofControl} who were not.`,
    interval: (low: string, high: string) => `Difference: between ${low} and ${high} points (98% interval).`,
    revenue: (of: { treated: string; control: string; isChance: boolean }) =>
      `Bought per customer: *${of.treated}* against *${of.control}*${of.isChance ? ', which may be chance' : ''}.`,
    did: {
      start: (number: number) => `started campaign ${number}`,
      stop: (number: number) => `stopped campaign ${number}`,
    },
    ended: (number: number) => `Campaign ${number} is over.`,
    text: 'we have something for you. Come by and enjoy.',
  },
};
