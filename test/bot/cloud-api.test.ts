import type { OutboundMessage } from '../../src/bot/channel';
import { accountOfChat, chatOfAccount, parseCallback } from '../../src/bot/channels/cloud-api/parse';
import { freePayload, templatePayload } from '../../src/bot/channels/cloud-api/payload';
import { remedyFor } from '../../src/bot/channels/cloud-api/refusals';
import { parseTemplate } from '../../src/bot/channels/cloud-api/templates';

const NUMBER = '106540352242922';
const callback = (value: object, number = NUMBER, field = 'messages'): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field, value: { metadata: { phone_number_id: number }, ...value } }] }],
  });
const received = (
  message: object,
  contact: object = { profile: { name: ' Ana ' }, wa_id: '5511988880001' },
) =>
  parseCallback(
    callback({
      contacts: [contact],
      messages: [{ from: '5511988880001', id: 'wamid.1', timestamp: '1795000000', ...message }],
    }),
    NUMBER,
  ).messages;

describe('a callback', () => {
  it('with a text says who wrote it, by the names that chats have over WhatsApp Web too', () => {
    expect(received({ type: 'text', text: { body: 'saldo' } })).toEqual([
      {
        message: {
          id: 'wamid.1',
          chatId: '5511988880001@c.us',
          phone: '+5511988880001',
          name: 'Ana',
          kind: 'text',
          text: 'saldo',
          at: 1_795_000_000_000,
        },
        media: null,
        tappedOn: null,
      },
    ]);
  });

  it.each<[string, object, string, string]>([
    [
      'a picture',
      { type: 'image', image: { id: '7', mime_type: 'image/png', caption: 'nota' } },
      'image',
      'nota',
    ],
    [
      'a photo sent as a file',
      { type: 'document', document: { id: '7', mime_type: 'image/png' } },
      'image',
      '',
    ],
    ['a file', { type: 'document', document: { id: '7', mime_type: 'application/pdf' } }, 'other', ''],
    ['a voice message', { type: 'audio' }, 'audio', ''],
    ['what WhatsApp cannot hand over', { type: 'unsupported' }, 'other', ''],
    [
      'a button of a template',
      { type: 'button', button: { text: 'Ver saldo', payload: 'saldo' } },
      'text',
      'saldo',
    ],
    [
      'a choice from a list',
      { type: 'interactive', interactive: { list_reply: { id: 'wish:saldo', title: 'Saldo' } } },
      'text',
      'saldo',
    ],
  ])('with %s', (_what, message, kind, text) => {
    expect(received(message)[0]?.message).toMatchObject({ kind, text });
  });

  it.each<[string, object]>([
    ['a reaction', { type: 'reaction', reaction: { emoji: '👍' } }],
    ['a notice of the system', { type: 'system' }],
    ['a forwarded text', { type: 'text', text: { body: 'sair' }, context: { forwarded: true } }],
    [
      'one forwarded often',
      { type: 'text', text: { body: 'sair' }, context: { frequently_forwarded: true } },
    ],
  ])('with %s carries no wish', (_what, message) => {
    expect(received(message)).toEqual([]);
  });

  it('knows people who hide their phone by an id that is none', () => {
    const hidden = {
      from: undefined,
      from_user_id: 'BR.1349120865530274',
      type: 'text',
      text: { body: 'oi' },
    };
    const [one] = received(hidden, { user_id: 'BR.1349120865530274', profile: { name: 'Bia' } });
    expect(one?.message).toMatchObject({ chatId: 'BR.1349120865530274@user', phone: null, name: 'Bia' });
    expect(accountOfChat('BR.1349120865530274@user')).toBe('BR.1349120865530274');
    expect(accountOfChat(chatOfAccount('5511988880001'))).toBe('5511988880001');
    expect(accountOfChat('123456789012345@lid')).toBeNull();
  });

  it('tells what became of messages, in whatever order, with the reason of a failure', () => {
    const statuses = [
      { id: 'wamid.2', status: 'read', biz_opaque_callback_data: 'row-1' },
      { id: 'wamid.3', status: 'failed', errors: [{ code: 131026, title: 'x' }] },
      { id: 'wamid.4', status: 'played' },
      { id: 'wamid.5', status: 'deleted' },
    ];
    expect(parseCallback(callback({ statuses }), NUMBER).statuses).toEqual([
      { providerId: 'wamid.2', state: 'read', outboxId: 'row-1', code: null },
      { providerId: 'wamid.3', state: 'failed', outboxId: null, code: 131026 },
      { providerId: 'wamid.4', state: 'read', outboxId: null, code: null },
    ]);
  });

  it('about another number or another matter is passed over; what is none is an error', () => {
    const value = { messages: [{ from: '1', id: 'x', timestamp: '1', type: 'text', text: { body: 'oi' } }] };
    const nothing = { messages: [], statuses: [], stops: [] };
    expect(parseCallback(callback(value, '999'), NUMBER)).toEqual(nothing);
    expect(parseCallback(callback(value, NUMBER, 'account_update'), NUMBER)).toEqual(nothing);
    for (const body of ['', '{', '[]', '{"object":"page","entry":[]}', callback({ messages: [{ id: '' }] })])
      expect(() => parseCallback(body, NUMBER)).toThrow(/JSON|Invalid|expected/i);
  });
});

