import { Router } from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { untilSeen } from '../support/until';

const DRIP_MS = 500;
/** Ten seconds for a head and fifteen for a request, in drips: those are counted by the server's own event loop, however slow it is. */
const [HEAD_DRIPS, REQUEST_DRIPS] = [10_000 / DRIP_MS, 15_000 / DRIP_MS];

/** What a slow client begins with, what it sends then at each drip, and at how many drips at most it is closed. */
const MANNERS = [
  { begins: '', goesOn: '', most: HEAD_DRIPS },
  { begins: 'POST /slow HTTP/1.1\r\nHost: x\r\n', goesOn: 'X-Slow: yes\r\n', most: HEAD_DRIPS },
  {
    begins: 'POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n',
    goesOn: 'a',
    most: REQUEST_DRIPS,
  },
] as const;
type Manner = (typeof MANNERS)[number];

let server: Server;
let port: number;
const sockets: Socket[] = [];
let connected = 0;
beforeAll(async () => {
  const router = Router();
  router.post('/slow', (request, response) => {
    request.resume().on('end', () => response.end('done'));
  });
  // More than the system keeps for who does not read.
  router.get('/large', (_request, response) => void response.send(Buffer.alloc(32 * 1024 * 1024)));
  server = createHttpServer(createApp([router], pino({ level: 'silent' })), null);
  port = await listen(server, '127.0.0.1', 0, 'PORT');
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await closeServer(server);
});

/** Resolves once it was closed: after how many seconds, and at which drip. */
async function slowClient({
  begins,
  goesOn,
  most,
}: Manner): Promise<{ seconds: number; drips: number; most: number }> {
  const started = performance.now();
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  connected += 1;
  if (begins !== '') socket.write(begins);
  let drips = 0;
  const drip = setInterval(() => {
    drips += 1;
    if (goesOn !== '') socket.write(goesOn);
  }, DRIP_MS);
  await once(socket, 'close');
  clearInterval(drip);
  return { seconds: (performance.now() - started) / 1000, drips, most };
}

it('200 slow sockets are closed, and whoever is quick is served meanwhile', async () => {
  const slow = Array.from({ length: 200 }, (_, i) => slowClient(MANNERS[i % MANNERS.length] ?? MANNERS[0]));
  await untilSeen(
    'all to be connected',
    () => connected,
    (count) => count === slow.length,
  );
  const answer = await fetch(`http://127.0.0.1:${port}/slow`, { method: 'POST', body: 'quick' });
  expect(await answer.text()).toBe('done');
  const closed = await Promise.all(slow);
  expect(Math.min(...closed.map(({ seconds }) => seconds))).toBeGreaterThan(5);
  expect(closed.filter(({ drips, most }) => drips > most)).toEqual([]);
});

it('whoever asks and does not read the answer is closed too', async () => {
  const open = (): Promise<number> =>
    new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));
  const readers = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const socket = connect(port, '127.0.0.1').pause();
      sockets.push(socket);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
      return socket;
    }),
  );
  await untilSeen('them to be connected', open, (count) => count >= readers.length);
  await untilSeen('none to be left', open, (count) => count === 0, { seconds: 180 });
});
