import { wholeSecond, type CameBack, type Instant, type Said, type Sale } from './sale';

/** Further ahead no clock is by itself: a time like that is none, and would keep out all that comes after it. */
export const AHEAD_MS = 24 * 3_600_000;

const NOTHING_SAID: CameBack = { cents: null, cancelled: null, chargedBack: null };

/** A sale of which this is said. It is noted only where it is not what the sale's amount and time say by themselves. */
export function saying(sale: Sale, told: CameBack): Sale {
  const said = noted(told);
  const plain: Sale = { ...sale, refundedCents: refundedBy(sale, said) };
  delete plain.cameBack;
  return isSame(said, noted(saidOf(plain))) ? plain : { ...plain, cameBack: said };
}

/** All that is said of both, where `told` is read at that time. */
export function joined(known: Sale | null, told: Sale, readAt: Instant): CameBack {
  const [before, now] = [known === null ? NOTHING_SAID : saidOf(known), saidOf(told)];
  return {
    cents: later(before.cents, now.cents, readAt),
    cancelled: later(before.cancelled, now.cancelled, readAt),
    chargedBack: later(before.chargedBack, now.chargedBack, readAt),
  };
}

/** Without times that no clock tells. */
export function believing(sale: Sale, readAt: Instant): Sale {
  const { updatedAt, cameBack } = sale;
  const isAhead = (at: Instant | null): boolean => at !== null && at > readAt + AHEAD_MS;
  const times = Object.values(cameBack ?? NOTHING_SAID).map((said: Said<unknown> | null) => said?.at ?? null);
  if (!isAhead(updatedAt) && !times.some(isAhead)) return sale;
  const dated = <Value>(said: Said<Value> | null): Said<Value> | null =>
    said !== null && isAhead(said.at) ? { ...said, at: null } : said;
  const { cents, cancelled, chargedBack } = saidOf(sale);
  return {
    ...sale,
    updatedAt: isAhead(updatedAt) ? null : updatedAt,
    cameBack: { cents: dated(cents), cancelled: dated(cancelled), chargedBack: dated(chargedBack) },
  };
}

/** When it last changed. */
export const changedAt = ({ updatedAt, voidedAt, cameBack }: Sale): Instant | null => {
  const times = Object.values(cameBack ?? NOTHING_SAID).map((said: Said<unknown> | null) => said?.at ?? 0);
  return Math.max(updatedAt ?? 0, voidedAt ?? 0, ...times) || null;
};

export const isSame = (a: CameBack = NOTHING_SAID, b: CameBack = NOTHING_SAID): boolean =>
  (['cents', 'cancelled', 'chargedBack'] as const).every(
    (way) => a[way]?.is === b[way]?.is && a[way]?.at === b[way]?.at,
  );

const saidOf = ({ cameBack, refundedCents, updatedAt: at }: Sale): CameBack =>
  cameBack ?? { cents: { is: refundedCents, at }, cancelled: { is: false, at }, chargedBack: null };

function refundedBy({ totalCents, voidedAt }: Sale, { cents, cancelled, chargedBack }: CameBack): number {
  const isWhole = voidedAt !== undefined || cancelled?.is === true || chargedBack?.is === true;
  return isWhole ? totalCents : Math.min(totalCents, cents?.is ?? 0);
}

/** That nothing came back says nothing where nobody knows of when. */
const noted = ({ cents, cancelled, chargedBack }: CameBack): CameBack => ({
  cents: isSaid(cents) ? cents : null,
  cancelled: isSaid(cancelled) ? cancelled : null,
  chargedBack: isSaid(chargedBack) ? chargedBack : null,
});

const isSaid = (said: Said<number | boolean> | null): boolean =>
  said !== null && (said.at !== null || Number(said.is) > 0);

/**
 * The later of the two holds, and of one moment the one by which more came back. What has no time undoes nothing; what it adds
 * is of when it was read, and SmartPOS did not say it before.
 */
function later<Value extends number | boolean>(
  known: Said<Value> | null,
  told: Said<Value> | null,
  readAt: Instant,
): Said<Value> | null {
  if (told === null) return known;
  if (told.at === null) {
    if (Number(told.is) <= Number(known?.is ?? 0)) return known;
    return { is: told.is, at: Math.max(known?.at ?? 0, wholeSecond(readAt)) };
  }
  if (known === null || known.at === null || known.at < told.at) return told;
  return known.at === told.at && told.is > known.is ? told : known;
}
