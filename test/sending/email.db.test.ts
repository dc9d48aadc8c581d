import supertest from 'supertest';
import { BOUNCED } from '../../src/bot/channel';
import type { Post } from '../../src/bot/sending/post';
import { copyByEmail } from '../../src/bot/sending/fall-over';
import { createUnsubscribeRouter } from '../../src/bot/pages/unsubscribe';
import { createApp } from '../../src/http';
import { applySales } from '../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { FROM, Mailbox, postOver, unsubscribeOf } from '../support/mailbox';
import { available, campaign, Sending } from '../support/sending';
import { ANA as PHONE, customerKnownBy, openShop, OWNER, saleOf } from '../support/shop';

const PUBLIC_URL = 'https://smartbis.example';
const ANA = 'ana@example.com';
let test: TestDatabase;
let mailbox: Mailbox;
let shop: number;
let sending: Sending;
let post: Post;

beforeAll(async () => {
  test = await openTestDatabase();
  mailbox = await Mailbox.open();
});
afterAll(async () => {
  await mailbox.close();
  await test.close();
});
beforeEach(async () => {
  shop = await openShop(test.db, [{ benefit: { kind: 'voucher-fixed', cents: 1500 } }]);
  // Within the hours of offers.
  test.clock.set(START + 120_000);
  sending = new Sending(test, shop, { byEmail: true, publicUrl: PUBLIC_URL });
  post = postBy(mailbox.url);
  mailbox.empty();
});

const postBy = (smtpUrl: string): Post => postOver(smtpUrl, test, { publicUrl: PUBLIC_URL });

/** Whom a till knows by their e-mail alone, and who asks for offers. */
async function withEmail({ asks = true } = {}): Promise<string> {
  return test.db.asMerchant(shop, async (work) => {
    const id = await customerKnownBy(work, { kind: 'email', value: ANA }, 'Ana');
    if (asks) await work.trx('customers').where({ id }).update({ marketing_consent: true });
    return id;
  });
}

async function go(later = 0): Promise<void> {
  test.clock.advance(later);
  await sending.go();
  await post.send(shop);
}

/** Until nothing waits any more, each time when the next is due. */
async function untilSettled(): Promise<void> {
  for (let i = 0; i < 20; i++) await go(600_000);
}

/** To customers alone, each with what became of it. */
async function rows(): Promise<string[]> {
  const all = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').whereNotNull('customer_id').orderBy('seq').select('channel', 'state', 'reason'),
  );
  return all.map((row: { channel: string; state: string; reason: string | null }) =>
    [row.channel, row.state, row.reason ?? ''].join(' ').trim(),
  );
}

async function toldTheOwner(): Promise<unknown[]> {
  const all = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'message-not-delivered' }).orderBy('seq').select('params'),
  );
  return all.map(({ params }: { params: { to: string; reason: string } }) => [params.to, params.reason]);
}

const consents = () =>
  test.db.asMerchant(shop, (work) =>
    work.trx('consents').select('granted', 'message_id', 'text_version', 'text'),
  );

it('a voucher of whom no chat reaches comes by e-mail: text, HTML, its picture within it, and how to stop', async () => {
  await withEmail();
  const buyer = { name: 'Ana', phone: null, cpf: null, email: ANA, cardFingerprint: null };
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ occurredAt: work.now, buyer })]));
  await go();
  expect(await rows()).toEqual(['email sent']);
  const [mail] = mailbox.received;
  expect(mail).toMatchObject({
    subject: 'Você ganhou um voucher em Padaria Central',
    from: { value: [{ name: 'Padaria Central', address: FROM }] },
    to: { value: [{ address: ANA }] },
  });
  const code = /Código ([0-9A-Z]{4}-[0-9A-Z]{4})\./.exec(mail?.text ?? '')?.[1];
  expect(code).toBeDefined();
  expect(mail?.html).toContain(`<strong>${code}</strong>`);
  const picture = mail?.attachments[0];
  expect(picture).toMatchObject({ contentType: 'image/png', related: true, cid: 'picture@smartbis' });
  expect(picture?.content.subarray(1, 4).toString()).toBe('PNG');
  const unsubscribe = unsubscribeOf(mailbox);
  expect(unsubscribe).toMatch(/^https:\/\/smartbis\.example\/u\/\d+\./);
  const raw = mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line;
  expect(raw).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(mail?.text).toContain(unsubscribe);
});

it('what somebody wrote is no HTML in it', async () => {
  await sending.notify(
    await withEmail(),
    'c1',
    campaign('<img src=x> *Pão* & café https://padaria.example/pao'),
  );
  await go();
  const [mail] = mailbox.received;
  expect(mail?.html).toContain('&#60;img src=x&#62; <strong>Pão</strong> &#38; café');
  expect(mail?.html).toContain('<a href="https://padaria.example/pao"');
  expect(mail?.text).toContain('<img src=x> Pão & café');
});

