import type { ServerResponse } from 'node:http';

/** An error as RFC 9457 has it; `field` is ours: what of the request is at fault. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  field?: string;
  retryAfterSeconds?: number;
}

export function sendProblem(response: ServerResponse, problem: Problem): void {
  if (response.headersSent || response.destroyed) return;
  const { retryAfterSeconds, ...body } = problem;
  const text = JSON.stringify({ type: 'about:blank', ...body });
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(text),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(text);
}
