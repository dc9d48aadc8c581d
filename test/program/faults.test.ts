import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../src/sandbox/faults';
import type { ChatMessage, Phone, TryItMachine } from '../../src/sandbox/tryit';
import { Program } from '../support/program';
import { moment, untilSeen } from '../support/until';

const SALES_EACH = 4;
/** One after the other; the last is nothing at all, so that what was held back comes. */
const PHASES: readonly Fault[][] = [
  ['events-twice', 'events-unordered'],
  ['events-lost'],
  ['events-forged', 'api-500'],
  ['api-429'],
  ['api-truncated', 'events-twice'],
  [],
];

afterEach(() => Program.endAll());

it('however SmartPOS misbehaves, each sale is told once', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-faults-'));
  const program = Program.run({ SANDBOX: 'on', SANDBOX_PORT: '0', DATA_DIR: directory, POLL_SECONDS: '1' });
  const api = `${await program.url()}/try/api`;
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${api}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return (answer.status === 204 ? null : await answer.json()) as T;
  };
  const [shop] = await ask<{ id: string }[]>('GET', '/shops');
  const path = `/shops/${shop?.id}`;
  const ana = (await ask<Phone[]>('GET', `${path}/phones`)).find(({ role }) => role === 'customer');
  const [machine] = await ask<TryItMachine[]>('GET', `${path}/machines`);
  const told = async (): Promise<number> => {
    const chat = `${path}/chats/${encodeURIComponent(ana?.chatId ?? '')}/messages`;
    const heard = await ask<ChatMessage[]>('GET', chat);
    return heard.filter(({ from, text }) => from === 'shop' && text.includes('você ganhou')).length;
  };

  for (const faults of PHASES) {
    await ask('PUT', `${path}/faults`, { faults });
    for (let i = 0; i < SALES_EACH; i++)
      await ask('POST', `${path}/sales`, {
        terminal: machine?.id,
        amount: '80,00',
        method: 'pix',
        buyer: { phone: ana?.phone },
      });
    await moment(1_500);
  }
  const all = PHASES.length * SALES_EACH;
  await untilSeen('all to be told', told, (count) => count >= all, { seconds: 300, everyMs: 300 });
  // Retries, and what was held back, bring nothing twice.
  await moment(4_000);
  expect(await told()).toBe(all);
  await program.stop();
  rmSync(directory, { recursive: true, force: true });
});
