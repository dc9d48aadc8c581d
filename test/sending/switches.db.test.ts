import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { sendDue } from '../../src/bot/sending/outbound';
import {
  addStaff,
  applySales,
  lastChange,
  setSwitch,
  setText,
  staffByPhone,
  undoChange,
  type MessageKind,
  type SwitchState,
} from '../../src/loyalty';
import { suiteDatabase } from '../support/database';
import { ANA, OWNER, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

const sell = () => test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ occurredAt: work.now })]));
const turn = (kind: MessageKind, state: SwitchState) =>
  test.db.asMerchant(shop, (work) => setSwitch(work, { kind, state, by: null }));

async function shown(): Promise<string[]> {
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, test.logger);
  const rows = await test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(ANA) })
      .orderBy('seq')
      .select('body'),
  );
  return rows.map(({ body }: { body: string }) => body);
}

it('a kind that is switched off is kept with its reason, and is not sent when it is on again', async () => {
  await turn('benefit-earned', 'off');
  await sell();
  expect(await shown()).toEqual([]);
  const rows = await test.db.asMerchant(shop, (work) => work.trx('outbox').select('state', 'reason'));
  expect(rows).toEqual([{ state: 'suppressed', reason: 'switched-off' }]);
  await turn('benefit-earned', 'on');
  expect(await shown()).toEqual([]);
  await sell();
  expect(await shown()).toHaveLength(1);
});

it('a kind that is paused waits', async () => {
  await turn('benefit-earned', 'paused');
  await sell();
  expect(await shown()).toEqual([]);
  await turn('benefit-earned', 'on');
  expect(await shown()).toHaveLength(1);
});

it('an answer has no switch, and every change is in the trail', async () => {
  await expect(turn('answer', 'off')).rejects.toThrow('no switch');
  await turn('birthday', 'off');
  await turn('birthday', 'off');
  const trail = await test.db.asMerchant(shop, (work) =>
    work.trx('audit_log').where({ action: 'message-switch' }).select('details'),
  );
  expect(trail).toEqual([{ details: { kind: 'birthday', before: 'on', state: 'off' } }]);
});

it('a switch and a text are undone while nothing else changed them', async () => {
  await test.db.asMerchant(shop, async (work) => {
    await addStaff(work, { phone: OWNER, name: 'Dora', role: 'owner' });
    const by = (await staffByPhone(work, OWNER))!;
    await setSwitch(work, { kind: 'campaign', state: 'off', by });
    await setText(work, { kind: 'campaign', language: 'pt', body: '{loja}: {texto}', by });
    for (const kind of ['message-text', 'message-switch']) {
      const last = await lastChange(work, by);
      expect(last).toMatchObject({ ok: true, value: { kind } });
      const id = last.ok ? last.value.id : 0;
      expect(await undoChange(work, { id, by, key: kind })).toMatchObject({ ok: true });
    }
    expect(await work.trx('message_switches').select('kind', 'state')).toEqual([
      { kind: 'campaign', state: 'on' },
    ]);
    expect(await work.trx('message_texts').select()).toEqual([]);
  });
});

it('says it in the shop’s own words, in the language that they are for', async () => {
  const say = (body: string | null) =>
    test.db.asMerchant(shop, (work) =>
      setText(work, { kind: 'benefit-earned', language: 'pt', body, by: null }),
    );
  await say('Oba! {valor} da {loja}.');
  await sell();
  expect((await shown()).at(-1)).toMatch(/^Oba! \*R\$ 5,00\* da Padaria Central\.\n\nQuem escreve/);
  await say(null);
  await sell();
  expect((await shown()).at(-1)).toContain('você ganhou *R$ 5,00*');
});
