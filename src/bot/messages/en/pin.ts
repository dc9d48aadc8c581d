import type { ptBR } from '../pt-BR';

export const pin: typeof ptBR.pin = {
  ask: (link) =>
    `I need your PIN for that. Open this link and enter it there, not here (good for 15 minutes): ${link}\nYour request waits. To drop it, say “cancel”.`,
  askNew: (link) =>
    `That needs a PIN, and you have none yet. Create it at this link (good for 15 minutes): ${link}\nYour request waits. To drop it, say “cancel”.`,
  locked: (time) => `A wrong PIN was tried too often. Try again after ${time}.`,
  waiting: 'Your request waits for the PIN, at the link that I sent. To drop it, say “cancel”.',
  notHere:
    'Do not write the PIN here, and delete that message: it is entered only on the page of the link that I sent.',
  create: (link) => `Create your PIN at this link (good for 15 minutes): ${link}`,
  change: (link) => `Change your PIN at this link (good for 15 minutes): ${link}`,
  none: 'You have no PIN yet. Say “pin” to create one.',
  forgotAsk: (time) =>
    `Noted. To be safe there is a wait: at *${time}* I send a link here to create another PIN. The owners are told. If you remember it, use it and the request is dropped.`,
  forgotLink: (link) => `Create another PIN at this link (good for 15 minutes): ${link}`,
  forgotWait: (time) => `It is asked for already: the link to create another PIN comes here at *${time}*.`,
  forgotAskOwner: (phone) => `Ask an owner of the shop to tell me “reset pin ${phone}”.`,
  cleared: (name) => `Done, the PIN of ${name} is gone. They create another when they next need it.`,
  clearedNone: (name) => `${name} has no PIN.`,
  alarm: {
    locked: (name, time) =>
      `The PIN of ${name} was wrong too often and is locked until ${time}. If it was not them, say “team”.`,
    forgotten: (name, time) =>
      `${name} asked to replace a forgotten PIN. From ${time} on another can be set. If it was not them, say “team” and take the access away.`,
  },
  did: (of) => (of === null ? 'changed their own PIN' : `cleared the PIN of ${of}`),
  page: {
    titleEnter: 'Confirm with your PIN',
    titleCreate: 'Create your PIN',
    titleDone: 'Done',
    titleGone: 'This request waits no more',
    pin: 'Your PIN',
    now: 'PIN of now',
    fresh: 'New PIN',
    again: 'The new PIN again',
    hint: '4 to 8 digits. No sequence, and not one digit repeated.',
    forgot: 'Forgot it? Say “I forgot my PIN” in the chat.',
    confirm: 'Confirm',
    save: 'Save',
    bad: 'Use 4 to 8 digits, no sequence and not one digit repeated.',
    differ: 'The two are not the same.',
    wrong: (left) => `Wrong PIN. ${left === 1 ? '1 try is left.' : `${left} tries are left.`}`,
    saved: 'Your PIN is saved. You can close this page.',
    ran: 'Done. The answer is in the chat; you can close this page.',
    gone: 'It was dropped or took too long. Ask again in the chat.',
  },
};
