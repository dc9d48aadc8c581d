import type { Express } from 'express';
import request from 'supertest';
import { BOUNCED, RETURNED } from '../../src/bot/channel';
import { tellIfLost } from '../../src/bot/hosting/number-lost';
import type { Post } from '../../src/bot/sending/post';
import { returnedMail } from '../../src/bot/returned-mail/openapi';
import { createReturnedMailRouter } from '../../src/bot/returned-mail/router';
import { createApp } from '../../src/http';
import { mergeCustomers, type Notice, type Work } from '../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { Mailbox, postOver } from '../support/mailbox';
import * as mail from '../support/returned-mail';
import { available, campaign, Sending } from '../support/sending';
import { ANA as PHONE, customerKnownBy, openShop, OWNER } from '../support/shop';

const SECRET = 'a-secret-of-the-mail-server';
const ANA = 'ana@example.com';
const DAY = 86_400_000;
let test: TestDatabase;
let mailbox: Mailbox;
let shop: number;
let sending: Sending;
let post: Post;
let app: Express;

beforeAll(async () => {
  test = await openTestDatabase();
  mailbox = await Mailbox.open();
});
afterAll(async () => {
  await mailbox.close();
  await test.close();
});
beforeEach(async () => {
  const { db, clock, logger } = test;
  shop = await openShop(db);
  clock.set(START + 120_000);
  sending = new Sending(test, shop, { byEmail: true });
  const returns = { address: 'volta@smartbis.example', secret: SECRET };
  post = postOver(mailbox.url, test, { returns });
  app = createApp([createReturnedMailRouter({ db, clock, logger, secret: SECRET })], logger);
  mailbox.empty();
});

const run = <T>(act: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, act);

const withEmail = (address = ANA): Promise<string> =>
  run(async (work) => {
    const id = await customerKnownBy(work, { kind: 'email', value: address }, 'Ana');
    await work.trx('customers').where({ id }).update({ marketing_consent: true });
    return id;
  });

const alsoKnownBy = (customer_id: string, kind: string, value: string): Promise<unknown> =>
  run((work) => work.trx('customer_identities').insert({ merchant_id: shop, kind, value, customer_id }));

let causes = 0;

/** What was sent to them, as a report names it. */
async function sent(customerId: string, notice: Notice = available(500)): Promise<mail.Returned> {
  await sending.notify(customerId, `c${(causes += 1)}`, notice);
  await sending.go();
  await post.send(shop);
  return last();
}

function last(): mail.Returned {
  const messageId = mailbox.received.at(-1)?.messageId ?? '';
  return { sender: mailbox.senders.at(-1) ?? '', messageId };
}

