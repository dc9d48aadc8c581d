import type { NumberProblem, ShopChannel } from '../../../loyalty';
import type { ChannelProblem } from '../../channel';
import { META } from '../meta';
import type { channel as ptBR } from '../pt-BR/channel';

const problem: Record<ChannelProblem, string> = {
  'browser-missing': 'the server has no browser. Tell whoever runs the system.',
  'disk-full': 'the server’s disk is full. Tell whoever runs the system.',
  'no-connection': 'no connection to WhatsApp. I keep trying.',
  'browser-fault': 'the browser failed, and I am opening another.',
  'logged-out': 'the phone disconnected this device. It has to be linked again.',
  'not-hosted': 'nobody is serving this number right now. Tell whoever runs the system.',
  'no-account': 'the keys of the Cloud API are missing.',
  'token-refused': 'Meta refused the token. Make a new one and enter it again.',
  'not-registered': 'Meta says that this number is not registered for the Cloud API.',
  'account-blocked': 'Meta blocked the account. See why on Meta’s pages.',
  payment: 'there is a payment problem with the Meta account.',
};

/** That the shop changed over to this one, as it follows who did it. */
const did: Record<ShopChannel, string> = {
  simulator: 'changed the service over to the simulator',
  'whatsapp-web': 'changed the service over to the shop’s WhatsApp',
  'cloud-api': 'changed the service over to WhatsApp’s Cloud API',
};

function next(fault: NumberProblem, { link, shop }: { link: string | null; shop: number | null }): string {
  const where = shop === null ? '' : ` To them this is shop ${shop}.`;
  const kept = 'Nothing is lost: messages wait and go out once the number is back.';
  if (fault === 'browser-missing' || fault === 'disk-full')
    return `Forward this e-mail to whoever runs the system.${where} ${kept}`;
  if (fault === 'account-blocked') return `See why, and ask for a review: ${META.quality}\n${kept}`;
  if (fault === 'payment') return `Settle the payment: ${META.billing}\n${kept}`;
  if (link === null) return kept;
  return fault === 'logged-out'
    ? `To link it again, open this link and enter your PIN (good for 7 days): ${link}`
    : `To enter the keys again, open this link and enter your PIN (good for 7 days): ${link}`;
}

export const channel: typeof ptBR = {
  problem,
  did,
  lost: (of) => `The shop’s WhatsApp stopped on *${of.day}* at ${of.time}: ${of.why}`,
  next,
  relink: {
    title: 'Link the shop’s WhatsApp',
    text: 'Enter your PIN to link the number again.',
    confirm: 'Continue',
    done: 'All right. The code is good for 15 minutes.',
    open: 'Open the page with the code',
    doneKeys: 'All right. The page is good for 15 minutes.',
    openKeys: 'Open the page for the keys',
    noPin: 'This takes your PIN, and you have none yet. Ask whoever looks after the system for the link.',
  },
  options: 'See options',
};
