import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const shop: typeof ptBR.shop = {
  overview: (of) =>
    `Name: ${of.name}\nCNPJ: ${of.cnpj}\nTime zone: ${of.zone} (it is ${of.time} now)\nLanguage: ${of.language}\nColour: ${of.colour}`,
  hint: 'To change it, say “shop name”, “cnpj”, “time zone”, “shop language” or “colour”.',
  none: 'not given',
  ownColour: 'the one of Smartbis',
  languages: { pt: 'Portuguese', en: 'English', es: 'Spanish' },
  ask: {
    name: 'What is the name of the shop, as customers know it?',
    cnpj: 'What is its CNPJ? To give it later, say “skip”.',
    zone: 'Which city is the shop in? I go by its local time.',
    language: 'In which language does the shop talk to newcomers? Portuguese, English or Spanish?',
    brand_colour: 'What is the colour of the shop? Say its name, like “blue”, or its code, like “#1c4e9c”.',
  },
  onceOpen: 'You do that later, once the shop is open.',
  orPhone: 'Or say “skip”, and I go by the area code of your phone.',
  orLater: 'To leave it for later, say “skip”.',
  unclear: {
    name: 'I cannot read that name. Write just the name of the shop, up to 40 letters.',
    cnpj: 'That CNPJ does not check. It has 14 letters and digits; see if one is missing and write it again.',
    zone: 'I do not know that city. Say the capital of the state or its two letters, like “Manaus” or “AM”.',
    language: 'Say “Portuguese”, “English” or “Spanish”, after “shop language”.',
    brand_colour: 'I do not know that colour. Say a name, like “blue” or “red”, or a code, like “#1c4e9c”.',
  },
  confirm: (what, value) => `${what}: ${value}. Change it? ${answers.yesOrNo}`,
  what: { name: 'Name', cnpj: 'CNPJ', zone: 'Time zone', language: 'Shop language', brand_colour: 'Colour' },
  changed: 'Done. Say “shop” to see how it is now.',
  start: 'Let us begin: three questions, and then the five steps.',
  startConfirm: (of) =>
    `${of.name}, CNPJ ${of.cnpj}, on the time of ${of.zone}. Is that right? ${answers.yesOrNo}`,
  startNotHere: (name) => `Here you talk to ${name}. Say “menu” to see what you can do.`,
  nameFirst:
    'Here you open your shop in the loyalty program, in three questions. What is its name, as customers know it? To leave, say “cancel”.',
  lapsed: 'Opening the shop waited for more than an hour and is over. To open it, say “start”.',
  linkAgain: (of) =>
    `Here is a new link to link the WhatsApp of ${of.name} (good for 15 minutes): ${of.link}\nIf you linked it already, write “status” to its number. To open another shop, say “open another shop”.`,
  whichLink: 'Which link? For SmartPOS, say “connect smartpos”; for the PIN, “pin”.',
  startNoPhone:
    'To open a shop I need your number, and WhatsApp did not show it to me. Please write from another device.',
  tooManyOpened: (count: number, day: string, time: string) =>
    `You opened ${count} shops within a day, which is the limit a phone. To open another, come back on *${day}* at ${time}.`,
  opened: (of) =>
    `${of.name} is open, and you are its owner.\nNow link its WhatsApp at this link (good for 15 minutes): ${of.link}\nThen write “status” to the number of the shop, from this same phone: step 1 is there, the card machines.`,
  page: {
    title: 'Link the WhatsApp of the shop',
    text: 'Open it on another device: the code that shows is read with the phone of the shop.',
    open: 'Open the page with the code',
  },
  did: (what, value) => `changed ${what} to ${value}`,
  didOpen: 'opened the shop',
};
