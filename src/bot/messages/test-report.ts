import type { Language, Shop, TestedSale, TestFindings, Way } from '../../loyalty';
import { acquirerName } from './acquirer';
import { messagesIn, type Messages } from './catalogue';
import { cleanName } from './clean';
import { explainTrace } from './explain';
import { formatIn, type Format } from './format';

const SCREEN = 600;
/** Further from the sale's own time than this, the clocks differ. */
const CLOCK_MS = 10 * 60_000;

/** Something to tell of a test, once by its name. */
export interface TestReport {
  name: string;
  text: string;
}

interface Reader {
  shop: Pick<Shop, 'state' | 'zone'>;
  lang: Language;
  /** The test's time is up. */
  isOver: boolean;
}

interface Words {
  say: Messages['testSale'];
  messages: Messages;
  format: Format;
  reader: Reader;
}

/** Each is told once in a test. */
const REPORT_OF = { keys: 'keys', plan: 'plan', fails: 'pull fails' } as const;

/** All that there is to tell of a test as it stands, whatever of it was told before. */
export function reportsOf(findings: TestFindings, reader: Reader): TestReport[] {
  const messages = messagesIn(reader.lang);
  const say = messages.testSale;
  const words: Words = { say, messages, format: formatIn(reader.lang, reader.shop.zone), reader };
  const [reference, ...others] = findings.sales;
  const reports = [...(reference === undefined ? [] : ofReference(reference, words))];
  for (const sale of others)
    reports.push({ name: `sale ${sale.explanation.sale.externalId}`, text: another(sale, words) });
  for (const field of findings.unreadable)
    reports.push({
      name: `unreadable ${field}`,
      text: field === 'totalAmount' ? say.unreadableAmount : say.unreadable(cleanName(field) ?? '…'),
    });
  for (const reason of findings.refused)
    reports.push({ name: `refused ${reason}`, text: say.refused[reason] });
  if (findings.pull !== 'works')
    reports.push({ name: REPORT_OF[findings.pull], text: say.pull[findings.pull] });
  if (reader.isOver) reports.push({ name: 'end', text: endOf(findings, words) });
  return reports;
}

/** The whole of it as soon as it came, and the second way when that brought it too. */
function ofReference(tested: TestedSale, words: Words): TestReport[] {
  const { say, format } = words;
  const { externalId, totalCents } = tested.explanation.sale;
  const first = firstWay(tested);
  const reports = [{ name: `sale ${externalId}`, text: arrived(tested, first, words) }];
  const second: Way = first === 'webhook' ? 'pull' : 'webhook';
  if (tested.arrivedAt[second] !== null)
    reports.push({
      name: `second ${externalId}`,
      text: say.alsoBy(format.money(totalCents), say.way[second], secondsTo(tested, second)),
    });
  return reports;
}

function arrived(tested: TestedSale, way: Way, words: Words): string {
  const { say, format, reader } = words;
  const { sale, rules } = tested.explanation;
  const seconds = secondsTo(tested, way);
  const lines = [
    say.arrived({ sale: format.money(sale.totalCents), ...namesOf(tested, words) }),
    seconds === null
      ? say.clockDiffers(say.way[way], format.time(sale.occurredAt))
      : say.took(say.way[way], seconds),
    ...(sale.terminal === null ? [say.noMachine] : []),
    say.buyer[buyerOf(tested)],
  ];
  const hasPassed = rules.length > 0 && sale.totalCents > 0;
  const last = hasPassed && reader.shop.state === 'setup' ? [say.passed] : [];
  return fit([...lines, ...verdictLines(tested, words)], last);
}

/** What the rules make of it: the benefit, then each rule with its reasons. */
function verdictLines({ explanation }: TestedSale, { say, format, reader }: Words): string[] {
  const { sale, rules, dry, isIdentified, cashbackCents, points } = explanation;
  if (sale.totalCents === 0) return [say.noAmount];
  if (rules.length === 0) return [say.noRules];
  const reasons = [...rules]
    .sort((a, b) => Number(b.trace.fired) - Number(a.trace.fired))
    .map(({ id, rule, trace }) =>
      say.rule(id, explainTrace([{ ...trace, rule: 0 }], [rule], reader.lang, reader.shop.zone).join('')),
    );
  const vouchers = rules.some(({ trace }) => trace.steps?.at(-1)?.step === 'voucher');
  const amounts = [
    ...(cashbackCents > 0 || points > 0 ? [format.amounts({ cashbackCents, points })] : []),
    ...(vouchers ? [say.voucher] : []),
  ];
  if (amounts.length === 0) return [say.givesNothing, ...reasons];
  const tell = !isIdentified ? say.wouldGiveNew : dry ? say.wouldGive : say.gave;
  return [tell(format.list(amounts)), ...reasons];
}

function another(tested: TestedSale, words: Words): string {
  const { method, machine } = namesOf(tested, words);
  const { say, format } = words;
  return say.another(
    format.money(tested.explanation.sale.totalCents),
    method,
    machine,
    say.way[firstWay(tested)],
  );
}

/** Which of the ways works, and of the other what to check. */
function endOf({ sales, count, refused, pull }: TestFindings, { say }: Words): string {
  const [reference] = sales;
  const by = reference?.arrivedAt ?? { webhook: null, pull: null };
  const isBoth = by.webhook !== null && by.pull !== null;
  if (isBoth) return say.end.both(count);
  const lines = [
    reference === undefined ? say.end.nothing : by.webhook === null ? say.end.onlyPull : say.end.onlyWebhook,
  ];
  if (by.webhook === null)
    lines.push(...(refused[0] === undefined ? [say.check.webhook] : refused.map((one) => say.refused[one])));
  if (by.pull === null)
    lines.push(
      pull !== 'works' ? say.pull[pull] : reference === undefined ? say.check.machine : say.check.pull,
    );
  return fit(lines, [say.check.again]);
}

function namesOf(
  { explanation: { sale } }: TestedSale,
  { messages }: Words,
): { method: string | null; machine: string | null } {
  const acquirer = sale.acquirer === null ? null : cleanName(acquirerName(sale.acquirer));
  const terminal = sale.terminal === null ? null : cleanName(sale.terminal);
  return {
    method: sale.method === null ? null : messages.reasons.method[sale.method],
    machine: terminal === null || acquirer === null ? terminal : `${terminal} (${acquirer})`,
  };
}

function buyerOf({ explanation: { sale } }: TestedSale): keyof Messages['testSale']['buyer'] {
  const { phone, cpf, email } = sale.buyer;
  if (phone !== null) return 'phone';
  return cpf !== null ? 'cpf' : email !== null ? 'email' : 'none';
}

const firstWay = ({ arrivedAt: { webhook, pull } }: TestedSale): Way =>
  pull === null || (webhook !== null && webhook <= pull) ? 'webhook' : 'pull';

/** From the sale's own time; null where the clocks differ too much to tell. */
function secondsTo({ arrivedAt, explanation: { sale } }: TestedSale, way: Way): number | null {
  const took = (arrivedAt[way] ?? sale.occurredAt) - sale.occurredAt;
  return Math.abs(took) > CLOCK_MS ? null : Math.max(0, Math.round(took / 1000));
}

/** As many lines as one screen shows beside the last ones. */
function fit(lines: readonly string[], last: readonly string[]): string {
  let room = SCREEN - last.reduce((sum, line) => sum + line.length + 1, 0);
  const shown = lines.filter((line) => (room -= line.length + 1) >= 0);
  return [...shown, ...last].join('\n');
}
