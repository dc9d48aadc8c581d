import { answers } from './answers';

export const campaignChange = {
  campaignChange: {
    how: 'Say its number and what changes, like “in campaign 2, until Friday”, “in campaign 2, budget R$ 500” or “in campaign 2, text: We miss you!”.',
    is: (number: number, campaign: string) => `Campaign ${number}: ${campaign}.`,
    becomes: (number: number, campaign: string) => `Campaign ${number} becomes: ${campaign}.`,
    same: (number: number) => `Campaign ${number} is like that already.`,
    sentStays: 'What was sent already stays as it is.',
    ask: `Shall I change it? ${answers.yesOrNo}`,
    done: (number: number) => `Done: campaign ${number} has changed.`,
    did: (number: number, parts: string) => `changed campaign ${number}: ${parts}`,
    part: { audience: 'audience', offer: 'offer', period: 'period', budget: 'budget', words: 'text' },
    refused: {
      begun: {
        audience: (number: number) =>
          `The customers of campaign ${number} are drawn already, and with others its result would say nothing. Say “stop campaign ${number}” and create another.`,
        offer: (number: number) =>
          `Some customers have the offer of campaign ${number} already, and with another its result would say nothing. Say “stop campaign ${number}” and create another.`,
      },
      over: (number: number) =>
        `Campaign ${number} has ended or was stopped, and changes no more. To go again, create another: say “create a campaign”.`,
      period: (first: string, last: string) =>
        `The last day of the campaign can be from *${first}* to *${last}*. Say another day.`,
      budget: (spent: string) =>
        `*${spent}* was granted already, and the budget cannot be less. Say a larger one, or stop the campaign.`,
    },
  },
};
