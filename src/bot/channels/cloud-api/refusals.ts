import { OPTED_OUT_THERE, type ChannelProblem } from '../../channel';

/** What one of Meta's errors asks for. */
export type Remedy =
  /** This number may send again after a while. */
  | { kind: 'wait'; reason: string; ms: number }
  /** Only this chat has to wait. */
  | { kind: 'wait-for-chat'; reason: string; ms: number }
  | { kind: 'retry'; reason: string }
  /** This message will never go. */
  | { kind: 'give-up'; reason: string }
  /** Only a template may go. */
  | { kind: 'needs-template' }
  /** Nothing goes until somebody sees to it. */
  | { kind: 'stop'; problem: ChannelProblem };

const MINUTE = 60_000;

const giveUp = (reason: string): Remedy => ({ kind: 'give-up', reason });
const stop = (problem: ChannelProblem): Remedy => ({ kind: 'stop', problem });
const TOKEN = stop('token-refused');
const TEMPLATE = giveUp('template-refused');

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const REMEDIES: Readonly<Record<number, Remedy>> = {
  // The application, its permissions and its account.
  0: TOKEN,
  3: TOKEN,
  10: TOKEN,
  190: TOKEN,
  131005: TOKEN,
  33: stop('not-registered'),
  133010: stop('not-registered'),
  131045: stop('not-registered'),
  368: stop('account-blocked'),
  131031: stop('account-blocked'),
  131042: stop('payment'),
  // Too much at once.
  4: { kind: 'wait', reason: 'throttled', ms: MINUTE },
  80007: { kind: 'wait', reason: 'throttled', ms: MINUTE },
  130429: { kind: 'wait', reason: 'throttled', ms: MINUTE },
  131048: { kind: 'wait', reason: 'spam-limit', ms: 30 * MINUTE },
  131057: { kind: 'wait', reason: 'maintenance', ms: MINUTE },
  133004: { kind: 'wait', reason: 'maintenance', ms: MINUTE },
  131056: { kind: 'wait-for-chat', reason: 'pair-rate', ms: 10_000 },
  // Faults that pass.
  1: { kind: 'retry', reason: 'provider-fault' },
  2: { kind: 'retry', reason: 'provider-fault' },
  131000: { kind: 'retry', reason: 'provider-fault' },
  131016: { kind: 'retry', reason: 'provider-fault' },
  131052: { kind: 'retry', reason: 'media-fault' },
  131053: { kind: 'retry', reason: 'media-fault' },
  // This recipient, or this message.
  131047: { kind: 'needs-template' },
  131021: giveUp('own-number'),
  131026: giveUp('not-on-this-channel'),
  131030: giveUp('not-on-this-channel'),
  130472: giveUp('marketing-cap'),
  131049: giveUp('marketing-cap'),
  131050: giveUp(OPTED_OUT_THERE),
  131051: giveUp('unsupported-type'),
  132000: TEMPLATE,
  132001: giveUp('template-missing'),
  132005: TEMPLATE,
  132007: TEMPLATE,
  132012: TEMPLATE,
  132015: TEMPLATE,
  132016: TEMPLATE,
};

/** The answer to an error of Meta's; null for one that is not known. `retryAfterMs` is what Meta asked for. */
export function remedyFor(code: number | null, status: number, retryAfterMs: number | null): Remedy | null {
  const known =
    code === null ? undefined : (REMEDIES[code] ?? (code >= 200 && code < 300 ? TOKEN : undefined));
  if (known !== undefined)
    return known.kind === 'wait' && retryAfterMs !== null ? { ...known, ms: retryAfterMs } : known;
  if (status === 429) return { kind: 'wait', reason: 'throttled', ms: retryAfterMs ?? MINUTE };
  if (status === 401) return TOKEN;
  if (code !== null && status >= 400 && status < 500) return giveUp(`refused-${code}`);
  return null;
}
