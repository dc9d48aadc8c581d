import type { Database, Work } from '../db';
import { query } from '../db/rows';
import { outboxId, voucherCodes } from '../loyalty';
import { voucherIdsInOrder } from './vouchers-in-order';
import type { TryOut, TryOutStep } from '../sandbox/tryit';
import type { Diary, Noted } from './diary';

/** Of an answer's first line, what a test looks for: longer lines change with every wording. */
const LONGEST = 60;
const PHONE = /^[^@]*/;

/** All that was done to a shop, and what was answered, without what differs from run to run. */
export function tryOutOf(db: Database, shop: number, company: string, diary: Diary): Promise<TryOut> {
  return db.asMerchant(shop, async (work) => {
    const noted = diary.of(shop);
    const begun = noted.find((one) => one.what === 'begin');
    const texts = await textsOf(work);
    const withoutCodes = await codesOf(work);
    const steps = [...noted.flatMap((one) => stepsOf(one, texts)), ...(await turnsOf(work))];
    // Stable: what was done at one moment stays in its order, and an answer comes after it.
    steps.sort((one, other) => one.at - other.at);
    return {
      company,
      beganAt: begun?.at ?? 0,
      isActive: begun?.what === 'begin' && begun.isActive,
      rules: begun?.what === 'begin' ? begun.rules : [],
      steps: steps.map((step) => withoutCodes(step)),
    };
  });
}

function stepsOf(noted: Noted, texts: ReadonlyMap<string, string>): TryOutStep[] {
  const { at } = noted;
  if (noted.what === 'begin') return [];
  if (noted.what === 'event') return [{ at, event: noted.body }];
  const phone = PHONE.exec(noted.chat)?.[0] ?? '';
  if (noted.what === 'by-hand') return [{ at, byHand: phone, text: noted.text }];
  const { name } = noted;
  if (noted.what === 'receipt') return [{ at, from: phone, name, id: noted.id, receipt: noted.fiscalKey }];
  return noted.ids.map((id) => ({ at, from: phone, name, id, says: texts.get(id) ?? '' }));
}

async function textsOf(work: Work): Promise<Map<string, string>> {
  const rows = await query<{ id: string; body: string }>(
    work,
    `SELECT id, body FROM simulator_messages WHERE merchant_id = current_merchant() AND NOT from_shop`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** What was handled at one moment in one chat was one turn. */
async function turnsOf(work: Work): Promise<TryOutStep[]> {
  const turns = await query<{ chatId: string; at: number; last: string }>(
    work,
    `SELECT chat_id AS "chatId", handled_at AS at, (array_agg(id ORDER BY seq DESC))[1] AS last
     FROM inbound_messages WHERE merchant_id = current_merchant() AND handled_at IS NOT NULL
     GROUP BY chat_id, handled_at ORDER BY handled_at`,
  );
  const answers = await query<{ id: string; body: string | null }>(
    work,
    `SELECT id, body FROM outbox WHERE merchant_id = current_merchant() AND template = 'reply'`,
  );
  const bodies = new Map(answers.map(({ id, body }) => [id, body]));
  return turns.map(({ chatId, at, last }) => {
    const body = bodies.get(outboxId(`turn:${last}`, 'reply', chatId)) ?? null;
    return { at, answers: PHONE.exec(chatId)?.[0] ?? '', with: body === null ? null : beginning(body) };
  });
}

/** Up to where something stands that another run makes anew: a code, a link. */
const beginning = (text: string): string =>
  Array.from(text.split(/[\n\p{Cc}]|https?:/u)[0] ?? '')
    .slice(0, LONGEST)
    .join('')
    .trim();

/** A voucher's code is another one in each run: what stays the same is which of the shop's vouchers it is. */
async function codesOf(work: Work): Promise<(step: TryOutStep) => TryOutStep> {
  const ids = await voucherIdsInOrder(work);
  const codes = await voucherCodes(work, ids);
  const named = ids.map((id, i) => [spelling(codes.get(id)?.code ?? ''), `{voucher ${i + 1}}`] as const);
  const replaced = (text: string): string =>
    named.reduce((rest, [code, name]) => rest.replaceAll(code, name), text);
  return (step) => {
    if ('says' in step) return { ...step, says: replaced(step.says) };
    return 'event' in step ? { ...step, event: replaced(step.event) } : step;
  };
}

const spelling = (code: string): RegExp =>
  code === '' ? /(?!)/g : new RegExp(`${code.slice(0, 4)}[-\\s]?${code.slice(4)}`, 'gi');
