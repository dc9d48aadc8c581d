import { sha256 } from '../../ids';
import type { Pace, Range } from '../../pacing';
import type { Instant } from '../../loyalty';

/** What the number began to send lately. Null: nothing. */
export interface NumberFacts {
  /** When it first was linked; null where that is not known, which counts as new. */
  since: Instant | null;
  last: Instant | null;
  lastFirstContact: Instant | null;
  /** In the last minute. */
  answers: number;
  oldestAnswer: Instant | null;
  /** Messages that were no answers. */
  inHour: number;
  inDay: number;
}

/** What pacing asks of a message. */
export interface Paced {
  id: string;
  createdAt: Instant;
  /** When this person was last written to, within the last minute. */
  peerLast: Instant | null;
  isFirstContact: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A ceiling of the hour or day is looked at again after this. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;

/** From when on an answer may go: after a while of "typing", like a person's. */
export function answerAt(pace: Pace, facts: NumberFacts, answer: Paced, now: Instant): Instant {
  const full = facts.answers >= pace.answersPerMinute ? (facts.oldestAnswer ?? now) + MINUTE_MS : 0;
  // One of later than it may be typed at was written before the clock was put back.
  const isOfLater = answer.createdAt > now + pace.answer[1];
  const typed = isOfLater ? now : answer.createdAt + jitter(answer.id, pace.answer);
  return Math.max(typed, personFreeAt(pace, answer), full);
}

/** From when on the number may send anything that is no answer. */
export function numberFreeAt(pace: Pace, facts: NumberFacts, now: Instant): Instant {
  const gap = facts.last === null ? 0 : facts.last + jitter(String(facts.last), pace.notice);
  return Math.max(gap, warmsUpAt(pace, facts, now));
}

/** From when on a notice may go to this person, as far as they are concerned. */
export function noticeAt(pace: Pace, { lastFirstContact }: NumberFacts, notice: Paced): Instant {
  const isNext = notice.isFirstContact && lastFirstContact !== null;
  const first = isNext ? lastFirstContact + jitter(notice.id, pace.firstContact) : 0;
  return Math.max(personFreeAt(pace, notice), first);
}

/** How far apart people are who wait to be written to for the first time. */
export const betweenFirstContacts = ({ firstContact: [least, most] }: Pace): number => (least + most) / 2;

const personFreeAt = ({ peer }: Pace, { peerLast }: Paced): Instant =>
  peerLast === null ? 0 : peerLast + peer;

function warmsUpAt({ stages }: Pace, { since, inHour, inDay }: NumberFacts, now: Instant): Instant {
  let age = (now - (since ?? now)) / DAY_MS;
  for (const { days, perHour, perDay } of stages) {
    if (age < days) {
      return inDay >= perDay || inHour >= perHour ? now + LOOK_AGAIN_MS : 0;
    }
    age -= days;
  }
  return 0;
}

/** Evenly spread over the range, and always the same for one message. */
function jitter(id: string, [least, most]: Range): number {
  return least + Math.round((sha256(id).readUInt32BE(0) / 2 ** 32) * (most - least));
}