const hand = (raw: string | Buffer, secret = SECRET) =>
  request(app)
    .post('/v1/mail/returned')
    .set({ authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' })
    .send(raw);

/** Of the customers’ messages, in order. */
async function rows(): Promise<string[]> {
  const all = await run((work) =>
    work.trx('outbox').whereNotNull('customer_id').orderBy('seq').select('channel', 'state', 'reason'),
  );
  return all.map((row: { channel: string; state: string; reason: string | null }) =>
    [row.channel, row.state, row.reason ?? ''].join(' ').trim(),
  );
}

async function toldTheOwner(): Promise<unknown[]> {
  const all = await run((work) =>
    work.trx('outbox').where({ template: 'message-not-delivered' }).orderBy('seq').select('params'),
  );
  return all.map(({ params }: { params: { reason: string; fault: string } }) => [
    params.reason,
    params.fault,
  ]);
}

it('a message goes out from an address of its own, which comes back to where mail is handed over', async () => {
  const first = await sent(await withEmail());
  const second = await sent(await withEmail('bia@example.com'));
  expect(first.sender).toMatch(/^volta\+[0-9a-z.]{44,49}@smartbis\.example$/);
  expect(second.sender).not.toBe(first.sender);
  expect(mailbox.received[0]?.from?.value).toMatchObject([{ address: 'avisos@smartbis.example' }]);
});

describe('an address that is gone', () => {
  it.each([
    ['no-mailbox', mail.noMailbox],
    ['no-domain', mail.noDomain],
  ])('(%s) is given up, what it was owed is kept, and the owner told, once', async (fault, report) => {
    const ana = await withEmail();
    const of = await sent(ana);
    expect((await hand(report(of))).body).toEqual({ outcome: 'noted' });
    expect((await hand(report(of))).body).toEqual({ outcome: 'known' });
    expect(await rows()).toEqual(['email suppressed kept']);
    expect(await toldTheOwner()).toEqual([['email-bounced', fault]]);
    await sending.notify(ana, 'later', available(700));
    await sending.go();
    await post.send(shop);
    expect(mailbox.received).toHaveLength(1);
    expect(await rows()).toEqual(['email suppressed kept', 'chat suppressed kept']);
  });

  it('is found by the Message-ID alone where a service on the way had a sender of its own', async () => {
    const { messageId } = await sent(await withEmail());
    const away = { sender: 'bounces@provider.example', messageId };
    expect((await hand(mail.noMailbox(away))).body).toEqual({ outcome: 'noted' });
    expect((await hand(mail.noDomain({ ...away, messageId: '' }))).status).toBe(404);
  });

  it('is found however the way wrote its capitals', async () => {
    const of = await sent(await withEmail());
    const shouted = { sender: of.sender.toUpperCase(), messageId: '<other@mx.example>' };
    expect((await hand(mail.noMailbox(shouted))).body).toEqual({ outcome: 'noted' });
  });

  it('leaves to the chat what its customer is owed, where they have one by now', async () => {
    const ana = await withEmail();
    const of = await sent(ana);
    await run((work) =>
      work.trx('chats').insert({ merchant_id: shop, id: 'chat-of-ana', phone: PHONE, customer_id: ana }),
    );
    await hand(mail.noMailbox(of)).expect(200);
    expect(await rows()).toEqual(['chat queued']);
    await sending.go();
    expect(await rows()).toEqual(['chat sent']);
    expect((await hand(mail.noMailbox(of))).body).toEqual({ outcome: 'known' });
  });

  it('leaves it to another address of theirs', async () => {
    const ana = await withEmail();
    const of = await sent(ana);
    await alsoKnownBy(ana, 'email', 'outro@example.com');
    await hand(mail.noMailbox(of)).expect(200);
    await post.send(shop);
    expect(await rows()).toEqual(['email sent']);
    expect(mailbox.received.at(-1)?.to).toMatchObject({ value: [{ address: 'outro@example.com' }] });
    expect((await hand(mail.noMailbox(of))).status).toBe(200);
    await post.send(shop);
    expect(mailbox.received).toHaveLength(2);
  });

  it('ends an offer, which is never sent twice', async () => {
    const of = await sent(await withEmail(), campaign('Venha!'));
    await hand(mail.noMailbox(of)).expect(200);
    expect(await rows()).toEqual([`email failed ${BOUNCED}`]);
  });

  it('is that of whoever its customer became', async () => {
    const ana = await withEmail();
    const of = await sent(ana);
    const keep = await run((work) => customerKnownBy(work, { kind: 'phone', value: PHONE }, 'Ana'));
    await run((work) => mergeCustomers(work, { keep, absorb: ana }));
    await hand(mail.noMailbox(of)).expect(200, { outcome: 'noted' });
    expect(await run((work) => work.trx('outbox').where({ customer_id: keep, reason: 'kept' }))).toHaveLength(
      1,
    );
  });

  it('is shown to the shop with its customer, until they say it anew', async () => {
    const ana = await withEmail();
    const of = await sent(ana);
    await alsoKnownBy(ana, 'phone', PHONE);
    await hand(mail.noMailbox(of)).expect(200);
    const card = () => new Chat(test, shop, OWNER).says('cliente 11 98888-0001');
    expect((await card()).text).toContain('E-mail: não recebe (esse endereço não existe mais)');
    await new Chat(test, shop, PHONE).says(`meu email é ${ANA}`);
    expect((await card()).text).not.toContain('E-mail: não recebe');
  });
});

describe('what may pass', () => {
  it.each([
    ['full', mail.full],
    ['not-reached', mail.notReached],
  ])('(%s) gives an address up after three returns within a month', async (fault, report) => {
    const ana = await withEmail();
    for (let i = 0; i < 3; i++) {
      const of = await sent(ana);
      expect(mailbox.received).toHaveLength(i + 1);
      await hand(report(of)).expect(200, { outcome: 'noted' });
      await hand(report(of)).expect(200, { outcome: 'known' });
      test.clock.advance(DAY);
    }
    expect(await toldTheOwner()).toEqual([['email-returned', fault]]);
    await sending.notify(ana, 'later', available(700));
    await sending.go();
    await post.send(shop);
    expect(mailbox.received).toHaveLength(3);
    expect((await rows()).every((row) => row.endsWith('kept'))).toBe(true);
  });

  it('is forgotten after a month', async () => {
    const ana = await withEmail();
    for (let i = 0; i < 4; i++) {
      await hand(mail.full(await sent(ana))).expect(200, { outcome: 'noted' });
      test.clock.advance(31 * DAY);
    }
    expect(mailbox.received).toHaveLength(4);
  });

  it('said at once by the server counts the same', async () => {
    const ana = await withEmail();
    mailbox.mood = 'is-full';
    for (let i = 0; i < 3; i++) await sent(ana);
    mailbox.mood = 'takes';
    await sent(ana);
    expect(mailbox.received).toEqual([]);
    expect(await rows()).toEqual([
      ...Array.from({ length: 3 }, () => 'email suppressed kept'),
      'chat suppressed kept',
    ]);
    expect(await toldTheOwner()).toEqual([['email-returned', 'full']]);
  });

  it('ends an offer as returned', async () => {
    await hand(mail.full(await sent(await withEmail(), campaign('Venha!')))).expect(200);
    expect(await rows()).toEqual([`email failed ${RETURNED}`]);
  });
});

it('an owner’s address that is gone: what they have to know goes by the chat, then and later', async () => {
  await new Chat(test, shop, OWNER).says('meu email é dona@example.com');
  const isLost = async (): Promise<void> => {
    await run((work) => tellIfLost(work, { state: 'logged-out', problem: 'logged-out' }, { byEmail: true }));
    await post.send(shop);
  };
  const channels = () =>
    run((work) => work.trx('outbox').where({ template: 'number-lost' }).orderBy('seq').pluck('channel'));
  await isLost();
  expect(await channels()).toEqual(['email']);
  const of = { ...last(), address: 'dona@example.com' };
  await hand(mail.noMailbox(of)).expect(200, { outcome: 'noted' });
  await hand(mail.noMailbox(of)).expect(200, { outcome: 'known' });
  expect(await channels()).toEqual(['chat']);
  test.clock.advance(DAY);
  await isLost();
  expect(await channels()).toEqual(['chat', 'chat']);
});

describe('nothing is changed by', () => {
  let of: mail.Returned;
  beforeEach(async () => {
    of = await sent(await withEmail());
  });
  afterEach(async () => {
    expect(await rows()).toEqual(['email sent']);
    expect(await toldTheOwner()).toEqual([]);
  });

  it.each([
    ['a delay', mail.delayed],
    ['a note that it was read', mail.readReceipt],
    ['a note of absence', mail.absence],
  ])('%s', async (_what, report) => {
    await hand(report(of)).expect(200, { outcome: 'no-report' });
  });

  it.each([
    ['nothing', ''],
    ['no mail', Buffer.from([0, 255, 10, 13, 128])],
    [
      'a report cut in two',
      'Content-Type: multipart/report; boundary="b1"\r\n\r\n--b1\r\nContent-Type: message/deliv',
    ],
    ['parts within parts', 'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'.repeat(5000)],
  ])('%s', async (_what, raw) => {
    await hand(raw).expect(200, { outcome: 'no-report' });
  });

  it('a report whose proof, message or shop is made up', async () => {
    const [, shopPart = '', id = '', proof = ''] = /\+(\w+)\.(\w+)\.(\w+)@/.exec(of.sender) ?? [];
    const flipped = (text: string): string => (text.endsWith('a') ? 'b' : 'a');
    const forged = [
      [shopPart, id, `${proof.slice(0, -1)}${flipped(proof)}`],
      [shopPart, `${id.slice(0, -1)}${flipped(id)}`, proof],
      [(Number.parseInt(shopPart, 36) + 1).toString(36), id, proof],
      ['zzzzzz', 'z'.repeat(25), 'z'.repeat(16)],
      // More than the database's numbers of shops: it must not be refused as if the database were gone, and handed over for ever.
      ['zzzzzz', id, proof],
      [shopPart, id, '0'.repeat(16)],
    ].map((parts) => `volta+${parts.join('.')}@smartbis.example`);
    for (const sender of forged) await hand(mail.noMailbox({ sender, messageId: `<${sender}>` })).expect(404);
  });

  it('a true report with a wrong secret, or none; and guessing is limited', async () => {
    await request(app).post('/v1/mail/returned').send(mail.noMailbox(of)).expect(401);
    const tried = [];
    for (let i = 0; i < 25; i++) tried.push((await hand(mail.noMailbox(of), `wrong-${i}`)).status);
    expect(new Set(tried)).toEqual(new Set([401, 429]));
  });
});

describe('the document', () => {
  const basic = `Basic ${Buffer.from(`postfix:${SECRET}`).toString('base64')}`;
  const responses = Object.keys(
    (returnedMail.paths['/v1/mail/returned'] as { post: { responses: object } }).post.responses,
  );
  const ways: Record<string, () => Promise<number>> = {
    '200': async () => {
      const raw = mail.noMailbox(await sent(await withEmail()));
      const { status, body } = await request(app)
        .post('/v1/mail/returned')
        .set({ authorization: basic, 'content-type': 'message/rfc822' })
        .send(raw);
      expect(body).toEqual({ outcome: 'noted' });
      return status;
    },
    '401': async () => (await hand('', 'another')).status,
    '404': async () =>
      (await hand(mail.noMailbox({ sender: 'a@b.example', messageId: '<c@d.example>' }))).status,
    '413': async () => (await hand('x'.repeat(2_100_000))).status,
    '429': async () => {
      for (let i = 0; i < 30; i++) await hand('', 'another');
      const response = await hand('', 'another');
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      return response.status;
    },
    '503': async () => {
      const of = await sent(await withEmail());
      await run((work) => work.trx('outbox').update({ state: 'sending' }));
      const response = await hand(mail.noMailbox(of));
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
      return response.status;
    },
  };
  it.each(responses)('tells of %s, which happens', async (status) => {
    expect(await ways[status]?.()).toBe(Number(status));
  });
});
