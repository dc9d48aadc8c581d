import { InsightThread, JOBS, type JobEnd, type JobInput, type JobKind, type JobOutput } from '../loyalty';

/** The same work without a thread: when it ends depends on nothing but its input. */
export class InlineThread extends InsightThread {
  override run<Kind extends JobKind>(kind: Kind, input: JobInput<Kind>): Promise<JobEnd<JobOutput<Kind>>> {
    return Promise.resolve({ ok: true, value: JOBS[kind](input) });
  }
}
