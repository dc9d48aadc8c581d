import type { Channel, OutboundMessage } from '../../src/bot/channel';
import { takeTurn } from '../../src/bot/conversation';
import { sendDue } from '../../src/bot/sending/outbound';
import { saveTemplate } from '../../src/bot/channels/cloud-api/templates';
import { addStaff, applySales, setChannel, tellOwners } from '../../src/loyalty';
import { wordsOf } from '../support/cloud-api/forms';
import { CloudRig } from '../support/cloud-api/rig';
import type { Taken } from '../support/cloud-api/server';
import { START, suiteDatabase } from '../support/database';
import { openShop, percent, saleOf } from '../support/shop';

const ANA = '5511988880001';
const HOUR = 3_600_000;

const test = suiteDatabase();
let rig: CloudRig;

beforeEach(async () => {
  test.clock.set(START);
  const shop = await openShop(test.db, [percent(500, { validity: { valid_days: 60 } })]);
  rig = await CloudRig.create(test, shop);
  await rig.connect();
  await test.db.asMerchant(shop, (work) => setChannel(work, 'cloud-api', null));
  await rig.start();
  test.clock.advance(120_000);
});
afterEach(() => rig.close());

/** What the person's phone shows after everything that was due was sent. */
async function shown(): Promise<Taken> {
  await sendDue(test.db, rig.channel, rig.shop, test.logger);
  const last = rig.cloud.sent.at(-1);
  if (last === undefined) throw new Error('nothing was sent');
  return last;
}

/** The shop hears what was said, and answers. */
async function answer(): Promise<Taken> {
  await rig.wake();
  await takeTurn(test.db, rig.shop, `${ANA}@c.us`);
  return shown();
}

async function says(text: string): Promise<Taken> {
  await rig.cloud.says(ANA, text);
  return answer();
}

async function taps(message: Taken, label: string): Promise<Taken> {
  await rig.cloud.taps(ANA, message, label);
  return answer();
}

const outbox = () =>
  test.db.asMerchant(rig.shop, (work) =>
    work.trx('outbox').orderBy('seq').select('template', 'state', 'reason'),
  );

