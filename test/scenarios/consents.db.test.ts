import { pino } from 'pino';
import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { sendDue } from '../../src/bot/sending/outbound';
import { applySales } from '../../src/loyalty';
import { sha256 } from '../../src/ids';
import { query } from '../../src/db/rows';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

interface Proof {
  purpose: string;
  granted: boolean;
  at: number;
  said: string | null;
  version: string;
  words: string;
  /** The first message's. */
  introducedAt: number | null;
}

/** Each consent with what the message that it names said. */
const proofs = (): Promise<Proof[]> =>
  test.db.asMerchant(shop, (work) =>
    query<Proof>(
      work,
      `SELECT c.purpose, c.granted, c.at, i.body AS said, c.text_version AS version, c.text AS words, c.introduced_at AS "introducedAt" FROM consents c
       LEFT JOIN inbound_messages i ON i.merchant_id = c.merchant_id AND i.id = c.message_id
       WHERE c.merchant_id = current_merchant() ORDER BY c.id`,
    ),
  );

const versionOf = (name: string, words: string): string => `${name}/${sha256(words, 'hex').slice(0, 8)}`;

async function buys(): Promise<void> {
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ occurredAt: test.clock.now(), phone: ANA })]),
  );
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, pino({ level: 'silent' }));
}

it('a consent is proved by what was shown, when, and by which message', async () => {
  await buys();
  const introducedAt = test.clock.now();
  test.clock.advance(1_000);
  const ana = new Chat(test, shop, ANA);
  const { text: optedIn } = await ana.says('quero receber novidades');
  const first = test.clock.now();
  await ana.says('english');
  test.clock.advance(60_000);
  const { text: optedOut } = await ana.says('stop');
  expect(await proofs()).toEqual([
    {
      purpose: 'marketing',
      granted: true,
      at: first,
      said: 'quero receber novidades',
      version: versionOf('opted-in/pt', optedIn),
      words: optedIn,
      introducedAt,
    },
    {
      purpose: 'marketing',
      granted: false,
      at: test.clock.now(),
      said: 'stop',
      version: versionOf('opted-out/en', optedOut),
      words: optedOut,
      introducedAt: null,
    },
  ]);
});

it('what the shop words anew after the first message is not said to have been shown', async () => {
  await buys();
  const introducedAt = test.clock.now();
  const owner = new Chat(test, shop, OWNER);
  await owner.says('mudar mensagem de boas-vindas: Aqui é da {loja}, oi! {parar}');
  await owner.says('sim');
  test.clock.advance(1_000);
  const { text } = await new Chat(test, shop, ANA).says('quero receber novidades');
  expect(await proofs()).toMatchObject([{ words: text, introducedAt }]);
});

it('who was shown no invitation agreed to what they were answered', async () => {
  const { text } = await new Chat(test, shop, ANA).says('quero receber novidades');
  expect(await proofs()).toMatchObject([{ granted: true, words: text, introducedAt: null }]);
});

it('of several messages at once the one that stops offers is the proof', async () => {
  const ana = new Chat(test, shop, ANA);
  for (const text of ['qual meu saldo?', 'não quero mais mensagens', 'obrigada']) await ana.writes(text);
  await ana.turn();
  expect(await proofs()).toMatchObject([{ granted: false, said: 'não quero mais mensagens' }]);
});

it('a later message that has the same word in it is no proof', async () => {
  const ana = new Chat(test, shop, ANA);
  for (const text of ['sair', 'posso sair com o pão sem pagar?']) await ana.writes(text);
  await ana.turn();
  expect(await proofs()).toMatchObject([{ granted: false, said: 'sair' }]);
});

it('stopping everything is proved twice, by the same words', async () => {
  const ana = new Chat(test, shop, ANA);
  const { text } = await ana.says('parar tudo');
  const shown = { granted: false, said: 'parar tudo', words: text };
  expect(await proofs()).toMatchObject([
    { purpose: 'marketing', ...shown },
    { purpose: 'transactional', ...shown },
  ]);
});
