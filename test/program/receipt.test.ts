import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatMessage, Phone, TryItMachine } from '../../src/sandbox/tryit';
import { Program } from '../support/program';
import { untilSeen } from '../support/until';

afterEach(() => Program.endAll());

it('the photo of a receipt, sent from a customer’s phone on the try-it page, makes the sale theirs', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'smartbis-receipt-'));
  const program = Program.run({ SANDBOX: 'on', SANDBOX_PORT: '0', DATA_DIR: directory, POLL_SECONDS: '1' });
  const api = `${await program.url()}/try/api`;
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const read = async <T>(path: string): Promise<T> => (await (await fetch(`${api}${path}`)).json()) as T;
  const [shop] = await read<{ id: string }[]>('/shops');
  const path = `/shops/${shop?.id}`;
  const ana = (await read<Phone[]>(`${path}/phones`)).find(({ role }) => role === 'customer');
  const chat = `${path}/chats/${encodeURIComponent(ana?.chatId ?? '')}`;
  const answers = async (): Promise<string[]> =>
    (await read<ChatMessage[]>(`${chat}/messages`))
      .filter(({ from }) => from === 'shop')
      .map(({ text }) => text);
  const hears = (what: string, enough: (texts: string[]) => boolean): Promise<string[]> =>
    untilSeen(what, answers, enough, { seconds: 120, everyMs: 200 });

  const [machine] = await read<TryItMachine[]>(`${path}/machines`);
  const sold = await post(`${path}/sales`, {
    terminal: machine?.id,
    amount: '83,00',
    method: 'pix',
    buyer: null,
  });
  expect(sold.status).toBe(201);
  const { id: sale } = (await sold.json()) as { id: string };
  expect(sale).not.toBe('');
  // The sale has to be known first; until then the answer is that it is not.
  let photo = '';
  for (let answered = 0; !(await answers()).some((text) => text.includes('R$ 83,00')); answered++) {
    photo = randomUUID();
    expect((await post(`${chat}/receipts`, { id: photo })).status).toBe(202);
    await hears('an answer', ({ length }) => length > answered);
  }
  // It stands in the chat as a picture, once, however often it is sent.
  expect((await post(`${chat}/receipts`, { id: photo })).status).toBe(202);
  const said = (await read<(ChatMessage & { picture: string | null })[]>(`${chat}/messages`)).filter(
    ({ from, picture }) => from === 'me' && picture?.includes(photo) === true,
  );
  expect(said).toHaveLength(1);
  expect(said[0]?.picture).toContain(photo);
  const shown = await fetch(`${await program.url()}/try/${said[0]?.picture}`);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  await hears('what was earned', (texts) => texts.some((text) => text.includes('você ganhou')));
  await program.stop();
  rmSync(directory, { recursive: true, force: true });
});
