import { Receiver } from '../../src/bot/receiving/receiver';
import type { InboundMessage } from '../../src/bot/channel';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { requiredService } from '../support/services';
import { openShop } from '../support/shop';

let database: TestDatabase;
let shop: number;
beforeAll(async () => {
  requiredService('TEST_DATABASE_URL');
  database = await openTestDatabase();
  shop = await openShop(database.db);
});
afterAll(() => database.close());

const said = (id: string, chatId: string): InboundMessage => ({
  id,
  chatId,
  phone: null,
  name: null,
  kind: 'text',
  text: id,
  at: START + 1,
});

test('what arrives waits for no turn that holds its chat, and nor do those beside it', async () => {
  const receiver = new Receiver(database.db, shop, 0);
  await Promise.all(['a', 'b'].map((chatId) => receiver.add({ ...said(`${chatId}0`, chatId), at: START })));
  const heard = await database.db.asMerchant(shop, async (work) => {
    await work.trx('chats').where({ id: 'a' }).forUpdate().select('id');
    // Else this would wait for itself for ever.
    await Promise.all([receiver.add(said('a1', 'a')), receiver.add(said('b1', 'b'))]);
    return work.trx('inbound_messages').orderBy('seq').pluck('id');
  });
  expect(heard).toEqual(expect.arrayContaining(['a1', 'b1']));
  const chats = await database.db.asMerchant(shop, (work) =>
    work.trx('chats').orderBy('id').pluck('heard_at'),
  );
  expect(chats).toEqual([START, START + 1]);
});
