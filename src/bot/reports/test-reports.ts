import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import {
  findingsOf,
  hasPassed,
  loadShop,
  noteReported,
  openTests,
  type OpenTest,
  type Shop,
  type TestFindings,
} from '../../loyalty';
import { reportsOf } from '../messages';
import { enqueueReply } from '../sending/outbox-rows';

/**
 * Reports on every test of a reference sale that is under way. What there is to report follows from rows alone, and each
 * report is written once by its name, so that a restart neither loses one nor says one twice.
 */
export async function reportTests(round: Round): Promise<void> {
  const { db } = round;
  const shops = await db.call<{ id: number }>('SELECT merchants_with_open_tests() AS id');
  await visitShops(round, shops, 'a test was not reported on', (id) => db.asMerchant(id, reportShop));
}

async function reportShop(work: Work): Promise<void> {
  const shop = await loadShop(work);
  for (const test of await openTests(work)) await report(work, shop, test);
}

async function report(work: Work, shop: Shop, test: OpenTest): Promise<void> {
  const findings = await findingsOf(work, test);
  const isOver = work.now >= test.endsAt;
  const reports = reportsOf(findings, { shop, lang: test.language, isOver }).filter(
    ({ name }) => !test.reported.includes(name),
  );
  for (const { name, text } of reports) enqueueReply(work, test.chatId, `test:${test.id}:${name}`, { text });
  if (reports.length === 0 && !isOver) return;
  await noteReported(work, test, {
    reported: [...test.reported, ...reports.map(({ name }) => name)],
    passedBy: passedBy(findings),
    closed: isOver,
  });
}

/** The reference is the first sale to arrive; it passes where there are rules to judge it by and an amount to judge. */
function passedBy({ sales: [reference] }: TestFindings): string | null {
  return reference !== undefined && hasPassed(reference) ? reference.explanation.sale.externalId : null;
}