it('one who has WhatsApp and e-mail is told once, by WhatsApp', async () => {
  const id = await sending.customer('+5511988880001');
  await test.db.asMerchant(shop, (work) =>
    work.trx('customer_identities').insert({ merchant_id: shop, kind: 'email', value: ANA, customer_id: id }),
  );
  await sending.notify(id, 'c1', available(500));
  await untilSettled();
  expect(await rows()).toEqual(['chat sent']);
  expect(mailbox.received).toEqual([]);
});

it('without a mail server it is kept, as it was', async () => {
  const id = await withEmail();
  sending = new Sending(test, shop);
  await sending.notify(id, 'c1', available(500));
  await go();
  expect(await rows()).toEqual(['chat suppressed kept']);
});

describe('the link of an e-mail', () => {
  const app = () => supertest(createApp([createUnsubscribeRouter(test)], test.logger));

  async function linkOf(): Promise<string> {
    await sending.notify(await withEmail(), 'c1', campaign('Pão quente'));
    await go();
    return new URL(unsubscribeOf(mailbox)).pathname;
  }

  it('stops offers by one post of a mail program, and once; notices of purchases go on', async () => {
    const link = await linkOf();
    for (let i = 0; i < 2; i++)
      await app().post(link).type('form').send('List-Unsubscribe=One-Click').expect(200);
    const [{ id }] = await test.db.asMerchant(shop, (work) =>
      work.trx('outbox').where({ template: 'campaign' }).select('id'),
    );
    expect(await consents()).toEqual([
      {
        granted: false,
        message_id: id,
        text_version: expect.stringMatching(/^email-unsubscribe\/pt\/[\da-f]{8}$/) as string,
        text: 'Parar de receber ofertas',
      },
    ]);
    const customer = await withEmail({ asks: false });
    await sending.notify(customer, 'c2', campaign('Bolo'));
    await sending.notify(customer, 'c3', available(500));
    await go();
    expect(await rows()).toEqual(['email sent', 'chat suppressed opted-out', 'email sent']);
  });

  it('opens a page that asks, and does nothing until its button is pressed', async () => {
    const { text } = await app()
      .get(await linkOf())
      .expect(200);
    expect(text).toContain('Quer parar de receber ofertas?');
    expect(text).toContain('<form method="post"');
    expect(await consents()).toEqual([]);
  });

  it.each(['get', 'post'] as const)('is for nobody who has altered it (%s)', async (method) => {
    const link = await linkOf();
    const altered = link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));
    await app()[method](altered).expect(404);
    await app()[method]('/u/nothing').expect(404);
    expect(await consents()).toEqual([]);
  });
});

describe('a mail server that', () => {
  it('refuses the address: it is not written to again, and the owner is told once', async () => {
    const id = await withEmail();
    mailbox.mood = 'refuses';
    await sending.notify(id, 'c1', available(500));
    await sending.notify(id, 'c2', campaign('Pão quente'));
    await untilSettled();
    mailbox.mood = 'takes';
    await sending.notify(id, 'c3', available(700));
    await untilSettled();
    expect(await rows()).toEqual([
      'email suppressed kept',
      'email failed address-refused',
      'chat suppressed kept',
    ]);
    expect(mailbox.received).toEqual([]);
    expect(await toldTheOwner()).toEqual([['Ana', 'email-bounced']]);
  });

  it.each(['puts-off', 'drops'] as const)('%s is asked again', async (mood) => {
    const id = await withEmail();
    mailbox.mood = mood;
    await sending.notify(id, 'c1', available(500));
    await sending.notify(id, 'c2', campaign('Pão quente'));
    await go();
    expect(await rows()).toEqual(
      Array(2).fill(`email queued ${mood === 'drops' ? 'mail-server-down' : 'mail-put-off'}`),
    );
    mailbox.mood = 'takes';
    await go(120_000);
    expect(await rows()).toEqual(['email sent', 'email sent']);
    expect(mailbox.received).toHaveLength(2);
  });

  it('takes a message and drops the connection: what is owed goes again under its name, an offer never', async () => {
    const id = await withEmail();
    mailbox.mood = 'takes-and-drops';
    await sending.notify(id, 'c1', available(500));
    await sending.notify(id, 'c2', campaign('Pão quente'));
    await go();
    expect(await rows()).toEqual([
      'email unknown mail-connection-lost',
      'email unknown mail-connection-lost',
    ]);
    mailbox.mood = 'takes';
    await untilSettled();
    expect(await rows()).toEqual(['email sent', 'email unknown cannot-tell']);
    const owed = mailbox.received.filter(({ subject }) => subject?.includes('já pode ser usado'));
    expect(owed).toHaveLength(2);
    expect(new Set(owed.map(({ messageId }) => messageId)).size).toBe(1);
    expect(mailbox.received).toHaveLength(3);
  });

  it('is not there: everything waits, and nothing is given up', async () => {
    post = postBy('smtp://127.0.0.1:9');
    await sending.notify(await withEmail(), 'c1', available(500));
    await untilSettled();
    expect(await rows()).toEqual(['email queued mail-server-down']);
    post = postBy(mailbox.url);
    await untilSettled();
    expect(await rows()).toEqual(['email sent']);
  });
});

