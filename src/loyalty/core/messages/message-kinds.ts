import type { Notice } from './notice';

/**
 * What customers are sent (PRODUCT.md section 7). Transactional is what the customer's own act caused; marketing goes only
 * with consent, within the shop's hours and under a weekly ceiling.
 */
export type MessageClass = 'transactional' | 'marketing';

/** `welcome` goes with the first message to anyone; an `answer` is worded by its command. */
export type MessageKind = Notice['kind'] | 'welcome' | 'answer';
/** What has a text that the shop may reword. */
export type TextKind = Exclude<MessageKind, 'answer'>;

/** What a text may name. */
export type Variable =
  | 'shop'
  | 'name'
  | 'amount'
  | 'sale'
  | 'refunded'
  | 'balance'
  /** A sentence: from when until when, and on which purchases. */
  | 'use'
  | 'until'
  | 'voucher'
  | 'code'
  /** On how many days they bought. */
  | 'count'
  /** The campaign's own words. */
  | 'words'
  /** A sentence: how to stop. */
  | 'stop';

export interface MessageSpec {
  class: MessageClass;
  /** Whether the shop may switch it off: an answer is owed to whoever asks, and who writes must be said. */
  switchable: boolean;
  variables: readonly Variable[];
  /** Without these a text does not say what it is sent for. */
  needs: readonly Variable[];
}

const transactional = (variables: readonly Variable[], needs: readonly Variable[]): MessageSpec => ({
  class: 'transactional',
  switchable: true,
  variables: ['shop', 'name', ...variables],
  needs,
});
const marketing = (variables: readonly Variable[], needs: readonly Variable[]): MessageSpec => ({
  class: 'marketing',
  switchable: true,
  variables: ['shop', 'name', ...variables, 'stop'],
  needs: ['shop', ...needs],
});
const OFFER: readonly Variable[] = ['amount', 'until', 'voucher', 'code', 'balance'];

/** Every kind of message, in the order in which it is listed. */
export const MESSAGES: { readonly [Kind in MessageKind]: MessageSpec } = {
  'benefit-earned': transactional(['amount', 'sale', 'use', 'balance'], ['amount']),
  'benefit-available': transactional(['amount', 'until', 'balance'], ['amount']),
  'referral-paid': transactional(['amount', 'until', 'balance'], ['amount']),
  'voucher-earned': transactional(['voucher', 'code', 'use'], ['voucher', 'code']),
  'voucher-redeemed': transactional(['voucher', 'sale', 'balance'], ['voucher']),
  'voucher-cancelled': transactional(['voucher', 'amount', 'balance'], ['voucher']),
  'voucher-returned': transactional(['amount', 'refunded', 'sale', 'balance'], ['amount']),
  'benefit-taken-back': transactional(['amount', 'refunded', 'sale', 'balance'], ['amount']),
  welcome: {
    class: 'transactional',
    switchable: false,
    variables: ['shop', 'stop'],
    needs: ['shop', 'stop'],
  },
  answer: { class: 'transactional', switchable: false, variables: [], needs: [] },
  'balance-expiring': marketing(['amount', 'until', 'balance'], ['amount', 'until']),
  'voucher-expiring': marketing(['voucher', 'code', 'until', 'use'], ['voucher', 'until']),
  'come-back': marketing(OFFER, []),
  birthday: marketing(OFFER, []),
  'first-purchase': marketing(['balance'], []),
  'thank-you': marketing(['count', 'balance'], []),
  campaign: marketing(['words', ...OFFER], ['words']),
};

export const MESSAGE_KINDS = Object.keys(MESSAGES) as readonly MessageKind[];

export const isMessageKind = (name: string): name is MessageKind => Object.hasOwn(MESSAGES, name);
export const hasText = (kind: MessageKind): kind is TextKind => kind !== 'answer';

/** Answers go before what the customer's acts caused, and that before marketing. */
export const PRIORITY = { answer: 0, transactional: 10, marketing: 20 } as const;

export const priorityOf = (kind: Notice['kind']): number => PRIORITY[MESSAGES[kind].class];
