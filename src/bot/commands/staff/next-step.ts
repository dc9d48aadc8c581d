import type { SetupStatus, SetupStep } from '../../../loyalty';

/** What to do next. Machines are first seen through the connection, so that it comes before them while both are missing. */
export function nextStepOf({ next, steps }: Pick<SetupStatus, 'next' | 'steps'>): SetupStep | null {
  const connected = steps.some(({ step, done }) => step === 'connection' && done);
  return next === 'machines' && !connected ? 'connection' : next;
}
