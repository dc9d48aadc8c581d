import { countAllChanges, makeRounds } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf, sellToWilling } from '../support/shop';

const DAY = 86_400_000;

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

it('the manager is told why a customer had a message, and how the shop’s messages are timed', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await test.db.asMerchant(shop, (work) =>
    sellToWilling(work, [
      saleOf({ occurredAt: START - 40 * DAY, updatedAt: START - 40 * DAY }),
      saleOf({ occurredAt: START - 31 * DAY, updatedAt: START - 31 * DAY }),
    ]),
  );
  await countAllChanges(test);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['por que ela recebeu? 11 98888-0001', /Uma compra|Não encontrei/],
    ['por que ela recebeu? 11 98888-0077', 'Não encontrei'],
  ]);
  await makeRounds(test, test.clock.now());
  await owner.dialog([
    [
      'por que ela recebeu? 11 98888-0001',
      /“volte à loja”, \*23\/11\/2026\*.*na fila.*Comprou em 2 dias e estava há 31 dias sem comprar\. O aviso vai com 30 dias.*ainda não tem histórico \(só 0 retornos/s,
    ],
    ['por que ele recebeu essa mensagem?', /ainda não tem histórico.*De qual cliente/s],
    ['11 98888-0001', '“volte à loja”'],
    ['why did she get this? 11 98888-0001', 'volte à loja'],
  ]);
  const { text } = await new Chat(test, shop, ANA).says('por que ela recebeu? 11 98888-0001');
  expect(text).not.toContain('volte à loja');
});
