import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, deliver, Program, saleEvent } from '../support/program';
import { untilSeen } from '../support/until';

const SOCKETS = 200;
const DRIP_MS = 500;
/** Of a request whose body is waited for. */
const head = (path: string, type: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 60000\r\n\r\n`;

interface Manner {
  begins: string;
  drips: string;
}
const mannersAt = (events: string): Manner[] => [
  { begins: '', drips: '' },
  { begins: `POST ${events} HTTP/1.1\r\nHost: x\r\n`, drips: 'X-Slow: yes\r\n' },
  { begins: head(events, 'application/json'), drips: 'a' },
  { begins: head('/p/pin/1.x', 'application/x-www-form-urlencoded'), drips: 'a' },
];

let folder: string;
let connection: { id: string; signingSecret: string };
let program: Program;
let url: URL;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slow-clients-'));
  const keys = { SMARTPOS_KEY_ID: 'id', SMARTPOS_KEY_SECRET: 'secret' };
  const wish = ['--name', 'Padaria Central', '--owner', '+55 11 98888-0001', '--channel', 'simulator'];
  const { text } = await command({ DATA_DIR: folder, ...keys }, 'shop.js', ...wish);
  const told = /events\/(\S+)\nSigning secret: (\S+)/.exec(text);
  connection = { id: told?.[1] ?? '', signingSecret: told?.[2] ?? '' };
  program = Program.run({ DATA_DIR: folder, POLL_SECONDS: '0' });
  url = new URL(await program.url());
});
afterAll(async () => {
  await Program.endAll();
  rmSync(folder, { recursive: true, force: true });
});

let open = 0;

/** Resolves once it was closed. */
async function slowClient({ begins, drips }: Manner): Promise<void> {
  const socket = connect(Number(url.port), url.hostname);
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  open += 1;
  socket.write(begins);
  const drip = setInterval(() => socket.write(drips), DRIP_MS);
  await once(socket, 'close');
  clearInterval(drip);
  open -= 1;
}

it(`the product closes ${SOCKETS} sockets that drip heads and bodies, and serves whoever is quick meanwhile`, async () => {
  const manners = mannersAt(`/v1/smartpos/events/${connection.id}`);
  const closing = manners.flatMap((manner) =>
    Array.from({ length: SOCKETS / manners.length }, () => slowClient(manner)),
  );
  await untilSeen(
    'all of them to be there',
    () => open,
    (count) => count === SOCKETS,
  );
  expect(await deliver(url.origin, connection, 'quick', saleEvent('quick'))).toBe(202);
  expect((await fetch(new URL('/openapi.json', url))).status).toBe(200);
  // Both were answered while they were there.
  expect(open).toBe(SOCKETS);
  await untilSeen(
    'none to be left',
    () => open,
    (count) => count === 0,
    { seconds: 180 },
  );
  await Promise.all(closing);
  expect(await program.stop()).toBe(0);
});
