import type { ptBR } from '../pt-BR';

export const testSale: (typeof ptBR)['testSale'] = {
  started:
    'Right, I am watching for 10 minutes. Make a sale on a card machine now, best with the customer’s phone. I will tell you here all that comes.',
  notConnected: (next) => `It cannot be tested yet. First, ${next}`,
  way: { webhook: 'by SmartPOS’s event (webhook)', pull: 'by my own query to SmartPOS' },
  arrived: (of) =>
    `The sale of *${of.sale}* came${of.method === null ? ', without its payment method' : `, ${of.method}`}${of.machine === null ? '' : `, from machine ${of.machine}`}.`,
  noMachine: 'The sale does not say which machine it was: rules by machine will not apply to it.',
  took: (by, seconds) => `It came ${by}, ${seconds} s after the sale.`,
  clockDiffers: (by, time, { isBehind, about }) =>
    `It came ${by}, with the time ${time}: about ${about} ${isBehind ? 'behind' : 'ahead'}. Check the machine’s clock and SmartPOS’s: rules by the hour go by that time.`,
  buyer: {
    phone: 'Customer: the phone came, so they get the message on WhatsApp.',
    cpf: 'Customer: only the CPF came. The sale counts, but without a phone the message has nowhere to go.',
    email:
      'Customer: only the e-mail came. The sale counts, but without a phone there is no WhatsApp message.',
    none: 'Customer: unknown. Nobody earns until the customer claims this sale with the receipt, or the cashier links it.',
  },
  gave: (amounts) => `It gave ${amounts}:`,
  wouldGive: (amounts) => `With the program active it would give ${amounts}:`,
  wouldGiveNew: (amounts) => `To a new customer it would give ${amounts}:`,
  voucher: 'a voucher',
  givesNothing: 'No rule gives anything for it:',
  noRules: 'There is no rule yet that applies to it. Make one and test again.',
  history:
    'Its time is before the connection to SmartPOS: it is only history and earns nothing. If it was just now, set the clock.',
  noAmount: 'Its amount is zero: without an amount there is nothing to work out. Check what SmartPOS sends.',
  rule: (number, why) => `• Rule ${number}: ${why}`,
  passed: 'The test sale passed. Say “activate” to begin.',
  alsoBy: (sale, by, seconds) =>
    `The sale of *${sale}* came ${by} too${seconds === null ? '' : `, ${seconds} s after it`}. Both ways work.`,
  another: (sale, method, machine, by) =>
    `One more: *${sale}*${method === null ? '' : `, ${method}`}${machine === null ? ', machine unknown' : `, machine ${machine}`}, ${by}.`,
  unreadable: (field) =>
    `A sale came that could not be read: the field ${field} is missing or wrong. It is kept. Ask SmartPOS to check.`,
  unreadableAmount:
    'A sale came without an amount that can be read (totalAmount). It is kept. Ask SmartPOS to check what it sends.',
  waits: (by, why) => `A sale came ${by} that waits in “pending sales”: it ${why}`,
  refused: {
    signature:
      'SmartPOS sent an event with a wrong signature, and I did not take it. Check the webhook’s secret there.',
    stale:
      'SmartPOS sent an event whose time is more than 5 minutes off, and I did not take it. Ask them to check their clock.',
    malformed:
      'SmartPOS sent an event that cannot be read, and I did not take it. Ask them to check its form.',
    'too-large': 'SmartPOS sent an event that is too large (over 64 kB), and I did not take it.',
  },
  pull: {
    keys: 'SmartPOS refused the keys of the connection. Make new ones there and connect again; nothing that came is lost.',
    plan: 'SmartPOS does not let these keys see the sales. Allow it there, or say “change the smartpos keys”; nothing that came is lost.',
    fails: 'SmartPOS is not answering my queries. I keep trying.',
  },
  end: {
    both: (sales) =>
      `End of the test: ${sales === 1 ? 'the sale came' : `${sales} sales came, the first`} both ways. All is well.`,
    onlyWebhook: 'End of the test: the sale came by the event (webhook), but not by the query.',
    onlyPull:
      'End of the test: the sale came by the query, but not by the event (webhook). Messages go out more slowly that way.',
    nothing: 'End of the test: in 10 minutes nothing came, neither by the event (webhook) nor by the query.',
    onlyWaiting:
      'End of the test: no new sale counted. What came is in “pending sales”, with the reason and what to do.',
  },
  check: {
    notPulled: 'I have not asked SmartPOS since, so of the pull I know nothing.',
    webhook: 'No event came: check in SmartPOS that the webhook’s address is set and on.',
    pull: 'The query works but does not show this sale: check that the keys are of this same company.',
    machine: 'Check that the machine belongs to this SmartPOS account and that the sale shows there.',
    waiting: 'What else came waits in “pending sales”.',
    again: 'Then say “test sale” again.',
  },
};