it('a sale becomes a template, the customer asks, redeems with buttons and has the voucher’s picture', async () => {
  await test.db.asMerchant(rig.shop, (work) =>
    saveTemplate(work, {
      kind: 'benefit-earned',
      language: 'pt',
      name: 'smartbis_ganhou',
      code: 'pt_BR',
      variables: ['shop', 'amount', 'sale'],
      hasPicture: false,
    }),
  );
  rig.cloud.templates.set('smartbis_ganhou', { language: 'pt_BR', parameters: 3 });
  await test.db.asMerchant(rig.shop, (work) => applySales(work, [saleOf({ totalCents: 20_000 })]));
  const notice = await shown();
  expect(notice.payload).toMatchObject({ to: ANA, type: 'template', template: { name: 'smartbis_ganhou' } });
  expect(wordsOf(notice)).toContain('R$ 10,00');

  expect(wordsOf(await says('saldo'))).toContain('R$ 10,00');
  const question = await says('resgatar 5');
  expect(question.payload).toMatchObject({
    interactive: {
      type: 'button',
      action: { buttons: [{ reply: { title: 'Sim' } }, { reply: { title: 'Não' } }] },
    },
  });
  const voucher = await taps(question, 'Sim');
  expect(wordsOf(voucher)).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const pictureId = voucher.payload.type === 'image' ? voucher.payload.image.id : '';
  expect(rig.cloud.uploads.get(pictureId)?.bytes.subarray(1, 4).toString()).toBe('PNG');

  // The same button again, later: it must not confirm what is open now.
  const other = await says('resgatar 3');
  expect(wordsOf(other)).toContain('R$ 3,00');
  const stale = await taps(question, 'Sim');
  expect(wordsOf(stale)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const vouchers = await test.db.asMerchant(rig.shop, (work) => work.trx('vouchers').select('id'));
  expect(vouchers).toHaveLength(1);

  // A wish from the menu is one at any time.
  const menu = await says('menu');
  expect(menu.payload).toMatchObject({ interactive: { type: 'list' } });
  await says('extrato');
  expect(wordsOf(await taps(menu, labelsOf(menu)[0] ?? ''))).toContain('R$ 5,00');

  for (const status of ['read', 'sent']) await rig.cloud.tell(voucher, status);
  await rig.wake();
  expect((await outbox()).map(({ state }) => state)).toContain('read');
});

function labelsOf({ payload }: Taken): string[] {
  if (payload.type !== 'interactive' || payload.interactive.type !== 'list') throw new Error('no list');
  return payload.interactive.action.sections.flatMap(({ rows }) => rows.map(({ title }) => title));
}

it('without a template the message ends in a state of its own, and the owner can be told by theirs', async () => {
  await test.db.asMerchant(rig.shop, (work) => applySales(work, [saleOf()]));
  await sendDue(test.db, rig.channel, rig.shop, test.logger);
  expect(rig.cloud.sent).toEqual([]);
  const [notice] = await outbox();
  expect(notice).toMatchObject({ template: 'benefit-earned', state: 'failed', reason: 'template-missing' });

  rig.cloud.templates.set('smartbis_equipe', { language: 'pt_BR', parameters: 1 });
  await test.db.asMerchant(rig.shop, async (work) => {
    await saveTemplate(work, {
      kind: 'staff-notice',
      language: 'pt',
      name: 'smartbis_equipe',
      code: 'pt_BR',
      variables: ['words'],
      hasPicture: false,
    });
    await addStaff(work, { phone: '+5511988880009', name: 'Dono', role: 'owner' });
    await tellOwners(work, {
      cause: 'test',
      notice: {
        kind: 'message-not-delivered',
        shop: 'Padaria Central',
        to: 'Ana',
        phone: '+5511988880001',
        reason: 'not-on-channel',
      },
    });
  });
  expect(wordsOf(await shown())).toContain('Ana');
});

it('a message that Meta says it has is not sent again, though its answer was lost and its callback came first', async () => {
  await says('oi');
  rig.cloud.sent.length = 0;
  rig.cloud.faults = [{ status: 0, code: 0, isTaken: true }];
  const calledBackFirst = Object.assign(Object.create(rig.channel) as Channel, {
    send: async (message: OutboundMessage) => {
      const outcome = await rig.channel.send(message);
      const [taken] = rig.cloud.sent;
      if (taken !== undefined)
        for (const status of ['sent', 'delivered']) await rig.cloud.tell(taken, status);
      await rig.wake();
      return outcome;
    },
  });
  await test.db.asMerchant(rig.shop, (work) => applySales(work, [saleOf()]));
  await sendDue(test.db, calledBackFirst, rig.shop, test.logger);
  for (let i = 0; i < 6; i++) {
    test.clock.advance(HOUR);
    await sendDue(test.db, rig.channel, rig.shop, test.logger);
  }
  expect(rig.cloud.sent).toHaveLength(1);
  expect((await outbox()).find(({ template }) => template === 'benefit-earned')).toMatchObject({
    state: 'delivered',
    reason: null,
  });
});

it('nothing is lost while Meta answers 429 for an hour', async () => {
  await says('oi');
  rig.cloud.sent.length = 0;
  await test.db.asMerchant(rig.shop, (work) => applySales(work, [saleOf(), saleOf()]));
  for (let minute = 0; minute < 60; minute++) {
    rig.cloud.faults = [{ status: 429, code: 130429, retryAfter: 60 }];
    await sendDue(test.db, rig.channel, rig.shop, test.logger);
    test.clock.advance(61_000);
  }
  rig.cloud.faults = [];
  expect(rig.cloud.sent).toEqual([]);
  await sendDue(test.db, rig.channel, rig.shop, test.logger);
  expect(rig.cloud.sent).toHaveLength(2);
  const states = (await outbox()).filter(({ template }) => template === 'benefit-earned');
  expect(states.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(test.clock.now()).toBeGreaterThan(START + HOUR);
});
