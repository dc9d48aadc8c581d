import type { Express } from 'express';
import request from 'supertest';
import { tellIfLost } from '../../src/bot/hosting/number-lost';
import { readReport } from '../../src/bot/returned-mail/report';
import { createReturnedMailRouter } from '../../src/bot/returned-mail/router';
import type { Post } from '../../src/bot/sending/post';
import { createApp } from '../../src/http';
import type { Notice, Work } from '../../src/loyalty';
import * as complaint from '../support/complaints';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { Mailbox, postOver } from '../support/mailbox';
import type { Returned } from '../support/returned-mail';
import { available, campaign, Sending } from '../support/sending';
import { ANA as PHONE, customerKnownBy, openShop, OWNER } from '../support/shop';

const SECRET = 'a-secret-of-the-mail-server';
const ANA = 'ana@example.com';
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
  post = postOver(mailbox.url, test, { returns: { address: 'volta@smartbis.example', secret: SECRET } });
  app = createApp([createReturnedMailRouter({ db, clock, logger, secret: SECRET })], logger);
  mailbox.empty();
});

const run = <T>(act: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, act);

const withEmail = (): Promise<string> =>
  run(async (work) => {
    const id = await customerKnownBy(work, { kind: 'email', value: ANA }, 'Ana');
    await work.trx('customers').where({ id }).update({ marketing_consent: true });
    return id;
  });

let causes = 0;

async function sent(customerId: string, notice: Notice = campaign('Venha!')): Promise<Returned> {
  await sending.notify(customerId, `c${(causes += 1)}`, notice);
  await sending.go();
  await post.send(shop);
  return { sender: mailbox.senders.at(-1) ?? '', messageId: mailbox.received.at(-1)?.messageId ?? '' };
}

