import {
  addRule,
  changeSettings,
  currentProgram,
  deleteRule,
  editRule,
  pauseRule,
  type ListedRule,
  type Program,
  type Result,
  type Rule,
  type Work,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { openShop, percent } from '../../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(100), percent(200), percent(300)]);
});

const inShop = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
const program = async (): Promise<Program> => (await inShop(currentProgram)) as Program;
async function seenAt(number: number): Promise<ListedRule> {
  const found = (await program()).listed[number - 1];
  if (found === undefined) throw new Error(`there is no rule ${number}`);
  return found;
}

const ask = (key: string) => ({ by: null, key });

function refusalOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.refusal.code;
}

it('an edited rule keeps its own number and its place', async () => {
  const seen = await seenAt(2);
  const edited = await inShop((work) => editRule(work, { seen, rule: percent(250), ...ask('edit') }));
  expect(edited).toEqual({ ok: true, value: { number: 2 } });
  const { listed, ruleIds, rules } = await program();
  expect(listed.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(ruleIds).toEqual([1, 2, 3]);
  expect(rules[1]).toEqual(percent(250));
});

it('a rule that is to give points counts anew: what it gave in money is no count of points', async () => {
  const points: Rule = { benefit: { kind: 'points-fixed', points: 10 } };
  const edit = async (rule: Rule, key: string) => {
    const seen = await seenAt(2);
    return inShop((work) => editRule(work, { seen, rule, ...ask(key) }));
  };
  expect(await edit(points, 'points')).toEqual({ ok: true, value: { number: 2 } });
  expect((await program()).ruleIds).toEqual([1, 4, 3]);
  await edit({ benefit: { kind: 'points-fixed', points: 20 } }, 'more');
  expect((await program()).ruleIds).toEqual([1, 4, 3]);
  await edit(percent(200), 'money');
  expect((await program()).ruleIds).toEqual([1, 5, 3]);
  await edit({ benefit: { kind: 'voucher-fixed', cents: 500 } }, 'voucher');
  expect((await program()).ruleIds).toEqual([1, 5, 3]);
});

it('a deleted rule’s number is nobody’s again', async () => {
  const seen = await seenAt(3);
  await inShop((work) => deleteRule(work, { seen, ...ask('delete') }));
  await inShop((work) => addRule(work, { rule: percent(400), ...ask('add') }));
  expect((await program()).listed.map(({ id }) => id)).toEqual([1, 2, 4]);
});

it('a paused rule keeps its place, is not judged by, and can be resumed', async () => {
  const seen = await seenAt(1);
  await inShop((work) => pauseRule(work, { seen, paused: true, ...ask('pause') }));
  const paused = await program();
  expect(paused.listed.map((one) => one.paused)).toEqual([true, false, false]);
  expect(paused.ruleIds).toEqual([2, 3]);
  expect(paused.rules).toEqual([percent(200), percent(300)]);
  const again = await seenAt(1);
  await inShop((work) => pauseRule(work, { seen: again, paused: false, ...ask('resume') }));
  expect((await program()).ruleIds).toEqual([1, 2, 3]);
});

it('the same key again changes nothing and gives the first answer', async () => {
  const seen = await seenAt(2);
  const edit = () => inShop((work) => editRule(work, { seen, rule: percent(250), ...ask('edit') }));
  const first = await edit();
  const { number } = await program();
  expect(await edit()).toEqual(first);
  expect((await program()).number).toBe(number);
});

it('the same key with another change is a conflict, and nothing is written', async () => {
  const add = (bps: number, replace = false) =>
    inShop((work) => addRule(work, { rule: percent(bps), replace, ...ask('k') }));
  const set = (points: number) =>
    inShop((work) => changeSettings(work, { settings: { redeem_min_cents: points }, ...ask('s') }));
  const first = [await add(400), await set(500)];
  await inShop((work) => addRule(work, { rule: percent(600), ...ask('other') }));
  const { number } = await program();
  expect(refusalOf(await add(500))).toBe('idempotency-conflict');
  expect(refusalOf(await add(400, true))).toBe('idempotency-conflict');
  expect(refusalOf(await set(600))).toBe('idempotency-conflict');
  expect(await add(400)).toEqual(first[0]);
  expect(await set(500)).toEqual(first[1]);
  expect((await program()).number).toBe(number);
});

it('what is gone or has changed since it was seen is refused, and nothing is written', async () => {
  const seen = await seenAt(2);
  await inShop((work) => editRule(work, { seen, rule: percent(250), ...ask('edit') }));
  const stale = await inShop((work) => pauseRule(work, { seen, paused: true, ...ask('pause') }));
  expect(refusalOf(stale)).toBe('rule-changed');
  const changed = await seenAt(2);
  await inShop((work) => deleteRule(work, { seen: changed, ...ask('delete') }));
  const { number } = await program();
  const gone = await inShop((work) => editRule(work, { seen: changed, rule: percent(1), ...ask('late') }));
  expect(refusalOf(gone)).toBe('rule-gone');
  expect((await program()).number).toBe(number);
});

it('two who change one rule at once: one does, the other is told', async () => {
  const seen = await seenAt(1);
  const results = await Promise.all(
    [500, 600].map((bps) =>
      inShop((work) => editRule(work, { seen, rule: percent(bps), ...ask(`edit ${bps}`) })),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.map(refusalOf)).toContain('rule-changed');
});

it('settings change alone, from that moment on, and are audited', async () => {
  test.clock.set(START + 3_600_000);
  await inShop((work) => changeSettings(work, { settings: { redeem_max_bps: 3000 }, ...ask('set') }));
  const { settings, listed, validFrom } = await program();
  expect(settings).toMatchObject({ redeem_max_bps: 3000, voucher_valid_days: 30 });
  expect(listed).toHaveLength(3);
  expect(validFrom).toBe(START + 3_600_000);
  const actions: unknown = await inShop((work) => work.trx('audit_log').pluck('action'));
  expect(actions).toContain('set-program');
});
