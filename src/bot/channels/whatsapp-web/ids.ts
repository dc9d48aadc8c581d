import { createHash } from 'node:crypto';

/** A person's chat named by a phone: digits, perhaps a device number, and one of two spellings of the server. */
const PHONE_CHAT = /^(\d{6,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/;
const LID_CHAT = /^\d+(?::\d+)?@lid$/;

/** Brazil, area code, and the eight digits of a mobile from before the ninth digit; landlines begin 2 to 5. */
const MOBILE_WITHOUT_NINTH = /^(55[1-9]{2})([6-9]\d{7})$/;
const MOBILE_WITH_NINTH = /^(55[1-9]{2})9([6-9]\d{7})$/;

/** Whether the chat is with one person; groups, broadcasts, status and newsletters are not. */
export function isPersonalChat(chatId: string): boolean {
  return PHONE_CHAT.test(chatId) || LID_CHAT.test(chatId);
}

/** Whether the chat id is WhatsApp's private name for a person, whose digits are no phone. */
export function isLid(chatId: string): boolean {
  return LID_CHAT.test(chatId);
}

/**
 * The phone, in E.164, that WhatsApp vouches for with this chat id; null for a `@lid` and all else. Accounts older
 * than Brazil's ninth digit keep ids without it: their phone is given with it, as people know and type it.
 */
export function phoneOfChat(chatId: string): string | null {
  const digits = PHONE_CHAT.exec(chatId)?.[1];
  if (digits === undefined) return null;
  return `+${digits.replace(MOBILE_WITHOUT_NINTH, '$19$2')}`;
}

/**
 * The names under which the account of a phone (E.164) may be registered, the likeliest first; digits only,
 * since the library's look-up throws on anything else. Empty when it is no phone.
 */
export function accountNames(phone: string): string[] {
  const digits = /^\+(\d{6,15})$/.exec(phone)?.[1];
  if (digits === undefined) return [];
  const older = digits.replace(MOBILE_WITH_NINTH, '$1$2');
  return older === digits ? [digits] : [digits, older];
}

const OWN_ID = /^3EB0([0-9A-F]{10})([0-9A-F]{6})[0-9A-F]{2}$/;

const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length).toUpperCase();

/**
 * The beginning of the WhatsApp ids of every try to send one outbox row: WhatsApp Web's own prefix, 40 bits that hang on
 * the row alone, so that another process can recognise the message in its chat, and 24 bits that hang on these, so that
 * any process can tell this program's messages from a person's. `messageId` adds the try.
 */
export function messageStem(outboxId: string): string {
  const row = digest(outboxId, 10);
  return `3EB0${row}${digest(`smartbis ${row}`, 6)}`;
}

/** Whether this program chose the WhatsApp id; one of 16 million others would look so too. */
export function isOwnMessageId(id: string): boolean {
  const [, row, check] = OWN_ID.exec(id) ?? [];
  return row !== undefined && check === digest(`smartbis ${row}`, 6);
}

/** The id of the given try (0 to 255): 22 characters, the form of WhatsApp Web's own. */
export function messageId(outboxId: string, attempt: number): string {
  return messageStem(outboxId) + attempt.toString(16).padStart(2, '0').slice(-2).toUpperCase();
}

/** The library's objects for ids, as text. */
export function serialized({ _serialized: text }: { _serialized: string }): string {
  return text;
}
