import type { ptBR } from '../pt-BR';

export const human: typeof ptBR.human = {
  called:
    'I called the people of the shop with your message. Meanwhile I keep silent here, for up to 12 hours. You can write the details; to talk to me again, say “bot”.',
  calledAfterTrying:
    'I do not manage to understand, so I called a person of the shop. I keep silent here, for up to 12 hours. To talk to me again, say “bot”.',
  staffOnly: 'You are of the team: you are who people call. Say “menu” to see what you can do.',
  back: 'I am back! Say “menu” to see what you can do.',
  here: 'I am here. Say “menu” to see what you can do.',
  personHere:
    'A person of the shop is talking with you now. I keep silent for 12 hours; to talk to me, say “bot”.',
  ended: (phone) => `Done, I answer again in the chat with ${phone}.`,
  notSilent: (phone) => `I am not silent in the chat with ${phone}.`,
  staffAsked: ({ whom, question, link }) =>
    `${whom} wants to talk to a person.${question === '' ? '' : ` They wrote: “${question}”`}\n${link === null ? 'Answer on the shop’s phone, in their chat.' : `Answer: ${link}`}\nI keep silent in that chat for 12 hours.`,
  staffWrote: (whom, phone) =>
    `Someone of the shop answered ${whom} on the phone: I keep silent in that chat for 12 hours.${phone === null ? '' : ` To have me back before, say “bot ${phone}”.`}`,
  short: {
    title: 'I still do not understand. Choose a number:',
    more: 'Or say in a few words what you need.',
  },
};
