import type { ServerResponse } from 'node:http';

/** Of every answer: nothing is guessed of it, framed, kept, or told where its reader goes next. */
export const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** An error as RFC 9457 has it; `field` is ours: what of the request is at fault. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  field?: string;
  /** Which refusal it is, for programs. */
  code?: string;
  retryAfterSeconds?: number;
}

export function sendProblem(response: ServerResponse, problem: Problem): void {
  if (response.headersSent || response.destroyed) return;
  const { retryAfterSeconds } = problem;
  const text = JSON.stringify(problemBody(problem));
  response.writeHead(problem.status, {
    ...SAFE_HEADERS,
    'content-type': 'application/problem+json',
    'content-length': Buffer.byteLength(text),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  });
  response.end(text);
}

/** As it is sent. */
export function problemBody({ retryAfterSeconds: _header, ...body }: Problem): Record<string, unknown> {
  return { type: 'about:blank', ...body };
}
