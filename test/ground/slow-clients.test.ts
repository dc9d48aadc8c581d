import { Router } from 'express';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { untilSeen } from '../support/until';

/** What a slow client begins with, and then sends byte by byte; null: it never says anything. */
const MANNERS = [
  null,
  { begins: 'POST /slow HTTP/1.1\r\nHost: x\r\n', goesOn: 'X-Slow: yes\r\n' },
  { begins: 'POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n', goesOn: 'a' },
] as const;

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

/** Resolves with the seconds after which it was closed. */
async function slowClient(manner: (typeof MANNERS)[number]): Promise<number> {
  const started = performance.now();
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  connected += 1;
  let drip: NodeJS.Timeout | undefined;
  if (manner !== null) {
    socket.write(manner.begins);
    drip = setInterval(() => socket.write(manner.goesOn), 500);
  }
  await once(socket, 'close');
  clearInterval(drip);
  return (performance.now() - started) / 1000;
}

it('200 slow sockets are closed, and whoever is quick is served meanwhile', async () => {
  const slow = Array.from({ length: 200 }, (_, i) => slowClient(MANNERS[i % MANNERS.length] ?? null));
  await untilSeen(
    'all to be connected',
    () => connected,
    (count) => count === slow.length,
  );
  const answer = await fetch(`http://127.0.0.1:${port}/slow`, { method: 'POST', body: 'quick' });
  expect(await answer.text()).toBe('done');
  const seconds = await Promise.all(slow);
  expect(Math.min(...seconds)).toBeGreaterThan(5);
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
