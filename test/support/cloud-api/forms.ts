import { z } from 'zod';

/** What Meta's Cloud API takes of a message, with its limits: whatever else is in it is refused. */
const account = {
  to: z
    .string()
    .regex(/^\d{8,15}$/)
    .optional(),
  recipient: z.string().optional(),
};
const common = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual'),
  ...account,
  biz_opaque_callback_data: z.string().max(512),
};
const media = { id: z.string() };
const replyButton = z.strictObject({
  type: z.literal('reply'),
  reply: z.strictObject({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});
const row = z.strictObject({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});
const body = z.strictObject({ text: z.string().min(1).max(1024) });
const parameter = z.string().regex(/^(?!.* {4})[^\n\t]+$/);

export const messageForm = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('image'),
    image: z.strictObject({ ...media, caption: z.string().max(1024).optional() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('document'),
    document: z.strictObject({ ...media, caption: z.string().max(1024).optional(), filename: z.string() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('interactive'),
    interactive: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('button'),
        header: z.strictObject({ type: z.literal('image'), image: z.strictObject(media) }).optional(),
        body,
        action: z.strictObject({ buttons: z.array(replyButton).min(1).max(3) }),
      }),
      z.strictObject({
        type: z.literal('list'),
        body,
        action: z.strictObject({
          button: z.string().min(1).max(20),
          sections: z.array(z.strictObject({ rows: z.array(row).min(1).max(10) })).length(1),
        }),
      }),
    ]),
  }),
  z.strictObject({
    ...common,
    type: z.literal('template'),
    template: z.strictObject({
      name: z.string(),
      language: z.strictObject({ code: z.string() }),
      components: z.array(
        z.discriminatedUnion('type', [
          z.strictObject({
            type: z.literal('header'),
            parameters: z.array(z.strictObject({ type: z.literal('image'), image: z.strictObject(media) })),
          }),
          z.strictObject({
            type: z.literal('body'),
            parameters: z.array(z.strictObject({ type: z.literal('text'), text: parameter })),
          }),
        ]),
      ),
    }),
  }),
]);
export type SentMessage = z.infer<typeof messageForm>;

export const readForm = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string(),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

/** What its reader sees of it: its other parts may look like a code, as its id does now and then. */
export function wordsOf({ payload }: { payload: SentMessage }): string {
  if (payload.type === 'text') return payload.text.body;
  if (payload.type === 'interactive') return payload.interactive.body.text;
  if (payload.type === 'template') return JSON.stringify(payload.template.components);
  return (payload.type === 'image' ? payload.image.caption : payload.document.caption) ?? '';
}
