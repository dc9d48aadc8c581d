import { simulatorChat, SimulatorChannel } from '../../src/bot/channels/simulator';
import { takeTurn } from '../../src/bot/conversation';
import { noteTyped, receive } from '../../src/bot/receiving/receive';
import { reportTests } from '../../src/bot/reports/test-reports';
import { passTime } from '../../src/demo/passing';
import { receiptPhoto } from '../../src/demo/receipt-photo';
import { createDemoShop, PLANS } from '../../src/demo/shops';
import { voucherIdsInOrder } from '../../src/demo/vouchers-in-order';
import { query } from '../../src/db/rows';
import { makeRounds, outboxId, ruleSchema, voucherCodes } from '../../src/loyalty';
import type { TryOut, TryOutStep } from '../../src/sandbox/tryit';
import { openTestDatabase, type TestDatabase } from './database';
import { Reports } from './reports';
import { Sending } from './sending';

/** Does again what was done on the try-it page, and expects the same answers. */
export async function playTryOut(tryOut: TryOut): Promise<void> {
  const test = await openTestDatabase();
  try {
    const stage = await Stage.of(test, tryOut);
    for (const step of tryOut.steps) await stage.play(step);
  } finally {
    await test.close();
  }
}

class Stage {
  private constructor(
    private readonly test: TestDatabase,
    private readonly shop: number,
    private readonly reports: Reports,
    private readonly sending: Sending,
  ) {}

  static async of(test: TestDatabase, { company, beganAt, isActive, rules }: TryOut): Promise<Stage> {
    const plan = PLANS.find((one) => one.company === company);
    if (plan === undefined) throw new Error(`there is no demo shop ${company}`);
    test.clock.set(beganAt);
    const { id, connectionId } = await createDemoShop(test.db, {
      plan,
      rules: rules.map((rule) => ruleSchema.parse(rule)),
      isActive,
      company: { apiKeyId: 'id', apiKeySecret: 'secret' },
      sandboxUrl: 'http://127.0.0.1:9/v1',
    });
    return new Stage(test, id, new Reports(test, id, connectionId), new Sending(test, id));
  }

  async play(step: TryOutStep): Promise<void> {
    const { test } = this;
    const clock = { now: () => test.clock.now(), jump: (ms: number) => test.clock.advance(ms) };
    await passTime(test, clock, step.at - test.clock.now());
    await reportTests(test);
    await makeRounds(test, test.clock.now());
    if ('event' in step) await this.reports.tell(await this.withCodes(step.event));
    else if ('answers' in step) await this.answers(step.answers, step.with);
    else if ('byHand' in step)
      await test.db.asMerchant(this.shop, (work) =>
        noteTyped(work, { id: `by hand ${step.at}`, chatId: simulatorChat(step.byHand), at: step.at }),
      );
    else await this.hears(step);
    await this.sending.go();
  }

  private async hears(step: Extract<TryOutStep, { from: string }>): Promise<void> {
    const { db, clock } = this.test;
    const network = new SimulatorChannel(db, clock, this.shop);
    const said =
      'says' in step
        ? await network.say(step.from, step.id, await this.withCodes(step.says))
        : await network.say(step.from, step.id, '', {
            mimeType: 'image/png',
            bytes: await receiptPhoto(step.receipt),
          });
    await receive(db, this.shop, { ...said, name: step.name }, 0);
  }

  private async answers(phone: string, expected: string | null): Promise<void> {
    const { db } = this.test;
    const chatId = simulatorChat(phone);
    await takeTurn(db, this.shop, chatId);
    if (expected === null) return;
    const { said, body } = await db.asMerchant(this.shop, async (work) => {
      const [last] = await query<{ id: string; body: string }>(
        work,
        `SELECT id, body FROM inbound_messages
         WHERE merchant_id = current_merchant() AND chat_id = ? AND handled_at IS NOT NULL ORDER BY seq DESC LIMIT 1`,
        [chatId],
      );
      const id = outboxId(`turn:${last?.id ?? ''}`, 'reply', chatId);
      const [answer] = await query<{ body: string }>(
        work,
        'SELECT body FROM outbox WHERE merchant_id = current_merchant() AND id = ?',
        [id],
      );
      return { said: last?.body, body: answer?.body ?? null };
    });
    expect([phone, said, body]).toEqual([phone, said, expect.stringContaining(expected)]);
  }

  private async withCodes(text: string): Promise<string> {
    if (!text.includes('{voucher ')) return text;
    return this.test.db.asMerchant(this.shop, async (work) => {
      const ids = await voucherIdsInOrder(work);
      const codes = await voucherCodes(work, ids);
      return text.replaceAll(
        /\{voucher (\d+)\}/g,
        (place, n: string) => codes.get(ids[Number(n) - 1] ?? '')?.code ?? place,
      );
    });
  }
}
