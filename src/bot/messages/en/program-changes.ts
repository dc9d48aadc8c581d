import type { Impossible } from '../../command';
import { answers } from './answers';

const EXAMPLE = 'Example: “5% cashback above R$ 50, valid for 30 days”.';

const impossible: Record<Impossible, string> = {
  amounts: 'The amounts don’t fit: the minimum is over the maximum, or an amount is too large or too small.',
  benefit: 'That rule has no such figure to change. Say the whole benefit, like “in rule 2, cashback 5%”.',
  budget:
    'A budget counts money only: of cashback, or of vouchers that fit in it. A voucher in % has to say up to how much it is worth.',
  dates: 'Those dates don’t exist or end before they begin.',
  days: 'That number of days can’t be: use 1 day to 10 years, and up to 1 year of waiting.',
  hours:
    'That time doesn’t exist, or ends before it begins. Past midnight it lasts up to 12 hours: “cashback 10% from 10pm to 2am”.',
  items: 'The same product or category is both in the rule and out of it: leave only one of the two.',
  limits:
    'The limit does not fit the benefit: cashback is limited in money, points in points, and a voucher by a budget.',
  'more-than-sale':
    'The rule would give more than the largest purchase that it is for. Lower the benefit or raise the maximum purchase.',
  multiplier: 'A rule that multiplies has no limit or validity: put them on the rule that it multiplies.',
  negative: 'Negative numbers can’t be used.',
  number: 'That number is too large or too small.',
  percent: 'The percentage has to be between 0.01% and 100%.',
  purchases:
    'A first purchase, a purchase of some number, days without one and a stamp card don’t go together like that: say only one of them.',
  stamps:
    'Every so many purchases (2 to 100) the shop can give a voucher: “voucher of R$ 15 for every 10 purchases”.',
  tiers: 'Each tier needs a name and an amount of its own.',
  validity:
    'Validity counts from the benefit or from the last purchase, not from both, and can’t end before the benefit is available.',
  weekdays: 'None of those dates is one of those weekdays: change the dates or the days.',
};

export const programChanges = {
  ruleQuestion: {
    whichWay: (text: string, ways: string) => `“${text}” may be:\n${ways}\nWhich one? Reply with its number.`,
    untilWhen: (text: string) =>
      `“${text}”: until what day? Say just the day, like “December 24”, or “no end”.`,
    figureOfWhat: (said: string) =>
      `What is “${said}” in the rule? Say it with its word, like this: no, 7%; no, above R$ 40; no, valid for 60 days.`,
    discount: (percent: string) =>
      `A discount on the purchase itself is the till’s. Here the customer gets ${percent}% for the next one: “${percent}% cashback”, or “a voucher of ${percent}% up to R$ 30”. Say the rule like that, with its conditions.`,
    numberLeftOver: (text: string) =>
      `I don’t know what to do with “${text}”. Can you put it another way? ${EXAMPLE}`,
    unknownWords: (text: string) => `I didn’t get “${text}”. Can you put it another way? ${EXAMPLE}`,
    noBenefit: `What does the customer get? Say the whole rule. ${EXAMPLE}`,
    link: 'A name here cannot have a link, since customers read it. Say it again with the name alone, as the machine writes it.',
    noChange: 'What changes in it? Say it like this: “in rule 2, at most R$ 30”.',
    twoBenefits: 'Those are two benefits in one sentence. Make a rule of each: say the first.',
    saidTwice: (text: string) =>
      `That was said twice, with “${text}” the last time. Say it again with the one you mean.`,
    ambiguousAmount: (text: string) =>
      `I’m not sure how much “${text}” is. Say it again with the cents, like “R$ 1,234.00”.`,
    whichHalf: (time: string) =>
      `${time} in the morning or in the afternoon? Say the rule again, like “5% cashback from 2pm to 6pm”.`,
    whichHours: (part: string) =>
      `From what time to what time is “${part}” at your shop? Say the rule again, like “5% cashback from 6pm to 10pm”.`,
    ofWhat: (said: string) =>
      `“${said}” of what? Say it again, like “R$ 10 cashback”, “10 points”, “10% cashback” or “double points”.`,
    bestOf: (one: string, other: string) =>
      `Each rule gives one benefit. For the better of the two, make two rules: say “cashback ${one}, only the best counts”, and then “cashback ${other}, only the best counts”.`,
    countsThings: (rule: string) =>
      `Purchases are counted here, not how many products are in each. The nearest to it is to say: “${rule}”.`,
    levelOrLabel: (name: string) =>
      `Is “${name}” a tier or a label of your customers? Say the whole rule, like “2% cashback for tier ${name}” or “2% cashback for the label ${name}”.`,
    impossible,
    again: 'Can you say it again?',
  },
  ruleChange: {
    which: 'Which rule? Say its number in the list of “rules”.',
    noneSays: (words: string) =>
      `No rule says “${words}”. Say “rules” to see them all, each with its number.`,
    whichOf: (words: string) => `More than one rule says “${words}”:`,
    noSuch: (number: number, last: number) =>
      `There is no rule ${number}: ${last === 1 ? 'there is only rule 1' : `they go from 1 to ${last}`}. Say “rules” to see them.`,
    is: (number: number, rule: string) => `Rule ${number}: ${rule}`,
    editHow: 'Say what changes, like “in rule 2, at most R$ 30” or “change rule 2 to 10%”.',
    pauseHow: 'Like this: “pause rule 2”.',
    resumeHow: 'Like this: “resume rule 2”.',
    deleteHow: 'Like this: “delete rule 2”.',
    becomes: (before: string, after: string) => `It is:\n${before}\n\nIt becomes:\n${after}`,
    same: (rule: string) => `It is like that already: ${rule}`,
    editAsk: `Change this rule? ${answers.yesOrNo}`,
    edited: (number: number) => `Rule ${number} changed. It counts for sales from now on.`,
    alreadyPaused: 'It is paused already. To go on with it, say “resume rule” and its number.',
    notPaused: 'It is not paused.',
    notYet: (number: number) =>
      `It takes effect once the program is switched on. To change it, say “in rule ${number}, at most R$ 30”.`,
    inForce: (number: number) =>
      `It is in force. To change it, say “in rule ${number}, at most R$ 30” or “pause rule ${number}”.`,
    pauseAsk: `Pause this rule? It keeps its place and gives nothing. ${answers.yesOrNo}`,
    paused: (number: number) =>
      `Rule ${number} is paused. To go on with it, say “resume rule” and its number.`,
    resumeAsk: `Put this rule in force again? ${answers.yesOrNo}`,
    resumed: (number: number) => `Rule ${number} is in force again, for sales from now on.`,
    deleteAsk: `Delete this rule? What it gave stays with the customers. ${answers.yesOrNo}`,
    deleted: 'Rule deleted. The others move up in the list: say “rules” to see them.',
  },
  setProgram: {
    now: 'The program is set like this:',
    how: 'To change it, say a sentence like “cashback pays up to 30% of the purchase” or “vouchers are valid for 15 days”.',
    becomes: (before: string, after: string) => `Now: ${before}\nIt becomes: ${after}`,
    same: (what: string) => `It is like that already: ${what}`,
    ask: `Change it? ${answers.yesOrNo}`,
    done: 'Changed. It counts from now on.',
  },
};