describe('what the shop wants in both channels', () => {
  const OWNER_SAYS = 'mensagem de benefício liberado';

  /** Known by phone and by e-mail, and told before who writes. */
  async function withBoth(): Promise<string> {
    const id = await sending.known(PHONE);
    await test.db.asMerchant(shop, (work) =>
      work.trx('customer_identities').insert({
        merchant_id: shop,
        customer_id: id,
        kind: 'email',
        value: ANA,
      }),
    );
    return id;
  }
  const owner = () => new Chat(test, shop, OWNER);
  const choose = () =>
    owner().dialog([
      [`${OWNER_SAYS} também por e-mail`, /também por e-mail.*sim/s],
      ['sim', 'no WhatsApp e também por e-mail'],
    ]);

  it('is chosen kind by kind, shown in the list, undone, and told where the server has no e-mail', async () => {
    const chat = owner();
    chat.hasMail = false;
    await chat.dialog([[`${OWNER_SAYS} também por e-mail`, 'não tem e-mail configurado']]);
    await choose();
    await owner().dialog([
      ['mensagens', /2\. benefício liberado \(também por e-mail\)/],
      ['2', /só no WhatsApp/],
      [`${OWNER_SAYS} só no WhatsApp`, /No WhatsApp ela continua/],
      ['sim', 'vai só no WhatsApp'],
      ['desfazer', /deixou só no WhatsApp/],
      ['sim', 'Desfeito'],
      ['mensagens', /2\. benefício liberado \(também por e-mail\)/],
      ['histórico', 'ligou também por e-mail a mensagem “benefício liberado”'],
    ]);
  });

  it('goes to the chat and, once it is there, by e-mail, each once; another kind to the chat alone', async () => {
    const id = await withBoth();
    await choose();
    await sending.notify(id, 'c1', available(500));
    await sending.notify(id, 'c2', campaign('Pão quente'));
    await untilSettled();
    expect(await rows()).toEqual(['chat sent', 'chat sent', 'email sent']);
    expect(mailbox.received).toHaveLength(1);
    expect(sending.handed.filter(({ chatId }) => chatId.startsWith(PHONE))).toHaveLength(2);
    // Noted twice, as after a crash: the copy is the same row.
    await test.db.asMerchant(shop, (work) =>
      copyByEmail(
        work,
        sending.handed.map(({ id: one }) => one),
      ),
    );
    await untilSettled();
    expect(mailbox.received).toHaveLength(1);
  });

  it('an offer counts once in the weekly ceiling, and is not copied to whoever stopped meanwhile', async () => {
    const id = await withBoth();
    await owner().dialog([
      ['mensagem de campanhas também por e-mail', /sim/],
      ['sim', 'também por e-mail'],
    ]);
    await sending.notify(id, 'c1', campaign('Um'));
    await untilSettled();
    await sending.notify(id, 'c2', campaign('Dois'));
    await untilSettled();
    expect(await rows()).toEqual(['chat sent', 'email sent', 'chat sent', 'email sent']);
    test.clock.set(START + 8 * 86_400_000);
    await sending.notify(id, 'c3', campaign('Três'));
    await sending.go();
    await test.db.asMerchant(shop, (work) =>
      work.trx('customers').where({ id }).update({ marketing_consent: false }),
    );
    await untilSettled();
    expect((await rows()).slice(4)).toEqual(['chat sent', 'email suppressed opted-out']);
  });

  it('what no chat reaches falls over as before: one e-mail, no second', async () => {
    await withEmail();
    await choose();
    const id = await withEmail();
    await sending.notify(id, 'c1', available(500));
    await untilSettled();
    expect(await rows()).toEqual(['email sent']);
    expect(mailbox.received).toHaveLength(1);
  });

  it('a copy that bounces is not kept for later: the chat told it', async () => {
    const id = await withBoth();
    await choose();
    mailbox.mood = 'refuses';
    await sending.notify(id, 'c1', available(500));
    await untilSettled();
    expect(await rows()).toEqual(['chat sent', `email failed ${BOUNCED}`]);
    expect(await toldTheOwner()).toEqual([['Ana', 'email-bounced']]);
    // Its address is written to no more.
    await sending.notify(id, 'c2', available(600));
    await untilSettled();
    expect((await rows()).slice(2)).toEqual(['chat sent']);
  });
});
