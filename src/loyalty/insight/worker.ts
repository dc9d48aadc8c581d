import { parentPort, workerData } from 'node:worker_threads';
import { JOBS, type JobInput, type JobKind, type JobOutput } from './jobs';

/** A thread that does one job and ends: what it used of memory goes with it. */
export interface WorkerJob<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly input: JobInput<Kind>;
}

const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');

function perform<Kind extends JobKind>({ kind, input }: WorkerJob<Kind>): JobOutput<Kind> {
  return JOBS[kind](input);
}

port.postMessage(perform(workerData as WorkerJob));