describe('a message', () => {
  const menu: OutboundMessage = {
    id: 'row-1',
    chatId: '5511988880001@c.us',
    text: 'Dá para:\n1. Saldo: “saldo”\n2. Extrato: “extrato”\nO que vai ser?',
    choices: {
      title: 'Ver opções',
      options: [
        { label: 'Saldo', says: 'saldo', anytime: true },
        { label: 'Extrato', says: 'extrato', anytime: false },
      ],
    },
  };
  const options = (count: number, label = 'Opção'): OutboundMessage => ({
    ...menu,
    choices: {
      title: 'Ver opções',
      options: Array.from({ length: count }, (_x, i) => ({
        label: `${label} ${i}`,
        says: `opção ${i}`,
        anytime: true,
      })),
    },
  });

  it('with few and short choices has buttons in place of its numbers', () => {
    expect(freePayload(menu, null)).toEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Dá para:\nO que vai ser?' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'wish:saldo', title: 'Saldo' } },
            { type: 'reply', reply: { id: 'answer:extrato', title: 'Extrato' } },
          ],
        },
      },
    });
  });

  it('with more or longer ones has a list, and what is too long for a line stands below it', () => {
    const long = 'Trocar 100 pontos por um café coado grande';
    expect(freePayload(options(4), null)).toMatchObject({ interactive: { type: 'list' } });
    expect(freePayload(options(1, long), null)).toMatchObject({
      interactive: {
        type: 'list',
        action: {
          button: 'Ver opções',
          sections: [{ rows: [{ title: 'Trocar 100 pontos por u…', description: `${long} 0` }] }],
        },
      },
    });
  });

  it('with more than a list takes keeps the numbers of the others', () => {
    const numbers = Array.from({ length: 12 }, (_x, i) => `${i + 1}. Opção ${i}`);
    const many = { ...options(12), text: ['Dá para:', ...numbers, 'Qual?'].join('\n') };
    expect(freePayload(many, null)).toMatchObject({
      interactive: {
        type: 'list',
        body: { text: 'Dá para:\n11. Opção 10\n12. Opção 11\nQual?' },
        action: { sections: [{ rows: { length: 10 } }] },
      },
    });
  });

  it('keeps its numbers where WhatsApp cannot show the choices', () => {
    const tooLong = { ...menu, text: `${menu.text}${'x'.repeat(1024)}` };
    expect(freePayload(tooLong, null)).toEqual({
      type: 'text',
      text: { body: tooLong.text, preview_url: false },
    });
    const picture = { type: 'image', id: '7', fileName: 'x.png' } as const;
    expect(freePayload(options(4), picture)).toEqual({
      type: 'image',
      image: { id: '7', caption: menu.text },
    });
    expect(freePayload(menu, picture)).toMatchObject({
      interactive: { header: { type: 'image', image: { id: '7' } } },
    });
  });

  it('in a template has its values in the template’s order, on one line and without markup', () => {
    const template = {
      name: 'ganhou',
      code: 'pt_BR',
      variables: ['amount', 'use'],
      hasPicture: true,
    } as const;
    const picture = { type: 'image', id: '7', fileName: 'x.png' } as const;
    expect(templatePayload(template, { amount: '*R$ 5,00*', use: 'Use até\n*1/12*' }, picture)).toEqual({
      type: 'template',
      template: {
        name: 'ganhou',
        language: { code: 'pt_BR' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] },
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'R$ 5,00' },
              { type: 'text', text: 'Use até 1/12' },
            ],
          },
        ],
      },
    });
    expect(templatePayload(template, { amount: 'R$ 5,00' }, picture)).toBeNull();
    expect(templatePayload(template, { amount: 'R$ 5,00', use: 'Já' }, null)).toBeNull();
  });
});

