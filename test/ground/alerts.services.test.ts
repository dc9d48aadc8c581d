import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES, ONSET, seriesWith, type AlertCase } from '../support/alert-cases';
import { ALERT_RULES as RULES, ALERTS_FILE, type AlertRule } from '../support/alert-rules';

/** In minutes. */
const forOf = ({ for: lasts = '0m' }: AlertRule): number =>
  Number.parseInt(lasts) * (lasts.endsWith('h') ? 60 : 1);

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'smartbis-alerts-'))));
afterAll(() => rmSync(directory, { recursive: true }));

interface Expectation {
  eval_time: string;
  alertname: string;
  exp_alerts: object[];
}

/** What Prometheus's own evaluation has against these expectations; '' where it has nothing. */
function faultsOf(series: object[], expectations: readonly Expectation[]): string {
  const file = join(directory, 'test.yml');
  const test = { interval: '1m', input_series: series, alert_rule_test: expectations };
  writeFileSync(
    file,
    JSON.stringify({ rule_files: [ALERTS_FILE], evaluation_interval: '1m', tests: [test] }),
  );
  const { status, stdout, stderr, error } = spawnSync('promtool', ['test', 'rules', file], {
    encoding: 'utf8',
  });
  if (error !== undefined)
    throw new Error(`promtool is needed, of Debian’s package "prometheus": ${error.message}`);
  return status === 0 ? '' : `${stdout}${stderr}`;
}

const expectAt = (minute: number, { alert }: AlertRule, exp_alerts: object[] = []): Expectation => ({
  eval_time: `${minute}m`,
  alertname: alert,
  exp_alerts,
});

function caseOf({ alert }: AlertRule): AlertCase {
  const found = CASES[alert];
  if (found === undefined) throw new Error(`no fault is known that ${alert} tells of`);
  return found;
}

it('knows a fault for each rule, and none for a rule that is gone', () => {
  expect(Object.keys(CASES).toSorted()).toEqual(RULES.map(({ alert }) => alert).toSorted());
});

it('nothing fires while every figure is at the bound of its rule', () => {
  const silent = RULES.flatMap((rule) => [ONSET, 170].map((minute) => expectAt(minute, rule)));
  expect(faultsOf(seriesWith({ told: {} }), silent)).toBe('');
});

it.each(RULES)('$alert alone fires once its fault has lasted, and not before', (rule) => {
  const { seenAfter, labels } = caseOf(rule);
  // Whether a window takes in its own beginning differs between Prometheus 2 and 3.
  const slack = seenAfter === undefined ? 0 : 1;
  const fires = ONSET + (seenAfter ?? 0) + forOf(rule);
  const alert = { exp_labels: { ...rule.labels, ...labels }, exp_annotations: rule.annotations };
  const others = RULES.filter((other) => other !== rule).map((other) => expectAt(fires + 60, other));
  const expectations = [
    expectAt(ONSET - 1, rule),
    expectAt(fires - 1 - slack, rule),
    expectAt(fires + slack, rule, [alert]),
    expectAt(fires + 60, rule, [alert]),
    ...others,
  ];
  expect(faultsOf(seriesWith(caseOf(rule)), expectations)).toBe('');
});

it.each(RULES.filter((rule) => forOf(rule) > 0))(
  '$alert is silent where the fault passes in time',
  (rule) => {
    const lasts = caseOf(rule).passesWithin ?? forOf(rule);
    const silent = Array.from({ length: lasts + 20 }, (_, later) => expectAt(ONSET + later, rule));
    expect(faultsOf(seriesWith(caseOf(rule), ONSET + lasts), silent)).toBe('');
  },
);
