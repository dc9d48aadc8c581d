import type { IncomingMessage, ServerResponse } from 'node:http';
import { INTERNET, SmartPos } from '../../src/sync/smartpos/client';
import { json, SmartPosServer, type Answer } from '../support/smartpos-server';

const PATIENT = { tries: 3, timeoutMs: 60_000 };
/** For answers that never end; the good one after it has two tries. */
const QUICK = { tries: 3, timeoutMs: 2_000 };
/** By which both clocks go: whole seconds, as the header tells them. */
const NOW = Date.parse('2026-11-23T15:00:00Z');
const MINUTE = 60_000;

let smartpos: SmartPosServer;
let waits: number[];
let api: SmartPos;
let hasty: SmartPos;

beforeAll(async () => {
  smartpos = await new SmartPosServer().start();
});
afterAll(() => smartpos.stop());
beforeEach(() => {
  smartpos.reset();
  waits = [];
  const wait = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  const way = { ...INTERNET, wait, now: () => NOW };
  api = new SmartPos(smartpos.keys, PATIENT, way);
  hasty = new SmartPos(smartpos.keys, QUICK, way);
});

const sales = (): Promise<unknown[]> => api.sales(0, MINUTE);
const good = json([{ id: 1 }]);

/** The head and a part of the body come, and then what is given. */
const halfThen =
  (end: (response: ServerResponse) => void): Answer =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"id":1},');
    setTimeout(() => end(response), 20);
  };

it.each<[string, Answer]>([
  ['is cut off in the middle', halfThen((response) => response.destroy())],
  [
    'ends early in chunks, without its last',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('[{"id":1},');
      setTimeout(() => response.socket?.destroy(), 20);
    },
  ],
])('an answer that %s is asked for again, and half of it is never taken for all', async (_what, answer) => {
  smartpos.on('sales', answer, good);
  expect(await sales()).toEqual([{ id: 1 }]);
  expect(waits).toHaveLength(1);
});

it.each<[string, Answer]>([
  ['stops in the middle and never goes on', halfThen(() => undefined)],
  ['never begins', () => undefined],
  [
    'trickles for longer than one answer may take',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
  ],
])('an answer that %s is not waited for longer, and asked for again', async (_what, answer) => {
  smartpos.on('sales', answer, good);
  expect(await hasty.sales(0, MINUTE)).toEqual([{ id: 1 }]);
  expect(waits.length).toBeGreaterThan(0);
});

it('an answer that is slow but comes in time is taken', async () => {
  smartpos.on('sales', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const pieces = ['[', '{"id"', ':1}', ']'];
    const next = (): void => {
      const piece = pieces.shift();
      if (piece === undefined) return void response.end();
      response.write(piece);
      setTimeout(next, 30);
    };
    next();
  });
  expect(await sales()).toEqual([{ id: 1 }]);
  expect(waits).toEqual([]);
});

it('an answer with a byte-order mark is read', async () => {
  smartpos.on('sales', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('\ufeff[{"id":1}]');
  });
  expect(await sales()).toEqual([{ id: 1 }]);
});

it('gives up after its tries, saying that it may pass', async () => {
  smartpos.on(
    'sales',
    halfThen((response) => response.destroy()),
  );
  await expect(sales()).rejects.toMatchObject({ kind: 'unreachable', retryAfterMs: null });
  expect(smartpos.asked).toHaveLength(PATIENT.tries);
  // Twice as long each time, and a quarter of jitter at most.
  expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.5);
});

it.each([
  ['ten minutes ahead', 10 * MINUTE, 10 * MINUTE],
  ['three hours behind', -180 * MINUTE, -180 * MINUTE],
  ['alike', 0, 0],
  ['a second away, which the header cannot tell,', 1_000, 0],
])('a clock that is %s is read off the answer', async (_what, difference, read) => {
  smartpos.on('sales', (_request, response) => {
    response.sendDate = false;
    response.writeHead(200, {
      'content-type': 'application/json',
      date: new Date(NOW + difference).toUTCString(),
    });
    response.end('[]');
  });
  await sales();
  expect(api.skewMs).toBe(read);
});

it('an answer without a date, or with nonsense for one, changes nothing', async () => {
  for (const date of [undefined, 'yesterday']) {
    smartpos.on('sales', (_request, response) => {
      response.sendDate = false;
      response.writeHead(200, { 'content-type': 'application/json', ...(date && { date }) });
      response.end('[]');
    });
    await sales();
    expect(api.skewMs).toBe(0);
  }
});