describe('an error of Meta’s', () => {
  it.each([
    [130429, 400, 'wait', 'throttled'],
    [131056, 400, 'wait-for-chat', 'pair-rate'],
    [131048, 400, 'wait', 'spam-limit'],
    [131016, 500, 'retry', 'provider-fault'],
    [131047, 400, 'needs-template', undefined],
    [131026, 400, 'give-up', 'not-on-this-channel'],
    [131049, 400, 'give-up', 'marketing-cap'],
    [132001, 404, 'give-up', 'template-missing'],
    [131051, 400, 'give-up', 'unsupported-type'],
    [999, 400, 'give-up', 'refused-999'],
  ])('%i asks to %s', (code, status, kind, reason) => {
    const remedy = remedyFor(code, status, null);
    expect([remedy?.kind, remedy !== null && 'reason' in remedy ? remedy.reason : undefined]).toEqual([
      kind,
      reason,
    ]);
  });

  it.each([
    [190, 'token-refused'],
    [200, 'token-refused'],
    [299, 'token-refused'],
    [131031, 'account-blocked'],
    [131042, 'payment'],
    [133010, 'not-registered'],
  ])('%i stops everything until the owner has seen to it: %s', (code, problem) => {
    expect(remedyFor(code, 400, null)).toEqual({ kind: 'stop', problem });
  });

  it('says how long to wait, or the status does', () => {
    expect(remedyFor(130429, 429, 7000)).toMatchObject({ kind: 'wait', ms: 7000 });
    expect(remedyFor(null, 429, null)).toMatchObject({ kind: 'wait', ms: 60_000 });
    expect(remedyFor(null, 401, null)).toMatchObject({ problem: 'token-refused' });
    expect(remedyFor(999, 500, null)).toBeNull();
  });
});

describe('a template', () => {
  it('is registered by one line', () => {
    expect(parseTemplate('benefit-earned:pt_BR:smartbis_ganhou:amount,sale')).toEqual({
      kind: 'benefit-earned',
      language: 'pt',
      name: 'smartbis_ganhou',
      code: 'pt_BR',
      variables: ['amount', 'sale'],
      hasPicture: false,
    });
    expect(parseTemplate('voucher-earned:en:voucher::picture')).toMatchObject({
      variables: [],
      hasPicture: true,
    });
  });

  it.each([
    ['answer:pt_BR:x', 'no kind of message'],
    ['nothing:pt_BR:x', 'no kind of message'],
    ['birthday:fr:x', 'no language'],
    ['birthday:pt-BR:x', 'no language'],
    ['birthday:pt_BR:Não vale', 'no name of a template'],
    ['birthday:pt_BR:x:sale', 'no variable of birthday: shop, name'],
    ['birthday:pt_BR:x:amount:video', 'no header'],
  ])('%s is not understood: %s', (written, fault) => {
    expect(parseTemplate(written)).toEqual({ fault: expect.stringContaining(fault) });
  });
});
