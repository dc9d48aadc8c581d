import { z } from 'zod';
import type { DeliveryUpdate, InboundMessage } from '../../channel';
import { sayingOf } from './payload';
import { phoneOfChat } from '../whatsapp-web/ids';

/** What came by a callback, as far as it concerns one number. */
export interface Callback {
  messages: CloudMessage[];
  statuses: CloudStatus[];
  stops: CloudStop[];
}

/** Somebody told WhatsApp itself that they want no offers of this number. */
export interface CloudStop {
  chatId: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface CloudMessage {
  message: InboundMessage;
  /** What is to be fetched with it. */
  media: { id: string; mimeType: string } | null;
  /** A choice that means something only below this one of the shop's messages was tapped. */
  tappedOn: string | null;
}

export interface CloudStatus extends DeliveryUpdate {
  /** The outbox row that was sent, where Meta says it. */
  outboxId: string | null;
  /** Meta's error code, where it failed. */
  code: number | null;
}

const media = z.looseObject({
  id: z.string(),
  mime_type: z.string().optional(),
  caption: z.string().optional(),
});
const choice = z.looseObject({ id: z.string(), title: z.string() });
const messageSchema = z.looseObject({
  id: z.string().min(1),
  from: z.string().optional(),
  from_user_id: z.string().optional(),
  /** Unix seconds, as text. */
  timestamp: z.coerce.number(),
  type: z.string(),
  text: z.looseObject({ body: z.string() }).optional(),
  image: media.optional(),
  document: media.optional(),
  button: z.looseObject({ payload: z.string().optional(), text: z.string() }).optional(),
  interactive: z.looseObject({ button_reply: choice.optional(), list_reply: choice.optional() }).optional(),
  context: z
    .looseObject({
      id: z.string().optional(),
      forwarded: z.boolean().optional(),
      frequently_forwarded: z.boolean().optional(),
    })
    .optional(),
});
type MetaMessage = z.infer<typeof messageSchema>;

const contactSchema = z.looseObject({
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  profile: z.looseObject({ name: z.string().optional() }).optional(),
});

const statusSchema = z.looseObject({
  id: z.string().min(1),
  status: z.string(),
  biz_opaque_callback_data: z.string().optional(),
  errors: z.array(z.looseObject({ code: z.number() })).optional(),
});

const preferenceSchema = z.looseObject({
  wa_id: z.string().optional(),
  category: z.string().optional(),
  value: z.string().optional(),
  /** Unix seconds. */
  timestamp: z.coerce.number().catch(0),
});

const callbackSchema = z.looseObject({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(
    z.looseObject({
      changes: z.array(
        z.looseObject({
          field: z.string(),
          value: z.looseObject({
            metadata: z.looseObject({ phone_number_id: z.string() }).optional(),
            contacts: z.array(contactSchema).optional(),
            messages: z.array(messageSchema).optional(),
            statuses: z.array(statusSchema).optional(),
            user_preferences: z.array(preferenceSchema).optional(),
          }),
        }),
      ),
    }),
  ),
});

const FIELDS: ReadonlySet<string> = new Set(['messages', 'user_preferences']);

/**
 * Reads a callback; what is about another number or another matter is passed over. Throws for what is no callback of Meta's.
 * The form is that of Graph API 23.0: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks.
 */
export function parseCallback(body: string, phoneNumberId: string): Callback {
  const { entry } = callbackSchema.parse(JSON.parse(body));
  const values = entry
    .flatMap(({ changes }) => changes)
    .filter(({ field, value }) => FIELDS.has(field) && value.metadata?.phone_number_id === phoneNumberId)
    .map(({ value }) => value);
  return {
    messages: values.flatMap(({ messages = [], contacts = [] }) =>
      messages.flatMap((message) => readMessage(message, contacts) ?? []),
    ),
    statuses: values.flatMap(({ statuses = [] }) => statuses.flatMap((status) => readStatus(status) ?? [])),
    stops: values.flatMap(({ user_preferences: wishes = [] }) => wishes.flatMap(readStop)),
  };
}

/** By their ids, the messages of people in a callback, for whichever number; none where it cannot be read. */
export function messageIdsIn(body: string): string[] {
  try {
    const changes = callbackSchema.parse(JSON.parse(body)).entry.flatMap((entry) => entry.changes);
    return changes.flatMap(({ value: { messages = [] } }) => messages.map(({ id }) => id));
  } catch {
    return [];
  }
}

/** What people send, by Meta's types; what is missing here (reactions, notices of the system) carries no wish. */
const KINDS: Readonly<Record<string, InboundMessage['kind']>> = {
  text: 'text',
  button: 'text',
  interactive: 'text',
  image: 'image',
  audio: 'audio',
  video: 'other',
  document: 'other',
  sticker: 'other',
  location: 'other',
  contacts: 'other',
  unsupported: 'other',
};

/** As the chats of WhatsApp Web are named, so that a shop that changes its channel keeps its chats. */
export const chatOfAccount = (account: string): string =>
  /^\d+$/.test(account) ? `${account}@c.us` : `${account}@user`;

/** The account that a chat is sent to; null where it is none of WhatsApp's official ones. */
export const accountOfChat = (chatId: string): string | null =>
  /^(\d{6,15})@c\.us$/.exec(chatId)?.[1] ?? /^([A-Z]{2}\.[\w.]+)@user$/.exec(chatId)?.[1] ?? null;

function readMessage(raw: MetaMessage, contacts: z.infer<typeof contactSchema>[]): CloudMessage | null {
  const { id, type, context, timestamp, from, from_user_id: userId, button, interactive } = raw;
  const image = raw.image ?? (raw.document?.mime_type?.startsWith('image/') ? raw.document : undefined);
  const kind = image === undefined ? KINDS[type] : 'image';
  if (kind === undefined || context?.forwarded === true || context?.frequently_forwarded === true)
    return null;
  const contact = contacts.find((one) => one.wa_id === from || one.user_id === userId) ?? contacts[0];
  const account = from ?? userId ?? contact?.user_id;
  if (account === undefined) return null;
  const tap = interactive?.button_reply ?? interactive?.list_reply;
  const tapped = tap === undefined ? null : sayingOf(tap.id);
  const chatId = chatOfAccount(account);
  const text = tapped?.says ?? button?.payload ?? button?.text ?? raw.text?.body ?? raw.image?.caption ?? '';
  const name = contact?.profile?.name?.trim() || null;
  return {
    message: { id, chatId, phone: phoneOfChat(chatId), name, kind, text, at: timestamp * 1000 },
    media: image === undefined ? null : { id: image.id, mimeType: image.mime_type ?? 'image/jpeg' },
    tappedOn: tapped === null || tapped.anytime ? null : (context?.id ?? ''),
  };
}

const STATES = new Set(['sent', 'delivered', 'read', 'failed']);

function readStatus(raw: z.infer<typeof statusSchema>): CloudStatus | null {
  const { id: providerId, status, errors, biz_opaque_callback_data: outboxId = null } = raw;
  // A voice message that was played.
  const state = status === 'played' ? 'read' : status;
  if (!STATES.has(state)) return null;
  return { providerId, state: state as DeliveryUpdate['state'], outboxId, code: errors?.[0]?.code ?? null };
}

/** Who wants offers again says so in the chat: a consent is given to the shop, not to WhatsApp. */
function readStop({
  wa_id: account,
  category,
  value,
  timestamp,
}: z.infer<typeof preferenceSchema>): CloudStop[] {
  if (account === undefined || category !== 'marketing_messages' || value !== 'stop') return [];
  return [{ chatId: chatOfAccount(account), at: timestamp * 1000 }];
}
