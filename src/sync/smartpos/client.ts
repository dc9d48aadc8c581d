import { fraction } from '../../chance';
import { textOf } from './text';

const LARGEST_ANSWER = 32 * 1024 * 1024;
/** A client that works waits three seconds after a 429. */
const FIRST_WAIT_MS = 3_000;
/** What asks for a longer wait than this is not waited for here: whoever called comes back later. */
const LONGEST_WAIT_MS = 10_000;
/** Who asks to come again later than that is asked again anyway. */
const LONGEST_RETRY_AFTER_MS = 12 * 3_600_000;
/** Clocks this close are alike: the header tells whole seconds. */
const SAME_MS = 2_000;

export interface SmartPosKeys {
  baseUrl: string;
  apiKeyId: string;
  apiKeySecret: string;
}

/**
 * SmartPOS did not answer as it should: `keys` when it refuses the key pair (401), `plan` what these keys may see (403),
 * `missing` for a route that is not there (404), `too-large` for an answer over 32 MB, `unreachable` for all that may pass.
 */
export type FaultKind = 'keys' | 'plan' | 'missing' | 'refused' | 'too-large' | 'unreachable';

export class SmartPosFault extends Error {
  override readonly name = 'SmartPosFault';

  constructor(
    readonly kind: FaultKind,
    detail: string,
    /** When to come again, if SmartPOS said so. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(`SmartPOS: ${detail}`);
  }
}

export interface Patience {
  tries: number;
  /** Of one answer, head and body. */
  timeoutMs: number;
}

const PATIENT: Patience = { tries: 3, timeoutMs: 30_000 };
/** Somebody looks at a page meanwhile. */
export const AT_ONCE: Patience = { tries: 1, timeoutMs: 8_000 };

/** What lies between us and SmartPOS: a simulation has its own. */
export interface Way {
  fetch(url: URL, request: RequestInit): Promise<Response>;
  wait(ms: number): Promise<void>;
  /** By which clock the times in its answers are compared with ours. */
  now(): number;
}

export const INTERNET: Way = {
  fetch: (url, request) => fetch(url, request),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  now: () => Date.now(),
};

export type ListName = 'products' | 'categories' | 'customers';

/** The pages of a list have at most so many entries. */
const LARGEST_PAGE = 100;
const MOST_PAGES = 10_000;

/** SmartPOS's API for one key pair. Every call throws a SmartPosFault once what may pass has not passed in all tries. */
export class SmartPos {
  /** How far SmartPOS's clock is ahead of ours, by its last answer; 0 within two seconds. */
  skewMs = 0;

  constructor(
    private readonly keys: SmartPosKeys,
    private readonly patience: Patience = PATIENT,
    private readonly way: Way = INTERNET,
  ) {}

  /** `GET /sales` for a window of at most 120 days, as bare entries, whichever of its two shapes the answer has. */
  sales(start: number, end: number): Promise<unknown[]> {
    return this.list('sales', { start: new Date(start).toISOString(), end: new Date(end).toISOString() });
  }

  items(sale: string): Promise<unknown[]> {
    return this.list(`sales/${encodeURIComponent(sale)}/items`, {});
  }

  /** A list, page by page: as many as it says that there are, however few come at once. */
  async *pages(name: ListName): AsyncGenerator<unknown[]> {
    let read = 0;
    for (let page = 1; page <= MOST_PAGES; page++) {
      const answer = await this.get(name, { page: String(page), size: String(LARGEST_PAGE) });
      const items = entriesOf(answer);
      read += items.length;
      yield items;
      const total = (answer as { totalRecords?: unknown } | null)?.totalRecords;
      const isLast = typeof total === 'number' ? read >= total : items.length < LARGEST_PAGE;
      if (items.length === 0 || isLast) return;
    }
  }

  /** The account's name; null where SmartPOS does not tell it. */
  async company(): Promise<string | null> {
    try {
      const name = ((await this.get('company', {})) as { name?: unknown } | null)?.name;
      return typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 100) : null;
    } catch (error) {
      if (error instanceof SmartPosFault && error.kind !== 'keys') return null;
      throw error;
    }
  }

  private async list(path: string, query: Record<string, string>): Promise<unknown[]> {
    return entriesOf(await this.get(path, query));
  }

  private async get(path: string, query: Record<string, string>): Promise<unknown> {
    const url = new URL(`${this.keys.baseUrl}/${path}`);
    url.search = new URLSearchParams(query).toString();
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.attempt(url);
      if ('value' in outcome) return outcome.value;
      const { fault } = outcome;
      const wait = fault.retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
      if (attempt >= this.patience.tries || fault.kind !== 'unreachable' || wait > LONGEST_WAIT_MS)
        throw fault;
      // Jitter, so that many shops do not come again together; never earlier than asked.
      await this.way.wait(wait * (1 + fraction() / 4));
    }
  }

  private async attempt(url: URL): Promise<{ value: unknown } | { fault: SmartPosFault }> {
    const { apiKeyId, apiKeySecret } = this.keys;
    try {
      const response = await this.way.fetch(url, {
        headers: { 'X-Api-Key-Id': apiKeyId, 'X-Api-Key-Secret': apiKeySecret, accept: 'application/json' },
        signal: AbortSignal.timeout(this.patience.timeoutMs),
        redirect: 'error',
      });
      this.noteClock(response.headers.get('date'));
      if (response.ok) return { value: await readJson(response) };
      await response.body?.cancel();
      return { fault: faultOf(response, this.way.now()) };
    } catch (error) {
      if (error instanceof SmartPosFault) return { fault: error };
      return { fault: new SmartPosFault('unreachable', error instanceof Error ? error.name : 'no answer') };
    }
  }

  private noteClock(date: string | null): void {
    const skew = date === null ? NaN : Date.parse(date) - this.way.now();
    if (!Number.isNaN(skew)) this.skewMs = Math.abs(skew) <= SAME_MS ? 0 : skew;
  }
}

function entriesOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  const items = (answer as { items?: unknown } | null)?.items;
  if (Array.isArray(items)) return items;
  throw new SmartPosFault('unreachable', 'an answer that is no list');
}

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += (chunk as Uint8Array).length;
    if (length > LARGEST_ANSWER) throw new SmartPosFault('too-large', 'an answer over 32 MB');
    chunks.push(chunk as Uint8Array);
  }
  return JSON.parse(textOf(Buffer.concat(chunks))) as unknown;
}

const KINDS: Readonly<Record<number, FaultKind>> = {
  401: 'keys',
  403: 'plan',
  404: 'missing',
  413: 'too-large',
};

function faultOf({ status, headers }: Response, now: number): SmartPosFault {
  const mayPass = status === 429 || status === 408 || status >= 500;
  const kind = KINDS[status] ?? (mayPass ? 'unreachable' : 'refused');
  return new SmartPosFault(
    kind,
    `status ${status}`,
    mayPass ? retryAfter(headers.get('retry-after'), now) : null,
  );
}

/** Seconds or a moment (RFC 9110, section 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const ms = /^\d{1,6}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) || ms < 0 ? null : Math.min(LONGEST_RETRY_AFTER_MS, ms);
}
