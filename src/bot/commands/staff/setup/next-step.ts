import type { SetupStatus, SetupStep } from '../../../../loyalty';

/**
 * What to do next. Machines are first seen through the connection, so that it comes before them while both are missing; once
 * there are rules the sale that tests them shows its machine too.
 */
export function nextStepOf({ next, steps }: Pick<SetupStatus, 'next' | 'steps'>): SetupStep | null {
  const isDone = (wanted: SetupStep): boolean => steps.some(({ step, done }) => step === wanted && done);
  if (next !== 'machines') return next;
  if (!isDone('connection')) return 'connection';
  return isDone('rules') && !isDone('reference-sale') ? 'reference-sale' : next;
}
