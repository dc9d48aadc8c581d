const TIMEOUT_MS = 15_000;
const TRIES = 3;
/** A client that works waits three seconds after a 429. */
const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;
const LARGEST_ANSWER = 64 * 1024 * 1024;

export interface SmartPosKeys {
  baseUrl: string;
  apiKeyId: string;
  apiKeySecret: string;
}

/** SmartPOS did not answer as it should: `keys` when it refuses the key pair, `unreachable` for everything that may pass. */
export class SmartPosFault extends Error {
  override readonly name = 'SmartPosFault';

  constructor(
    readonly kind: 'keys' | 'refused' | 'unreachable',
    detail: string,
  ) {
    super(`SmartPOS: ${detail}`);
  }
}

/**
 * `GET /sales` for a window of at most 120 days, as bare entries, whichever of its two shapes the answer has. Throws a
 * SmartPosFault once what may pass (429, 5xx, time-outs) has not passed in three tries.
 */
export async function fetchSales(keys: SmartPosKeys, start: number, end: number): Promise<unknown[]> {
  const url = new URL(`${keys.baseUrl}/sales`);
  url.searchParams.set('start', new Date(start).toISOString());
  url.searchParams.set('end', new Date(end).toISOString());
  const answer = await get(keys, url);
  if (Array.isArray(answer)) return answer;
  const items = (answer as { items?: unknown } | null)?.items;
  if (Array.isArray(items)) return items;
  throw new SmartPosFault('unreachable', 'an answer that is no list of sales');
}

async function get(keys: SmartPosKeys, url: URL): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptGet(keys, url);
    if ('value' in outcome) return outcome.value;
    if (attempt === TRIES || outcome.fault.kind !== 'unreachable') throw outcome.fault;
    const wait = Math.min(LONGEST_WAIT_MS, outcome.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1));
    // Jitter, so that many shops do not come again together.
    await new Promise((resolve) => setTimeout(resolve, wait * (1 + Math.random() / 4)));
  }
}

type Outcome = { value: unknown } | { fault: SmartPosFault; retryAfterMs?: number };

async function attemptGet(keys: SmartPosKeys, url: URL): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      headers: {
        'X-Api-Key-Id': keys.apiKeyId,
        'X-Api-Key-Secret': keys.apiKeySecret,
        accept: 'application/json',
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (response.ok) return { value: await readJson(response) };
    await response.body?.cancel();
    return faultOf(response);
  } catch (error) {
    if (error instanceof SmartPosFault) return { fault: error };
    return { fault: new SmartPosFault('unreachable', error instanceof Error ? error.name : 'no answer') };
  }
}

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > LARGEST_ANSWER) throw new SmartPosFault('unreachable', 'an answer over 64 MB');
    chunks.push(chunk as Uint8Array);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
}

function faultOf(response: Response): Outcome {
  const { status } = response;
  if (status === 401 || status === 403)
    return { fault: new SmartPosFault('keys', `the keys were refused (${status})`) };
  if (status !== 429 && status < 500) return { fault: new SmartPosFault('refused', `status ${status}`) };
  const seconds = Number(response.headers.get('retry-after'));
  const fault = new SmartPosFault('unreachable', `status ${status}`);
  return seconds > 0 ? { fault, retryAfterMs: seconds * 1000 } : { fault };
}
