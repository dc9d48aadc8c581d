import { z } from 'zod';

export type Range = readonly [least: number, most: number];

/**
 * How fast one number may write; all in milliseconds. Nobody publishes WhatsApp's limits: the defaults are what vendors and
 * users found to be safe. A number that begins to write warms up over `stages`, each lasting `days`.
 */
export interface Pace {
  /** After what it answers. */
  answer: Range;
  answersPerMinute: number;
  /** Between two messages to one person. */
  peer: number;
  /** Between two notices of the number. */
  notice: Range;
  /** Between two people who are written to for the first time. */
  firstContact: Range;
  /** Ceilings of what is no answer. */
  stages: readonly { days: number; perHour: number; perDay: number }[];
}

/** Seconds from least to most, as `3-9`. */
const seconds = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => /^(\d{1,4})-(\d{1,4})$/.exec(text)?.slice(1).map(Number) ?? [1, 0])
    .refine(([least = 1, most = 0]) => least <= most, {
      error: 'must be seconds from least to most, such as 3-9',
    })
    .transform(([least = 0, most = 0]): Range => [least * 1_000, most * 1_000]);

/** `3:20/50`: for three days at most 20 an hour and 50 a day. */
const STAGE = /^(\d{1,3}):(\d{1,5})\/(\d{1,6})$/;
const stages = z
  .string()
  .default('3:20/50,3:40/200,4:80/500')
  .transform((text) => (text === 'off' ? [] : text.split(',').map((stage) => STAGE.exec(stage.trim()))))
  .refine((found) => found.every((stage) => stage !== null), {
    error: 'must be off, or stages of days:an hour/a day, such as 3:20/50,3:40/200,4:80/500',
  })
  .transform((found) =>
    found.map((stage) => {
      const [days = 0, perHour = 0, perDay = 0] = (stage ?? []).slice(1).map(Number);
      return { days, perHour, perDay };
    }),
  );

/** The variables of pacing, for the configuration to parse with its own. */
export const pacingVariables = {
  PACING: z.enum(['on', 'off']).default('on'),
  ANSWER_SECONDS: seconds('3-9'),
  ANSWERS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000).default(8),
  PEER_SECONDS: z.coerce.number().min(0).max(600).default(6),
  NOTICE_SECONDS: seconds('3-9'),
  FIRST_CONTACT_SECONDS: seconds('30-60'),
  WARM_UP: stages,
};

type PacingVariables = { [Name in keyof typeof pacingVariables]: z.output<(typeof pacingVariables)[Name]> };

/** Null: switched off. */
export function paceOf(e: PacingVariables): Pace | null {
  if (e.PACING === 'off') return null;
  return {
    answer: e.ANSWER_SECONDS,
    answersPerMinute: e.ANSWERS_PER_MINUTE,
    peer: e.PEER_SECONDS * 1_000,
    notice: e.NOTICE_SECONDS,
    firstContact: e.FIRST_CONTACT_SECONDS,
    stages: e.WARM_UP,
  };
}
