import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const yaml = require('js-yaml') as { load(text: string): unknown };

export interface AlertRule {
  alert: string;
  expr: string;
  /** Such as `5m`. */
  for?: string;
  labels: { severity: string };
  annotations: { summary: string; action: string };
}

export const ALERTS_FILE = join(__dirname, '..', '..', 'docs', 'alerts.yml');
export const ALERT_RULES = (
  yaml.load(readFileSync(ALERTS_FILE, 'utf8')) as { groups: { rules: AlertRule[] }[] }
).groups.flatMap(({ rules }) => rules);
