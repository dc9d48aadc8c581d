import { Inbox, toInbound, type RawMessage } from '../../src/bot/channels/whatsapp-web/inbound';
import { takeTurn } from '../../src/bot/conversation';
import { receive } from '../../src/bot/receiving/receive';
import { addStaff, currentProgram, setChannel } from '../../src/loyalty';
import { CloudRig } from '../support/cloud-api/rig';
import { START, suiteDatabase } from '../support/database';
import { openShop, OWNER, percent } from '../support/shop';

const RISKY = ['apagar regra 1', 'pausar ganhos', 'adicionar dono 11 98888-0002'] as const;
const OWNERS = `${OWNER.slice(1)}@c.us`;
const GROUP = '5511988880004-1600000000@g.us';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
});

/** Nothing of the shop was changed by anybody since it was opened. */
async function nothingChanged(): Promise<void> {
  const program = await test.db.asMerchant(shop, currentProgram);
  expect(program?.listed).toMatchObject([{ paused: false }]);
  const people = await test.db.asMerchant(shop, (work) => work.trx('staff').select('phone'));
  expect(people).toHaveLength(2);
  const log: unknown[] = await test.db.asMerchant(shop, (work) =>
    work.trx('audit_log').whereNotNull('staff_id').select(),
  );
  expect(log).toEqual([]);
}

const replies = (): Promise<{ chat_id: string; body: string }[]> =>
  test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'reply' }).orderBy('seq').select('chat_id', 'body'),
  );

describe('over WhatsApp Web', () => {
  let count = 0;
  /** Of the owner’s own phone, but for what is given. */
  const raw = (change: Partial<RawMessage> & { remote?: string }): RawMessage => {
    const { remote = OWNERS, ...rest } = change;
    const id = `ABCDEF${(count += 1)}`;
    return {
      id: { fromMe: false, id, remote, _serialized: `false_${remote}_${id}` },
      type: 'chat',
      t: test.clock.now() / 1000,
      ...rest,
    };
  };

  /** As the product takes it in: made durable, and answered in a turn of its own. */
  async function says(message: RawMessage): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      const inbox = new Inbox(
        {
          hand: (inbound) => receive(test.db, shop, inbound, 0),
          phoneOf: () => Promise.resolve(null),
          fetch: () => Promise.reject(new Error('no picture')),
          settled: () => Promise.resolve(resolve()),
        },
        5,
        test.logger,
      );
      inbox.accept(message);
      if (toInbound(message) === null) resolve();
    });
    await settled;
    await takeTurn(test.db, shop, message.id.remote);
  }

  /** The words, and the yes to whatever they may have opened. */
  async function insists(change: Partial<RawMessage> & { remote?: string }): Promise<void> {
    for (const body of [...RISKY, 'ativar']) {
      await says(raw({ ...change, body }));
      await says(raw({ ...change, body: 'sim' }));
    }
  }

  it('the owner’s own words do, which is what the others are compared with', async () => {
    await says(raw({ body: 'pausar ganhos' }));
    const log: unknown[] = await test.db.asMerchant(shop, (work) =>
      work.trx('audit_log').whereNotNull('staff_id').select(),
    );
    expect(log).toHaveLength(1);
  });

  it.each([
    ['a group, though its member is the owner', { remote: GROUP }],
    ['a forwarded message', { isForwarded: true }],
    ['a message forwarded often', { forwardingScore: 5 }],
    ['a status', { isStatusV3: true }],
    ['a broadcast', { broadcast: true }],
  ] as const)('%s is not heard at all', async (_what, change) => {
    await insists(change);
    await nothingChanged();
    expect(await replies()).toEqual([]);
    const heard: unknown[] = await test.db.asMerchant(shop, (work) => work.trx('inbound_messages').select());
    expect(heard).toEqual([]);
  });

  it('the words of a contact card, a picture, a voice message or a file are nobody’s', async () => {
    const [words] = RISKY;
    for (const type of ['vcard', 'multi_vcard', 'ptt', 'document', 'sticker', 'location', 'poll_creation'])
      await says(raw({ type, body: `BEGIN:VCARD\nFN:${words}\nEND:VCARD`, caption: words }));
    await says(raw({ body: 'sim' }));
    await nothingChanged();
    const heard = (await replies()).map(({ body }) => body);
    expect(heard.at(0)).toContain('mensagens escritas');
    expect(heard.at(-1)).toContain('nada esperando');
  });

  it('what a message quotes is not what it says', async () => {
    const [words] = RISKY;
    const quoting = { quotedMsg: { type: 'chat', body: words }, quotedStanzaID: 'ABC' };
    await says({ ...raw({ body: '👍' }), ...quoting });
    await says({ ...raw({ body: 'olha só' }), ...quoting });
    await says(raw({ body: 'sim' }));
    await nothingChanged();
    expect((await replies()).map(({ body }) => body).join()).not.toContain('Apago');
  });

  it('a sender whose phone is not known is a customer, whatever the name they go by', async () => {
    await insists({ remote: '123456789012345@lid', notifyName: 'Dona' });
    // An id that only looks like the owner’s phone.
    await insists({ remote: `${OWNER.slice(1)}@lid`, notifyName: OWNER });
    await nothingChanged();
  });
});

describe('over the Cloud API', () => {
  let rig: CloudRig;
  const from = OWNER.slice(1);
  beforeEach(async () => {
    rig = await CloudRig.create(test, shop);
    await rig.connect();
    await test.db.asMerchant(shop, (work) => setChannel(work, 'cloud-api', null));
    await test.db.asMerchant(shop, (work) => addStaff(work, { phone: OWNER, name: 'Dona', role: 'owner' }));
    await rig.start();
  });
  afterEach(() => rig.close());

  const receives = async (message: object): Promise<void> => {
    await rig.cloud.receive(from, message);
    await rig.wake();
    await takeTurn(test.db, shop, OWNERS);
  };

  it('a forward is not heard, a card has no words, and a quotation is not what is said', async () => {
    const [body] = RISKY;
    for (const context of [{ forwarded: true }, { frequently_forwarded: true }])
      await receives({ type: 'text', text: { body }, context });
    expect(await replies()).toEqual([]);
    await receives({ type: 'contacts', contacts: [{ name: { formatted_name: body } }] });
    await receives({ type: 'text', text: { body: '👍' }, context: { from, id: 'wamid.of-a-command' } });
    await receives({ type: 'text', text: { body: 'sim' } });
    await nothingChanged();
    expect((await replies()).map((reply) => reply.body).join()).not.toContain('Apago');
  });
});
