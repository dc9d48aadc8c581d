import type { ptBR } from '../pt-BR';

export const human: typeof ptBR.human = {
  called:
    'I’ve passed your message on to the shop’s team. I’ll stay quiet here for up to 12 hours, so they can answer you. You can add the details; to talk to me again, say “bot”.',
  calledAfterTrying:
    'I’m not getting it, sorry, so I’ve asked someone at the shop to help. I’ll stay quiet here for up to 12 hours. To talk to me again, say “bot”.',
  lapsed: 'The question that was open has lapsed: nothing was done.',
  staffOnly: 'You’re on the team: you’re the person that people ask for. Say “menu” to see what you can do.',
  back: 'I’m back! Say “menu” to see what you can do.',
  here: 'I’m here. Say “menu” to see what you can do.',
  personHere:
    'Someone at the shop is talking with you now. I’ll stay quiet for 12 hours; to talk to me, say “bot”.',
  ended: (phone) => `Done, I’m answering again in the chat with ${phone}.`,
  notSilent: (phone) => `I’m already answering in the chat with ${phone}.`,
  staffAsked: ({ whom, question, link }) =>
    `${whom} wants to talk to a person.${question === '' ? '' : ` They wrote: “${question}”`}\n${link === null ? 'Answer on the shop’s phone, in their chat.' : `Answer: ${link}`}\nI’ll stay quiet in that chat for 12 hours.`,
  staffWrote: (whom, phone) =>
    `Someone at the shop answered ${whom} on the phone, so I’ll stay quiet in that chat for 12 hours.${phone === null ? '' : ` To have me back sooner, say “bot ${phone}”.`}`,
  short: {
    title: 'I still didn’t get that. Choose a number:',
    more: 'Or tell me in a few words what you need.',
  },
};