const hand = (raw: string) =>
  request(app)
    .post('/v1/mail/returned')
    .set({ authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' })
    .send(raw);

async function rows(): Promise<string[]> {
  const all = await run((work) =>
    work.trx('outbox').whereNotNull('customer_id').orderBy('seq').select('channel', 'state', 'reason'),
  );
  return all.map((row: { channel: string; state: string; reason: string | null }) =>
    [row.channel, row.state, row.reason ?? ''].join(' ').trim(),
  );
}

const consents = (): Promise<unknown[]> =>
  run((work) => work.trx('consents').select('purpose', 'granted', 'customer_id', 'text_version'));

const toldTheOwner = (): Promise<unknown[]> =>
  run(async (work) => {
    const all = await work.trx('outbox').where({ template: 'message-not-delivered' }).select('params');
    return all.map(({ params }: { params: { reason: string; to: string } }) => [params.to, params.reason]);
  });

describe('whoever marks a message as spam', () => {
  it.each([
    ['as in appendix B.1 of the RFC', complaint.simple],
    ['as in appendix B.2', complaint.full],
    ['with the head of the message alone', complaint.headOnly],
    ['with nothing beneath', complaint.bare],
  ])('(%s) gets no more offers, and the owner is told, once', async (_how, report) => {
    const ana = await withEmail();
    const of = await sent(ana);
    await hand(report(of)).expect(200, { outcome: 'noted' });
    await hand(report(of)).expect(200, { outcome: 'known' });
    expect(await consents()).toEqual([
      { purpose: 'marketing', granted: false, customer_id: ana, text_version: 'complained' },
    ]);
    expect(await toldTheOwner()).toEqual([['Ana', 'email-complained']]);
    await sent(ana);
    expect(await rows()).toEqual(['email sent complained', 'chat suppressed opted-out']);
    expect(mailbox.received).toHaveLength(1);
  });

  it('gets no mail at all any more; what they are owed is kept for the chat', async () => {
    const ana = await withEmail();
    await hand(complaint.simple(await sent(ana))).expect(200);
    await sent(ana, available(700));
    expect(mailbox.received).toHaveLength(1);
    expect((await rows()).at(-1)).toBe('chat suppressed kept');
  });

  it('is shown to the shop, until they say their address anew; offers stay stopped, and the old report changes nothing', async () => {
    const ana = await withEmail();
    const of = await sent(ana);
    await run((work) =>
      work
        .trx('customer_identities')
        .insert({ merchant_id: shop, kind: 'phone', value: PHONE, customer_id: ana }),
    );
    await hand(complaint.simple(of)).expect(200);
    const card = async (): Promise<string> =>
      (await new Chat(test, shop, OWNER).says('cliente 11 98888-0001')).text;
    expect(await card()).toContain('E-mail: não recebe (marcou um e-mail da loja como spam)');
    await new Chat(test, shop, PHONE).says(`meu email é ${ANA}`);
    await hand(complaint.simple(of)).expect(200, { outcome: 'known' });
    expect(await card()).not.toContain('E-mail: não recebe');
    expect(await run((work) => work.trx('customers').where({ id: ana }).pluck('marketing_consent'))).toEqual([
      false,
    ]);
  });

  it('of the team: what they have to know goes by the chat from then on', async () => {
    await new Chat(test, shop, OWNER).says('meu email é dona@example.com');
    const isLost = async (): Promise<void> => {
      await run((work) =>
        tellIfLost(work, { state: 'logged-out', problem: 'logged-out' }, { byEmail: true }),
      );
      await post.send(shop);
    };
    await isLost();
    const of = { sender: mailbox.senders.at(-1) ?? '', messageId: mailbox.received.at(-1)?.messageId ?? '' };
    await hand(complaint.simple(of)).expect(200, { outcome: 'noted' });
    test.clock.advance(86_400_000);
    await isLost();
    expect(mailbox.received).toHaveLength(1);
  });
});

describe('nothing is changed by', () => {
  it.each(['not-spam', 'virus', 'auth-failure', 'other', ''])(
    'a report of the type “%s”',
    async (feedbackType) => {
      const of = await sent(await withEmail());
      await hand(complaint.full({ ...of, feedbackType })).expect(200, { outcome: 'no-report' });
      expect([await rows(), await consents()]).toEqual([['email sent'], []]);
    },
  );

  it('a complaint whose proof is made up, or that has none', async () => {
    const of = await sent(await withEmail());
    const altered = (text: string): string =>
      text.replace(/([0-9a-z])@/i, (_all, digit: string) => `${digit === 'a' ? 'b' : 'a'}@`);
    const forged = { sender: altered(of.sender), messageId: altered(of.messageId) };
    await hand(complaint.full(forged)).expect(404);
    await hand(complaint.bare({ ...of, sender: 'somespammer@example.net' })).expect(404);
    // Whose address it was proves nothing.
    await hand(complaint.bare({ sender: ANA, messageId: '' })).expect(404);
    expect([await rows(), await consents(), await toldTheOwner()]).toEqual([['email sent'], [], []]);
  });

  it('a complaint of another shop’s message', async () => {
    const of = await sent(await withEmail());
    const moved = of.sender.replace(
      /\+(\w+)\./,
      (_all, id: string) => `+${(Number.parseInt(id, 36) + 1).toString(36)}.`,
    );
    await hand(complaint.bare({ ...of, sender: moved })).expect(404);
    expect(await consents()).toEqual([]);
  });
});

it('a report is read as its RFC shows it, folded and in any capitals', async () => {
  const of = { sender: 'somespammer@example.net', messageId: '8787KJKJ3K4J3K4J3K4J3.mail@example.net' };
  const faultOf = async (raw: string): Promise<unknown> => (await readReport(Buffer.from(raw))).fault;
  expect(await faultOf(complaint.simple(of))).toBe('complained');
  expect(await faultOf(complaint.full(of))).toBe('complained');
  expect(await faultOf(complaint.full({ ...of, feedbackType: 'Abuse' }))).toBe('complained');
  expect(await faultOf(complaint.full(of).replace('message/feedback-report', 'text/plain'))).toBeNull();
});
