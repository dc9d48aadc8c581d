import type { EventGist } from '../../loyalty';
import { centsOf } from './decimal';
import { fields, text } from './fields';
import { instant } from './parse-sale';

/** What can be told of an event or a sale that cannot be read, so that a person knows which it is. */
export function gistOf(body: string): EventGist {
  const whole = fields(parsed(body));
  const sale = fields(whole['data'] ?? whole);
  const cents = centsOf(sale['totalAmount']);
  const at = instant(sale['creationDate']);
  const terminal = text(fields(sale['terminal'])['id'], 60);
  return {
    ...(cents === null || !Number.isSafeInteger(cents) ? {} : { cents }),
    ...(at === null ? {} : { at }),
    ...(terminal === null ? {} : { terminal }),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
