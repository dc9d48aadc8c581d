import {
  hasPassed,
  type Language,
  type Shop,
  type TestedSale,
  type TestFindings,
  type Waiting,
  type Way,
} from '../../loyalty';
import { acquirerName } from './acquirer';
import { messagesIn, type Messages } from './catalogue';
import { cleanName } from './clean';
import { explainTrace } from './explain';
import { formatIn, type Format } from './format';
import { whyKept } from './why-kept';

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
  for (const one of findings.waiting) reports.push(ofWaiting(one, words));
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
  const { sale } = tested.explanation;
  const seconds = secondsTo(tested, way);
  const lines = [
    say.arrived({ sale: format.money(sale.totalCents), ...namesOf(tested, words) }),
    seconds === null
      ? say.clockDiffers(say.way[way], format.time(sale.occurredAt), differenceOf(tested, way, format))
      : say.took(say.way[way], seconds),
    ...(sale.terminal === null ? [say.noMachine] : []),
    say.buyer[buyerOf(tested)],
  ];
  const last = hasPassed(tested) && reader.shop.state === 'setup' ? [say.passed] : [];
  return fit([...lines, ...verdictLines(tested, words)], last);
}

/** What the rules make of it: the benefit, then each rule with its reasons. */
function verdictLines({ explanation }: TestedSale, { say, format, reader }: Words): string[] {
  const { sale, rules, dry, isIdentified, isHistory, cashbackCents, points } = explanation;
  if (isHistory) return [say.history];
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

/** What is wrong within an event's fields, which SmartPOS is to put right. */
const OF_FIELDS: ReadonlySet<string> = new Set([
  'missing',
  'not-a-decimal',
  'negative',
  'absurd',
  'not-a-time',
  'currency',
  'wrong-type',
  'over-total',
]);

function ofWaiting(waiting: Waiting, { say, messages }: Words): TestReport {
  const { reason, field, ways } = waiting;
  if (field === null || !OF_FIELDS.has(reason)) {
    const [by = 'webhook'] = ways;
    return { name: `waiting ${reason}`, text: say.waits(say.way[by], whyKept(messages, waiting)) };
  }
  const text = field === 'totalAmount' ? say.unreadableAmount : say.unreadable(cleanName(field) ?? '…');
  return { name: `unreadable ${field}`, text };
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
function endOf(findings: TestFindings, { say }: Words): string {
  const { sales, count, waiting } = findings;
  const by = sales[0]?.arrivedAt;
  const isBoth = by !== undefined && by.webhook !== null && by.pull !== null;
  const first = isBoth
    ? say.end.both(count)
    : by === undefined
      ? say.end[waiting.length === 0 ? 'nothing' : 'onlyWaiting']
      : say.end[by.webhook === null ? 'onlyPull' : 'onlyWebhook'];
  const waits = waiting.length > 0 && by !== undefined ? [say.check.waiting] : [];
  if (isBoth) return fit([first, ...waits], []);
  return fit([first, ...waits, ...checksOf(findings, say)], [say.check.again]);
}

/** What to check of a way that did not bring the reference, unless something else shows that it works. */
function checksOf(
  { sales, waiting, refused, pull, isPulledSince }: TestFindings,
  say: Words['say'],
): string[] {
  const [reference] = sales;
  const isSilent = (way: Way): boolean =>
    sales.every(({ arrivedAt }) => arrivedAt[way] === null) &&
    waiting.every(({ ways }) => !ways.includes(way));
  const lines: string[] = [];
  if (reference === undefined || reference.arrivedAt.webhook === null) {
    if (refused.length > 0) lines.push(...refused.map((one) => say.refused[one]));
    else if (isSilent('webhook')) lines.push(say.check.webhook);
  }
  if (reference === undefined || reference.arrivedAt.pull === null) {
    const hasCome = reference !== undefined || waiting.length > 0;
    if (pull !== 'works') lines.push(say.pull[pull]);
    else if (isSilent('pull') && !isPulledSince) lines.push(say.check.notPulled);
    else if (isSilent('pull')) lines.push(hasCome ? say.check.pull : say.check.machine);
  }
  return lines;
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

/** By how much a sale's time lies before or after its coming, about. */
function differenceOf(
  { arrivedAt, explanation: { sale } }: TestedSale,
  way: Way,
  format: Format,
): { isBehind: boolean; about: string } {
  const ms = (arrivedAt[way] ?? sale.occurredAt) - sale.occurredAt;
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const hours = Math.round(minutes / 60);
  const about =
    minutes < 55 ? `${minutes} min` : hours < 48 ? `${hours} h` : format.days(Math.round(hours / 24));
  return { isBehind: ms > 0, about };
}

/** As many lines as one screen shows beside the last ones. */
function fit(lines: readonly string[], last: readonly string[]): string {
  let room = SCREEN - last.reduce((sum, line) => sum + line.length + 1, 0);
  const shown = lines.filter((line) => (room -= line.length + 1) >= 0);
  return [...shown, ...last].join('\n');
}
